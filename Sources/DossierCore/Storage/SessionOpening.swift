/// Puts a session together from its state and its log.
struct SessionOpening {
    let path: String
    let bytes: StateBytes?
    let status: DiskStatus?
    let lines: [LogLine]
    let trust: Trust

    /// The session, and how many entries of the log its state does not hold yet.
    ///
    /// The state counts from the last entry that names it. Without a state, or with a damaged one, the log alone makes the
    /// session; without a log, the state stands.
    func session(_ notices: inout [String]) throws(StorageError) -> (Session, unsaved: Int) {
        guard let bytes else {
            if lines.isEmpty { return (Session(), 0) }
            notices.append("'\(path)' is not there; the session was made again from its log")
            return (try fold(), lines.count)
        }
        if lines.isEmpty || trust == .state {
            var session = try SessionFile.session(from: bytes, path: path)
            session.retire(try given())
            return (session, lines.count)
        }
        if trust == .log { return (try fold(), lines.count) }
        guard let index = try indexOfState(bytes) else { return try unnamed(bytes, &notices) }
        var session = try SessionFile.session(named: try saved(lines[index]), bytes, path: path)
        for line in lines[(index + 1)...] { try apply(line, to: &session) }
        let unsaved = lines[(index + 1)...].count { !$0.isSave }
        return (session, unsaved)
    }

    /// The last entry that names the state: by size and time, else by its SHA-256.
    private func indexOfState(_ bytes: StateBytes) throws(StorageError) -> Int? {
        var digest: String?
        for index in lines.indices.reversed() where lines[index].isSave {
            guard let state = try saved(lines[index]), state.size == bytes.count else { continue }
            if state.modified == status?.modified { return index }
            let own = digest ?? Digest.of(bytes.buffer)
            digest = own
            if state.digest == own { return index }
        }
        return nil
    }

    /// A state that no entry names: damaged, or changed outside.
    private func unnamed(_ bytes: StateBytes, _ notices: inout [String]) throws(StorageError) -> (Session, unsaved: Int)
    {
        let state: Session
        do throws(StorageError) { state = try SessionFile.session(from: bytes, path: path) } catch {
            if !SessionFile.isDamaged(bytes) { throw error }
            guard let session = try? fold() else { throw error }
            notices.append("\(error.problem); the session was made again from its log")
            return (session, lines.count)
        }
        guard let session = try? fold() else { throw .changedOutside(path, difference: nil) }
        if SessionFile.bytes(of: session) == SessionFile.bytes(of: state) { return (session, lines.count) }
        throw .changedOutside(path, difference: SessionOpening.difference(state, session))
    }

    /// The session that the log alone makes.
    ///
    /// The last state that the log names must come out of the entries before it; else it came from outside and is gone.
    private func fold() throws(StorageError) -> Session {
        let last = trust == .log ? nil : lines.lastIndex { $0.isSave }
        var session = Session()
        for (index, line) in lines.enumerated() {
            try apply(line, to: &session)
            guard index == last, let state = try saved(line) else { continue }
            session.retire(state.retired)
            if Digest.of(SessionFile.bytes(of: session)) != state.digest { throw .stateIsGone(path) }
        }
        return session
    }

    /// The ids that the log gave.
    private func given() throws(StorageError) -> GivenIdentifiers {
        var given = GivenIdentifiers()
        for line in lines {
            for change in try entry(of: line).changes where change.id != .session { change.id.map { given.insert($0) } }
            if let state = try saved(line) { given.formUnion(state.retired) }
        }
        return given
    }

    private func apply(_ line: LogLine, to session: inout Session) throws(StorageError) {
        for change in try entry(of: line).changes { session.apply(change) }
    }

    private func saved(_ line: LogLine) throws(StorageError) -> SavedState? {
        guard line.isSave, case .saved(let state) = try entry(of: line).action else { return nil }
        return state
    }

    private func entry(of line: LogLine) throws(StorageError) -> LogEntry {
        do { return try line.entry() } catch {
            throw LogFile.damaged(SessionStore.logPath(of: path), line: line.number, byte: line.bytes.startIndex, error)
        }
    }

    /// How many records the file holds more, less and otherwise than the log.
    private static func difference(_ state: Session, _ log: Session) -> String {
        let added = state.records.filter { log[$0.id] == nil }.count
        let missing = log.records.filter { state[$0.id] == nil }.count
        let changed = state.records.filter { record in log[record.id].map { $0 != record } ?? false }.count
        return "\(added) records more, \(missing) less, \(changed) otherwise than its log"
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
