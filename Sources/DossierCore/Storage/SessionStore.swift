/// A session on disk: its state and its log, side by side.
final class SessionStore {
    let path: String
    let journal: Journal
    private let disk: any Disk
    private var isLocked = false
    /// The state on disk that the log does not name: there was no log, or the user trusts the state more.
    private var unnamed: UnnamedState?
    private var isNamed = false
    /// Whether the log was made here, so that it may go again while it holds no change.
    private var madeLog = false
    /// Why the session is read-only; nil where it may change.
    private(set) var readOnlyReason: String?
    /// How many entries stand after the last save.
    private(set) var unsavedCount = 0

    /// What opening gives: the session as the state and the log make it, and what the user should know.
    struct Opened {
        let store: SessionStore
        let session: Session
        let notices: [String]
    }

    /// A state as it was found on disk.
    private struct UnnamedState {
        let status: DiskStatus
        let retired: GivenIdentifiers
        /// Whether it is laid out otherwise than this program lays it out.
        let isForeign: Bool
    }

    private init(path: String, disk: any Disk, journal: Journal, readOnlyReason: String?) {
        self.path = path
        self.disk = disk
        self.journal = journal
        self.readOnlyReason = readOnlyReason
    }

    /// The log that belongs to a state: `NAME.log` beside `NAME.json`.
    static func logPath(of path: String) -> String {
        (path.hasSuffix(".json") ? String(path.dropLast(5)) : path) + ".log"
    }

    private var logPath: String { SessionStore.logPath(of: path) }

    /// Opens a session; one that is not there is made at the first change.
    ///
    /// - Throws: a storage error where a file cannot be read, is no session, or the two do not belong together.
    static func open(_ path: String, disk: any Disk, readOnly: Bool, trust: Trust = .neither) throws(StorageError)
        -> Opened
    {
        let log = logPath(of: path)
        let stateBytes = try state(at: path, disk)
        let logBytes = try bytes(of: log, disk)
        var notices: [String] = []
        let contents =
            try logBytes.map { bytes throws(StorageError) in try LogFile.read(bytes, path: log) } ?? LogFile.Contents()
        if let dropped = contents.dropped { notices.append(dropped) }
        let status: DiskStatus?
        do { status = try disk.status(path) } catch { throw StorageError(reading: error) }
        let opening = SessionOpening(path: path, bytes: stateBytes, status: status, lines: contents.lines, trust: trust)
        let (session, unsaved) = try opening.session(&notices)
        let store = SessionStore(
            path: path, disk: disk, journal: Journal(lines: contents.lines),
            readOnlyReason: readOnly ? "it was opened with --read-only" : nil)
        store.unsavedCount = unsaved
        if let status, contents.lines.isEmpty || trust == .state {
            store.unnamed = UnnamedState(
                status: status, retired: session.retired, isForeign: session.saved == nil && !session.isEmpty)
        }
        if !readOnly, let logBytes {
            try store.takeLog(
                length: contents.length, isWhole: contents.length == logBytes.count, holding: contents.lines.count)
        }
        return Opened(store: store, session: session, notices: notices)
    }

    /// Makes a session on disk of one that was in memory; nothing may be there.
    static func make(_ path: String, disk: any Disk, journal: Journal) throws(StorageError) -> SessionStore {
        for other in [path, logPath(of: path)] {
            let status: DiskStatus?
            do { status = try disk.status(other) } catch { throw StorageError(reading: error) }
            guard let status else { continue }
            throw StorageError(
                "'\(other)' is there already" + (status.isFolder ? " and is a folder" : ""), exit: .cannotCreate)
        }
        let store = SessionStore(path: path, disk: disk, journal: journal, readOnlyReason: nil)
        store.unsavedCount = journal.lines.count
        return store
    }

    /// Makes sure that the log can be added to, before the first change.
    ///
    /// - Throws: a storage error where the session is read-only, or the log cannot be made.
    func prepareForChange(at time: String, by author: String) throws(StorageError) {
        if let reason = readOnlyReason { throw StorageError("'\(path)' cannot change: \(reason)", exit: .noPermission) }
        if !isLocked {
            try takeLog(length: 0, isWhole: true, holding: 0)
            madeLog = isLocked
        }
        if let reason = readOnlyReason { throw StorageError("'\(path)' cannot change: \(reason)", exit: .noPermission) }
        try nameState(at: time, by: author)
    }

    /// Names the state that stands, so that the log which goes on after it is known to belong to it.
    private func nameState(at time: String, by author: String) throws(StorageError) {
        guard let unnamed, !isNamed, !journal.isInGroup else { return }
        let bytes: [UInt8]
        let status: DiskStatus?
        do throws(DiskFailure) {
            status = try disk.status(path)
            bytes = try disk.read(path)
        } catch {
            throw StorageError(reading: error)
        }
        guard status == unnamed.status else {
            throw StorageError("'\(path)' was changed since it was read; open it again", exit: .badData)
        }
        let state = SavedState(
            size: bytes.count, modified: unnamed.status.modified, digest: Digest.of(bytes), retired: unnamed.retired,
            isForeign: unnamed.isForeign)
        try journal.append([.saved(state)], at: time, by: author)
        isNamed = true
    }

    /// Takes back a log that was made for a change that did not come about.
    func withdrawLog() {
        guard madeLog, !journal.isInGroup, journal.lines.allSatisfy(\.isSave) else { return }
        try? disk.remove(logPath)
        journal.begin()
        isLocked = false
        madeLog = false
        isNamed = false
    }

    private func takeLog(length: Int, isWhole: Bool, holding count: Int) throws(StorageError) {
        let descriptor: Int32
        do throws(DiskFailure) {
            guard let open = try lockedLog(length: length, isWhole: isWhole) else { return }
            descriptor = open
        } catch {
            if error.isRefusal {
                readOnlyReason = "its log cannot be written: \(error.reason)"
                return
            }
            throw StorageError(writing: error)
        }
        isLocked = true
        try journal.attach(
            disk, path: logPath, descriptor: descriptor, length: length, isHeld: count == journal.lines.count)
        if count > 0 { return }
        do { try disk.syncFolder(AtomicFile.folder(of: logPath)) } catch { throw StorageError(writing: error) }
    }

    /// The descriptor of the log, locked; nil, and the reason why, where another process has it.
    private func lockedLog(length: Int, isWhole: Bool) throws(DiskFailure) -> Int32? {
        let descriptor = try disk.open(logPath, .append)
        guard try disk.lock(descriptor, path: logPath) else {
            disk.close(descriptor)
            readOnlyReason = (disk.lockHolder(logPath).map { "process \($0)" } ?? "another process") + " has it open"
            return nil
        }
        if isWhole, try disk.status(logPath)?.size ?? 0 != length {
            disk.close(descriptor)
            readOnlyReason = "another process has changed it since it was read; open it again"
            return nil
        }
        return descriptor
    }

    /// Whether this process holds the lock.
    var holdsLock: Bool { isLocked }

    /// Takes note that entries were added.
    func noteEntries(_ count: Int) { unsavedCount += count }

    /// Writes the state: the log names it before it gets its name, so that one of them always belongs to the other.
    func save(_ session: Session, at time: String, by author: String) throws(StorageError) {
        try prepareForChange(at: time, by: author)
        let file = AtomicFile(disk: disk, path: path)
        var digest = Digest()
        let written: AtomicFile.Written
        do throws(DiskFailure) {
            written = try file.write { (put) throws(DiskFailure) in
                try SessionFile.write(session) { (piece) throws(DiskFailure) in
                    piece.withUnsafeBytes { digest.update($0) }
                    try put(piece)
                }
            }
        } catch {
            throw StorageError(writing: error)
        }
        let state = SavedState(
            size: written.status.size, modified: written.status.modified, digest: digest.finish(),
            retired: session.retired)
        do throws(StorageError) {
            try journal.append([.saved(state)], at: time, by: author)
        } catch {
            try? disk.remove(written.temporary)
            throw error
        }
        do { try file.commit(written) } catch { throw StorageError(writing: error) }
        unsavedCount = 0
    }

    /// Takes back the files of a session that could not be made.
    func abandon() {
        close()
        for file in [logPath, path] { try? disk.remove(file) }
    }

    /// Closes the log and gives its lock back.
    func close() { journal.close() }

    private static func state(at path: String, _ disk: any Disk) throws(StorageError) -> StateBytes? {
        let limit = JSONLimits().bytes
        do throws(DiskFailure) {
            guard let status = try disk.status(path) else { return nil }
            if status.size <= limit { return try disk.bytes(of: path) }
        } catch {
            throw StorageError(reading: error)
        }
        throw StorageError("'\(path)' is longer than the \(limit) bytes that a session may have", exit: .badData)
    }

    private static func bytes(of path: String, _ disk: any Disk) throws(StorageError) -> [UInt8]? {
        do throws(DiskFailure) {
            guard try disk.status(path) != nil else { return nil }
            return try disk.read(path)
        } catch {
            throw StorageError(reading: error)
        }
    }
}
