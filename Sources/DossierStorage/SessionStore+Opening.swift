import DossierModel

/// How the files of a session are read: the log is taken, then the state and what the log has after it.
extension SessionStore {
    /// Opens the session that a path leads to, symbolic links followed; one that is not there is made at the first change.
    ///
    /// - Throws: a storage error where a file cannot be read, is no session, the two do not belong together, or another
    ///   process has the session for longer than a program waits.
    package static func open(
        _ path: String, disk: any Disk, access: Access, trust: Trust = .neither, watch: (any WorkWatch)? = nil
    ) throws(StorageError) -> Opened {
        let path = disk.resolved(path)
        var claim = LogClaim()
        if !access.isReader { claim = try self.claim(logPath(of: path), on: disk, access, session: path) }
        do throws(StorageError) {
            return try open(path, disk, claim, access, trust, watch)
        } catch {
            claim.giveBack(logPath(of: path), on: disk)
            throw error
        }
    }

    /// Takes the log of a session before it is read.
    private static func claim(
        _ logPath: String, on disk: any Disk, _ access: Access, session: String
    ) throws(StorageError) -> LogClaim {
        let claim: LogClaim
        do throws(DiskFailure) {
            claim = try LogClaim.take(logPath, on: disk, makes: access.isProgram, waiting: access.waiting)
        } catch {
            // Where the folder is missing nothing stands to be read, and the first change tells.
            if error.meansFileIsGone, access.isProgram { return LogClaim() }
            throw error.isUnfit ? StorageError(reading: error) : StorageError(writing: error)
        }
        if case .held(let holder)? = claim.obstacle, access.isProgram {
            throw .inUse(session, by: holder, waited: access.waiting)
        }
        return claim
    }

    private static func open(
        _ path: String, _ disk: any Disk, _ claim: LogClaim, _ access: Access, _ trust: Trust,
        _ watch: (any WorkWatch)?
    ) throws(StorageError) -> Opened {
        let log = LogSource(disk: disk, path: logPath(of: path), watch: watch, descriptor: claim.descriptor)
        let state = try StateFile(path, disk)
        var size = claim.size
        if claim.descriptor == nil {
            do { size = try disk.status(log.path)?.size ?? 0 } catch { throw StorageError(reading: error) }
        }
        var notices: [String] = []
        let read = try read(state, log, size: size, trust: trust, &notices)
        if let dropped = read.contents.dropped { notices.append(dropped) }
        let store = SessionStore(
            path: path, disk: disk, journal: Journal(read.contents.log),
            readOnlyReason: access.isReader ? "it was opened with --read-only" : nil)
        store.unsavedCount = read.made.unsaved
        store.unproved = read.made.unproved
        store.known = KnownState(status: state.status, digest: read.made.digest)
        store.setsStateAside = read.made.leavesState
        if let status = state.status, read.contents.lines.isEmpty {
            store.unnamed = UnnamedState(
                status: status, given: read.made.session.given,
                isForeign: read.made.session.saved == nil && !read.made.session.isEmpty)
        }
        if !access.isReader {
            store.warnAboutNetwork()
            try store.begin(claim, length: read.contents.length, wasThere: size > 0)
        }
        return Opened(
            store: store, session: read.made.session, notices: notices + store.takeWarnings(),
            accepted: read.made.accepted, isNew: state.bytes == nil && size == 0)
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
}
