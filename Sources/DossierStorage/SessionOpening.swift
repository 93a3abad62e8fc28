import DossierLanguage
import DossierModel

/// Puts a session together from its state and its log.
struct SessionOpening {
    let path: String
    let bytes: StateBytes?
    let status: DiskStatus?
    let lines: [LogLine]
    let trust: Trust
    var watch: (any WorkWatch)?

    /// What the state and the log come to.
    struct Made {
        let session: Session
        /// How many entries of the log the state does not hold yet.
        let unsaved: Int
        /// The state, where its size and time alone say that it is the one which the log names.
        var unproved: UnprovedState?
        /// The SHA-256 of the state, where it is known.
        var digest: String?
        /// Whether the state is given up for what the log makes: the next save keeps it under another name.
        var leavesState = false
        /// What the user accepts of a state that was changed outside, which the log does not hold yet.
        var accepted: OutsideChange?
    }

    /// The session that the state and the log make.
    ///
    /// The state counts from the last entry that names it. Without a state, or with a damaged one, the log alone makes the
    /// session; without a log, the state stands.
    func session(_ notices: inout [String]) throws(StorageError) -> Made {
        guard let bytes else {
            if lines.isEmpty { return Made(session: Session(), unsaved: 0) }
            notices.append("'\(path)' is missing; the session was rebuilt from its log")
            return Made(session: try fold(), unsaved: lines.count)
        }
        if lines.isEmpty {
            return Made(session: try SessionFile.session(from: bytes, path: path, watch: watch), unsaved: 0)
        }
        switch trust {
        case .neither: break
        case .state: return try accepting(bytes)
        case .log:
            let session = try fold()
            return Made(
                session: session, unsaved: lines.count,
                leavesState: !SessionOpening.isWritten(session, as: bytes) && !isNamed(bytes))
        }
        var named = NamedState(bytes: bytes, status: status)
        for index in lines.indices.reversed() {
            guard let state = try saved(lines[index]), named.isNamed(by: state) else { continue }
            return try session(after: index, of: named)
        }
        return try unnamed(bytes, &notices)
    }

    /// The session that the state makes with the entries after the one that names it.
    func session(after index: Int, of named: NamedState) throws(StorageError) -> Made {
        let state = try saved(lines[index])
        var session = try SessionFile.session(named: state, named.bytes, path: path, watch: watch)
        let later = lines[(index + 1)...]
        for line in later.steps(of: work(of: later.count)) { try apply(line, to: &session) }
        try goOn()
        let unproved = state.map { UnprovedState(bytes: named.bytes, digest: $0.digest) }
        return Made(
            session: session, unsaved: later.count { !$0.isSave },
            unproved: named.isProved ? nil : unproved, digest: state?.digest)
    }

    /// The session of a state that was changed outside and is accepted: what the log makes, with the changes that lead from
    /// there to the state. Records that come in stand after those that were there.
    private func accepting(_ bytes: StateBytes) throws(StorageError) -> Made {
        let state = try SessionFile.session(from: bytes, path: path, watch: watch)
        var session = try fold()
        let digest = Digest.of(bytes)
        let change = OutsideChange(from: session, to: state, digest: digest)
        session.apply(change)
        return Made(
            session: session, unsaved: lines.count, digest: digest, accepted: change.isEmpty ? nil : change)
    }

    /// Whether an entry names a state: then it is an older one, which the log makes again.
    private func isNamed(_ bytes: StateBytes) -> Bool {
        var named = NamedState(bytes: bytes, status: status)
        return lines.contains { line in
            guard line.isSave, case .saved(let state)? = (try? line.entry())?.action else { return false }
            return named.isNamed(by: state)
        }
    }

    private static func isWritten(_ session: Session, as bytes: StateBytes) -> Bool {
        SessionFile.bytes(of: session).elementsEqual(bytes.buffer)
    }

    /// A state that no entry names: damaged, or changed outside.
    private func unnamed(_ bytes: StateBytes, _ notices: inout [String]) throws(StorageError) -> Made {
        let state: Session
        do throws(StorageError) { state = try SessionFile.session(from: bytes, path: path, watch: watch) } catch {
            try goOn()
            if !SessionFile.isDamaged(bytes) { throw error }
            let folded = try? fold()
            try goOn()
            guard let session = folded else { throw error }
            notices.append("\(error.problem); the session was rebuilt from its log")
            return Made(session: session, unsaved: lines.count, leavesState: true)
        }
        let folded = try? fold()
        try goOn()
        guard let session = folded else { throw .changedOutside(path, difference: nil) }
        if OutsideChange(from: session, to: state, digest: "").isEmpty {
            return Made(session: session, unsaved: lines.count, digest: Digest.of(bytes))
        }
        throw .changedOutside(path, difference: SessionOpening.difference(state, session))
    }

    /// The session that the log alone makes.
    ///
    /// The last state that the log names must come out of the entries before it; else it came from outside and is gone.
    private func fold() throws(StorageError) -> Session {
        let last = trust == .neither ? lines.lastIndex { $0.isSave } : nil
        var session = Session()
        for (index, line) in lines.enumerated().steps(of: work(of: lines.count)) {
            try apply(line, to: &session)
            guard index == last, let state = try saved(line) else { continue }
            if Digest.of(SessionFile.bytes(of: session)) != state.digest { throw .stateIsGone(path) }
        }
        try goOn()
        return session
    }

    private func work(of count: Int) -> Work {
        Work("taking \(AtomicFile.name(of: path)) from its log", .entries, of: count, for: watch)
    }

    /// Ends where the user wants it.
    private func goOn() throws(StorageError) {
        if watch?.isCancelled == true { throw .cancelled(path) }
    }

    /// Carries out an entry.
    func apply(_ line: LogLine, to session: inout Session) throws(StorageError) {
        let entry = try entry(of: line)
        switch entry.action {
        case .base(let base): session = try base.session(path)
        case .outside(let change):
            session.apply(change)
            return
        // What an entry of an older version says holds: it did not free ids.
        case .saved(let state): session.given = state.given
        default: break
        }
        for change in entry.changes { session.apply(change) }
    }

    private func saved(_ line: LogLine) throws(StorageError) -> SavedState? {
        guard line.isSave, case .saved(let state) = try entry(of: line).action else { return nil }
        return state
    }

    private func entry(of line: LogLine) throws(StorageError) -> LogEntry {
        try line.entry(in: SessionStore.logPath(of: path))
    }

    /// How many records the file holds more, less and otherwise than the log.
    private static func difference(_ state: Session, _ log: Session) -> String {
        let difference = SessionDifference(of: state, from: log)
        let changed = difference.changed.count { $0 != .session }
        return
            "compared with its log, \(difference.added.count) records were added, \(difference.missing.count) removed, \(changed) changed"
    }
}

extension StorageError {
    fileprivate static func stateIsGone(_ path: String) -> StorageError {
        StorageError(
            "the log of '\(path)' continues from a state that no longer exists",
            notes: ["restore the state file; or use --trust log for what the log alone contains"], exit: .badData)
    }

    fileprivate static func changedOutside(_ path: String, difference: String?) -> StorageError {
        StorageError(
            "'\(path)' was changed outside the program" + (difference.map { ": \($0)" } ?? ""),
            notes: [
                "--trust state accepts the file, as a change that 'undo' can reverse; --trust log rebuilds it from the log",
                "in the shell: 'open PATH trust=state' or 'open PATH trust=log'",
            ], exit: .badData)
    }
}

extension LogLine {
    /// What the line says, as a line of a file.
    package func entry(in path: String) throws(StorageError) -> LogEntry {
        do { return try entry() } catch {
            throw LogFile.damaged(path, entry: number, line: line, byte: byte, error)
        }
    }
}

extension LogBase {
    /// The session from which the log goes on.
    func session(_ path: String) throws(StorageError) -> Session {
        var session = try SessionFile.session(from: StateBytes(Array(state.text.utf8)), path: path)
        session.given = given
        if Digest.of(SessionFile.bytes(of: session)) == digest { return session }
        throw StorageError(
            "the state at the beginning of the log of '\(path)' is not the one that the log names", exit: .badData)
    }
}
