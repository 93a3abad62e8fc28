/// Entries that were added to a log and do not hold yet.
struct PendingEntries {
    /// The last of them, which are not chained yet.
    var entries = LogEntries()
    /// How many bytes of the others were chained since some were passed on.
    var chainedSize = 0
    /// How many there are.
    private(set) var count = 0
    /// How many of them change the session, after the last that saves it.
    private(set) var changeCount = 0
    /// Whether one of them saves it.
    private(set) var hasSave = false

    /// How many bytes there are that were not passed on.
    var size: Int { chainedSize + entries.size }

    /// Adds an entry.
    mutating func add(_ entry: LogEntry) {
        entries.add(entry)
        count += 1
        switch entry.action.sort {
        case .command, .undo, .redo: changeCount += 1
        case .saved: (changeCount, hasSave) = (0, true)
        case .begin, .end, .base: break
        }
    }

    /// Forgets them, and keeps the room.
    mutating func removeAll() {
        entries.removeAll()
        (chainedSize, count, changeCount, hasSave) = (0, 0, 0, false)
    }
}
