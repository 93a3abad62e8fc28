import DossierModel

/// How many commands changed a session since it was saved, as `undo` takes them back: a script or an import is one, however
/// many entries it makes.
struct ChangeCount {
    private(set) var count = 0
    /// Whether an entry of the open group changes the session; nil where no group is open.
    private var groupChanges: Bool?

    /// Counts from nothing.
    init() {}

    /// Counts entries of a log; those before the last that saves do not count.
    init(_ lines: some BidirectionalCollection<LogLine>) {
        let start = lines.lastIndex(where: \.isSave).map { lines.index(after: $0) } ?? lines.startIndex
        for line in lines[start...] { note(line.sort) }
    }

    /// Takes note of the next entry.
    mutating func note(_ sort: LogEntry.Sort) {
        switch sort {
        case .begin: groupChanges = false
        case .end:
            if groupChanges == true { count += 1 }
            groupChanges = nil
        case .command, .outside, .undo, .redo:
            if groupChanges == nil { count += 1 } else { groupChanges = true }
        case .saved: count = 0
        case .base: break
        }
    }
}
