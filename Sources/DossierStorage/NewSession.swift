import DossierLanguage
import DossierModel

/// The files of a session that is saved under another name: its state, and its log so far, which names the state.
///
/// Both are whole and on the medium beside their places before one of them gets its name. A session that is there goes only
/// where the user says so, and in one step: until then one of its files makes the old session by itself, and from then on
/// one file makes the new one by itself.
package struct NewSession {
    private let disk: any Disk
    private let state: OutputFile
    private let log: OutputFile
    private let refusal: Diagnostic.ExitCode

    /// One of the two files, written beside its place.
    private struct Part {
        let file: AtomicFile
        let written: AtomicFile.Written
        /// Whether another file has its name.
        let isThere: Bool
    }

    /// Takes the name of a session.
    ///
    /// - Throws: a storage error where none can be made there, or what is there must not go.
    package init(_ path: String, named name: String, overwrites: Bool, keeping kept: KeptFiles) throws(StorageError) {
        disk = kept.disk
        refusal = kept.refusal
        state = try OutputFile(path, named: name, keeping: kept)
        log = try OutputFile(
            SessionStore.logPath(of: state.path), named: SessionStore.logPath(of: name), keeping: kept)
        for file in [state, log] {
            if file.isStream { throw StorageError("'\(file.name)' is not a regular file", exit: refusal) }
            try file.checkReplacing(overwrites)
        }
        if log.status != nil { try checkLog() }
    }

    /// A log goes with its session; a file of something else that has its name does not.
    private func checkLog() throws(StorageError) {
        let beginning = Array(#"{"entry":"#.utf8)
        let found: [UInt8]
        do { found = try disk.read(log.path, in: 0..<beginning.count) } catch { throw StorageError(reading: error) }
        if found.isEmpty || found == beginning { return }
        throw StorageError(
            "'\(log.name)' would be removed too, but is not the log of a session; choose another name", exit: refusal)
    }

    /// Makes the session.
    ///
    /// - Throws: a storage error where that fails: then what was there is as it was, or the new session has taken its place.
    package func make(_ session: Session, _ journal: Journal, at time: String, by author: String) throws(StorageError)
        -> SessionStore
    {
        let lock = try lockOld()
        defer { if let lock { disk.close(lock) } }
        let store = SessionStore(path: state.path, disk: disk, journal: journal, readOnlyReason: nil)
        let stateFile = AtomicFile(disk: disk, path: state.path)
        let logFile = AtomicFile(disk: disk, path: store.logPath)
        let (writtenState, saved) = try store.write(session, to: stateFile)
        store.know(writtenState, saved)
        let bytes: [UInt8]
        let writtenLog: AtomicFile.Written
        do throws(StorageError) {
            try journal.append(.saved(saved), at: time, by: author)
            bytes = journal.lines.flatMap(\.bytes)
            do { writtenLog = try logFile.write(CollectionOfOne(bytes[...])) } catch {
                throw StorageError(writing: error)
            }
        } catch {
            stateFile.discard(writtenState)
            throw error
        }
        let newState = Part(file: stateFile, written: writtenState, isThere: state.status != nil)
        let newLog = Part(file: logFile, written: writtenLog, isThere: log.status != nil)
        let (first, second) = logMakesAll ? (newLog, newState) : (newState, newLog)
        do throws(DiskFailure) {
            try put(first, second) { () throws(DiskFailure) in
                try store.takeLog(size: bytes.count, length: bytes.count)
            }
        } catch {
            if error.meansNameIsTaken { throw .isThere(state.name, exit: .cannotCreate) }
            throw StorageError(writing: error)
        }
        return store
    }

    /// Holds the lock of the session that is to go, so that no other process has it.
    private func lockOld() throws(StorageError) -> Int32? {
        if log.status == nil { return nil }
        do throws(DiskFailure) {
            let descriptor = try disk.open(log.path, .existing)
            do throws(DiskFailure) {
                if try disk.lock(descriptor, path: log.path) { return descriptor }
            } catch {
                if error.meansNoLocks { return descriptor }
                disk.close(descriptor)
                throw error
            }
            disk.close(descriptor)
        } catch {
            throw StorageError(writing: error)
        }
        let holder = LogClaim.holder(of: log.path, on: disk)
        throw StorageError("'\(state.name)' is open: \(holder) is writing it", exit: refusal)
    }

    /// Whether the log that is there makes its session without the state, or nothing is there.
    private var logMakesAll: Bool {
        guard log.status != nil else { return state.status == nil }
        guard state.status != nil else { return true }
        guard let whole = try? SessionStore.open(state.path, disk: disk, access: .reader),
            let told = try? SessionStore.open(state.path, disk: disk, access: .reader, trust: .log)
        else { return false }
        return SessionFile.bytes(of: whole.session) == SessionFile.bytes(of: told.session)
    }

    /// Gives both files their names, the first in one step; the old file that has the name of the second is set aside before.
    private func put(
        _ first: Part, _ second: Part, then finish: () throws(DiskFailure) -> Void
    ) throws(DiskFailure) {
        let folder = AtomicFile.folder(of: state.path)
        let aside = second.isThere ? TemporaryName.any(for: second.file.path) : nil
        var named = 0
        do throws(DiskFailure) {
            if let aside {
                try disk.rename(second.file.path, to: aside, replaces: false)
                try disk.syncFolder(folder)
            }
            try first.file.rename(first.written, replaces: first.isThere)
            named = 1
            try disk.syncFolder(folder)
            try second.file.rename(second.written, replaces: false)
            named = 2
            try disk.syncFolder(folder)
            try finish()
        } catch {
            if named == 0, let aside { try? disk.rename(aside, to: second.file.path, replaces: false) }
            if named > 0, let aside { try? disk.remove(aside) }
            for (number, part) in [first, second].enumerated() {
                if number >= named { part.file.discard(part.written) }
                // What took a free name goes again; what took another's place is all that there is.
                if number < named, !part.isThere { try? disk.remove(part.file.path) }
            }
            throw error
        }
        if let aside { try? disk.remove(aside) }
    }
}
