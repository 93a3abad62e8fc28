/// Texts in quotation marks.
extension Lexer {
    /// Goes behind `"…"` with escapes, `'…'` as it stands, or `"""` to `"""` over several lines.
    mutating func skipQuoted(_ bytes: Bytes) throws(Diagnostic) -> Quotes {
        let start = position
        if bytes[start] == UInt8(ascii: "'") { return try skipRaw(bytes) }
        if bytes[start + 1] == UInt8(ascii: "\""), bytes[start + 2] == UInt8(ascii: "\"") {
            return try skipLines(bytes)
        }
        return try skipEscaped(bytes)
    }

    private mutating func skipRaw(_ bytes: Bytes) throws(Diagnostic) -> Quotes {
        let start = position
        position += 1
        while bytes[position] != UInt8(ascii: "\n") {
            position += 1
            if bytes[position - 1] == UInt8(ascii: "'") { return .plain }
        }
        throw .unclosedString(source.place(start..<position), mark: "'")
    }

    private mutating func skipLines(_ bytes: Bytes) throws(Diagnostic) -> Quotes {
        let start = position
        var marks = 0
        position += 3
        while position < bytes.end {
            marks = bytes[position] == UInt8(ascii: "\"") ? marks + 1 : 0
            position += 1
            if marks == 3 { return .lines }
        }
        throw .unclosedText(source.place(start..<(start + 3)))
    }

    private mutating func skipEscaped(_ bytes: Bytes) throws(Diagnostic) -> Quotes {
        let start = position
        var quotes = Quotes.plain
        var index = start + 1
        while true {
            index = bytes.endOfPlainText(from: index)
            position = index
            if bytes[index] == UInt8(ascii: "\n") { break }
            index += 1
            position = index
            if bytes[index - 1] == UInt8(ascii: "\"") { return quotes }
            quotes = .escaped
            if bytes[index] == UInt8(ascii: "\n") { break }
            if Quotes.escape(in: bytes.all, at: &index) == nil {
                throw .invalidEscape(source.place((position - 1)..<index))
            }
        }
        throw .unclosedString(source.place(start..<position), mark: "\"")
    }
}

extension Diagnostic {
    static func unclosedString(_ place: Place, mark: String) -> Diagnostic {
        Diagnostic(
            .unclosedString, "the quoted text is not closed", at: place,
            expectation: "a closing \(mark) before the end of the line",
            notes: ["put a text over several lines between \"\"\" and \"\"\""])
    }

    static func unclosedText(_ place: Place) -> Diagnostic {
        Diagnostic(
            .unclosedText, "the quoted text is not closed", at: place,
            expectation: "a closing \"\"\" after its last line")
    }

    static func invalidEscape(_ place: Place) -> Diagnostic {
        Diagnostic(
            .invalidEscape, "'\(place.text)' is not an escape", at: place,
            expectation: #"\" \\ \n \t or \u{1F4CC}; in '…' a backslash is an ordinary character"#)
    }
}
