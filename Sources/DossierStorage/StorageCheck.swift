import DossierModel

/// Reads the files of a session anew and finds what does not hold: the chain of the log and of what was folded, the state
/// as the log names it, and both against each other.
package struct StorageCheck {
    package let path: String
    package let disk: any Disk
    /// The session in memory, and the hash of the entry up to which it knows the log.
    package let session: Session
    package let head: String
    package var watch: (any WorkWatch)?

    package init(path: String, disk: any Disk, session: Session, head: String, watch: (any WorkWatch)? = nil) {
        self.path = path
        self.disk = disk
        self.session = session
        self.head = head
        self.watch = watch
    }

    private var source: LogSource { LogSource(disk: disk, path: SessionStore.logPath(of: path), watch: watch) }

    /// What does not hold, the log first; not all of it where the user wants it to end.
    package func faults() -> [StorageFault] {
        var faults: [StorageFault] = []
        do throws(StorageError) {
            let state = try StateFile(path, disk)
            guard let contents = try log() else {
                if state.bytes != nil { faults.append(.warning("there is no log to verify '\(path)'")) }
                return faults
            }
            if let dropped = contents.dropped { faults.append(.error(dropped)) }
            let parts = try LogArchive(source: source).parts(of: contents.log)
            if let missing = parts.missing {
                faults.append(.warning("'\(missing)' is missing: it contains the entries that were folded"))
            }
            try check(state, contents.lines, &faults)
        } catch {
            faults.append(.error(error.problem))
        }
        return faults
    }

    private func log() throws(StorageError) -> LogFile.Contents? {
        guard let bytes = try source.bytes(), !bytes.isEmpty else { return nil }
        return try LogFile.read(bytes, path: source.path, watch: watch)
    }

    /// The state must be the one that the last entry names which can, and must come out of the entries before it.
    private func check(_ state: StateFile, _ lines: [LogLine], _ faults: inout [StorageFault]) throws(StorageError) {
        let saves = try saves(lines)
        let digest = state.bytes.map { Digest.of($0) }
        let named = saves.last { $0.state.digest == digest }
        if named == nil, let bytes = state.bytes { faults.append(.error(problem(of: bytes))) }
        if state.bytes == nil, !saves.isEmpty {
            faults.append(.warning("'\(path)' is missing; it can be rebuilt from the log"))
        }
        let opening = SessionOpening(path: path, bytes: nil, status: nil, lines: lines, trust: .log)
        var folded = Session()
        var isFolded = true
        let work = Work("verifying \(AtomicFile.name(of: path)) by its log", .entries, of: lines.count, for: watch)
        for (index, line) in lines.enumerated().steps(of: work) {
            try opening.apply(line, to: &folded)
            guard index == saves.first?.index || index == named?.index || index == saves.last?.index,
                let save = saves.first(where: { $0.index == index })
            else { continue }
            if Digest.of(SessionFile.bytes(of: folded)) == save.state.digest { continue }
            if save.index == named?.index, let bytes = state.bytes {
                faults.append(
                    .warning("the log continues at entry \(line.number) from a state that its entries do not lead to"))
                folded = try SessionFile.session(from: bytes, path: path)
            } else {
                isFolded = false
            }
        }
        guard isFolded || named != nil, lines.last?.hash == head else { return }
        if SessionFile.bytes(of: folded) != SessionFile.bytes(of: session) {
            faults.append(.error("the session in memory does not match its files"))
        }
    }

    private func saves(_ lines: [LogLine]) throws(StorageError) -> [(index: Int, state: SavedState)] {
        var saves: [(index: Int, state: SavedState)] = []
        for (index, line) in lines.enumerated() where line.isSave {
            if case .saved(let state) = try line.entry(in: source.path).action { saves.append((index, state)) }
        }
        return saves
    }

    /// Why a state is not the one that the log names.
    private func problem(of bytes: StateBytes) -> String {
        do throws(StorageError) {
            let found = try SessionFile.session(from: bytes, path: path)
            let records = SessionDifference(of: found, from: session).identifiers.map(\.text)
            let named = records.isEmpty ? "" : "; it differs in " + records.prefix(10).joined(separator: ", ")
            return "'\(path)' is not the state that its log names: the SHA-256 differs" + named
        } catch {
            return error.problem
        }
    }
}

extension StorageFault {
    fileprivate static func error(_ text: String) -> StorageFault { StorageFault(severity: .error, text: text) }

    fileprivate static func warning(_ text: String) -> StorageFault { StorageFault(severity: .warning, text: text) }
}
