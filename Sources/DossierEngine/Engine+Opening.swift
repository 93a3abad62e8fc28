import DossierAnalysis
import DossierModel
import DossierStorage

/// How a session comes and goes.
extension Engine {
    /// Saves and closes the session; gives what the user should know.
    ///
    /// Where another program has changed its files they stay as they are, and what they do not hold is kept beside them.
    ///
    /// - Throws: a storage error where the state cannot be saved.
    @discardableResult
    package func close() throws(StorageError) -> [String] {
        recording?.close()
        recording = nil
        defer { store?.close() }
        do throws(StorageError) {
            try saveState()
            return store?.takeWarnings() ?? []
        } catch {
            guard error.isFromOutside else { throw error }
            let kept = try keepAside()
            throw StorageError(
                error.problem, notes: [kept ?? "every command of this session is in its log"], exit: error.exit)
        }
    }

    /// Opens a session in the place of this one.
    func open(_ path: String, access: Access, trust: Trust) throws(StorageError) {
        let opened = try SessionStore.open(
            path, disk: disk, access: access, trust: trust, watch: surroundings.watch)
        store?.close()
        store = opened.store
        journal = opened.store.journal
        replaceSession(with: opened.session)
        history = nil
        selection = Selection()
        notices = opened.notices
        isNew = opened.isNew
        if let reason = opened.store.readOnlyReason, !access.isReader { notices.append("read-only: \(reason)") }
        if let accepted = opened.accepted, readOnlyReason == nil { try logAccepted(accepted) }
    }

    /// Makes an entry of the log of what the user accepted of a state that was changed outside, and saves, so that the log
    /// names the state from then on.
    private func logAccepted(_ accepted: OutsideChange) throws(StorageError) {
        try log(.outside(accepted))
        try saveState()
        notices.append(
            "the change from outside is entry \(journal.log.count - 1) of the log (\(accepted.counts)); 'undo' reverses it"
        )
    }

    /// Reads the session of this engine again, where another program has changed its files, or another process wrote it.
    ///
    /// What only this process holds is kept beside the files; nothing is given up before it is known that they can be read.
    func openAgain(_ path: String, trust: Trust) throws(StorageError) {
        let isOwn: Bool
        do throws(StorageError) {
            try store?.expectOwnFiles()
            isOwn = true
        } catch {
            if !error.isFromOutside { throw error }
            isOwn = false
        }
        if isOwn, store?.holdsLock == true, trust == .neither { return try save() }
        _ = try SessionStore.open(path, disk: disk, access: .reader, trust: trust, watch: surroundings.watch)
        var kept: String?
        if isOwn { try save() } else { kept = try keepAside() }
        store?.close()
        try open(path, access: .person(waiting: 0), trust: trust)
        if let kept { notices.append(kept) }
    }

    /// Keeps this session beside its files, `NAME.kept.json` with its log, where another program has put another log in the
    /// place of its own; gives what the user should know, nothing where all of it is in the log.
    private func keepAside() throws(StorageError) -> String? {
        guard let store, store.holdsLock else { return nil }
        do throws(StorageError) {
            try journal.expectOwnFile()
            return nil
        } catch {
            if !error.isFromOutside { throw error }
        }
        if try journal.isBeginning(of: LogSource(disk: disk, path: store.logPath)) { return nil }
        let path: String
        do { path = try SessionStore.freeName(of: store.path, "kept", on: disk) } catch {
            throw StorageError(reading: error)
        }
        try writeCopy(to: try NewSession(path, named: path, overwrites: false, keeping: try keptFiles())).close()
        return "this session is no longer in its files; it is kept as '\(path)'"
    }

    /// Writes this session as a new one, with its log as far as it can still be read.
    func writeCopy(to place: NewSession) throws(StorageError) -> SessionStore {
        var log: LogLines
        do throws(StorageError) { log = try journal.whole() } catch {
            guard isChangedOutside else { throw error }
            log = LogLines()
        }
        log.file = nil
        return try place.make(session, Journal(log), at: surroundings.now(), by: surroundings.author)
    }

    private var isChangedOutside: Bool {
        do throws(StorageError) { try store?.expectOwnFiles() } catch { return error.isFromOutside }
        return false
    }
}
