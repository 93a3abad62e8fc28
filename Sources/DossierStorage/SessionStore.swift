import DossierLanguage
import DossierModel

/// A session on disk: its state and its log, side by side.
package final class SessionStore {
    package let path: String
    package let journal: Journal
    let disk: any Disk
    private var isLocked = false
    /// Which file the log is that was opened, whatever stands under its name by now.
    package private(set) var logIdentity: FileIdentity?
    /// The state on disk that the log does not name, where there was no log.
    var unnamed: UnnamedState?
    private var isNamed = false
    /// The state that was read, until its SHA-256 is compared with the one that the log names.
    var unproved: UnprovedState?
    /// The state as it stood on disk when it was last read or written.
    var known = KnownState(status: nil, digest: nil)
    /// Whether the state on disk is one that the user gave up for what the log makes; it is kept under another name.
    var setsStateAside = false
    /// Whether the log was made here, so that it may go again while it holds no change and names no state of ours.
    var madeLog = false
    /// Why the session is read-only; nil where it may change.
    package private(set) var readOnlyReason: String?
    /// Whether that is another process that has it open.
    private var isHeldElsewhere = false
    /// What the user should know and was not told yet.
    var warnings: [String] = []
    /// How many entries stand after the last save.
    package var unsavedCount = 0

    /// What opening gives: the session as the state and the log make it, and what the user should know.
    package struct Opened {
        package let store: SessionStore
        package let session: Session
        package let notices: [String]
        /// What the user accepts of a state that was changed outside; the session holds it, the log does not yet.
        package let accepted: OutsideChange?
        /// Whether neither the state nor the log is there yet.
        package let isNew: Bool
    }

    /// A state as it was found on disk.
    struct UnnamedState {
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
    package static func logPath(of path: String) -> String {
        (path.hasSuffix(".json") ? String(path.dropLast(5)) : path) + ".log"
    }

    package var logPath: String { SessionStore.logPath(of: path) }

    /// What the user should know and was not told yet.
    package func takeWarnings() -> [String] {
        defer { warnings = [] }
        return warnings
    }

    func warnAboutNetwork() {
        let folder = AtomicFile.folder(of: path)
        guard let name = disk.networkFileSystem(of: folder) else { return }
        warnings.append(
            "'\(folder)' is on a network file system (\(name)): locks may not work there, so do not let another machine write this session"
        )
    }

    /// Makes sure that the log can be added to, before the first change.
    ///
    /// - Throws: a storage error where the session is read-only, its state is damaged, or the log cannot be made.
    package func prepareForChange(at time: String, by author: String) throws(StorageError) {
        try expectChangeable()
        try proveState()
        if !isLocked {
            do { try takeLog(size: 0, length: 0) } catch { throw StorageError(writing: error) }
        }
        try expectChangeable()
        try nameState(at: time, by: author)
    }

    private func expectChangeable() throws(StorageError) {
        if let reason = readOnlyReason {
            throw StorageError(
                "'\(path)' cannot change: \(reason)",
                notes: isHeldElsewhere ? ["'open' tries again to open it for changes"] : [], exit: .noPermission)
        }
    }

    /// Proves the state that was read, once, before anything is built on it: opening believes its size and time.
    ///
    /// - Throws: a storage error where it is not the one that the log names.
    package func proveState() throws(StorageError) {
        guard let unproved else { return }
        if !unproved.holds {
            throw StorageError(
                "'\(path)' is damaged: its SHA-256 is not the one in its log",
                notes: ["nothing was changed; --trust log rebuilds it from the log"], exit: .badData)
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
            throw StorageError("'\(path)' has been changed since it was read; open it again", exit: .badData)
        }
        let state = SavedState(
            size: bytes.count, modified: unnamed.status.modified, digest: Digest.of(bytes),
            given: unnamed.given,
            isForeign: unnamed.isForeign)
        try journal.append(.saved(state), at: time, by: author)
        isNamed = true
    }

    /// Takes back a log that was made for a change that did not come about.
    package func withdrawLog() {
        guard madeLog, !journal.isInGroup, journal.changeCount == 0,
            (try? disk.status(logPath))??.identity == logIdentity
        else { return }
        do { try disk.remove(logPath) } catch { return }
        journal.begin()
        isLocked = false
        madeLog = false
        isNamed = false
    }

    /// Goes on in the log that was taken before the session was read; where it could not be had, the session is read-only.
    func begin(_ claim: LogClaim, length: Int, wasThere: Bool) throws(StorageError) {
        warnings += claim.warnings
        switch claim.obstacle {
        case .held(let holder): standBack(for: holder)
        // A session that is not there yet may be asked; its first change tells what the system does not allow.
        case .refused(let failure): readOnlyReason = wasThere ? "its log cannot be written: \(failure.reason)" : nil
        case nil:
            do { try attach(claim, length: length) } catch { throw StorageError(writing: error) }
        }
    }

    private func standBack(for holder: String) {
        readOnlyReason = holder + " has it open"
        isHeldElsewhere = true
    }

    private func attach(_ claim: LogClaim, length: Int) throws(DiskFailure) {
        guard claim.descriptor != nil else { return }
        // An empty log may be one of which the name never came onto the medium.
        if length == 0 { try disk.syncFolder(AtomicFile.folder(of: logPath)) }
        logIdentity = claim.identity
        isLocked = true
        madeLog = claim.isMade
        journal.attach(claim, disk, path: logPath, length: length)
    }

    /// Takes the log, which must have the size that it had when it was read, and goes on after what holds of it; where
    /// another process has it, the session is read-only. A failure leaves nothing behind, so that it can be tried again.
    func takeLog(size: Int, length: Int) throws(DiskFailure) {
        let claim = try LogClaim.take(logPath, on: disk, makes: true, waiting: 0)
        warnings += claim.warnings
        do throws(DiskFailure) {
            switch claim.obstacle {
            case .held(let holder): standBack(for: holder)
            case .refused(let failure): throw failure
            case nil where claim.size != size:
                readOnlyReason = "another process has changed it since it was read; open it again"
            case nil:
                try attach(claim, length: length)
                return
            }
        } catch {
            claim.giveBack(logPath, on: disk)
            throw error
        }
        claim.giveBack(logPath, on: disk)
    }

    /// Whether this process holds the lock.
    package var holdsLock: Bool { isLocked }

    /// Closes the log and gives its lock back; a log that was made for changes which did not come is removed.
    package func close() {
        withdrawLog()
        journal.close()
        isLocked = false
    }
}
