/// The steps that can be taken back and taken again: one a command, one a group.
struct StepHistory {
    /// What one undo takes back.
    struct Step {
        /// The entry of the log, of a group the one that begins it.
        let entry: Int
        /// What was typed.
        let command: String
        /// What it changed, in order.
        let changes: [Change]
        /// The entry that took it back.
        var undoneBy: Int?
    }

    /// Entries in a script that are one step of it: those of a script that it called, or of an import.
    struct InnerStep {
        /// The numbers of the entries.
        let entries: Range<Int>
        /// What was typed.
        let command: String
    }

    private(set) var done: [Step] = []
    private(set) var undone: [Step] = []
    /// The entry before which all was folded, and the file that keeps it.
    private(set) var base: (entry: Int, archive: String?)?

    /// A new step ends what can be redone.
    mutating func note(_ step: Step) {
        done.append(step)
        undone = []
    }

    mutating func undo(by entry: Int) {
        guard var step = done.popLast() else { return }
        step.undoneBy = entry
        undone.append(step)
    }

    mutating func redo() {
        guard let step = undone.popLast() else { return }
        done.append(step)
    }

    /// The history that a log tells; `inner` says in ascending order which of its entries are one step.
    init(_ entries: some Sequence<LogEntry> = [], inner: [InnerStep] = []) {
        var group: (entry: Int, command: String, changes: [Change])?
        var inner = inner[...]
        for entry in entries {
            if let step = inner.first, step.entries.contains(entry.number) {
                group = group ?? (entry.number, step.command, [])
                group?.changes += entry.changes
                if entry.number + 1 < step.entries.upperBound { continue }
                if let group { note(Step(entry: group.entry, command: group.command, changes: group.changes)) }
                group = nil
                inner.removeFirst()
                continue
            }
            if group != nil { group?.changes += entry.changes }
            switch entry.action {
            case .command(let command, let changes):
                if group == nil { note(Step(entry: entry.number, command: command, changes: changes)) }
            case .undo(let steps, _):
                if group == nil { for _ in steps { undo(by: entry.number) } }
            case .redo(let steps, _):
                if group == nil { for _ in steps { redo() } }
            case .begin(let what): group = (entry.number, what, [])
            case .end:
                if let group { note(Step(entry: group.entry, command: group.command, changes: group.changes)) }
                group = nil
            case .base(let folded): base = (entry.number, folded.archive)
            case .saved: continue
            }
        }
    }
}

extension StepHistory.Step {
    /// The changes that take the step back.
    var inverse: [Change] { changes.reversed().map(\.inverse) }
}
