/// The log of an open session: in memory, and in a file where the session has one.
///
/// An entry is on the medium when `append` returns. The entries of a group are written as they come together, and synced
/// once with the group's end; until that stands in the file, whoever opens it drops them.
final class Journal {
    /// The entries: those that were read, and where those before them stand.
    private(set) var log: LogLines
    /// The entries of the open group, which are not in the log yet.
    private(set) var pending: [LogLine] = []
    private var group: LogEntry?
    private var file: OpenLog?
    private var writer = JSONWriter(style: .dense)

    init(_ log: LogLines = LogLines()) { self.log = log }

    /// The entries that are in memory.
    var lines: [LogLine] { log.lines }

    /// All entries; those that were not read yet are read and proved.
    ///
    /// - Throws: a storage error where one of them does not hold.
    func whole() throws(StorageError) -> LogLines {
        log = try log.whole()
        return log
    }

    /// The hash of the last entry; nothing where there is none.
    var head: String { pending.last?.hash ?? log.head }

    /// The number that the next entry gets.
    var nextNumber: Int { log.count + pending.count + 1 }

    /// Whether a group is open.
    var isInGroup: Bool { group != nil }

    /// Adds an entry.
    ///
    /// - Throws: a storage error where it cannot be written; then nothing was added.
    func append(_ action: LogEntry.Action, at time: String, by author: String) throws(StorageError) {
        let entry = LogEntry(number: nextNumber, at: time, by: author, action: action)
        let line = LogLine(entry, previous: head, with: &writer)
        if isInGroup {
            add(toGroup: line)
        } else {
            try write(line)
            log.lines.append(line)
        }
    }

    /// The lines from the entry of a number on, those of the open group among them; those that were not read yet are read
    /// and proved.
    ///
    /// - Throws: a storage error where one of them does not hold.
    func lines(from number: Int) throws(StorageError) -> [LogLine] {
        let lines = number > log.start.count ? log.lines : try whole().lines
        let held = lines.dropFirst(max(0, number - 1 - log.start.count))
        return Array(held) + pending.dropFirst(max(0, number - 1 - log.count))
    }

    /// Begins a group.
    func beginGroup(_ what: String, at time: String, by author: String) {
        let entry = LogEntry(number: nextNumber, at: time, by: author, action: .begin(what))
        add(toGroup: LogLine(entry, previous: head, with: &writer))
        group = entry
    }

    /// Writes the group as a whole; an empty one leaves no trace.
    func endGroup(at time: String, by author: String) throws(StorageError) {
        guard let group else { return }
        if pending.count > 1 {
            let end = LogEntry(number: nextNumber, at: time, by: author, action: .end(group.number))
            let line = LogLine(end, previous: head, with: &writer)
            do throws(StorageError) { try write(line) } catch {
                dropGroup()
                throw error
            }
            log.lines += pending + [line]
        }
        dropGroup()
    }

    /// Forgets the group; what the file holds of it is cut away.
    func dropGroup() {
        file?.cut()
        pending = []
        group = nil
    }

    /// Goes on in a file that holds the entries so far.
    func attach(_ disk: any Disk, path: String, descriptor: Int32, length: Int) {
        file = OpenLog(disk: disk, path: path, descriptor: descriptor, length: length)
    }

    /// Begins anew: without entries and without a file.
    func begin() {
        close()
        log = LogLines()
    }

    /// Closes the file.
    func close() {
        file?.close()
        file = nil
    }

    /// Adds a line to the open group.
    private func add(toGroup line: LogLine) {
        pending.append(line)
        file?.add(line.bytes)
    }

    /// Writes a line, with those of its group before it, and syncs. Where that fails, nothing was added.
    private func write(_ line: LogLine) throws(StorageError) {
        file?.add(line.bytes)
        do { try file?.commit() } catch { throw StorageError(writing: error) }
    }
}
