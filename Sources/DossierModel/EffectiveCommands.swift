/// The commands of a log that are in effect, in their order: those that were not undone, or were redone since.
public struct EffectiveCommands: Sendable {
    /// Their entries.
    public private(set) var entries: [LogEntry] = []
    /// What was undone and can be redone: the entries of a step each, the last undone step last.
    private var undone: [[LogEntry]] = []

    /// Reads a log from its beginning, or from where it was folded.
    public init(_ log: some Sequence<LogEntry>) {
        for entry in log { read(entry) }
    }

    private mutating func read(_ entry: LogEntry) {
        switch entry.action {
        case .command, .outside:
            entries.append(entry)
            undone = []
        case .undo(let steps, _):
            // A step is named by its first entry, and all that is in effect from there on belongs to it.
            for first in steps {
                let index = entries.partitioningIndex { $0.number >= first }
                undone.append(Array(entries[index...]))
                entries.removeSubrange(index...)
            }
        case .redo(let steps, _):
            for _ in steps { entries += undone.popLast() ?? [] }
        case .begin, .end, .saved, .base: break
        }
    }
}
