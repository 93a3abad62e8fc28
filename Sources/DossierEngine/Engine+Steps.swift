import DossierCommands
import DossierLanguage
import DossierModel
import DossierStorage

/// Undo and redo. Nothing is erased: taking steps back is an entry of its own.
extension Engine {
    /// Takes steps back: one entry, so that all of them come back or none, whenever the power fails.
    func undo(_ count: Int, at place: Place) throws(Diagnostic) -> Answer {
        var history = try told(at: place) { $0.done.count >= count }
        if history.done.count < count { throw .nothingToUndo(count, history, at: place) }
        let steps = Array(history.done.suffix(count).reversed())
        let told = try told(steps, at: place)
        let changes = told.flatMap { $0.changes.reversed().map(\.inverse) }
        let entry = try keep(.undo(steps.map(\.entry), changes: changes), at: place)
        for _ in steps { history.undo(by: entry) }
        self.history = history
        return report("undone", told.map(\.command), changes)
    }

    /// Takes steps again: one entry, all of them or none.
    func redo(_ count: Int, at place: Place) throws(Diagnostic) -> Answer {
        var history = try told(at: place) { $0.undone.count >= count }
        if history.undone.count < count { throw .nothingToRedo(count, there: history.undone.count, at: place) }
        let steps = Array(history.undone.suffix(count).reversed())
        let told = try told(steps, at: place)
        let changes = told.flatMap(\.changes)
        try keep(.redo(steps.map { $0.undoneBy ?? $0.entry }, changes: changes), at: place)
        for _ in steps { history.redo() }
        self.history = history
        return report("redone", told.map(\.command), changes)
    }

    /// The steps so far; where they are not known yet, those that the entries in memory tell if they are enough, else all that
    /// the log tells.
    func told(
        at place: Place, isEnough: (StepHistory) -> Bool = { _ in false }
    ) throws(Diagnostic) -> StepHistory {
        if let history, isEnough(history) { return history }
        do throws(StorageError) {
            let held = journal.log.start.count + 1
            if held > firstStep {
                let history = StepHistory(try journal.lines(from: held), inner: innerSteps)
                if !history.lacksSteps, isEnough(history) { return history }
            }
            return StepHistory(try journal.lines(from: firstStep), inner: innerSteps)
        } catch {
            throw .storage(error, at: place)
        }
    }

    /// What the log says of steps: what was typed, and what it changed.
    private func told(
        _ steps: [StepHistory.Step], at place: Place
    ) throws(Diagnostic) -> [(command: String, changes: [Change])] {
        guard let first = steps.map(\.entry).min() else { return [] }
        var told: [(command: String, changes: [Change])] = []
        do throws(StorageError) {
            let lines = try journal.lines(from: first)
            for step in steps {
                var command = step.command
                var changes: [Change] = []
                // The numbers of entries have no gaps.
                for line in lines.dropFirst(step.entry - first).prefix(step.entries.count) {
                    let entry = try line.entry(in: journal.log.file?.path ?? "the log")
                    command = command ?? entry.typed
                    changes += entry.changes
                }
                told.append((command ?? "", changes))
            }
        } catch {
            throw .storage(error, at: place)
        }
        return told
    }

    private func report(_ word: String, _ commands: [String], _ changes: [Change]) -> Answer {
        Answer(StepsReport(word: word, commands: commands, report: ChangeReport(returning: changes)), selection: [])
    }
}

/// What was taken back or again, the commands first, then the records with what came and went.
private struct StepsReport: AnswerContent {
    let word: String
    let commands: [String]
    let report: ChangeReport

    var blocks: [Block] {
        commands.map { .line(StyledText("\(word): ", .faint) + StyledText($0.firstLine)) } + report.blocks
    }

    var json: JSONValue {
        .object([word: .array(commands.map { .string($0) }), "changes": report.jsonOfChanges])
    }
}

extension LogEntry {
    /// What was typed for it, or for the group that it begins.
    fileprivate var typed: String? {
        switch action {
        case .command(let command, _): command
        case .outside: summary
        case .begin(let what): what
        default: nil
        }
    }
}

extension Diagnostic {
    fileprivate static func nothingToUndo(_ count: Int, _ history: StepHistory, at place: Place) -> Diagnostic {
        let there = history.done.count
        let message = there == 0 ? "there is nothing to undo" : "there are not that many steps to undo, only \(there)"
        let notes = history.base.map { line in
            var kept = " and not kept"
            if case .base(let base)? = (try? line.entry())?.action, let archive = base.archive {
                kept = "; '\(archive)' keeps them"
            }
            return ["the steps before entry \(line.number) were folded by 'dossier compact'" + kept]
        }
        return Diagnostic(.nothingToUndo, message, at: place, notes: notes ?? [])
    }

    fileprivate static func nothingToRedo(_ count: Int, there: Int, at place: Place) -> Diagnostic {
        let message = there == 0 ? "there is nothing to redo" : "there are not that many steps to redo, only \(there)"
        return Diagnostic(.nothingToRedo, message, at: place)
    }
}
