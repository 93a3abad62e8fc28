import DossierModel

/// What came of folding a log.
package struct Compaction: Sendable, Hashable {
    /// How many entries were folded.
    package let folded: Int
    /// The file that keeps them; nil where they were not kept.
    package let archive: String?

    package init(folded: Int, archive: String? = nil) {
        self.folded = folded
        self.archive = archive
    }
}

extension SessionStore {
    /// Folds all entries into a base with which a new log begins. The number and the hash of the last go on in it.
    ///
    /// A crash at any step leaves a session that opens: the state is saved and the new log is whole and synced beside the
    /// old one, and the old one has its second name, before the new one takes its place in one step.
    package func compact(_ session: Session, keepsArchive: Bool, at time: String, by author: String)
        throws(StorageError)
        -> Compaction
    {
        try save(session, at: time, by: author)
        let folded = journal.log.count
        do throws(DiskFailure) {
            let archive = keepsArchive ? try freeArchive() : nil
            let file = AtomicFile(disk: disk, path: logPath)
            let lines = try base(of: session, archive: archive.map(SessionStore.name), at: time, by: author)
            let written = try file.write(lines.map(\.bytes))
            do throws(DiskFailure) {
                if let archive { try disk.keep(logPath, as: archive) }
            } catch {
                file.discard(written)
                throw error
            }
            try file.commit(written)
            return Compaction(folded: folded, archive: archive.map(SessionStore.name))
        } catch {
            throw StorageError(writing: error)
        }
    }

    /// The lines with which the new log begins: the base, and the name of the state that stands on disk.
    private func base(of session: Session, archive: String?, at time: String, by author: String) throws(DiskFailure)
        -> [LogLine]
    {
        let bytes = SessionFile.bytes(of: session)
        guard let status = try disk.status(path) else { throw .isGone(path) }
        let digest = Digest.of(bytes)
        let state: JSONValue
        do throws(JSONError) { state = try JSONReader.read(bytes, duplicateKeys: .refused) } catch {
            throw DiskFailure(unfit: path, "the state cannot be read again: \(error)")
        }
        let number = journal.nextNumber
        let base = LogBase(state: state, digest: digest, given: session.given, archive: archive)
        let saved = SavedState(
            size: bytes.count, modified: status.modified, digest: digest, given: session.given)
        var entries = LogEntries()
        entries.add(LogEntry(number: number, at: time, by: author, action: .base(base)))
        entries.add(LogEntry(number: number + 1, at: time, by: author, action: .saved(saved)))
        var head = Array(journal.head.utf8)
        return entries.lines(after: &head)
    }

    /// The first name that is free: `NAME.log.1`, `NAME.log.2` and so on.
    private func freeArchive() throws(DiskFailure) -> String {
        var number = 1
        while try disk.status("\(logPath).\(number)") != nil { number += 1 }
        return "\(logPath).\(number)"
    }

    private static func name(_ path: String) -> String {
        path.pathNames.last ?? path
    }
}
