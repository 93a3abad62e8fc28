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
    /// The line of the file and the byte at which it was read, from 1 on; 0 where it was not read.
    var line = 0
    var byte = 0

    /// What sort of entry a line holds, by the key that says so.
    enum Sort: String {
        case command, undo, redo, begin, end, saved, base
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
        guard bytes.count > LogLine.tail, bytes.dropFirst(bytes.count - LogLine.tail).starts(with: LogLine.mark),
            bytes.suffix(LogLine.end.count).elementsEqual(LogLine.end)
        else {
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
        try LogLine.entry(of: bytes)
    }

    /// What a line says, whether or not its hash holds.
    static func entry(of bytes: ArraySlice<UInt8>) throws(ValueError) -> LogEntry {
        let json: JSONValue
        do { json = try JSONReader.read(Array(bytes), limits: .log, duplicateKeys: .refused) } catch {
            throw ValueError("byte \(error.offset + 1): \(error.problem)")
        }
        guard case .object(let object) = json else { throw ValueError("it is no entry") }
        return try LogLine.entry(of: object)
    }

    /// The state that a line names, its hash not asked for; nil where it names none.
    static func savedState(of bytes: ArraySlice<UInt8>) -> SavedState? {
        guard bytes.last == 0x0A, let head = try? head(of: bytes), head.1 == .saved,
            case .saved(let state)? = (try? entry(of: bytes))?.action
        else { return nil }
        return state
    }

    /// The bytes from the comma before `"hash"` to the end of the line.
    private static let tail = 76
    private static let mark = Array(",\"hash\":\"".utf8)
    private static let end = Array("\"}\n".utf8)

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
        case .base: .base
        }
    }
}
