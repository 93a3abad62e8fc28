import DossierText

/// What the saved records of a kind are called, folded and in order: their ids, and of entities their names and aliases.
struct SavedNames: Sendable {
    /// All names one after the other.
    private let text: [UInt8]
    private let entries: ContiguousArray<Entry>

    private struct Entry {
        /// The first eight bytes, so that most are ordered without going to the text.
        let prefix: UInt64
        let start: Int32
        let length: Int32
        let position: Int32
    }

    init(_ records: SavedRecords, _ kind: Kind) {
        var text: [UInt8] = []
        var entries = ContiguousArray<Entry>()
        func add(_ name: String, _ position: Int32) {
            let start = text.count
            text.append(contentsOf: name.utf8)
            let prefix = text[start...].prefix(8).enumerated().reduce(UInt64(0)) {
                $0 | UInt64($1.element) << UInt64(56 - 8 * $1.offset)
            }
            entries.append(
                Entry(prefix: prefix, start: Int32(start), length: Int32(text.count - start), position: position))
        }
        let positions = records.positions(of: kind)
        entries.reserveCapacity(positions.count * (kind == .entity ? 2 : 1))
        for position in positions { add(FoldedText.of(records.identifier(of: position).text), position) }
        if kind == .entity {
            for column in records.columns(.entity, [.name, .alias]) {
                let names = (0..<column.distinctCount).map { number in
                    column.value(Int32(number)).map { FoldedText.of($0.typed) } ?? ""
                }
                for position in positions {
                    for place in column.range(at: position) { add(names[Int(column.numbers[place])], position) }
                }
            }
        }
        text.withUnsafeBufferPointer { text in
            entries.sort { left, right in
                if left.prefix != right.prefix { return left.prefix < right.prefix }
                let mine = text[Int(left.start)..<Int(left.start + left.length)]
                let theirs = text[Int(right.start)..<Int(right.start + right.length)]
                if mine.elementsEqual(theirs) { return left.position < right.position }
                return mine.lexicographicallyPrecedes(theirs)
            }
        }
        self.text = text
        self.entries = entries
    }

    /// The records one of whose names begins with a folded text, in the order in which they were made, each once; of more
    /// than a limit the first by name.
    func beginning(with folded: String, limit: Int) -> [Int32] {
        let wanted = Array(folded.utf8)
        let first = entries.partitioningIndex { !bytes(of: $0).lexicographicallyPrecedes(wanted) }
        var found: [Int32] = []
        for entry in entries[first...] {
            guard found.count < limit, bytes(of: entry).starts(with: wanted) else { break }
            found.append(entry.position)
        }
        return Set(found).sorted()
    }

    private func bytes(of entry: Entry) -> ArraySlice<UInt8> {
        text[Int(entry.start)..<Int(entry.start + entry.length)]
    }
}
