import DossierLanguage
import DossierModel
import DossierOutput
import DossierTime

/// The command that each row comes to, as somebody would type it: `add event when=2024-10-21 title="…" actor="…"`.
///
/// It is written byte by byte into room that is used again, since there may be a million of them.
package struct RowCommand {
    /// What the rows become.
    package let kind: Kind
    package private(set) var assignments: [RowAssignment]
    /// Whether each record is given a source, or has no field for one.
    var givesSource = false
    /// The key of the row, where records keep it.
    var key: [UInt8] = []
    private let tags: [UInt8]
    /// The command of the row that was written last.
    package private(set) var bytes: [UInt8] = []
    /// Whether the ends of a link are written as fields.
    private var namesEnds = false
    /// Where each assignment ends in it.
    private var ends: [Int] = []
    /// The values of cells in it.
    package private(set) var values: [Value] = []
    /// The assignments that give nothing, since a cell of theirs is empty.
    private(set) var emptied: [Emptied] = []
    /// What is written of records that have fields of their own, for each assignment that names them.
    private(set) var names: [(assignment: Int, text: String)] = []
    /// What of a value was put together.
    private var value: [UInt8] = []
    /// The same of cells that were not converted; nothing where none is.
    private var unconverted: [UInt8] = []
    /// Whether the cells of the assignment at hand are converted.
    private var converts = false
    /// What the cells of each assignment become.
    private var conversions: [CellConversion?]
    /// For each assignment that names records, the ids of those that are known by a text.
    private var named: [Int: [String: Identifier]] = [:]
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
    init(_ kind: Kind, _ assignments: [RowAssignment], tags: Tokens? = nil) {
        self.kind = kind
        self.assignments = assignments
        conversions = assignments.map(\.conversion)
        self.tags = tags?.flatMap { Array(" ".utf8) + Array($0.place.text.utf8) } ?? []
    }

    /// Gives each record a source.
    mutating func give(_ source: Identifier, at place: Place) {
        assignments.append(RowAssignment(source: source, at: place))
        conversions.append(nil)
        givesSource = true
    }

    /// Names a record by its id wherever an assignment gives a text.
    mutating func name(_ id: Identifier, insteadOf text: String, inAssignment index: Int) {
        named[index, default: [:]][text] = id
    }

    /// Gives each record the key of its row.
    mutating func giveKey(of columns: [Int], at place: Place) {
        assignments.append(RowAssignment(key: columns, of: kind, at: place))
        conversions.append(nil)
    }

    /// Writes the command of a row, without what some assignments give.
    mutating func write(_ row: Row, without withheld: Set<Int> = []) {
        begin(kind == .link ? RowCommand.link : RowCommand.add[kind])
        for index in assignments.indices { write(index, row, isWithheld: withheld.contains(index)) }
        bytes.append(contentsOf: tags)
    }

    /// Writes the command that changes a record, for some fields only, without what some assignments give.
    mutating func write(_ row: Row, changing id: Identifier, _ names: Set<String>, without withheld: Set<Int>) {
        begin(Array("set \(id.text)".utf8))
        namesEnds = true
        defer { namesEnds = false }
        for index in assignments.indices {
            let isMeant = names.contains(assignments[index].name)
            write(index, row, isWithheld: withheld.contains(index) || !isMeant)
        }
    }

    private mutating func begin(_ verb: [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        emptied.removeAll(keepingCapacity: true)
        if !names.isEmpty { names.removeAll(keepingCapacity: true) }
        originals.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: verb)
    }

    private mutating func write(_ index: Int, _ row: Row, isWithheld: Bool) {
        defer { ends.append(bytes.count) }
        if isWithheld { return }
        let count = values.count
        write(assignments[index], row)
        if values.count == count, !assignments[index].columns.isEmpty {
            emptied.append(Emptied(assignment: index, heldText: row.holdsText(inAnyOf: assignments[index].columns)))
        }
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

    /// The index of the assignment in which an offset of the command lies; nil where it lies in none.
    func assignment(at offset: Int) -> Int? {
        let start = kind == .link ? RowCommand.link.count : RowCommand.add[kind].count
        guard offset >= start else { return nil }
        return ends.firstIndex { offset < $0 }
    }

    /// Adds a field and a text to the command.
    mutating func append(_ field: FieldName, _ text: some Sequence<UInt8>) {
        bytes.append(contentsOf: " \(field.text)=\"".utf8)
        escape(text)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Adds a word to the command.
    mutating func append(bare word: String) { bytes.append(contentsOf: " \(word)".utf8) }

    /// The index of the assignment that gives the key; nil where none does.
    var keyAssignment: Int? { assignments.firstIndex { $0.name == RowKey.field.text } }

    /// Adds a tag to the command.
    mutating func append(tag: StaticString) { bytes.append(contentsOf: " #\(tag)".utf8) }

    private mutating func write(_ assignment: RowAssignment, _ row: Row) {
        switch assignment.content {
        case .constant(let text):
            begin(assignment)
            bytes.append(contentsOf: text)
        case .template(let template): write(template, assignment, row)
        case .key:
            begin(assignment)
            quote(key[...], writtenAs: key[...])
        case .exported(let column, let isPlain):
            for cell in row[column].lazy.map({ row.text[$0.text] }) where !cell.isEmpty {
                let plain = isPlain ? cell : RowCommand.unguarded(cell)
                for one in assignment.separator.map({ CSVList.values(of: plain, separator: $0) }) ?? [plain] {
                    let converted = conversions[ends.count]?.value(of: one) ?? one
                    if !converted.isEmpty { write(exported: converted, writtenAs: one, assignment) }
                }
            }
        }
    }

    /// Writes what a template makes of a row: of the cell of one column a value for each that stands in it.
    private mutating func write(_ template: CellTemplate, _ assignment: RowAssignment, _ row: Row) {
        let first: (Int) -> ArraySlice<UInt8> = { row[$0].first.map { row.text[$0.text] } ?? [] }
        guard template.columns.count == 1, !row[template.columns[0]].isEmpty else {
            if fill(template, assignment, first) { writeValue(of: assignment, row) }
            return
        }
        for cell in row[template.columns[0]] {
            let cell = row.text[cell.text]
            guard let separator = assignment.separator else {
                if fill(template, assignment, { _ in cell }) { writeValue(of: assignment, row) }
                continue
            }
            for one in CSVList.values(of: cell, separator: separator) where fill(template, assignment, { _ in one }) {
                writeValue(of: assignment, row)
            }
        }
    }

    /// Puts a template's text together; false where it has none, since a cell holds nothing but blanks.
    private mutating func fill(
        _ template: CellTemplate, _ assignment: RowAssignment, _ cell: (Int) -> ArraySlice<UInt8>
    ) -> Bool {
        value.removeAll(keepingCapacity: true)
        unconverted.removeAll(keepingCapacity: true)
        converts = assignment.conversion != nil
        if let blankEnd = assignment.blankEnd, let ends = template.ends { return fill(ends, blankEnd, cell) }
        return fill(template.parts, cell) && !(template.needsNoCell && value.allSatisfy { $0 <= 0x20 })
    }

    /// Puts parts together; where one of their cells holds nothing but blanks, nothing of them is left.
    private mutating func fill(_ parts: [CellTemplate.Part], _ cell: (Int) -> ArraySlice<UInt8>) -> Bool {
        let (start, unconvertedStart) = (value.count, unconverted.count)
        for part in parts {
            switch part {
            case .text(let text):
                value.append(contentsOf: text)
                if converts { unconverted.append(contentsOf: text) }
            case .column(let column):
                let text = cell(column)
                let converted = converts ? conversions[ends.count]?.value(of: text) ?? text : text
                if converted.allSatisfy({ $0 <= 0x20 }) {
                    value.removeSubrange(start...)
                    unconverted.removeSubrange(unconvertedStart...)
                    return false
                }
                value.append(contentsOf: converted)
                if converts { unconverted.append(contentsOf: text) }
            case .optional(let parts): _ = fill(parts, cell)
            }
        }
        return true
    }

    /// Puts an interval together, of which an end may be blank.
    private mutating func fill(
        _ ends: (first: [CellTemplate.Part], last: [CellTemplate.Part]), _ blankEnd: BlankEnd,
        _ cell: (Int) -> ArraySlice<UInt8>
    ) -> Bool {
        let hasFirst = fill(ends.first, cell) && !value.isEmpty
        let count = value.count
        if hasFirst { insert("/", at: value.count) }
        let hasLast = fill(ends.last, cell) && value.count > count + (hasFirst ? 1 : 0)
        switch (hasFirst, hasLast, blankEnd) {
        case (true, true, _), (false, true, .day): return true
        case (false, false, _): return false
        case (true, false, .open): insert("..", at: value.count)
        case (false, true, .open): insert("../", at: 0)
        case (true, false, .day):
            value.removeLast()
            if converts { unconverted.removeLast() }
        }
        return true
    }

    /// Puts a text at an offset of the value, of that of unconverted cells at the same end.
    private mutating func insert(_ text: String, at offset: Int) {
        let isAtStart = offset == 0
        value.insert(contentsOf: text.utf8, at: offset)
        if converts { unconverted.insert(contentsOf: text.utf8, at: isAtStart ? 0 : unconverted.count) }
    }

    private mutating func begin(_ assignment: RowAssignment) {
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: assignment.head)
        if namesEnds, assignment.head.isEmpty { bytes.append(contentsOf: "\(assignment.name)=".utf8) }
    }

    /// Writes the value that was put together.
    private mutating func writeValue(of assignment: RowAssignment, _ row: Row) {
        let read = value[...]
        let written = converts ? unconverted[...] : read
        let unit = precision(assignment, row)
        begin(assignment)
        switch assignment.form {
        case .text: quote(read, writtenAs: written)
        case .word: quote(RowCommand.trimmed(read), writtenAs: written)
        case .reference:
            let name = RowCommand.trimmed(read)
            let text = assignment.naming == nil ? nil : String(decoding: name, as: UTF8.self)
            if let text { names.append((ends.count, text)) }
            if let id = text.flatMap({ named[ends.count]?[$0] }) {
                let id = Array(id.text.utf8)[...]
                writeBare(id, writtenAs: id)
            } else {
                quote(name, writtenAs: written)
            }
        case .time, .timeInWords:
            var time = CellTime.edtf(RowCommand.trimmed(read))
            if let unit { time = unit.applied(to: time) }
            if assignment.form == .time, assignment.conversion?.dates == nil || RowCommand.isEDTF(time) {
                writeTime(time, writtenAs: written)
            } else {
                quote(time, writtenAs: written)
            }
        }
    }

    /// How precise the time of a row is; nil where nothing says it.
    private mutating func precision(_ assignment: RowAssignment, _ row: Row) -> TimePrecision.Unit? {
        guard let precision = assignment.precision else { return nil }
        value.removeAll(keepingCapacity: true)
        let isThere = fill(precision.template.parts) { row[$0].first.map { row.text[$0.text] } ?? [] }
        return isThere ? precision.unit(of: value[...]) : nil
    }

    private mutating func write(
        exported value: ArraySlice<UInt8>, writtenAs written: ArraySlice<UInt8>, _ assignment: RowAssignment
    ) {
        begin(assignment)
        switch assignment.form {
        case .text, .word, .timeInWords: quote(value, writtenAs: written)
        case .time: writeTime(value, writtenAs: written)
        case .reference:
            let isGiven = Identifier(known: String(decoding: value, as: UTF8.self)).given != nil
            if isGiven { writeBare(value, writtenAs: written) } else { quote(value, writtenAs: written) }
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
        escape(text)
    }

    /// Writes what stands between quotation marks.
    private mutating func escape(_ text: some Sequence<UInt8>) {
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

    private static let add = {
        var words = PerKind(repeating: Array("add".utf8))
        for kind in Kind.listed { words[kind] = Array("add \(kind.rawValue)".utf8) }
        return words
    }()
    private static let link = Array("link".utf8)
}
