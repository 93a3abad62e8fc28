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
        note(entry.action.sort)
    }

    /// Adds the entry of a command that states a record, both of which stand somewhere in memory.
    mutating func add(
        _ number: Int, stating record: WrittenRecord, command: UnsafeBufferPointer<UInt8>, at time: String,
        by author: String
    ) {
        entries.add(number, stating: record, command: command, at: time, by: author)
        note(.command)
    }

    private mutating func note(_ sort: LogEntry.Sort) {
        count += 1
        switch sort {
        case .command, .outside, .undo, .redo: changeCount += 1
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
