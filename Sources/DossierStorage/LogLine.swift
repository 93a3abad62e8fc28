import DossierModel
import DossierTime

/// An entry of the log as one line of JSON, chained to the one before it.
///
///     {"entry":43,"at":"…Z","by":"…","command":"…","changes":[…],"previous":"…","hash":"…"}
///
/// The hash is the SHA-256 of the line's bytes up to the comma before `"hash"`; `previous` is the hash of the entry before,
/// nothing in the first.
///
/// A line holds only its bytes and is decoded on demand, so that a long log opens fast and needs little memory.
package struct LogLine: Sendable {
    /// The line with its end.
    let bytes: ArraySlice<UInt8>
    /// The number of its entry.
    package let number: Int
    /// What sort of entry it holds.
    package let sort: LogEntry.Sort
    /// The line of the file and the byte at which it was read, from 1 on; 0 where it was not read.
    var line = 0
    var byte = 0

    /// Takes a line of an entry that was just chained.
    init(_ bytes: ArraySlice<UInt8>, number: Int, sort: LogEntry.Sort) {
        self.bytes = bytes
        self.number = number
        self.sort = sort
    }

    /// Writes an entry as a line: behind what it says come the hash of the entry before, then its own.
    ///
    /// - Parameters:
    ///   - entry: what it says, without the brace that ends it.
    ///   - previous: the hash of the entry before, nothing where there is none.
    ///   - digest: one that is used again for the next.
    /// - Returns: its hash, where it was written.
    static func write(
        _ entry: UnsafeBufferPointer<UInt8>, after previous: UnsafeBufferPointer<UInt8>, at cursor: inout ByteCursor,
        hashing digest: inout Digest
    ) -> UnsafeBufferPointer<UInt8> {
        let start = cursor.place
        cursor.put(entry)
        cursor.put(",\"previous\":\"")
        cursor.put(previous)
        cursor.put("\"")
        // What the hash is of ends before the comma that stands before its key.
        digest.update(UnsafeRawBufferPointer(start: start, count: cursor.place - start))
        cursor.put(",\"hash\":\"")
        let hash = UnsafeBufferPointer(start: cursor.place, count: Digest.textSize)
        digest.finish(at: cursor.place)
        cursor.skip(Digest.textSize)
        cursor.put("\"}\n")
        return hash
    }

    /// How many bytes a line takes beside what its entry says, where the hash of the entry before takes so many.
    static func size(ofLinkTo previous: Int) -> Int { previous + 14 + tail }

    /// Takes a line with its end: its hash must be that of its bytes.
    ///
    /// - Throws: a value error where it is no entry, or not the one that its hash names.
    init(reading bytes: ArraySlice<UInt8>) throws(ValueError) {
        guard bytes.count > LogLine.tail, bytes.dropFirst(bytes.count - LogLine.tail).starts(with: LogLine.mark),
            bytes.suffix(LogLine.end.count).elementsEqual(LogLine.end)
        else {
            if let mark = ConflictMarker.mark(of: bytes) {
                throw ValueError(
                    "it is a conflict marker of git, '\(mark)': the file was merged and the conflict is not resolved")
            }
            throw ValueError("it does not end in a hash")
        }
        self.bytes = bytes
        (number, sort) = try LogLine.head(of: bytes)
        if Digest.of(bytes.dropLast(LogLine.tail)) != hash { throw ValueError("its hash does not match its bytes") }
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
    package var isSave: Bool { sort == .saved }

    /// What the line says.
    ///
    /// - Throws: a value error where it is no entry of this format.
    package func entry() throws(ValueError) -> LogEntry {
        try LogLine.entry(of: bytes)
    }

    /// What a line says, whether or not its hash holds.
    static func entry(of bytes: ArraySlice<UInt8>) throws(ValueError) -> LogEntry {
        if let entry = bytes.withUnsafeBufferPointer({ LogEntry(scanning: $0) }) { return entry }
        let json: JSONValue
        do { json = try JSONReader.read(Array(bytes), limits: .log, duplicateKeys: .refused) } catch {
            throw ValueError("byte \(error.offset + 1): \(error.problem)")
        }
        guard case .object(let object) = json else { throw ValueError("it is not an entry") }
        return try LogLine.entry(of: object)
    }

    /// How many steps it takes back or again; 0 where it is no such entry. What they changed is not read.
    package var stepCount: Int {
        bytes.withUnsafeBufferPointer { bytes in
            var scanner = JSONScanner(bytes)
            do throws(JSONError) {
                try scanner.enterObject()
                while let key = try scanner.nextKey() {
                    if scanner.matches(key, "undo") || scanner.matches(key, "redo") {
                        return try scanner.integers().count
                    }
                    try scanner.skipValue()
                }
            } catch {}
            return 0
        }
    }

    /// The state that a line names, its hash not asked for; nil where it names none.
    static func savedState(of bytes: ArraySlice<UInt8>) -> SavedState? {
        guard bytes.last == 0x0A, let head = try? head(of: bytes), head.sort == .saved,
            case .saved(let state)? = (try? entry(of: bytes))?.action
        else { return nil }
        return state
    }

    /// The bytes from the comma before `"hash"` to the end of the line.
    private static let tail = 76
    private static let mark = Array(",\"hash\":\"".utf8)
    private static let end = Array("\"}\n".utf8)

    /// The number and the sort of an entry, from the keys at its beginning: `entry`, `at`, `by`, then the sort.
    static func head(of bytes: ArraySlice<UInt8>) throws(ValueError) -> (number: Int, sort: LogEntry.Sort) {
        do throws(JSONError) {
            let head = try bytes.withUnsafeBufferPointer { buffer throws(JSONError) -> (number: Int, sort: String?) in
                var scanner = JSONScanner(buffer)
                try scanner.enterObject()
                guard let key = try scanner.nextKey(), scanner.matches(key, "entry") else { return (0, nil) }
                let number = try scanner.integer()
                while let key = try scanner.nextKey() {
                    let name = scanner.text(of: key)
                    if LogEntry.Sort(rawValue: name) != nil { return (number, name) }
                    try scanner.skipValue()
                }
                return (number, nil)
            }
            guard let sort = head.sort.flatMap({ LogEntry.Sort(rawValue: $0) }) else {
                throw JSONError(problem: "", offset: -1, line: 0, column: 0)
            }
            return (head.number, sort)
        } catch {
            if error.offset < 0 { throw ValueError("it is not an entry") }
            throw ValueError("byte \(error.offset + 1): \(error.problem)")
        }
    }
}
