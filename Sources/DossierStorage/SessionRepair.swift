import DossierLanguage
import DossierModel

/// Saves what can be verified of a damaged session into a new one. The old files are read and never written.
///
/// An entry is verified where its hash is that of its bytes and it follows a verified one, from the beginning of the log on.
/// The state is verified where a sound entry of the log names its SHA-256. What follows that entry, and what leads to it, is
/// then verified too, though entries further up are damaged: so opening reads a session, and repair saves no less.
package struct SessionRepair {
    let path: String
    let disk: any Disk
    /// What the user believes beyond what is verified: the state as it stands.
    let trust: Trust

    /// What came of it.
    package struct Report: Sendable {
        /// What was saved, one sentence a line.
        package var saved: [String] = []
        /// What else was found, one sentence a line.
        package var notes: [String] = []
        /// What could not be saved, a record a line, then the history; nothing where all was.
        package var lost: [String] = []
    }

    /// Takes the session that is damaged.
    package init(path: String, disk: any Disk, trust: Trust) {
        self.path = disk.resolved(path)
        self.disk = disk
        self.trust = trust
    }

    /// Writes what is verified as a new session.
    ///
    /// - Throws: a storage error where there is nothing to save, or the new session cannot be made where it is meant to be.
    package func save(
        into new: String, named name: String? = nil, overwrites: Bool = false, at time: String, by author: String
    ) throws(StorageError) -> Report {
        let found = try DamagedSession(path, disk)
        let repaired = try RepairedSession(found, trust: trust)
        var kept = KeptFiles(disk: disk, session: repaired.session)
        kept.refusal = .cannotCreate
        try kept.keep(session: path, of: "the damaged session")
        let place = try NewSession(new, named: name ?? new, overwrites: overwrites, keeping: kept)
        let journal = try repaired.journal(at: time, by: author)
        let entries = journal.log.count - journal.log.start.count
        try place.make(repaired.session, journal, at: time, by: author).close()
        let records = repaired.session.count
        var report = repaired.report
        report.saved.insert(
            "'\(new)' holds \(records) \(records == 1 ? "record" : "records"), its log \(entries) \(entries == 1 ? "entry" : "entries")",
            at: 0)
        let losses = RepairLosses(found, repaired)
        report.lost = losses.lines
        report.notes += losses.notes
        return report
    }
}
