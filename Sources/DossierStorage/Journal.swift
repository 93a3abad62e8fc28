import DossierModel

/// The log of an open session: in memory, and in a file where the session has one.
///
/// An entry is on the medium when `append` returns. The entries of a group are chained and written as they come together,
/// by another thread where they are many, and synced once with the group's end; until that stands in the file, whoever
/// opens it drops them.
package final class Journal {
    /// The entries: those that are in memory, and where those before them stand.
    package private(set) var log: LogLines
    /// How many commands changed the session since its state was saved, as ``ChangeCount`` counts them; taking steps back
    /// and again is one too.
    package private(set) var changeCount: Int
    /// How many bytes of entries are passed on at a time.
    var chunkSize = 1 << 20

    /// The end of the log, on which another thread may be at work.
    private let end: Workbench<GrowingLog>
    /// The entries that were added and do not hold yet.
    private var pending = PendingEntries()
    /// The entry that begins the open group.
    private var group: Int?

    package init(_ log: LogLines = LogLines()) {
        self.log = log
        changeCount = ChangeCount(log.lines).count
        end = Workbench(GrowingLog(after: log.head))
    }

    /// The entries that are in memory.
    package var lines: [LogLine] { log.lines }

    /// All entries; those that were not read yet are read and proved.
    ///
    /// - Throws: a storage error where one of them does not hold.
    package func whole() throws(StorageError) -> LogLines {
        settle()
        log = try log.whole()
        return log
    }

    /// Waits until no other thread is at work on the log.
    package func settle() { end.wait() }

    /// The hash of the last entry that holds; nothing where there is none.
    var head: String { log.head }

    /// The number that the next entry gets.
    package var nextNumber: Int { log.count + pending.count + 1 }

    /// Whether a group is open.
    package var isInGroup: Bool { group != nil }

    /// Adds an entry.
    ///
    /// - Throws: a storage error where it cannot be written; then nothing was added.
    package func append(_ action: LogEntry.Action, at time: String, by author: String) throws(StorageError) {
        add(action, at: time, by: author)
        if isInGroup {
            if pending.size >= chunkSize { passOn() }
        } else {
            try commit()
        }
    }

    /// Adds to the open group the entry of a command that states a record, both of which stand somewhere in memory.
    package func append(
        _ record: WrittenRecord, stating command: UnsafeBufferPointer<UInt8>, at time: String, by author: String
    ) {
        pending.add(nextNumber, stating: record, command: command, at: time, by: author)
        if pending.size >= chunkSize { passOn() }
    }

    /// The lines from the entry of a number on, those of the open group among them; those that are not in memory are read
    /// and proved.
    ///
    /// - Throws: a storage error where one of them does not hold.
    package func lines(from number: Int) throws(StorageError) -> [LogLine] {
        let lines = number > log.start.count ? log.lines : try whole().lines
        return try lines.dropFirst(max(0, number - 1 - log.start.count)) + pendingLines(from: number)
    }

    /// The lines of the open group from the entry of a number on.
    ///
    /// - Throws: a storage error where one of them that is read does not hold.
    package func pendingLines(from number: Int = 0) throws(StorageError) -> [LogLine] {
        if pending.count == 0 { return [] }
        chain()
        return try end.use { (end) throws(StorageError) in try end.lines(from: number) }
    }

    /// Begins a group.
    package func beginGroup(_ what: String, at time: String, by author: String) {
        group = nextNumber
        add(.begin(what), at: time, by: author)
    }

    /// Writes the group as a whole; an empty one leaves no trace.
    package func endGroup(at time: String, by author: String) throws(StorageError) {
        guard let group else { return }
        if pending.count > 1 {
            add(.end(group), at: time, by: author)
            do throws(StorageError) { try commit() } catch {
                dropGroup()
                throw error
            }
        }
        dropGroup()
    }

    /// Forgets the group; what the file holds of it is cut away.
    package func dropGroup() {
        pending.removeAll()
        end.use { $0.cut() }
        group = nil
    }

    /// Goes on in a file that holds the entries so far, in so many of its bytes.
    func attach(_ claim: LogClaim, _ disk: any Disk, path: String, length: Int) {
        guard let descriptor = claim.descriptor else { return }
        if log.file == nil { log.file = LogSource(disk: disk, path: path) }
        log.file?.descriptor = descriptor
        let file = OpenLog(
            disk: disk, path: path, descriptor: descriptor, identity: claim.identity, length: length,
            size: claim.size)
        end.use { $0.attach(file) }
    }

    /// Compares the file with what was written to it.
    ///
    /// - Throws: a storage error that says what another program has done to it.
    package func expectOwnFile() throws(StorageError) {
        do throws(DiskFailure) { try end.use { (end) throws(DiskFailure) in try end.expectOwnFile() } } catch {
            throw StorageError(writing: error)
        }
    }

    /// Whether another log holds all that was written to this one, and perhaps more.
    ///
    /// - Throws: a storage error where the other cannot be read.
    package func isBeginning(of other: LogSource) throws(StorageError) -> Bool {
        guard let bytes = try other.bytes() else { return false }
        return end.use { $0.isBeginning(of: bytes) }
    }

    /// Begins anew: without entries and without a file.
    func begin() {
        close()
        log = LogLines()
        changeCount = 0
        end.use { $0 = GrowingLog(after: "") }
    }

    /// Closes the file.
    func close() {
        pending.removeAll()
        end.use { $0.close() }
        log.file?.descriptor = nil
    }

    /// Adds an entry to those that do not hold yet.
    private func add(_ action: LogEntry.Action, at time: String, by author: String) {
        pending.add(LogEntry(number: nextNumber, at: time, by: author, action: action))
    }

    /// Has another thread chain and write the last entries, while this one goes on.
    private func passOn() {
        end.use { swap(&$0.entries, &pending.entries) }
        end.start { $0.passOn() }
        pending.chainedSize = 0
    }

    /// Chains the last entries.
    private func chain() {
        pending.chainedSize = pending.size
        end.use {
            swap(&$0.entries, &pending.entries)
            $0.chain()
            swap(&$0.entries, &pending.entries)
        }
    }

    /// Writes what was added, and syncs. Where that fails, nothing was added.
    private func commit() throws(StorageError) {
        chain()
        defer { pending.removeAll() }
        switch try end.use({ (end) throws(StorageError) in try end.commit() }) {
        case .lines(let lines): log.lines += lines
        case .inFile(let start): log = LogLines(start: start, file: log.file)
        }
        changeCount = (pending.hasSave ? 0 : changeCount) + pending.changeCount
    }
}
