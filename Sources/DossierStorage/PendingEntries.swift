import DossierModel

/// Entries that were added to a log and do not hold yet.
struct PendingEntries {
    /// The last of them, which are not chained yet.
    var entries = LogEntries()
    /// How many bytes of the others were chained since some were passed on.
    var chainedSize = 0
    /// How many there are.
    private(set) var count = 0
    private var changes = ChangeCount()
    /// Whether one of them saves it.
    private(set) var hasSave = false

    /// How many of their commands change the session, after the last entry that saves it.
    var changeCount: Int { changes.count }

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
        changes.note(sort)
        if sort == .saved { hasSave = true }
    }

    /// Forgets them, and keeps the room.
    mutating func removeAll() {
        entries.removeAll()
        (chainedSize, count, changes, hasSave) = (0, 0, ChangeCount(), false)
    }
}
