/// How records are named in a command.
public struct ReferenceExpression: Sendable {
    /// How the records are named.
    public let form: Form
    /// Where the expression stands in the command.
    public let place: Place

    /// The ways to name records.
    public enum Form: Sendable {
        /// `_`: what the last command made or showed.
        case previous
        /// `%3`: row 3 of the last table; `%2..%5` are rows.
        case rows(ClosedRange<Int>)
        /// `e1`, `nis`, `NIS`: an id or a name, bare.
        case word(String)
        /// `"National Intelligence Service"`: a name in quotation marks.
        case name(String)
        /// `e1..e9`
        case run(String, String)
        /// `(events #troops)`
        indirect case query(ShowQuery)
    }
}

/// Reads references.
public struct ReferenceParser {
    /// Reads all references among a command's arguments, from one on. A query takes all tokens up to its `)`.
    public static func parse(_ tokens: Tokens) throws(Diagnostic) -> [ReferenceExpression] {
        var rest = tokens
        var references = try next(&rest)
        while !rest.isEmpty { references += try next(&rest) }
        return references
    }

    /// Takes the references that stand at the front: one, or several where a word holds a list.
    public static func next(_ tokens: inout Tokens) throws(Diagnostic) -> [ReferenceExpression] {
        guard let first = tokens.popFirst() else { return [] }
        switch first.kind {
        case .word: return try parse(word: first.text, at: first.place)
        case .string: return [ReferenceExpression(form: .name(first.text), place: first.place)]
        case .open:
            var depth = 1
            let inner = tokens
            while let token = tokens.popFirst() {
                if token.kind == .open { depth += 1 }
                if token.kind == .close { depth -= 1 }
                if depth == 0 {
                    let query = try QueryParser.parse(inner[..<(tokens.startIndex - 1)], after: first)
                    return [ReferenceExpression(form: .query(query), place: first.place.through(token.place))]
                }
            }
            throw .unclosedParenthesis(first)
        default: throw .notAReference(first)
        }
    }

    /// Reads the references of a bare word, with lists and runs.
    public static func parse(word: String, at place: Place) throws(Diagnostic) -> [ReferenceExpression] {
        var word = word
        if word.withUTF8(isPlain) { return [ReferenceExpression(form: .word(word), place: place)] }
        if !word.utf8.contains(UInt8(ascii: ",")) {
            return [ReferenceExpression(form: try form(of: word, at: place), place: place)]
        }
        var references: [ReferenceExpression] = []
        var offset = 0
        for part in word.split(separator: ",", omittingEmptySubsequences: false) {
            let length = part.utf8.count
            let partPlace = place.part(offset..<(offset + length))
            offset += length + 1
            references.append(ReferenceExpression(form: try form(of: String(part), at: partPlace), place: partPlace))
        }
        return references
    }

    /// Whether a word can be nothing but an id or a name, as most are.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, first != UInt8(ascii: "%"), first != UInt8(ascii: "_") else { return false }
        for byte in bytes where byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") { return false }
        return true
    }

    private static func form(of text: String, at place: Place) throws(Diagnostic) -> ReferenceExpression.Form {
        if text.isEmpty { throw .emptyReference(place) }
        if text == "_" { return .previous }
        let ends = split(run: text)
        if text.utf8.first == UInt8(ascii: "%") {
            let first = ends?.0 ?? text
            let last = ends?.1 ?? text
            guard let low = row(first), let high = row(last), low <= high else { throw .invalidRow(place) }
            return .rows(low...high)
        }
        if let ends { return .run(ends.0, ends.1) }
        return .word(text)
    }

    /// The two ends of a run, at the first `..` that has something before it and behind it.
    private static func split(run text: String) -> (String, String)? {
        let bytes = text.utf8
        guard var index = bytes.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        while index < bytes.endIndex {
            let next = bytes.index(after: index)
            let isRun = next < bytes.endIndex && bytes[index] == UInt8(ascii: ".") && bytes[next] == UInt8(ascii: ".")
            if isRun, index > bytes.startIndex {
                let end = bytes.index(after: next)
                return end < bytes.endIndex ? (String(text[..<index]), String(text[end...])) : nil
            }
            index = next
        }
        return nil
    }

    private static func row(_ text: String) -> Int? {
        let digits = text.utf8.first == UInt8(ascii: "%") ? text.dropFirst() : text[...]
        guard let row = Int(digits), row > 0, digits.utf8.first != UInt8(ascii: "+") else { return nil }
        return row
    }
}

extension Diagnostic {
    static func unclosedParenthesis(_ token: Token) -> Diagnostic {
        Diagnostic(.unclosedParenthesis, "the parenthesis is not closed", at: token.place, expectation: "a )")
    }

    fileprivate static func notAReference(_ token: Token) -> Diagnostic {
        Diagnostic(
            .notAReference, "'\(token.place.text)' is not a reference to a record", at: token.place,
            expectation: "an id (e1), a list (e1,e4), a run (e1..e9), a name, _, %3 or a query in parentheses")
    }

    fileprivate static func emptyReference(_ place: Place) -> Diagnostic {
        Diagnostic(
            .emptyReference, "a record is missing from the list here", at: place,
            expectation: "ids separated by single commas: e1,e4")
    }

    fileprivate static func invalidRow(_ place: Place) -> Diagnostic {
        Diagnostic(
            .invalidRow, "'\(place.text)' is not a row", at: place,
            expectation: "% and a number, 1 or more: %3, or %2..%5")
    }
}
