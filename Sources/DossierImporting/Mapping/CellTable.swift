import DossierText
import DossierTime

/// What cells are converted to: `Riots=protest,Battles=battle,*=other`.
///
/// Cells are looked up as names are: without regard to case and form, and without the blanks around them. A comma and an equals
/// sign of a cell are written twice.
struct CellTable: Sendable {
    private var values: [String: [UInt8]] = [:]
    /// What all other cells become; nil where they stay as they are.
    private var other: [UInt8]?

    /// Reads what was typed.
    ///
    /// - Throws: where an entry has no value, or a cell has two.
    init(_ text: String) throws(ValueError) {
        var reader = EntryReader(bytes: Array(text.utf8))
        while let entry = reader.next() {
            guard let value = entry.value else {
                throw ValueError(
                    "'\(entry.cell)' has no value",
                    expectation: "CELL=VALUE,CELL=VALUE, with *=VALUE for all other cells",
                    range: entry.range)
            }
            let cell = FoldedText.of(entry.cell)
            if cell == "*" ? other != nil : values[cell] != nil {
                throw ValueError("'\(entry.cell)' has two values", expectation: "one of them", range: entry.range)
            }
            if cell == "*" { other = value } else { values[cell] = value }
        }
    }

    /// Its values.
    var all: [[UInt8]] { Array(values.values) + (other.map { [$0] } ?? []) }

    /// What a cell becomes; nil where it stays as it is.
    func value(of cell: ArraySlice<UInt8>) -> [UInt8]? {
        values[FoldedText.of(String(decoding: RowCommand.trimmed(cell), as: UTF8.self))] ?? other
    }

    /// Cuts a text into its entries.
    private struct EntryReader {
        let bytes: [UInt8]
        private var index = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func next() -> (cell: String, value: [UInt8]?, range: Range<Int>)? {
            if index >= bytes.count { return nil }
            let start = index
            let cell = part(until: [UInt8(ascii: "="), UInt8(ascii: ",")])
            var value: [UInt8]?
            if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
                index += 1
                value = part(until: [UInt8(ascii: ",")])
            }
            let range = start..<index
            index += 1
            return (String(decoding: cell, as: UTF8.self), value, range)
        }

        /// The text up to one of some marks, those that are written twice in it once.
        private mutating func part(until ends: [UInt8]) -> [UInt8] {
            var text: [UInt8] = []
            while index < bytes.count {
                let byte = bytes[index]
                let isMark = byte == UInt8(ascii: "=") || byte == UInt8(ascii: ",")
                if isMark, index + 1 < bytes.count, bytes[index + 1] == byte {
                    index += 1
                } else if ends.contains(byte) {
                    break
                }
                text.append(byte)
                index += 1
            }
            return Array(RowCommand.trimmed(text[...]))
        }
    }
}
