import DossierModel

/// Entries that are not chained yet: what each says, one behind the other in one piece of memory.
///
/// Nothing is made for an entry of its own, so that adding one costs little more than writing it down.
struct LogEntries: Sendable {
    private var writer = JSONWriter(style: .dense)
    private var parts: [Part] = []
    /// The number of the first.
    private var first = 0
    /// The time and the author of the last, which mostly are those of the next too.
    private var stamp = Stamp()

    /// An entry in the memory.
    private struct Part {
        /// Where it ends.
        let end: Int
        let sort: LogEntry.Sort
    }

    private struct Stamp {
        var at = ""
        var by = ""
        var bytes = JSONWriter.members(at: "", by: "")
    }

    /// How many bytes they take, those of their chain left out.
    var size: Int { writer.count }

    /// Adds an entry; its number follows that of the one before.
    mutating func add(_ entry: LogEntry) {
        begin(entry.number, at: entry.at, by: entry.by)
        writer.write(entry, stamp: stamp.bytes)
        end(entry.action.sort)
    }

    /// Adds the entry of a command that states a record, both of which stand somewhere in memory.
    mutating func add(
        _ number: Int, stating record: WrittenRecord, command: UnsafeBufferPointer<UInt8>, at time: String,
        by author: String
    ) {
        begin(number, at: time, by: author)
        writer.write(number, stating: record, command: command, stamp: stamp.bytes)
        end(.command)
    }

    private mutating func begin(_ number: Int, at time: String, by author: String) {
        if time != stamp.at || author != stamp.by {
            stamp = Stamp(at: time, by: author, bytes: JSONWriter.members(at: time, by: author))
        }
        if parts.isEmpty { first = number }
    }

    private mutating func end(_ sort: LogEntry.Sort) {
        writer.breakOff()
        parts.append(Part(end: writer.count, sort: sort))
    }

    /// Forgets them, and keeps the room.
    mutating func removeAll() {
        writer.removeBytes()
        parts.removeAll(keepingCapacity: true)
    }

    /// The numbers of the entries.
    var numbers: Range<Int> { first..<(first + parts.count) }

    /// How many bytes their lines take.
    func size(after head: [UInt8]) -> Int {
        if parts.isEmpty { return 0 }
        return size + LogLine.size(ofLinkTo: head.count) + (parts.count - 1) * LogLine.size(ofLinkTo: Digest.textSize)
    }

    /// Writes their lines, each with the hash of the one before and its own.
    ///
    /// - Parameter head: the hash of the entry before, nothing where there is none; afterwards that of the last.
    func write(at cursor: inout ByteCursor, after head: inout [UInt8]) {
        if parts.isEmpty { return }
        head = writer.written.withUnsafeBufferPointer { entries in
            head.withUnsafeBufferPointer { head in
                var previous = head
                var digest = Digest()
                var start = 0
                for part in parts {
                    let entry = UnsafeBufferPointer(rebasing: entries[start..<part.end])
                    previous = LogLine.write(entry, after: previous, at: &cursor, hashing: &digest)
                    start = part.end
                }
                return Array(previous)
            }
        }
    }

    /// Their lines, in one piece of memory.
    func lines(after head: inout [UInt8]) -> [LogLine] {
        var link = LogLine.size(ofLinkTo: head.count)
        let bytes = [UInt8](unsafeUninitializedCapacity: size(after: head)) { room, count in
            guard let base = room.baseAddress else { return }
            var cursor = ByteCursor(base)
            write(at: &cursor, after: &head)
            count = cursor.place - base
        }
        var lines: [LogLine] = []
        lines.reserveCapacity(parts.count)
        var (start, end, number) = (0, 0, first)
        for part in parts {
            let next = end + part.end - start + link
            lines.append(LogLine(bytes[end..<next], number: number, sort: part.sort))
            (start, end, number) = (part.end, next, number + 1)
            link = LogLine.size(ofLinkTo: Digest.textSize)
        }
        return lines
    }
}
