import DossierLanguage
import DossierModel

/// What a field is given of each row: text, with the names of columns in braces, `{side_a}`, and in brackets what is left out
/// where its cell is empty: `{Year}[-{Month}[-{Day}]]`. A brace and a bracket of the text are written twice.
package struct CellTemplate: Sendable {
    let parts: [Part]
    /// The columns that it names, in its order.
    let columns: [Int]

    /// A piece of it.
    indirect enum Part: Sendable {
        /// Text that stands there as it is.
        case text([UInt8])
        /// The cell of a column.
        case column(Int)
        /// What is left out where one of its own cells is empty.
        case optional([Part])

        /// The columns that it names.
        var columns: [Int] {
            switch self {
            case .text: []
            case .column(let column): [column]
            case .optional(let parts): parts.flatMap(\.columns)
            }
        }
    }

    /// Reads what was typed, or its beginning.
    ///
    /// - Throws: a diagnostic where a brace or a bracket is not closed, or the file has no such column.
    init(_ value: Token.Value, upTo end: Int? = nil, of columns: Columns) throws(Diagnostic) {
        let bytes = Array(value.text.utf8)
        var reader = CellTemplateReader(bytes: bytes[..<(end ?? bytes.count)], value: value, columns: columns)
        parts = try reader.parts()
        self.columns = parts.flatMap(\.columns)
    }

    /// Whether what was typed names columns.
    static func isOne(_ value: Token.Value) -> Bool {
        value.text.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
    }

    /// Whether it has text where all of its cells are empty.
    var needsNoCell: Bool {
        parts.allSatisfy { part in
            if case .column = part { return false }
            return true
        }
    }

    /// The two ends of an interval, `{a}/{b}`; nil where it is none.
    var ends: (first: [Part], last: [Part])? {
        let slash = UInt8(ascii: "/")
        var found: (index: Int, text: [UInt8])?
        for (index, part) in parts.enumerated() {
            guard case .text(let text) = part, text.contains(slash) else { continue }
            if found != nil || text.count(where: { $0 == slash }) > 1 { return nil }
            found = (index, text)
        }
        guard let found else { return nil }
        let halves = found.text.split(separator: slash, omittingEmptySubsequences: false).map { half in
            half.isEmpty ? [] : [Part.text(Array(half))]
        }
        return (parts[..<found.index] + halves[0], halves[1] + parts[(found.index + 1)...])
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
