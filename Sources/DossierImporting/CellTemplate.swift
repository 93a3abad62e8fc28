import DossierLanguage
import DossierModel

/// What a field is given of each row: text, with the names of columns in braces, `{side_a}`. A brace is written twice.
package struct CellTemplate: Sendable {
    let parts: [Part]
    /// The columns that it names, in its order.
    let columns: [Int]

    /// A piece of it.
    enum Part: Sendable {
        /// Text that stands there as it is.
        case text([UInt8])
        /// The cell of a column.
        case column(Int)
    }

    /// Reads what was typed.
    ///
    /// - Throws: a diagnostic where a brace is not closed, or the file has no such column.
    init(_ value: Token.Value, of columns: Columns) throws(Diagnostic) {
        let bytes = Array(value.text.utf8)
        var parts: [Part] = []
        var text: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let isBrace = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
            if isBrace, index + 1 < bytes.count, bytes[index + 1] == byte {
                text.append(byte)
                index += 2
            } else if byte == UInt8(ascii: "{") {
                guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
                    throw .unclosedBrace(value.token.place(ofText: index..<bytes.count))
                }
                if !text.isEmpty { parts.append(.text(text)) }
                text = []
                let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
                let place = value.token.place(ofText: index..<(end + 1))
                parts.append(.column(try columns.index(of: name, at: place)))
                index = end + 1
            } else {
                text.append(byte)
                index += 1
            }
        }
        if !text.isEmpty { parts.append(.text(text)) }
        self.parts = parts
        self.columns = parts.compactMap { part in
            if case .column(let column) = part { return column }
            return nil
        }
    }

    /// Whether what was typed names columns.
    static func isOne(_ value: Token.Value) -> Bool {
        value.text.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
    }
}

/// The columns of a file.
struct Columns: Sendable {
    let names: [String]

    /// The column of a name.
    ///
    /// - Throws: a diagnostic where there is none, or several.
    func index(of name: String, at place: Place) throws(Diagnostic) -> Int {
        let found = names.indices.filter { names[$0] == name }
        if found.count > 1 { throw .ambiguousColumn(name, found.count, at: place) }
        guard let index = found.first else { throw .unknownColumn(name, self, at: place) }
        return index
    }

    /// The columns as errors list them.
    var list: String {
        let few = names.prefix(20).joined(separator: ", ")
        return names.count > 20 ? few + ", …" : few
    }
}

extension Diagnostic {
    fileprivate static func unclosedBrace(_ place: Place) -> Diagnostic {
        Diagnostic(
            .unclosedBrace, "a brace is not closed", at: place, expectation: "{COLUMN}",
            notes: ["write {{ for a brace in the text"])
    }

    fileprivate static func unknownColumn(_ name: String, _ columns: Columns, at place: Place) -> Diagnostic {
        Diagnostic(
            .unknownColumn, "the file has no column '\(name)'", at: place, expectation: "one of " + columns.list,
            suggestion: Suggestion.nearest(to: name, among: columns.names).map { "{\($0)}" })
    }

    fileprivate static func ambiguousColumn(_ name: String, _ count: Int, at place: Place) -> Diagnostic {
        Diagnostic(
            .unknownColumn, "the file has \(count) columns named '\(name)'", at: place,
            notes: ["with 'header=no rows=2..' the columns are 1, 2, 3"])
    }
}
