/// A session on disk: its state and its log, side by side.
final class SessionStore {
    let path: String
    let journal: Journal
    let disk: any Disk
    private var isLocked = false
    /// Which file the log is that was opened, whatever stands under its name by now.
    private(set) var logIdentity: FileIdentity?
    /// The state on disk that the log does not name: there was no log, or the user trusts the state more.
    private var unnamed: UnnamedState?
    private var isNamed = false
    /// The state that was read, until its SHA-256 is compared with the one that the log names.
    private var unproved: UnprovedState?
    /// Whether the log was made here, so that it may go again while it holds no change and names no state of ours.
    private var madeLog = false
    /// Why the session is read-only; nil where it may change.
    private(set) var readOnlyReason: String?
    /// What the user should know and was not told yet.
    private var warnings: [String] = []
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
        let given: GivenIdentifiers
        /// Whether it is laid out otherwise than this program lays it out.
        let isForeign: Bool
    }

    init(path: String, disk: any Disk, journal: Journal, readOnlyReason: String?) {
        self.path = path
        self.disk = disk
        self.journal = journal
        self.readOnlyReason = readOnlyReason
    }

    /// The log that belongs to a state: `NAME.log` beside `NAME.json`.
    static func logPath(of path: String) -> String {
        (path.hasSuffix(".json") ? String(path.dropLast(5)) : path) + ".log"
    }

    var logPath: String { SessionStore.logPath(of: path) }

    /// Opens a session; one that is not there is made at the first change.
    ///
    /// - Throws: a storage error where a file cannot be read, is no session, or the two do not belong together.
    static func open(
        _ path: String, disk: any Disk, readOnly: Bool, trust: Trust = .neither, watch: (any WorkWatch)? = nil
    ) throws(StorageError) -> Opened {
        let log = LogSource(disk: disk, path: logPath(of: path), watch: watch)
        let state = try StateFile(path, disk)
        let size: Int?
        do { size = try disk.status(log.path)?.size } catch { throw StorageError(reading: error) }
        var notices: [String] = []
        let read = try read(state, log, size: size ?? 0, trust: trust, &notices)
        if let dropped = read.contents.dropped { notices.append(dropped) }
        let store = SessionStore(
            path: path, disk: disk, journal: Journal(read.contents.log),
            readOnlyReason: readOnly ? "it was opened with --read-only" : nil)
        store.unsavedCount = read.made.unsaved
        store.unproved = read.made.unproved
        let isEmpty = read.contents.lines.isEmpty
        if let status = state.status, isEmpty || trust == .state {
            store.unnamed = UnnamedState(
                status: status, given: read.made.session.given,
                isForeign: read.made.session.saved == nil && !read.made.session.isEmpty)
        }
        if !readOnly {
            store.warnAboutNetwork()
            if let size { try store.takeLogOfOpened(size: size, length: read.contents.length) }
        }
        return Opened(store: store, session: read.made.session, notices: notices + store.takeWarnings())
    }

    /// The session with the part of its log that was read.
    private struct Reading {
        let made: SessionOpening.Made
        let contents: LogFile.Contents
    }

    /// Reads the log from the last entry that names the state; the whole of it where there is none, or something does not
    /// hold, so that the error names the first place.
    private static func read(
        _ state: StateFile, _ log: LogSource, size: Int, trust: Trust, _ notices: inout [String]
    ) throws(StorageError) -> Reading {
        if trust == .neither, let bytes = state.bytes, let reading = try readTail(state, bytes, log, size: size) {
            return reading
        }
        var contents = LogFile.Contents()
        if let bytes = try log.bytes() { contents = try LogFile.read(bytes, path: log.path, watch: log.watch) }
        contents.log.file = log
        let opening = SessionOpening(
            path: state.path, bytes: state.bytes, status: state.status, lines: contents.lines, trust: trust,
            watch: log.watch)
        return Reading(made: try opening.session(&notices), contents: contents)
    }

    private static func readTail(_ state: StateFile, _ bytes: StateBytes, _ log: LogSource, size: Int)
        throws(StorageError) -> Reading?
    {
        var named = NamedState(bytes: bytes, status: state.status)
        guard let contents = try LogTail(source: log, size: size).read(naming: { named.isNamed(by: $0) }) else {
            return nil
        }
        let opening = SessionOpening(
            path: state.path, bytes: bytes, status: state.status, lines: contents.lines, trust: .neither,
            watch: log.watch)
        guard let made = try? opening.session(after: 0, of: named) else { return nil }
        return Reading(made: made, contents: contents)
    }

    /// What the user should know and was not told yet.
    func takeWarnings() -> [String] {
        defer { warnings = [] }
        return warnings
    }

    private func warnAboutNetwork() {
        let folder = AtomicFile.folder(of: path)
        guard let name = disk.networkFileSystem(of: folder) else { return }
        warnings.append(
            "'\(folder)' lies on a network (\(name)): a lock may not hold there, so let no other machine write this session"
        )
    }

    /// Makes sure that the log can be added to, before the first change.
    ///
    /// - Throws: a storage error where the session is read-only, its state is damaged, or the log cannot be made.
    func prepareForChange(at time: String, by author: String) throws(StorageError) {
        if let reason = readOnlyReason { throw StorageError("'\(path)' cannot change: \(reason)", exit: .noPermission) }
        try proveState()
        if !isLocked {
            do { try takeLog(size: 0, length: 0) } catch { throw StorageError(writing: error) }
            madeLog = isLocked
        }
        if let reason = readOnlyReason { throw StorageError("'\(path)' cannot change: \(reason)", exit: .noPermission) }
        try nameState(at: time, by: author)
    }

    /// Proves the state that was read, once, before anything is built on it: opening believes its size and time.
    ///
    /// - Throws: a storage error where it is not the one that the log names.
    func proveState() throws(StorageError) {
        guard let unproved else { return }
        if !unproved.holds {
            throw StorageError(
                "'\(path)' is damaged: its SHA-256 is not the one that its log names",
                notes: ["nothing was changed; --trust log makes it again from the log"], exit: .badData)
        }
        self.unproved = nil
    }

    /// Names the state that stands, so that the log which goes on after it is known to belong to it.
    private func nameState(at time: String, by author: String) throws(StorageError) {
        guard let unnamed, !isNamed, !journal.isInGroup else { return }
        let bytes: StateBytes
        let status: DiskStatus?
        do throws(DiskFailure) {
            status = try disk.status(path)
            bytes = try disk.bytes(of: path)
        } catch {
            throw StorageError(reading: error)
        }
        guard status == unnamed.status else {
            throw StorageError("'\(path)' was changed since it was read; open it again", exit: .badData)
        }
        let state = SavedState(
            size: bytes.count, modified: unnamed.status.modified, digest: Digest.of(bytes),
            given: unnamed.given,
            isForeign: unnamed.isForeign)
        try journal.append(.saved(state), at: time, by: author)
        isNamed = true
    }

    /// Takes back a log that was made for a change that did not come about.
    func withdrawLog() {
        guard madeLog, !journal.isInGroup, journal.changeCount == 0,
            (try? disk.status(logPath))??.identity == logIdentity
        else { return }
        do { try disk.remove(logPath) } catch { return }
        journal.begin()
        isLocked = false
        madeLog = false
        isNamed = false
    }

    /// Takes the log of a session that is opened; where the system does not allow it, the session is read-only.
    private func takeLogOfOpened(size: Int, length: Int) throws(StorageError) {
        do { try takeLog(size: size, length: length) } catch {
            guard error.isRefusal else { throw StorageError(writing: error) }
            readOnlyReason = "its log cannot be written: \(error.reason)"
        }
    }

    /// Opens and locks the log, which must have the size that it had when it was read, and goes on after what holds of it;
    /// where another process has it, the session is read-only. A failure leaves nothing behind, so that it can be tried again.
    func takeLog(size: Int, length: Int) throws(DiskFailure) {
        let descriptor = try disk.open(logPath, .append)
        do throws(DiskFailure) {
            readOnlyReason = try obstacle(descriptor, size: size)
            logIdentity = try disk.status(logPath)?.identity
            if length == 0 { try disk.syncFolder(AtomicFile.folder(of: logPath)) }
        } catch {
            disk.close(descriptor)
            throw error
        }
        if readOnlyReason != nil {
            disk.close(descriptor)
            return
        }
        isLocked = true
        journal.attach(disk, path: logPath, descriptor: descriptor, length: length)
    }

    /// Locks the log; gives the reason where this process cannot have it.
    private func obstacle(_ descriptor: Int32, size: Int) throws(DiskFailure) -> String? {
        do throws(DiskFailure) {
            if try !disk.lock(descriptor, path: logPath) {
                return SessionStore.holder(of: logPath, on: disk) + " has it open"
            }
        } catch {
            guard error.meansNoLocks else { throw error }
            warnings.append(
                "'\(logPath)' cannot be locked (\(error.reason)): nothing keeps another process from writing it too")
        }
        let now = try disk.status(logPath)?.size ?? 0
        return now == size ? nil : "another process has changed it since it was read; open it again"
    }

    /// Who holds the lock of a log, as far as the system says so.
    static func holder(of logPath: String, on disk: any Disk) -> String {
        guard let process = disk.lockHolder(logPath), process > 0 else { return "another process" }
        return "process \(process)" + (disk.programName(of: process).map { " (\($0))" } ?? "")
    }

    /// Whether this process holds the lock.
    var holdsLock: Bool { isLocked }

    /// Takes note that entries were added.
    func noteEntries(_ count: Int) { unsavedCount += count }

    /// Writes the state: the log names it before it gets its name, so that one of them always belongs to the other.
    func save(_ session: Session, at time: String, by author: String) throws(StorageError) {
        try prepareForChange(at: time, by: author)
        let file = AtomicFile(disk: disk, path: path)
        let (written, state) = try write(session, to: file)
        do { try journal.append(.saved(state), at: time, by: author) } catch {
            file.discard(written)
            throw error
        }
        madeLog = false
        do { try file.commit(written) } catch { throw StorageError(writing: error) }
        unsavedCount = 0
    }

    /// Writes a state beside its place; gives it, and what the log says of it.
    func write(_ session: Session, to file: AtomicFile) throws(StorageError) -> (AtomicFile.Written, SavedState) {
        let digest = Workbench(Digest())
        let written: AtomicFile.Written
        do throws(DiskFailure) {
            written = try file.write { (put) throws(DiskFailure) in
                try SessionFile.write(session) { (piece) throws(DiskFailure) in
                    digest.start(apart: piece.count >= SessionStore.worthAThread) { digest in
                        piece.withBytes { digest.update($0) }
                    }
                    try piece.withBytes(put)
                }
            }
        } catch {
            throw StorageError(writing: error)
        }
        do throws(StorageError) {
            let state = SavedState(
                size: written.status.size, modified: try distinctTime(of: written), digest: digest.use { $0.finish() },
                given: session.given)
            return (written, state)
        } catch {
            file.discard(written)
            throw error
        }
    }

    /// From how many bytes on they are hashed by another thread.
    private static let worthAThread = 1 << 18

    /// The time of a state that was written, by which it is told from the one in whose place it comes: nothing where the
    /// two share size and time, since the clock of files is coarse; then the hash alone tells.
    private func distinctTime(of written: AtomicFile.Written) throws(StorageError) -> String {
        let before: DiskStatus?
        do { before = try disk.status(path) } catch { throw StorageError(reading: error) }
        let isShared = before?.size == written.status.size && before?.modified == written.status.modified
        return isShared ? "" : written.status.modified
    }

    /// Closes the log and gives its lock back.
    func close() { journal.close() }
}
