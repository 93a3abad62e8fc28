/// The log of an open session: in memory, and in a file where the session has one.
///
/// An entry is on the medium when `append` returns. Within a group entries wait, and all of them are written at once.
final class Journal {
    private(set) var lines: [LogLine] = []
    private var pending: [LogLine] = []
    private var group: LogEntry?
    private var file: File?

    private struct File {
        let disk: any Disk
        let path: String
        let descriptor: Int32
        var length: Int
    }

    init(lines: [LogLine] = []) { self.lines = lines }

    /// The hash of the last entry; nothing where there is none.
    var head: String { pending.last?.hash ?? lines.last?.hash ?? "" }

    /// The number that the next entry gets.
    var nextNumber: Int { lines.count + pending.count + 1 }

    /// Whether a group is open.
    var isInGroup: Bool { group != nil }

    /// Adds entries.
    ///
    /// - Throws: a storage error where they cannot be written; then nothing was added.
    func append(_ actions: [LogEntry.Action], at time: String, by author: String) throws(StorageError) {
        var added: [LogLine] = []
        for action in actions {
            let entry = LogEntry(number: nextNumber + added.count, at: time, by: author, action: action)
            added.append(LogLine(entry, previous: added.last?.hash ?? head))
        }
        if isInGroup {
            pending += added
        } else {
            try write(added)
            lines += added
        }
    }

    /// What the commands of the open group have changed.
    var pendingChanges: [Change] { pending.flatMap { $0.written?.changes ?? [] } }

    /// Begins a group.
    func beginGroup(_ what: String, at time: String, by author: String) {
        let entry = LogEntry(number: nextNumber, at: time, by: author, action: .begin(what))
        pending.append(LogLine(entry, previous: head))
        group = entry
    }

    /// Writes the group as a whole; an empty one leaves no trace.
    func endGroup(at time: String, by author: String) throws(StorageError) {
        guard let group else { return }
        if pending.count > 1 {
            let end = LogEntry(number: nextNumber, at: time, by: author, action: .end(group.number))
            pending.append(LogLine(end, previous: head))
            do throws(StorageError) { try write(pending) } catch {
                dropGroup()
                throw error
            }
            lines += pending
        }
        dropGroup()
    }

    /// Forgets the group.
    func dropGroup() {
        pending = []
        group = nil
    }

    /// Goes on in a file; what the file does not hold yet is written to it.
    func attach(_ disk: any Disk, path: String, descriptor: Int32, length: Int, isHeld: Bool) throws(StorageError) {
        file = File(disk: disk, path: path, descriptor: descriptor, length: length)
        if !isHeld { try write(lines) }
    }

    /// Begins anew: without entries and without a file.
    func begin() {
        close()
        lines = []
    }

    /// Closes the file.
    func close() {
        if let file { file.disk.close(file.descriptor) }
        file = nil
    }

    /// Writes lines and syncs. Where that fails, the file is cut to what it held before.
    private func write(_ lines: [LogLine]) throws(StorageError) {
        guard var file else { return }
        do throws(DiskFailure) {
            let length = try file.disk.status(file.path)?.size ?? 0
            if length != file.length { try file.disk.truncate(file.descriptor, to: file.length, path: file.path) }
            var rest = lines.flatMap(\.bytes)[...]
            let count = rest.count
            while !rest.isEmpty {
                rest = rest.dropFirst(try file.disk.write(rest, to: file.descriptor, path: file.path))
            }
            try file.disk.sync(file.descriptor, path: file.path)
            file.length += count
            self.file = file
        } catch {
            try? file.disk.truncate(file.descriptor, to: file.length, path: file.path)
            throw StorageError(writing: error)
        }
    }
}
