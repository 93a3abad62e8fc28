import DossierLanguage
import DossierModel
import DossierStorage

/// How the state is saved, and the log folded.
extension Engine {
    /// How many entries of the log a small state may lag behind before it is saved by itself.
    static let savedEvery = 1_000

    /// The same of a session of so many records. Saving takes as long as the session is large, so a large one waits for more
    /// entries: what it costs a command stays the same.
    static func savedEvery(in count: Int) -> Int { max(savedEvery, count / 200) }

    /// Saves after so many entries. A failure is a word beside the reply: the change itself is in the log.
    func saveByItself() -> String? {
        guard let store, !journal.isInGroup, store.unsavedCount >= Engine.savedEvery(in: session.count)
        else { return nil }
        do { try save() } catch { return "the state was not saved: \(error.problem)" }
        return nil
    }

    /// Saves the state; does nothing where the session is in memory only, or nothing changed since.
    package func save() throws(StorageError) {
        try saveState()
        standOnSavedState()
    }

    func saveState() throws(StorageError) {
        guard let store, store.unsavedCount > 0, store.readOnlyReason == nil else { return }
        try store.save(session, at: surroundings.now(), by: surroundings.author)
    }

    /// Goes on from the state that was just saved, where much was put since the last: its records then stand in the file, and
    /// questions go through their columns.
    func standOnSavedState() {
        guard let path, unsavedCount == 0, session.countOfPut >= Engine.savedEvery,
            let bytes = try? disk.bytes(of: path), let records = SavedRecords(bytes)
        else { return }
        var saved = Session(records)
        saved.given = session.given
        let names = resemblance
        replaceSession(with: saved)
        resemblance = names
    }

    /// Folds the log into a base, with which a new one begins; the session must be closed afterwards.
    ///
    /// - Throws: a storage error where the session is read-only, does not hold, or a file cannot be written.
    package func compact(keepsArchive: Bool) throws(StorageError) -> Compaction {
        guard let store else { throw StorageError("the session has no file yet", exit: .failure) }
        if let reason = store.readOnlyReason {
            throw StorageError("'\(store.path)' cannot change: \(reason)", exit: .noPermission)
        }
        let log = try journal.whole()
        let check = StorageCheck(path: store.path, disk: disk, session: session, head: log.head)
        if let fault = check.faults().first(where: { $0.severity == .error }) {
            throw StorageError(
                fault.text, notes: ["nothing was folded: a log is folded only if its session can be verified"],
                exit: .badData)
        }
        if log.lines.first?.sort == .base, log.lines.dropFirst().allSatisfy(\.isSave) {
            return Compaction(folded: 0, archive: nil)
        }
        return try store.compact(
            session, keepsArchive: keepsArchive, at: surroundings.now(), by: surroundings.author)
    }

    /// Saves into the session's own file, which it must have.
    func saveHere() throws(StorageError) {
        _ = try ownPath()
        try store?.save(session, at: surroundings.now(), by: surroundings.author)
        standOnSavedState()
    }

    /// Goes on in another file, with the whole log.
    ///
    /// - Throws: a storage error where a session cannot be made there, or what is there must not go.
    func save(
        as path: String, named name: String, overwrites: Bool, refusal: Diagnostic.ExitCode = .failure
    ) throws(StorageError) {
        let place = try NewSession(
            path, named: name, overwrites: overwrites, keeping: try keptFiles(refusal: refusal))
        try store?.proveState()
        let other = try writeCopy(to: place)
        store?.close()
        store = other
        journal = other.journal
        standOnSavedState()
    }
}
