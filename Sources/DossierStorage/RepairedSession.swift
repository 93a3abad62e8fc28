import DossierModel

/// What is saved of a damaged session: its records, and the log that makes them.
///
/// The log begins with the verified entries, which keep their hashes. Where the state proves more than they make, one entry
/// leads from them to where a later run of sound entries begins, and those follow, chained anew; or, where there is no such
/// run, to the state.
struct RepairedSession {
    private(set) var session: Session
    private(set) var report = SessionRepair.Report()
    /// The bytes of the log, from 1 on, whose lines are not saved, but what they did is in the records.
    private(set) var history = 1..<1
    /// The first byte of the log behind all that is saved.
    private(set) var end = 1
    private let verified: [LogLine]
    /// What leads from the verified entries to the run, or to the state; nil where nothing is between them.
    private var bridge: OutsideChange?
    /// The later entries that are saved, and by how much their numbers change.
    private var run: [LogEntry] = []

    /// Finds what can be saved.
    ///
    /// - Throws: a storage error where an entry is none of this format.
    init(_ found: DamagedSession, trust: Trust) throws(StorageError) {
        verified = found.salvage.verified
        session = try found.session(of: verified)
        if let last = verified.last, verified.count > found.archivedCount { end = last.byte + last.bytes.count }
        history = end..<end
        if found.archivedCount > 0 {
            report.saved.append(
                "\(found.archivedCount) entries are verified from the folded entries kept beside the log")
        }
        try takeState(found, trust)
        if !found.hasLog { report.notes.append("'\(found.logPath)' is missing: nothing verifies the state") }
        if !found.hasStateFile {
            report.notes.append("'\(found.path)' is missing; it is rebuilt from the verified entries")
        }
        if let problem = found.stateProblem {
            report.notes.append("\(problem); it was not used: the session is rebuilt from the verified entries")
        }
        for left in found.salvage.left where !left.isLoss || left.byte < history.lowerBound {
            report.notes.append("line \(left.line) of the log: \(left.problem)")
        }
        retireIdentifiers(of: found)
    }

    private mutating func takeState(_ found: DamagedSession, _ trust: Trust) throws(StorageError) {
        guard let state = found.state else { return }
        if try takeVerified(state.session, found) { return }
        let difference = OutsideChange(from: session, to: state.session, digest: state.digest)
        if difference.isEmpty {
            report.saved.append("the state matches the verified entries")
        } else if trust == .state || verified.isEmpty {
            report.saved.append(
                "the state, as it is" + (trust == .state ? ", as --trust state asks" : "; nothing verifies it"))
            take(difference)
        }
    }

    /// Takes the state where a sound entry names it, with the entries around that one.
    private mutating func takeVerified(_ state: Session, _ found: DamagedSession) throws(StorageError) -> Bool {
        for run in found.salvage.runs.reversed() {
            let run = Array(run[..<(LogFile.openGroup(of: run) ?? run.count)])
            guard let (index, saved) = found.naming(among: run), let last = run.last else { continue }
            var named = state
            named.given = saved.given
            let whole = try found.session(of: run[(index + 1)...], from: named)
            report.saved.append(
                "the state, which entry \(run[index].number) names"
                    + (index + 1 < run.count ? ", with the \(run.count - index - 1) entries after it" : ""))
            end = last.byte + last.bytes.count
            if try follow(run, of: found, to: named, at: index, making: whole) {
                history = history.lowerBound..<run[0].byte
            } else {
                history = history.lowerBound..<end
                take(OutsideChange(from: session, to: whole, digest: saved.digest))
            }
            session.given = whole.given
            return true
        }
        guard let (index, saved) = found.naming(among: verified) else { return false }
        var named = state
        named.given = saved.given
        session = try found.session(of: verified[(index + 1)...], from: named)
        report.saved.append("the state, which entry \(verified[index].number) names")
        return true
    }

    /// Goes on with the entries of a run, from where it begins; false where they do not tell all by themselves.
    private mutating func follow(
        _ run: [LogLine], of found: DamagedSession, to named: Session, at index: Int, making whole: Session
    ) throws(StorageError) -> Bool {
        var entries: [LogEntry] = []
        for line in run {
            guard let entry = try? line.entry() else { return false }
            if case .base = entry.action { return false }
            entries.append(entry)
        }
        guard RepairedSession.isSelfContained(entries),
            let before = try? named.rewound(before: entries[...index])
        else { return false }
        let bridge = OutsideChange(from: session, to: before, digest: "")
        var bridged = session
        bridged.apply(bridge)
        let made = try found.session(of: run, from: bridged)
        guard OutsideChange(from: made, to: whole, digest: "").isEmpty else { return false }
        session = made
        self.bridge = bridge
        self.run = entries
        return true
    }

    /// Whether entries take back and take again only steps that stand among them.
    private static func isSelfContained(_ entries: [LogEntry]) -> Bool {
        let first = entries.first?.number ?? 0
        return entries.allSatisfy { entry in
            switch entry.action {
            case .undo(let steps, _), .redo(let steps, _): steps.allSatisfy { $0 >= first }
            case .end(let begin): begin >= first
            default: true
            }
        }
    }

    private mutating func take(_ change: OutsideChange) {
        bridge = change
        session.apply(change)
    }

    /// No id of a record that the log names comes again, though what was done with it is not saved.
    private mutating func retireIdentifiers(of found: DamagedSession) {
        for left in found.salvage.left {
            for change in left.entry?.changes ?? [] {
                guard let id = change.id, id != .session, session[id] == nil else { continue }
                session.given.retire(id)
            }
        }
    }

    /// The log, in memory.
    ///
    /// - Throws: a storage error where it cannot be chained.
    func journal(at time: String, by author: String) throws(StorageError) -> Journal {
        let start = verified.first.map { LogStart(count: $0.number - 1, head: $0.previous) } ?? LogStart()
        let journal = Journal(LogLines(lines: verified, start: start))
        if let bridge, !bridge.isEmpty || !run.isEmpty { try journal.append(.outside(bridge), at: time, by: author) }
        let shift = (run.first?.number ?? 0) - journal.nextNumber
        for entry in run { try journal.append(entry.action.shifted(by: shift), at: entry.at, by: entry.by) }
        return journal
    }
}

extension LogEntry.Action {
    /// The same where the numbers of the entries that it names are less by some.
    fileprivate func shifted(by count: Int) -> LogEntry.Action {
        switch self {
        case .undo(let steps, let changes): .undo(steps.map { $0 - count }, changes: changes)
        case .redo(let steps, let changes): .redo(steps.map { $0 - count }, changes: changes)
        case .end(let begin): .end(begin - count)
        default: self
        }
    }
}
