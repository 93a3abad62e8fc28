import DossierLanguage
import DossierModel
import DossierOutput

/// The command that each row comes to, as somebody would type it: `add event when=2024-10-21 title="…" actor="…"`.
///
/// It is written byte by byte into room that is used again, since there may be a million of them.
package struct RowCommand {
    /// What the rows become.
    let kind: Kind
    package private(set) var assignments: [RowAssignment]
    /// Whether each record is given a source, or has no field for one.
    var givesSource = false
    private let tags: [UInt8]
    /// The command of the row that was written last.
    package private(set) var bytes: [UInt8] = []
    /// Where each assignment ends in it.
    private var ends: [Int] = []
    /// The values of cells in it.
    package private(set) var values: [Value] = []
    /// The assignments that give nothing, since a cell of theirs is empty.
    private(set) var emptied: [Emptied] = []
    /// What of a value was put together.
    private var value: [UInt8] = []
    /// The values that do not stand in the command as they were written: first as written, then as they are read.
    private var originals: [UInt8] = []

    /// A value of cells in the command.
    package struct Value {
        /// The index of its assignment.
        package let assignment: Int
        /// Where what it says stands, without quotation marks.
        package let range: Range<Int>
        package let isQuoted: Bool
        /// Whether it stands there as it is, nothing in it escaped.
        package let isPlain: Bool
        /// Whether it is read in another form than it was written in: without blanks around it, or as EDTF.
        let isChanged: Bool
        /// Where it stands as it was written, and as it is read, among the originals; empty where that is the command's text.
        fileprivate let original: (written: Range<Int>, read: Range<Int>)
    }

    /// An assignment that gives nothing.
    struct Emptied {
        /// Its index.
        let assignment: Int
        /// Whether another of its cells holds something, which is left out with it.
        let heldText: Bool
    }

    /// Takes what each record is given; the ends and the relation of a link come first.
    init(_ kind: Kind, _ assignments: [RowAssignment], tags: Tokens) {
        self.kind = kind
        self.assignments = assignments
        self.tags = tags.flatMap { Array(" ".utf8) + Array($0.place.text.utf8) }
    }

    /// Gives each record a source.
    mutating func give(_ source: Identifier, at place: Place) {
        assignments.append(RowAssignment(source: source, at: place))
        givesSource = true
    }

    /// Writes the command of a row.
    mutating func write(_ row: Row) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        emptied.removeAll(keepingCapacity: true)
        originals.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: kind == .link ? RowCommand.link : RowCommand.add[kind])
        for index in assignments.indices {
            let count = values.count
            write(assignments[index], row)
            if values.count == count, !assignments[index].columns.isEmpty {
                emptied.append(Emptied(assignment: index, heldText: row.holdsText(inAnyOf: assignments[index].columns)))
            }
            ends.append(bytes.count)
        }
        bytes.append(contentsOf: tags)
    }

    /// What a value says, as its field reads it.
    func text(_ value: Value) -> String {
        if value.original.read.isEmpty { return String(decoding: bytes[value.range], as: UTF8.self) }
        return String(decoding: originals[value.original.read], as: UTF8.self)
    }

    /// What a value says, as it was written.
    func written(_ value: Value) -> String {
        value.isChanged ? String(decoding: originals[value.original.written], as: UTF8.self) : text(value)
    }

    /// The assignment in which an offset of the command lies; nil where it lies in none.
    func assignment(at offset: Int) -> RowAssignment? {
        let start = kind == .link ? RowCommand.link.count : RowCommand.add[kind].count
        guard offset >= start, let index = ends.firstIndex(where: { offset < $0 }) else { return nil }
        return assignments[index]
    }

    private mutating func write(_ assignment: RowAssignment, _ row: Row) {
        switch assignment.content {
        case .constant(let text):
            begin(assignment)
            bytes.append(contentsOf: text)
        case .template(let template): write(template, assignment, row)
        case .exported(let column, let isPlain):
            for cell in row[column].lazy.map({ row.text[$0.text] }) where !cell.isEmpty {
                let plain = isPlain ? cell : RowCommand.unguarded(cell)
                for one in assignment.separator.map({ CSVList.values(of: plain, separator: $0) }) ?? [plain] {
                    write(exported: one, assignment)
                }
            }
        }
    }

    /// Writes what a template makes of a row: of the cell of one column a value for each that stands in it.
    private mutating func write(_ template: CellTemplate, _ assignment: RowAssignment, _ row: Row) {
        guard template.columns.count == 1 else {
            if fill(template, { row[$0].first.map { row.text[$0.text] } ?? [] }) { write(assignment) }
            return
        }
        for cell in row[template.columns[0]] {
            let cell = row.text[cell.text]
            guard let separator = assignment.separator else {
                if fill(template, { _ in cell }) { write(assignment) }
                continue
            }
            for one in CSVList.values(of: cell, separator: separator) where fill(template, { _ in one }) {
                write(assignment)
            }
        }
    }

    /// Puts a template's text together; false where one of its cells holds nothing but blanks.
    private mutating func fill(_ template: CellTemplate, _ cell: (Int) -> ArraySlice<UInt8>) -> Bool {
        value.removeAll(keepingCapacity: true)
        for part in template.parts {
            switch part {
            case .text(let text): value.append(contentsOf: text)
            case .column(let column):
                let text = cell(column)
                value.append(contentsOf: text)
                if text.allSatisfy({ $0 <= 0x20 }) { return false }
            }
        }
        return true
    }

    private mutating func begin(_ assignment: RowAssignment) {
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: assignment.head)
    }

    /// Writes the value that was put together.
    private mutating func write(_ assignment: RowAssignment) {
        begin(assignment)
        let written = value[...]
        switch assignment.form {
        case .text: quote(written, writtenAs: written)
        case .word, .reference: quote(RowCommand.trimmed(written), writtenAs: written)
        case .time: writeTime(CellTime.edtf(RowCommand.trimmed(written)), writtenAs: written)
        case .timeInWords: quote(CellTime.edtf(RowCommand.trimmed(written)), writtenAs: written)
        }
    }

    private mutating func write(exported value: ArraySlice<UInt8>, _ assignment: RowAssignment) {
        begin(assignment)
        switch assignment.form {
        case .text, .word, .timeInWords: quote(value, writtenAs: value)
        case .time: writeTime(value, writtenAs: value)
        case .reference:
            let isGiven = Identifier(known: String(decoding: value, as: UTF8.self)).given != nil
            if isGiven { writeBare(value, writtenAs: value) } else { quote(value, writtenAs: value) }
        }
    }

    /// Writes a time bare, as EDTF is typed; what cannot be typed so is no time, and stands in quotation marks.
    private mutating func writeTime(_ value: ArraySlice<UInt8>, writtenAs written: ArraySlice<UInt8>) {
        let isWord = value.allSatisfy { $0 > 0x20 && $0 < 0x7F && !RowCommand.marks.contains($0) }
        if isWord { writeBare(value, writtenAs: written) } else { quote(value, writtenAs: written) }
    }

    private mutating func writeBare(_ value: ArraySlice<UInt8>, writtenAs written: ArraySlice<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: value)
        note(value, from: start, isQuoted: false, writtenAs: written)
    }

    /// Notes a value whose text begins at an offset of the command and ends here.
    private mutating func note(
        _ value: ArraySlice<UInt8>, from start: Int, isQuoted: Bool, writtenAs written: ArraySlice<UInt8>
    ) {
        let isPlain = bytes.count - start == value.count
        let isChanged = !value.elementsEqual(written)
        let original = (isChanged ? keep(written) : 0..<0, isPlain ? 0..<0 : keep(value))
        values.append(
            Value(
                assignment: ends.count, range: start..<bytes.count, isQuoted: isQuoted, isPlain: isPlain,
                isChanged: isChanged, original: original))
    }

    private mutating func keep(_ text: ArraySlice<UInt8>) -> Range<Int> {
        let start = originals.count
        originals.append(contentsOf: text)
        return start..<originals.count
    }

    private static let marks = Array("\"'\\()".utf8)

    /// Writes a text in quotation marks.
    private mutating func quote(_ text: ArraySlice<UInt8>, writtenAs written: ArraySlice<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        defer {
            note(text, from: start, isQuoted: true, writtenAs: written)
            bytes.append(UInt8(ascii: "\""))
        }
        if !text.contains(where: RowCommand.isEscaped) { return bytes.append(contentsOf: text) }
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F: bytes.append(contentsOf: "\\u{\(String(byte, radix: 16, uppercase: true))}".utf8)
            default: bytes.append(byte)
            }
        }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    }

    /// A text without the blanks around it.
    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop { $0 <= 0x20 }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return text
    }

    private static func unguarded(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard cell.first == UInt8(ascii: "'") else { return cell }
        let text = String(decoding: cell, as: UTF8.self)
        return Array(CSVText.unguarded(text[...]).utf8)[...]
    }

    private static let add = {
        var words = PerKind(repeating: Array("add".utf8))
        for kind in Kind.listed { words[kind] = Array("add \(kind.rawValue)".utf8) }
        return words
    }()
    private static let link = Array("link".utf8)
}
