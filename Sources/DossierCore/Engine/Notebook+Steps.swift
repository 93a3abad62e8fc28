/// Undo and redo. Nothing is erased: taking a step back is an entry of its own.
extension Notebook {
    /// Takes steps back, one entry each, all of them or none.
    func undo(_ count: Int, at place: Place) throws(Diagnostic) -> Value {
        var history = try told(at: place)
        if history.done.count < count { throw .nothingToUndo(count, there: history.done.count, at: place) }
        let steps = Array(history.done.suffix(count).reversed())
        let first = try log(steps.map { .undo($0.entry, changes: $0.inverse) }, at: place)
        for (index, step) in steps.enumerated() {
            apply(step.inverse)
            history.undo(by: first + index)
        }
        self.history = history
        return report("undone", steps)
    }

    /// Takes steps again, one entry each, all of them or none.
    func redo(_ count: Int, at place: Place) throws(Diagnostic) -> Value {
        var history = try told(at: place)
        if history.undone.count < count { throw .nothingToRedo(count, there: history.undone.count, at: place) }
        let steps = Array(history.undone.suffix(count).reversed())
        _ = try log(steps.map { .redo($0.undoneBy ?? $0.entry, changes: $0.changes) }, at: place)
        for step in steps {
            apply(step.changes)
            history.redo()
        }
        self.history = history
        return report("redone", steps)
    }

    /// The steps so far, read from the log where they were not asked for before.
    func told(at place: Place) throws(Diagnostic) -> StepHistory {
        if let history { return history }
        return StepHistory(try entries(from: firstStep, at: place))
    }

    /// The entries of the log from one on, those of an open group among them.
    func entries(from number: Int, at place: Place) throws(Diagnostic) -> [LogEntry] {
        var entries: [LogEntry] = []
        for line in journal.lines(from: number) {
            do { entries.append(try line.entry()) } catch {
                let log = store.map { SessionStore.logPath(of: $0.path) } ?? "the log"
                throw .storage(LogFile.damaged(log, line: line.number, byte: line.bytes.startIndex, error), at: place)
            }
        }
        return entries
    }

    private func report(_ word: String, _ steps: [StepHistory.Step]) -> Value {
        Value(
            steps.map { .line(StyledText("\(word): ", .faint) + StyledText($0.command.firstLine)) },
            json: .object([word: .array(steps.map { .string($0.command) })]),
            selection: [])
    }
}

extension Diagnostic {
    fileprivate static func nothingToUndo(_ count: Int, there: Int, at place: Place) -> Diagnostic {
        let message = there == 0 ? "there is nothing to undo" : "there are fewer steps to undo: \(there)"
        return Diagnostic(.nothingToUndo, message, at: place)
    }

    fileprivate static func nothingToRedo(_ count: Int, there: Int, at place: Place) -> Diagnostic {
        let message = there == 0 ? "there is nothing to redo" : "there are fewer steps to redo: \(there)"
        return Diagnostic(.nothingToRedo, message, at: place)
    }
}
