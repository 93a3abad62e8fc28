/// An entry of the log as one line of JSON, chained to the one before it.
///
///     {"entry":43,"at":"…Z","by":"…","command":"…","changes":[…],"previous":"…","hash":"…"}
///
/// The hash is the SHA-256 of the line's bytes up to the comma before `"hash"`; `previous` is the hash of the entry before,
/// nothing in the first.
///
/// A line keeps its bytes only; what it says is read when it is asked for, so that a long log opens fast and takes little room.
struct LogLine {
    /// The line with its end.
    let bytes: ArraySlice<UInt8>
    /// The number of its entry.
    let number: Int
    /// What sort of entry it holds.
    let sort: Sort

    /// What sort of entry a line holds, by the key that says so.
    enum Sort: String {
        case command, undo, redo, begin, end, saved
    }

    /// Writes an entry, with a writer that is used again for the next.
    init(_ entry: LogEntry, previous: String, with writer: inout JSONWriter) {
        writer.removeBytes()
        writer.write(entry, previous: previous)
        writer.key("hash")
        // What the hash is of ends before the comma that stands before its key.
        writer.string(Digest.of(writer.bytes.dropLast(LogLine.mark.count - 1)))
        writer.endObject()
        writer.lineBreak()
        self.bytes = writer.bytes.withUnsafeBufferPointer { Array($0) }[...]
        self.number = entry.number
        self.sort = LogLine.sort(of: entry.action)
    }

    /// Takes a line with its end: its hash must be that of its bytes.
    ///
    /// - Throws: a value error where it is no entry, or not the one that its hash names.
    init(reading bytes: ArraySlice<UInt8>) throws(ValueError) {
        guard bytes.count > LogLine.tail, bytes.dropFirst(bytes.count - LogLine.tail).starts(with: LogLine.mark) else {
            throw ValueError("it does not end in a hash")
        }
        self.bytes = bytes
        (number, sort) = try LogLine.head(of: bytes)
        if Digest.of(bytes.dropLast(LogLine.tail)) != hash { throw ValueError("its hash is not that of its bytes") }
    }

    /// The SHA-256 that the line names.
    var hash: String { String(decoding: bytes.dropLast(3).suffix(64), as: UTF8.self) }

    /// The hash of the entry before, as the line names it; nothing in the first.
    var previous: String {
        let before = bytes.dropLast(LogLine.tail + 1)
        let quote = before.lastIndex(of: UInt8(ascii: "\"")).map { $0 + 1 } ?? before.startIndex
        return String(decoding: before[quote...], as: UTF8.self)
    }

    /// Whether the entry only says that the state was saved.
    var isSave: Bool { sort == .saved }

    /// What the line says.
    ///
    /// - Throws: a value error where it is no entry of this format.
    func entry() throws(ValueError) -> LogEntry {
        let json: JSONValue
        do { json = try JSONReader.read(Array(bytes), limits: .log, duplicateKeys: .refused) } catch {
            throw ValueError("byte \(error.offset + 1): \(error.problem)")
        }
        guard case .object(let object) = json else { throw ValueError("it is no entry") }
        return try LogLine.entry(of: object)
    }

    /// The bytes from the comma before `"hash"` to the end of the line.
    private static let tail = 76
    private static let mark = Array(",\"hash\":\"".utf8)

    /// The number and the sort of an entry, from the keys at its beginning: `entry`, `at`, `by`, then the sort.
    private static func head(of bytes: ArraySlice<UInt8>) throws(ValueError) -> (Int, Sort) {
        do throws(JSONError) {
            let head = try bytes.withUnsafeBufferPointer { buffer throws(JSONError) -> (number: Int, sort: String?) in
                var scanner = JSONScanner(buffer)
                try scanner.enterObject()
                guard let key = try scanner.nextKey(), scanner.matches(key, "entry") else { return (0, nil) }
                let number = try scanner.integer()
                while let key = try scanner.nextKey() {
                    let name = scanner.text(of: key)
                    if Sort(rawValue: name) != nil { return (number, name) }
                    try scanner.skipValue()
                }
                return (number, nil)
            }
            guard let sort = head.sort.flatMap({ Sort(rawValue: $0) }) else {
                throw JSONError(problem: "", offset: -1, line: 0, column: 0)
            }
            return (head.number, sort)
        } catch {
            if error.offset < 0 { throw ValueError("it is no entry") }
            throw ValueError("byte \(error.offset + 1): \(error.problem)")
        }
    }

    private static func sort(of action: LogEntry.Action) -> Sort {
        switch action {
        case .command: .command
        case .undo: .undo
        case .redo: .redo
        case .begin: .begin
        case .end: .end
        case .saved: .saved
        }
    }
}

extension LogLine {
    private static func entry(of object: JSONObject) throws(ValueError) -> LogEntry {
        guard case .number(let number)? = object["entry"], let number = number.integer,
            case .string(let at)? = object["at"], case .string(let by)? = object["by"]
        else { throw ValueError("it has no number, time and author") }
        var changes: [Change] = []
        if case .array(let elements)? = object["changes"] {
            for element in elements { changes.append(try Change(json: element)) }
        }
        return LogEntry(number: number, at: at, by: by, action: try action(of: object, changes))
    }

    private static func action(of object: JSONObject, _ changes: [Change]) throws(ValueError) -> LogEntry.Action {
        if case .string(let command)? = object["command"] { return .command(command, changes: changes) }
        if let number = integer(object["undo"]) { return .undo(number, changes: changes) }
        if let number = integer(object["redo"]) { return .redo(number, changes: changes) }
        if case .string(let what)? = object["begin"] { return .begin(what) }
        if let number = integer(object["end"]) { return .end(number) }
        if case .object(let saved)? = object["saved"] { return .saved(try state(of: saved)) }
        throw ValueError("it does not say what was done")
    }

    private static func state(of object: JSONObject) throws(ValueError) -> SavedState {
        guard let size = integer(object["size"]), case .string(let modified)? = object["modified"],
            case .string(let digest)? = object["sha256"]
        else { throw ValueError("it does not name a state") }
        var retired = GivenIdentifiers()
        if case .object(let given)? = object["given"] {
            for member in given.members {
                if let kind = Kind(word: member.key), let number = integer(member.value) {
                    retired.highest[kind] = number
                }
            }
        }
        if case .array(let names)? = object["retired"] {
            for case .string(let name) in names { retired.named.insert(try Identifier(name)) }
        }
        return SavedState(
            size: size, modified: modified, digest: digest, retired: retired,
            isForeign: object["foreign"] == .bool(true))
    }

    private static func integer(_ json: JSONValue?) -> Int? {
        if case .number(let number)? = json { return number.integer }
        return nil
    }
}
