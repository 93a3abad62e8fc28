import DossierModel

/// How the state is written, and what other programs made of the files is left alone.
extension SessionStore {
    /// Takes note that entries were added.
    package func noteEntries(_ count: Int) { unsavedCount += count }

    /// Writes the state: the log names it before it gets its name, so that one of them always belongs to the other.
    ///
    /// - Throws: a storage error where that fails, or another program has changed the files since: then they stay.
    package func save(_ session: Session, at time: String, by author: String) throws(StorageError) {
        try prepareForChange(at: time, by: author)
        try expectKnownState()
        let file = AtomicFile(disk: disk, path: path)
        let (written, state) = try write(session, to: file)
        do throws(StorageError) {
            try journal.append(.saved(state), at: time, by: author)
            // Writing may have taken long.
            try expectKnownState()
            try setStateAside()
        } catch {
            file.discard(written)
            throw error
        }
        madeLog = false
        do { try file.commit(written) } catch {
            known.successor = written.status
            throw StorageError(writing: error)
        }
        know(written, state)
        unsavedCount = 0
    }

    /// Takes note of the state that stands on disk.
    func know(_ written: AtomicFile.Written, _ state: SavedState) {
        known = KnownState(status: written.status, digest: state.digest)
    }

    /// Compares both files with what was left of them.
    ///
    /// - Throws: a storage error that says what another program has done to one of them.
    package func expectOwnFiles() throws(StorageError) {
        if holdsLock { try journal.expectOwnFile() }
        try expectKnownState()
    }

    private func expectKnownState() throws(StorageError) {
        do throws(DiskFailure) {
            switch try known.difference(from: path, on: disk) {
            case .none: return
            case .gone:
                warnings.append("'\(path)' was missing; it has been written again")
                known = KnownState(status: nil, digest: nil)
            case .other: throw .isAnother(path, "it is not the file that was last read or saved")
            }
        } catch {
            if error.meansChangedOutside { throw .changedOutside(error.path, error.reason) }
            throw StorageError(reading: error)
        }
    }

    /// Keeps a state that the user gave up under the first free name: `NAME.outside.json`.
    private func setStateAside() throws(StorageError) {
        guard setsStateAside else { return }
        do throws(DiskFailure) {
            guard try disk.status(path) != nil else { return }
            let other = try SessionStore.freeName(of: path, "outside", on: disk)
            try disk.keep(path, as: other)
            warnings.append("the file found in place of the state is kept as '\(other)'")
        } catch {
            throw StorageError(writing: error)
        }
        setsStateAside = false
    }

    /// The first path beside a session, `NAME.WORD.json` or with a number, where neither a state nor a log stands.
    package static func freeName(of path: String, _ word: String, on disk: any Disk) throws(DiskFailure) -> String {
        let stem = logPath(of: path).dropLast(".log".utf8.count)
        var number = 1
        while true {
            let other = "\(stem).\(word)\(number == 1 ? "" : "-\(number)").json"
            if try disk.status(other) == nil, try disk.status(logPath(of: other)) == nil { return other }
            number += 1
        }
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
}
