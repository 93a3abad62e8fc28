import DossierLanguage

/// Reads a template.
struct CellTemplateReader {
    let bytes: ArraySlice<UInt8>
    /// What was typed, which errors point at.
    let value: Token.Value
    let columns: Columns
    private var index = 0
    /// Where the brackets that are open stand.
    private var open: [Int] = []

    init(bytes: ArraySlice<UInt8>, value: Token.Value, columns: Columns) {
        self.bytes = bytes
        self.value = value
        self.columns = columns
    }

    /// Reads all parts.
    ///
    /// - Throws: a diagnostic where a brace or a bracket is not closed, or the file has no such column.
    mutating func parts() throws(Diagnostic) -> [CellTemplate.Part] {
        let parts = try level()
        if let bracket = open.last { throw .unclosedBracket(value.token.place(ofText: bracket..<bytes.count)) }
        return parts
    }

    /// The parts up to the bracket that closes the innermost one, or to the end.
    private mutating func level() throws(Diagnostic) -> [CellTemplate.Part] {
        var parts = PartList()
        let depth = open.count
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "}"):
                if isTwice {
                    parts.text.append(byte)
                    index += 2
                } else if byte == UInt8(ascii: "{") {
                    parts.append(.column(try column()))
                } else {
                    parts.text.append(byte)
                    index += 1
                }
            case UInt8(ascii: "[") where isTwice:
                parts.text.append(byte)
                index += 2
            case UInt8(ascii: "["):
                open.append(index)
                index += 1
                let inner = try level()
                if open.count > depth { return parts.whole }
                parts.append(bracket: inner)
            case UInt8(ascii: "]") where closesBracket:
                index += 1
                open.removeLast()
                return parts.whole
            case UInt8(ascii: "]"):
                parts.text.append(byte)
                index += isTwice ? 2 : 1
            default:
                parts.text.append(byte)
                index += 1
            }
        }
        return parts.whole
    }

    private var isTwice: Bool { index + 1 < bytes.count && bytes[index + 1] == bytes[index] }

    /// Whether the bracket that is next closes one: of several in a row the first do, as many as leave pairs, each of which
    /// stands for one in the text.
    private var closesBracket: Bool {
        let run = bytes[index...].prefix { $0 == UInt8(ascii: "]") }.count
        let closers = min(run, open.count)
        return closers > ((run - closers).isMultiple(of: 2) ? 0 : 1)
    }

    private mutating func column() throws(Diagnostic) -> Int {
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
            throw .unclosedBrace(value.token.place(ofText: index..<bytes.count))
        }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        let place = value.token.place(ofText: index..<(end + 1))
        index = end + 1
        return try columns.index(of: name, at: place)
    }

    /// Parts that are being gathered.
    private struct PartList {
        private var parts: [CellTemplate.Part] = []
        /// The text after the last of them.
        var text: [UInt8] = []

        var whole: [CellTemplate.Part] { text.isEmpty ? parts : parts + [.text(text)] }

        mutating func append(_ part: CellTemplate.Part) {
            parts = whole
            text = []
            parts.append(part)
        }

        /// Appends what stands in brackets: where no column is in it, it is text with its brackets.
        mutating func append(bracket inner: [CellTemplate.Part]) {
            if inner.contains(where: { !$0.columns.isEmpty }) { return append(.optional(inner)) }
            text.append(UInt8(ascii: "["))
            for case .text(let inner) in inner { text += inner }
            text.append(UInt8(ascii: "]"))
        }
    }
}

extension Diagnostic {
    fileprivate static func unclosedBrace(_ place: Place) -> Diagnostic {
        Diagnostic(
            .unclosedBrace, "a brace is not closed", at: place, expectation: "{COLUMN}",
            notes: ["write {{ for a brace in the text"])
    }

    fileprivate static func unclosedBracket(_ place: Place) -> Diagnostic {
        Diagnostic(
            .unclosedBrace, "a bracket is not closed", at: place, expectation: "[TEXT {COLUMN}]",
            notes: ["write [[ for a bracket in the text"])
    }
}
