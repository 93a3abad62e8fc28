import DossierLanguage
import DossierModel

/// The files that nothing is written over, whatever the user says: those of a session that is open, what is recorded or
/// replayed, and the documents that sources were read from.
///
/// A file is the same under each of its names: links are followed, and device and inode compared.
package struct KeptFiles {
    let disk: any Disk
    /// The session whose sources were read from documents.
    let session: Session
    /// The folders below which these documents lie, so that a name alone tells one that was changed since.
    package var folders: [String] = []
    /// The code with which a program ends that is refused a file.
    package var refusal = Diagnostic.ExitCode.failure
    private var files: [File] = []
    private var logs: [File] = []

    /// A file, and whose it is.
    private struct File {
        /// Its path, links followed.
        let path: String
        let identity: FileIdentity?
        let what: String
    }

    package init(disk: any Disk, session: Session) {
        self.disk = disk
        self.session = session
    }

    /// Keeps a file.
    ///
    /// - Parameter identity: which file is meant, where another may stand under its name by now.
    /// - Throws: a storage error where it cannot be told which file it is.
    package mutating func keep(_ path: String, as what: String, identity: FileIdentity? = nil) throws(StorageError) {
        do throws(DiskFailure) {
            let status = try disk.status(path)
            // A terminal or a pipe cannot be written over.
            if status?.kind == .other { return }
            let identity = identity ?? status?.regularIdentity
            files.append(File(path: disk.resolved(path), identity: identity, what: what))
        } catch {
            throw StorageError(reading: error)
        }
    }

    /// Keeps the files of a session: its state, its log and what was folded of that, those too that are not there yet.
    ///
    /// - Throws: a storage error where it cannot be told which files they are.
    package mutating func keep(
        session path: String, of owner: String, log identity: FileIdentity? = nil
    ) throws(StorageError) {
        try keep(path, as: "\(owner)'s state")
        let logPath = disk.resolved(SessionStore.logPath(of: path))
        try keep(logPath, as: "\(owner)'s log", identity: identity)
        let archived = "kept with \(owner)'s log"
        logs.append(File(path: logPath, identity: nil, what: archived))
        for archive in archives(of: logPath) { try keep(archive, as: archived) }
        folders.append(AtomicFile.folder(of: path))
    }

    /// What stands beside a log under its name and a further ending.
    private func archives(of logPath: String) -> [String] {
        let folder = AtomicFile.folder(of: logPath)
        let names = (try? disk.names(in: folder)) ?? []
        return names.map { AtomicFile.path(of: $0, in: folder) }.filter { KeptFiles.isArchive($0, of: logPath) }
    }

    private static func isArchive(_ path: String, of logPath: String) -> Bool {
        path.utf8.starts(with: (logPath + ".").utf8)
            && !path.utf8.dropFirst(logPath.utf8.count).contains(UInt8(ascii: "/"))
    }

    /// Looks whether a file is one of those that are kept.
    ///
    /// - Parameters:
    ///   - path: its path, links followed.
    ///   - name: the name under which the user knows it.
    /// - Throws: a storage error that says which it is, or that it cannot be told.
    func check(_ path: String, named name: String) throws(StorageError) {
        let status: DiskStatus?
        do { status = try disk.status(path) } catch { throw StorageError(reading: error) }
        let identity = status?.regularIdentity
        var what = files.first { file in
            file.path.utf8.elementsEqual(path.utf8) || identity != nil && file.identity == identity
        }?.what
        if what == nil { what = logs.first { KeptFiles.isArchive(path, of: $0.path) }?.what }
        if what == nil, identity != nil { what = try document(at: path, size: status?.size ?? 0) }
        if let what { throw StorageError("'\(name)' is \(what); choose another file", exit: refusal) }
    }

    /// The source that was read from a file, as its bytes tell, or its name near the session.
    private func document(at path: String, size: Int) throws(StorageError) -> String? {
        let name = AtomicFile.name(of: path)
        let isNear = folders.contains { folder in
            let folder = disk.resolved(folder)
            return path.utf8.starts(with: (folder == "/" ? folder : folder + "/").utf8)
        }
        var digest: String?
        var namesake: Record?
        for source in session.records(of: .source) {
            if isNear, let file = source.text(.file), AtomicFile.name(of: file).utf8.elementsEqual(name.utf8) {
                namesake = namesake ?? source
            }
            guard size > 0, let known = source.text(.digest) else { continue }
            if digest == nil {
                do { digest = Digest.of(try disk.bytes(of: path)) } catch { throw StorageError(reading: error) }
            }
            if known == digest { return "the document of source '\(source.id)'" }
        }
        return namesake.map { "the document of source '\($0.id)', changed since it was read" }
    }
}

extension DiskStatus {
    /// Which file it is, where it is one that could be written over.
    fileprivate var regularIdentity: FileIdentity? { kind == .regular ? identity : nil }
}
