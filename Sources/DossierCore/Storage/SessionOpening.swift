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
    }

    /// The session that the state and the log make.
    ///
    /// The state counts from the last entry that names it. Without a state, or with a damaged one, the log alone makes the
    /// session; without a log, the state stands.
    func session(_ notices: inout [String]) throws(StorageError) -> Made {
        guard let bytes else {
            if lines.isEmpty { return Made(session: Session(), unsaved: 0) }
            notices.append("'\(path)' is not there; the session was made again from its log")
            return Made(session: try fold(), unsaved: lines.count)
        }
        if lines.isEmpty || trust == .state {
            var session = try SessionFile.session(from: bytes, path: path, watch: watch)
            session.given.retire(try given())
            return Made(session: session, unsaved: lines.count)
        }
        if trust == .log { return Made(session: try fold(), unsaved: lines.count) }
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
            unproved: named.isProved ? nil : unproved)
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
            notices.append("\(error.problem); the session was made again from its log")
            return Made(session: session, unsaved: lines.count)
        }
        let folded = try? fold()
        try goOn()
        guard let session = folded else { throw .changedOutside(path, difference: nil) }
        if SessionFile.bytes(of: session) == SessionFile.bytes(of: state) {
            return Made(session: session, unsaved: lines.count)
        }
        throw .changedOutside(path, difference: SessionOpening.difference(state, session))
    }

    /// The session that the log alone makes.
    ///
    /// The last state that the log names must come out of the entries before it; else it came from outside and is gone.
    private func fold() throws(StorageError) -> Session {
        let last = trust == .log ? nil : lines.lastIndex { $0.isSave }
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

    /// All ids that the log ever held, where the session does not come out of it.
    func given() throws(StorageError) -> GivenIdentifiers {
        var given = GivenIdentifiers()
        for line in lines {
            let entry = try entry(of: line)
            for change in entry.changes where change.id != .session { change.id.map { given.retire($0) } }
            switch entry.action {
            case .saved(let state): given.retire(state.given)
            case .base(let base): given.retire(try base.session(path).given)
            default: continue
            }
        }
        return given
    }

    /// Carries out an entry.
    func apply(_ line: LogLine, to session: inout Session) throws(StorageError) {
        let entry = try entry(of: line)
        switch entry.action {
        case .base(let base): session = try base.session(path)
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
            "\(difference.added.count) records more, \(difference.missing.count) less, \(changed) otherwise than its log"
    }
}

extension StorageError {
    fileprivate static func stateIsGone(_ path: String) -> StorageError {
        StorageError(
            "the log of '\(path)' goes on from a state that is gone",
            notes: ["put the state back; --trust log takes what the log alone holds"], exit: .badData)
    }

    fileprivate static func changedOutside(_ path: String, difference: String?) -> StorageError {
        StorageError(
            "'\(path)' was changed outside the program" + (difference.map { ": \($0)" } ?? ""),
            notes: ["--trust state takes the file as it is, --trust log makes it again from the log"], exit: .badData)
    }
}

extension LogLine {
    /// What the line says, as a line of a file.
    func entry(in path: String) throws(StorageError) -> LogEntry {
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
            "the state that the log of '\(path)' begins with is not the one that it names", exit: .badData)
    }
}
