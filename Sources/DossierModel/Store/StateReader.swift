import DossierTime

/// Why bytes are no state.
public enum StateFault: Error {
    /// They are no JSON, or a record in it is none.
    case json(JSONError)
    /// They are JSON, but no session at all.
    case content(String)
    /// They are of a newer format.
    case format(Int)
    /// The user wants it to end before they are read.
    case cancelled
}

/// Reads a state record by record, so that a large one never stands in memory twice.
public struct StateReader {
    private let bytes: StateBytes
    private var work: Work
    private var session = Session()

    private init(_ bytes: StateBytes, _ work: Work) {
        self.bytes = bytes
        self.work = work
    }

    /// The session of a state.
    public static func session(of bytes: StateBytes, as work: Work) throws(StateFault) -> Session {
        let format: Int?
        do throws(JSONError) { format = try checkedFormat(of: bytes) } catch { throw .json(error) }
        guard let format else { throw .content("there is no \"dossier\" in it") }
        if format == 0 { throw .content("it does not state its format") }
        if format > StateLayout.format { throw .format(format) }
        var reader = StateReader(bytes, work)
        do throws(ReadingError) { try reader.read() } catch {
            switch error {
            case .json(let fault): throw .json(fault)
            case .cancelled: throw .cancelled
            }
        }
        return reader.session
    }

    /// What may go wrong between two records.
    private enum ReadingError: Error {
        case json(JSONError)
        case cancelled
    }

    private static func scanner(_ bytes: StateBytes) -> JSONScanner {
        JSONScanner(bytes.buffer, from: bytes.buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }

    /// Goes through the whole text, which must be JSON, and gives the format that it names: nil without a header, 0
    /// where that names none.
    private static func checkedFormat(of bytes: StateBytes) throws(JSONError) -> Int? {
        let limit = JSONLimits().bytes
        var scanner = scanner(bytes)
        if bytes.count > limit { throw scanner.failure("the text is longer than the limit of \(limit) bytes") }
        guard try scanner.nextKind() == .object else {
            try scanner.skipValue()
            try scanner.finish()
            return nil
        }
        var format: Int?
        var keys: Set<String> = []
        try scanner.enterObject()
        while let raw = try scanner.nextKey() {
            let key = scanner.text(of: raw)
            guard keys.insert(key).inserted else {
                throw scanner.failure("a key occurs twice in one object", at: raw.start - 1)
            }
            if key == "dossier" {
                let head = try JSONReader.read(at: &scanner, duplicateKeys: .refused)
                guard case .object(let head) = head else { continue }
                format = 0
                if case .number(let number)? = head["format"] { format = max(number.integer ?? 0, 0) }
            } else {
                try scanner.skipValue()
            }
        }
        try scanner.finish()
        return format
    }

    private mutating func read() throws(ReadingError) {
        var scanner = StateReader.scanner(bytes)
        try StateReader.json { () throws(JSONError) in try scanner.enterObject() }
        while let raw = try StateReader.json({ () throws(JSONError) in try scanner.nextKey() }) {
            let key = scanner.text(of: raw)
            if let kind = Kind.listed.first(where: { $0.plural == key }) {
                try readList(kind, &scanner)
            } else {
                let start = scanner.offset
                try take(key, try StateReader.value(&scanner), at: start)
            }
        }
    }

    private mutating func readList(_ kind: Kind, _ scanner: inout JSONScanner) throws(ReadingError) {
        guard try StateReader.json({ () throws(JSONError) in try scanner.nextKind() }) == .array else {
            throw .json(scanner.failure("\"\(kind.plural)\" must be a list"))
        }
        try StateReader.json { () throws(JSONError) in try scanner.enterArray() }
        while try StateReader.json({ () throws(JSONError) in try scanner.nextElement() }) {
            guard work.goesOn(at: scanner.offset) else { throw .cancelled }
            let start = scanner.offset
            let json = try StateReader.value(&scanner)
            do throws(ValueError) { try put(try Record(kind, json: json)) } catch {
                throw .json(scanner.failure(error.problem, at: start))
            }
        }
    }

    private mutating func put(_ record: Record) throws(ValueError) {
        if session[record.id] != nil { throw ValueError("the id '\(record.id)' occurs twice") }
        session.apply(.put(record))
    }

    /// Takes the header, or what this version does not know.
    private mutating func take(_ key: String, _ json: JSONValue, at offset: Int) throws(ReadingError) {
        guard key == "dossier", case .object(var fields) = json else {
            session.unknownMembers.append(JSONMember(key: key, value: json))
            return
        }
        fields["format"] = nil
        do throws(ValueError) {
            let header = try Record(.session, json: .object(fields))
            if !header.entries.isEmpty { session.apply(.put(header)) }
        } catch {
            throw .json(JSONError(error.problem, at: offset, in: bytes.buffer))
        }
    }

    private static func value(_ scanner: inout JSONScanner) throws(ReadingError) -> JSONValue {
        do { return try JSONReader.read(at: &scanner, duplicateKeys: .refused) } catch { throw .json(error) }
    }

    private static func json<Result>(_ step: () throws(JSONError) -> Result) throws(ReadingError) -> Result {
        do { return try step() } catch { throw .json(error) }
    }
}
