/// Saves what can be proved of a damaged session into a new one. The old files are read and never written.
///
/// An entry is proved where it has the hash that it names and follows a proved entry, from the beginning of the log on. The
/// state is proved where a proved entry names its SHA-256, or the proved entries make it.
public struct SessionRepair {
    let path: String
    let disk: any Disk
    /// What the user believes beyond what is proved: the state as it stands.
    let trust: Trust

    /// What came of it.
    public struct Report: Sendable {
        /// What was saved, one sentence a line.
        public var saved: [String] = []
        /// What could not be saved, one sentence a line; nothing where all was.
        public var lost: [String] = []
    }

    /// What a damaged session still proves.
    private struct Proof {
        var session = Session()
        var lines: [LogLine] = []
        var report = Report()
    }

    /// Takes the session that is damaged.
    public init(path: String, disk: any Disk, trust: Trust) {
        self.path = path
        self.disk = disk
        self.trust = trust
    }

    /// Writes what is proved as a new session.
    ///
    /// - Throws: a storage error where there is nothing to save, or the new session cannot be made where it is meant to be.
    public func save(
        into new: String, named name: String? = nil, overwrites: Bool = false, at time: String, by author: String
    ) throws(StorageError) -> Report {
        var proof = try proof()
        var kept = KeptFiles(disk: disk, session: proof.session)
        kept.refusal = .cannotCreate
        try kept.keep(session: path, of: "the damaged session")
        let place = try NewSession(new, named: name ?? new, overwrites: overwrites, keeping: kept)
        let before = proof.lines.first.map { LogStart(count: $0.number - 1, head: $0.previous) } ?? LogStart()
        let journal = Journal(LogLines(lines: proof.lines, start: before))
        try place.make(proof.session, journal, at: time, by: author).close()
        let (records, entries) = (proof.session.count, proof.lines.count)
        proof.report.saved.insert(
            "'\(new)' holds \(records) \(records == 1 ? "record" : "records"), its log \(entries) proved \(entries == 1 ? "entry" : "entries")",
            at: 0)
        return proof.report
    }

    private func proof() throws(StorageError) -> Proof {
        let state = try StateFile(path, disk)
        let logPath = SessionStore.logPath(of: path)
        let log = try LogSource(disk: disk, path: logPath).bytes()
        if state.bytes == nil, log == nil {
            throw StorageError("'\(path)' is not there, nor its log", exit: .noInput)
        }
        var proof = Proof()
        if let bytes = log {
            let salvage = try salvage(bytes, logPath, &proof.report)
            proof.lines = salvage.proved
            proof.report.lost = salvage.left.filter(\.isLoss).map { "line \($0.line), byte \($0.byte): \($0.text)" }
            proof.report.saved += salvage.left.filter { !$0.isLoss }.map { "line \($0.line): \($0.text)" }
        } else {
            proof.report.saved.append(
                "'\(logPath)' is not there: nothing proves the state, which is taken as it stands")
        }
        try put(state, &proof)
        return proof
    }

    /// The proved entries of the log; where it does not begin soundly, those of what was folded and kept before it.
    private func salvage(_ bytes: [UInt8], _ path: String, _ report: inout Report) throws(StorageError) -> LogSalvage {
        let salvage = LogSalvage(bytes, from: [])
        if !salvage.proved.isEmpty { return salvage }
        var kept: [LogLine] = []
        var number = 1
        while let archive = try LogSource(disk: disk, path: "\(path).\(number)").bytes() {
            kept = LogSalvage(archive, from: kept).proved
            number += 1
        }
        if kept.isEmpty { return salvage }
        report.saved.append("\(kept.count) entries are proved from what was folded and kept beside the log")
        return LogSalvage(bytes, from: kept)
    }

    /// The session that the proved entries make, the state taken into account.
    private func put(_ state: StateFile, _ proof: inout Proof) throws(StorageError) {
        let found = state.bytes.flatMap { bytes in try? SessionFile.session(from: bytes, path: path) }
        if let bytes = state.bytes, found == nil, !SessionFile.isDamaged(bytes) {
            _ = try SessionFile.session(from: bytes, path: path)
        }
        if trust == .state || proof.lines.isEmpty, let found {
            proof.session = found
            proof.session.given.retire(try opening(of: proof.lines).given())
            if trust == .state, !proof.lines.isEmpty {
                proof.report.saved.append("the state is taken as it stands, as --trust state asks")
            }
            return
        }
        if proof.lines.isEmpty {
            throw StorageError(
                "nothing can be proved of '\(path)'", notes: ["neither its state nor the first entry of its log holds"],
                exit: .badData)
        }
        var named = state.bytes.map { NamedState(digestOf: $0) }
        let opening = opening(of: proof.lines)
        var isNamed = false
        var foreign: Int?
        for line in proof.lines {
            try opening.apply(line, to: &proof.session)
            guard line.isSave, case .saved(let saved) = try line.entry(in: path).action else { continue }
            if let found, named?.isNamed(by: saved) == true {
                proof.session = found
                proof.session.given = saved.given
                isNamed = true
                foreign = nil
            } else if Digest.of(SessionFile.bytes(of: proof.session)) != saved.digest {
                foreign = line.number
            }
        }
        if let foreign {
            proof.report.lost.append(
                "the state from which the log goes on at entry \(foreign): its entries do not make it")
        }
        describe(state, found, isNamed, &proof)
    }

    private func opening(of lines: [LogLine]) -> SessionOpening {
        SessionOpening(path: path, bytes: nil, status: nil, lines: lines, trust: .log)
    }

    private func describe(_ state: StateFile, _ found: Session?, _ isNamed: Bool, _ proof: inout Proof) {
        if state.bytes == nil {
            proof.report.saved.append("'\(path)' is not there; the proved entries make it")
        } else if isNamed {
            proof.report.saved.append("the state is the one that a proved entry names")
        } else if let found {
            let difference = SessionDifference(of: found, from: proof.session)
            if difference.identifiers.isEmpty {
                proof.report.saved.append("the state is the one that the proved entries make")
                return
            }
            let records = difference.identifiers.map(\.text)
            let text =
                "no proved entry names the state; what it holds otherwise was not taken: "
                + records.prefix(20).joined(separator: ", ") + (records.count > 20 ? " …" : "")
                + " (--trust state takes it as it stands)"
            if proof.report.lost.isEmpty { proof.report.saved.append(text) } else { proof.report.lost.append(text) }
        } else {
            proof.report.saved.append("'\(path)' is damaged; the proved entries make it")
        }
    }
}

extension NamedState {
    /// A state that is known by its SHA-256 alone.
    fileprivate init(digestOf bytes: StateBytes) { self.init(bytes: bytes, status: nil) }
}
