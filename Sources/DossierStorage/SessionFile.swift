import DossierLanguage
import DossierModel

/// Writes and reads the state of a session as JSON: one record a line, in the order in which records were made. Absent values
/// are left out.
package enum SessionFile {
    /// The format that is written, and the newest that is read.
    package static let format = StateLayout.format

    /// The bytes of a session's state.
    package static func bytes(of session: Session) -> [UInt8] {
        var bytes: [UInt8] = []
        write(session) { $0.withBytes { bytes += $0 } }
        return bytes
    }

    /// Writes a session's state piece by piece, each of a few megabytes.
    ///
    /// Records that stand as they were saved come over in the bytes from which they were read, those that follow each other
    /// in one go.
    static func write<Failure: Error>(
        _ session: Session, to write: (StatePiece) throws(Failure) -> Void
    ) throws(Failure) {
        var piece: [UInt8] = []
        // The piece before, which whoever took it may still look at while the next is made.
        var before: [UInt8] = []
        var writer = JSONWriter()
        var isFirst = true
        func handOn() throws(Failure) {
            if piece.isEmpty { return }
            try write(.made(piece[...]))
            swap(&piece, &before)
            piece.removeAll(keepingCapacity: true)
        }
        func separate() {
            piece += (isFirst ? "\n" : ",\n").utf8
            isFirst = false
        }
        func add(_ slots: Range<Session.Slot>) throws(Failure) {
            guard let (bytes, range) = session.savedBytes(of: slots) else { return }
            separate()
            if piece.count + range.count < SessionFile.pieceSize {
                piece += bytes.buffer[range]
                return
            }
            try handOn()
            for start in stride(from: range.lowerBound, to: range.upperBound, by: SessionFile.savedPieceSize) {
                try write(.saved(bytes, start..<min(start + SessionFile.savedPieceSize, range.upperBound)))
            }
        }
        func addRecord(at slot: Session.Slot) throws(Failure) {
            if let bytes = session.bytes(at: slot) {
                separate()
                piece += bytes
            } else if let record = session.record(at: slot) {
                separate()
                record.write(to: &writer)
                piece += writer.written
                writer.removeBytes()
            }
            if piece.count >= SessionFile.pieceSize { try handOn() }
        }
        piece += "{\n\"dossier\": \(header(of: session).text)".utf8
        for kind in Kind.listed {
            piece += ",\n\"\(kind.plural)\": [".utf8
            isFirst = true
            let order = session.order(of: kind)
            var start = order.saved.lowerBound
            for changed in session.slotsReplaced.filter(order.saved.contains).sorted() {
                try add(start..<changed)
                try addRecord(at: changed)
                start = changed + 1
            }
            try add(start..<order.saved.upperBound)
            for slot in order.added { try addRecord(at: slot) }
            piece += (isFirst ? "]" : "\n]").utf8
        }
        for member in session.unknownMembers {
            piece += ",\n\(JSONValue.string(member.key).text): \(member.value.text)".utf8
        }
        piece += "\n}\n".utf8
        try handOn()
    }

    /// How much of a state is made at a time.
    static let pieceSize = 1 << 22

    /// How much comes over from the state before at a time.
    private static let savedPieceSize = 1 << 24

    private static func header(of session: Session) -> JSONValue {
        guard case .object(let object) = session.header.json() else { return .null }
        let format = JSONMember(key: "format", value: .number(JSONNumber(SessionFile.format)))
        return .object(JSONObject(members: [format] + object.members))
    }

    /// Reads a state that may come from anywhere: each record is read and checked. Where it is laid out as this program lays
    /// it out, its records stay in the bytes. Nothing tells which numbers were dropped, so all up to the highest count as such.
    ///
    /// - Throws: a storage error where the bytes are no session, or one of a newer format.
    static func session(
        from bytes: StateBytes, path: String, watch: (any WorkWatch)? = nil
    ) throws(StorageError) -> Session {
        if let records = SavedRecords(bytes), let given = records.check() {
            var session = Session(records)
            session.given = given
            session.given.assumeRetired()
            return session
        }
        let work = Work("reading \(AtomicFile.name(of: path))", .bytes, of: bytes.count, stride: 1 << 16, for: watch)
        do throws(StateFault) {
            var session = try StateReader.session(of: bytes, as: work)
            session.given.assumeRetired()
            return session
        } catch {
            switch error {
            case .cancelled: throw .cancelled(path)
            case .json(let fault):
                let lines = bytes.buffer.split(separator: 0x0A, omittingEmptySubsequences: false)
                if let mark = lines.lazy.compactMap({ ConflictMarker.mark(of: $0) }).first {
                    throw StorageError(
                        "'\(path)' is not a session: it contains a conflict marker of git, '\(mark)'",
                        notes: ["resolve the conflict in the file, or take one side with 'git checkout --ours'"],
                        exit: .badData)
                }
                throw StorageError(
                    "'\(path)' is not a session: line \(fault.line), column \(fault.column): \(fault.problem)",
                    exit: .badData)
            case .content(let problem): throw StorageError("'\(path)' is not a session: \(problem)", exit: .badData)
            case .format(let version):
                throw StorageError(
                    "'\(path)' has format \(version); this program reads up to \(format)",
                    notes: ["a newer version of dossier can read it"], exit: .badData)
            }
        }
    }

    /// The session of a state that the log names: its records are read when they are asked for.
    ///
    /// - Throws: a storage error where the bytes are no session.
    static func session(
        named state: SavedState?, _ bytes: StateBytes, path: String, watch: (any WorkWatch)? = nil
    ) throws(StorageError) -> Session {
        guard let state else { return try session(from: bytes, path: path, watch: watch) }
        var session: Session
        if !state.isForeign, let records = SavedRecords(bytes) {
            session = Session(records)
        } else {
            session = try SessionFile.session(from: bytes, path: path, watch: watch)
        }
        session.given = state.given
        return session
    }

    /// Whether bytes are the session of a newer program.
    static func isNewer(_ bytes: StateBytes) -> Bool {
        (try? JSONReader.read(bytes.buffer, duplicateKeys: .refused)).flatMap(version).map { $0 > format } ?? false
    }

    /// Whether bytes that are no session are a damaged one, not the file of something else or of a newer program.
    static func isDamaged(_ bytes: StateBytes) -> Bool {
        guard let json = try? JSONReader.read(bytes.buffer, duplicateKeys: .refused) else { return true }
        return version(of: json).map { $0 <= format } ?? false
    }

    /// The format that JSON says it has; nil where it is no session's.
    private static func version(of json: JSONValue) -> Int? {
        guard case .object(let object) = json, case .object(let head)? = object["dossier"],
            case .number(let number)? = head["format"]
        else { return nil }
        return number.integer
    }
}
