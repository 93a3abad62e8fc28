import DossierLanguage
import DossierModel

/// The files of a damaged session, as far as they can be read.
struct DamagedSession {
    let path: String
    /// The state with its SHA-256; nil where there is none, or it is no session.
    private(set) var state: (session: Session, digest: String)?
    /// Why the state is none; nil where there is no file, or it is one.
    private(set) var stateProblem: String?
    /// Whether there is a file under the name of the state.
    let hasStateFile: Bool
    let hasLog: Bool
    private(set) var salvage = LogSalvage([], from: [])
    /// How many entries come from what was folded and kept beside the log.
    private(set) var archivedCount = 0

    var logPath: String { SessionStore.logPath(of: path) }

    /// Reads the files.
    ///
    /// - Throws: a storage error where there are none, they cannot be read, or the state is one of a newer format.
    init(_ path: String, _ disk: any Disk) throws(StorageError) {
        self.path = path
        let file = try StateFile(path, disk)
        let log = try LogSource(disk: disk, path: SessionStore.logPath(of: path)).bytes()
        hasStateFile = file.bytes != nil
        hasLog = log != nil
        if !hasStateFile, !hasLog { throw StorageError("neither '\(path)' nor its log exists", exit: .noInput) }
        if let bytes = file.bytes {
            do throws(StorageError) {
                state = (try SessionFile.session(from: bytes, path: path), Digest.of(bytes))
            } catch {
                if SessionFile.isNewer(bytes) { throw error }
                stateProblem = error.problem
            }
        }
        if let log { salvage = try salvage(log, disk) }
        if state == nil, salvage.verified.isEmpty {
            throw StorageError(
                "nothing of '\(path)' can be verified",
                notes: [stateProblem ?? "there is no state file", "the first entry of its log is not valid"],
                exit: .badData)
        }
    }

    /// What the log holds; where it does not begin soundly, what was folded and kept before it comes first.
    private mutating func salvage(_ bytes: [UInt8], _ disk: any Disk) throws(StorageError) -> LogSalvage {
        let salvage = LogSalvage(bytes, from: [])
        if !salvage.verified.isEmpty { return salvage }
        var kept: [LogLine] = []
        var number = 1
        while let archive = try LogSource(disk: disk, path: "\(logPath).\(number)").bytes() {
            kept = LogSalvage(archive, from: kept).verified
            number += 1
        }
        archivedCount = kept.count
        return kept.isEmpty ? salvage : LogSalvage(bytes, from: kept)
    }

    /// The session that entries make, from a session on.
    func session(of lines: some Sequence<LogLine>, from session: Session = Session()) throws(StorageError) -> Session {
        let opening = SessionOpening(path: path, bytes: nil, status: nil, lines: [], trust: .log)
        var session = session
        for line in lines { try opening.apply(line, to: &session) }
        return session
    }

    /// The last of some lines that names the state that stands in its file.
    func naming(among lines: [LogLine]) -> (index: Int, saved: SavedState)? {
        guard let digest = state?.digest else { return nil }
        for (index, line) in lines.enumerated().reversed() where line.isSave {
            if case .saved(let saved)? = (try? line.entry())?.action, saved.digest == digest { return (index, saved) }
        }
        return nil
    }
}
