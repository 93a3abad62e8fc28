import DossierModel
import DossierTime

/// Finds a folded text among the saved records of a kind, by going through their bytes.
///
/// Most records are told by their bytes alone. Those that hold letters with other forms, or escapes that matter to the
/// text, are read and asked one by one.
struct SavedTextSearch {
    private let records: SavedRecords
    private let positions: Range<Int32>
    private let needle: ByteNeedle
    /// The fields whose bytes are their text; true where the record must be asked.
    private let fields: [(name: [UInt8], mustAsk: Bool)]
    /// The names of those whose bytes are their text, the most likely first; none where the text holds a quotation mark,
    /// which may stand between two values.
    private let plain: [[UInt8]]
    /// Records that hold such letters are asked also where the bytes of the text do not stand in them.
    private let forced: LetterClasses

    /// - Parameter name: the one field that is searched; all of them where none is given.
    init(_ folded: String, in name: FieldName? = nil, _ kind: Kind, of records: SavedRecords) {
        self.records = records
        positions = records.positions(of: kind)
        needle = ByteNeedle(Array(folded.utf8))
        fields = kind.definition.fields.compactMap { field in
            guard name == nil || name == field.name else { return nil }
            switch field.type {
            case .reference, .digest: return nil
            case .quote: return (Array(field.name.text.utf8), true)
            default: return (Array(field.name.text.utf8), false)
            }
        }
        let likely = [FieldName.text, .title].map { Array($0.text.utf8) }
        let names = fields.filter { !$0.mustAsk }.map(\.name)
        plain =
            folded.utf8.contains(UInt8(ascii: "\""))
            ? [] : likely.filter(names.contains) + names.filter { !likely.contains($0) }
        forced = SavedTextSearch.forced(by: folded)
    }

    /// The letters that may fold into letters of the text.
    private static func forced(by folded: String) -> LetterClasses {
        var forced: LetterClasses = .other
        var folded = folded
        let own = folded.withUTF8 { LetterClasses($0) }
        if folded.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }) {
            forced.insert(.quotes)
        }
        if folded.utf8.contains(UInt8(ascii: "-")) { forced.insert(.hyphens) }
        if folded.utf8.contains(UInt8(ascii: " ")) { forced.insert(.spaces) }
        if folded.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            forced.insert(.escapes)
        }
        if own.contains(.cased) { forced.insert(.cased) }
        if !own.isDisjoint(with: [.other, .quotes, .hyphens, .spaces]) {
            forced.formUnion([.cased, .plain, .quotes, .hyphens, .spaces])
        }
        return forced
    }

    /// Whether the text stands in each record, by position from the first of the kind on.
    ///
    /// - Parameter holds: asks a record that its bytes cannot tell of.
    func matches(_ holds: @Sendable (Int32) -> Bool) -> Certainties {
        if positions.isEmpty || needle.isEmpty {
            return Certainties(repeating: Certainty(needle.isEmpty), count: positions.count)
        }
        let letters = records.letters
        let first = records.range(of: positions.lowerBound).lowerBound
        let parts = Processors.parts(of: records.range(of: positions.upperBound - 1).upperBound - first)
        let found = Processors.map(parts) { part in
            matches(Processors.range(part, of: parts, count: positions.count), letters, holds)
        }
        return Certainties(joining: found)
    }

    private func matches(
        _ range: Range<Int>, _ letters: SavedLetters, _ holds: (Int32) -> Bool
    ) -> Certainties {
        var result = Certainties(repeating: .no, count: range.count)
        let low = positions.lowerBound + Int32(range.lowerBound)
        let high = positions.lowerBound + Int32(range.upperBound)
        if low == high { return result }
        var position = low
        var record = records.range(of: low)
        var cursor = record.lowerBound
        let end = records.range(of: high - 1).upperBound
        while let hit = needle.first(in: records.bytes, from: cursor, to: end) {
            if hit >= record.upperBound {
                position = records.position(atByte: hit, from: position, to: high)
                record = records.range(of: position)
            }
            let mustAsk = !letters[position].isDisjoint(with: [.other, .escapes])
            if mustAsk ? holds(position) : stands(at: hit, in: record, position, holds) {
                result[Int(position - low)] = .certainly
                cursor = max(record.upperBound, hit + 1)
            } else {
                // What stands between two records, as a comma does, comes after the first of them.
                cursor = mustAsk ? max(record.upperBound, hit + 1) : hit + 1
            }
        }
        if letters.all.isDisjoint(with: forced) { return result }
        for position in low..<high where !letters[position].isDisjoint(with: forced) {
            let index = Int(position - low)
            if result[index] == .no { result[index] = Certainty(holds(position)) }
        }
        return result
    }

    /// Whether the bytes at an offset are text of a field, not a name of a field, an id or what stands between values.
    ///
    /// The record holds no escapes, so each quotation mark begins or ends a text.
    private func stands(at hit: Int, in record: Range<Int>, _ position: Int32, _ holds: (Int32) -> Bool) -> Bool {
        if isInPlainText(hit, of: record) { return true }
        var walk = RecordFields(records.bytes, record)
        while walk.next() {
            if walk.value.upperBound <= hit { continue }
            guard walk.value.lowerBound <= hit else { return false }
            let isCustom = walk.key.count > 2 && records.bytes.first[walk.key.lowerBound + 1] == UInt8(ascii: ".")
            guard let field = fields.first(where: { walk.isNamed($0.name) }) ?? (isCustom ? ([], true) : nil) else {
                return false
            }
            if field.mustAsk { return holds(position) }
            var stands = false
            RecordFields.forEachElement(records.bytes, of: walk.value) { element in
                if element.lowerBound < hit, hit + needle.count < element.upperBound { stands = true }
            }
            return stands
        }
        return false
    }

    /// Whether an offset lies in the text of a field that need not be asked, told by what stands before it: `"title": "`, or
    /// `"tags": ["a", "`.
    ///
    /// That can be nothing else, since no name of a field stands outside of quotation marks. False where it is not so plain.
    private func isInPlainText(_ hit: Int, of record: Range<Int>) -> Bool {
        let first = records.bytes.first
        func stands(_ text: StaticString, before end: Int) -> Bool {
            let start = end - text.utf8CodeUnitCount
            if start < record.lowerBound { return false }
            for index in 0..<text.utf8CodeUnitCount where first[start + index] != text.utf8Start[index] { return false }
            return true
        }
        var end = hit
        while let start = RecordFields.lastQuote(records.bytes, in: record.lowerBound..<end) {
            if end == hit, stands("\": ", before: start) { return isPlainName(before: start - 3, in: record) }
            if stands("\": [", before: start) { return isPlainName(before: start - 4, in: record) }
            guard stands("\", ", before: start) else { return false }
            end = start - 3
        }
        return false
    }

    /// Whether the name of a field that need not be asked ends at an offset.
    private func isPlainName(before end: Int, in record: Range<Int>) -> Bool {
        let first = records.bytes.first
        return plain.contains { name in
            let start = end - name.count
            guard start > record.lowerBound, first[start - 1] == UInt8(ascii: "\"") else { return false }
            for index in name.indices where first[start + index] != name[index] { return false }
            return true
        }
    }
}
