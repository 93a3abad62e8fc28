/// Undo and redo. Nothing is erased: taking a step back is an entry of its own.
extension Notebook {
    /// Takes steps back, one entry each.
    func undo(_ count: Int, at place: Place) throws(Diagnostic) -> Value {
        if history.done.count < count { throw .nothingToUndo(count, there: history.done.count, at: place) }
        var undone: [StepHistory.Step] = []
        for _ in 0..<count {
            guard let step = history.done.last else { break }
            let entry = try log(.undo(step.entry, changes: step.inverse), at: place)
            apply(step.inverse)
            history.undo(by: entry.number)
            undone.append(step)
        }
        return report("undone", undone)
    }

    /// Takes steps again, one entry each.
    func redo(_ count: Int, at place: Place) throws(Diagnostic) -> Value {
        if history.undone.count < count { throw .nothingToRedo(count, there: history.undone.count, at: place) }
        var redone: [StepHistory.Step] = []
        for _ in 0..<count {
            guard let step = history.undone.last else { break }
            _ = try log(.redo(step.undoneBy ?? step.entry, changes: step.changes), at: place)
            apply(step.changes)
            history.redo()
            redone.append(step)
        }
        return report("redone", redone)
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
        Diagnostic(
            .nothingToUndo, there == 0 ? "there is nothing to undo" : "there are fewer steps to undo: \(there)",
            at: place)
    }

    fileprivate static func nothingToRedo(_ count: Int, there: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            .nothingToRedo, there == 0 ? "there is nothing to redo" : "there are fewer steps to redo: \(there)",
            at: place)
    }
}
