/// Puts a session together from its state and its log.
struct SessionOpening {
    let path: String
    let bytes: [UInt8]?
    let status: DiskStatus?
    let lines: [LogLine]
    let trust: SessionStore.Trust

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
            session.retire(given)
            return (session, lines.count)
        }
        if trust == .log { return (try fold(), lines.count) }
        guard let index = indexOfState(bytes) else { return try unnamed(bytes, &notices) }
        var session = try SessionFile.session(from: bytes, path: path)
        if case .saved(let state) = lines[index].entry.action { session.retire(state.retired) }
        for line in lines[(index + 1)...] { apply(line, to: &session) }
        let unsaved = lines[(index + 1)...].count { !$0.entry.isSave }
        return (session, unsaved)
    }

    /// The last entry that names the state: by size and time, else by its SHA-256.
    private func indexOfState(_ bytes: [UInt8]) -> Int? {
        var digest: String?
        for index in lines.indices.reversed() {
            guard case .saved(let state) = lines[index].entry.action, state.size == bytes.count else { continue }
            if state.modified == status?.modified { return index }
            let own = digest ?? Digest.of(bytes)
            digest = own
            if state.digest == own { return index }
        }
        return nil
    }

    /// A state that no entry names: damaged, or changed outside.
    private func unnamed(_ bytes: [UInt8], _ notices: inout [String]) throws(StorageError) -> (Session, unsaved: Int) {
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
        let last = trust == .log ? nil : lines.lastIndex { $0.entry.isSave }
        var session = Session()
        for (index, line) in lines.enumerated() {
            apply(line, to: &session)
            guard index == last, case .saved(let state) = line.entry.action else { continue }
            session.retire(state.retired)
            if Digest.of(SessionFile.bytes(of: session)) != state.digest { throw .stateIsGone(path) }
        }
        return session
    }

    /// The ids that the log gave.
    private var given: GivenIdentifiers {
        var given = GivenIdentifiers()
        for line in lines {
            for change in line.entry.changes where change.id != .session { change.id.map { given.insert($0) } }
            if case .saved(let state) = line.entry.action { given.formUnion(state.retired) }
        }
        return given
    }

    private func apply(_ line: LogLine, to session: inout Session) {
        for change in line.entry.changes { session.apply(change) }
    }

    /// How many records the file holds more, less and otherwise than the log.
    private static func difference(_ state: Session, _ log: Session) -> String {
        let added = state.records.filter { log[$0.id] == nil }.count
        let missing = log.records.filter { state[$0.id] == nil }.count
        let changed = state.records.filter { record in log[record.id].map { $0 != record } ?? false }.count
        return "\(added) records more, \(missing) less, \(changed) otherwise than its log"
    }
}

extension LogEntry {
    /// Whether the entry only says that the state was saved.
    var isSave: Bool {
        if case .saved = action { return true }
        return false
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
