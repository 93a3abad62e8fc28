/// Undo and redo. Nothing is erased: taking steps back is an entry of its own.
extension Notebook {
    /// Takes steps back: one entry, so that all of them come back or none, whenever the power fails.
    func undo(_ count: Int, at place: Place) throws(Diagnostic) -> Value {
        var history = try told(at: place)
        if history.done.count < count { throw .nothingToUndo(count, history, at: place) }
        let steps = Array(history.done.suffix(count).reversed())
        let changes = steps.flatMap(\.inverse)
        let entry = try log(.undo(steps.map(\.entry), changes: changes), at: place)
        apply(changes)
        for _ in steps { history.undo(by: entry) }
        self.history = history
        return report("undone", steps, changes)
    }

    /// Takes steps again: one entry, all of them or none.
    func redo(_ count: Int, at place: Place) throws(Diagnostic) -> Value {
        var history = try told(at: place)
        if history.undone.count < count { throw .nothingToRedo(count, there: history.undone.count, at: place) }
        let steps = Array(history.undone.suffix(count).reversed())
        let changes = steps.flatMap(\.changes)
        _ = try log(.redo(steps.map { $0.undoneBy ?? $0.entry }, changes: changes), at: place)
        apply(changes)
        for _ in steps { history.redo() }
        self.history = history
        return report("redone", steps, changes)
    }

    /// The steps so far, read from the log where they were not asked for before.
    func told(at place: Place) throws(Diagnostic) -> StepHistory {
        if let history { return history }
        return StepHistory(try entries(from: firstStep, at: place), inner: innerSteps)
    }

    /// The entries of the log from one on, those of an open group among them.
    func entries(from number: Int, at place: Place) throws(Diagnostic) -> [LogEntry] {
        do throws(StorageError) {
            var entries: [LogEntry] = []
            for line in try journal.lines(from: number) {
                entries.append(try line.entry(in: journal.log.file?.path ?? "the log"))
            }
            return entries
        } catch {
            throw .storage(error, at: place)
        }
    }

    /// What was taken back or again, the commands first, then the records with what came and went.
    private func report(_ word: String, _ steps: [StepHistory.Step], _ changes: [Change]) -> Value {
        let commands = steps.map { Block.line(StyledText("\(word): ", .faint) + StyledText($0.command.firstLine)) }
        let report = ChangeReport(returning: changes)
        return Value(
            commands + report.value.blocks,
            json: .object([word: .array(steps.map { .string($0.command) }), "changes": report.jsonOfChanges]),
            selection: [])
    }
}

extension Diagnostic {
    fileprivate static func nothingToUndo(_ count: Int, _ history: StepHistory, at place: Place) -> Diagnostic {
        let there = history.done.count
        let message = there == 0 ? "there is nothing to undo" : "there are fewer steps to undo: \(there)"
        let notes = history.base.map { base in
            let kept = base.archive.map { "; '\($0)' keeps them" } ?? " and not kept"
            return ["the steps before entry \(base.entry) were folded by 'dossier compact'" + kept]
        }
        return Diagnostic(.nothingToUndo, message, at: place, notes: notes ?? [])
    }

    fileprivate static func nothingToRedo(_ count: Int, there: Int, at place: Place) -> Diagnostic {
        let message = there == 0 ? "there is nothing to redo" : "there are fewer steps to redo: \(there)"
        return Diagnostic(.nothingToRedo, message, at: place)
    }
}
