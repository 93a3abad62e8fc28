/// Texts in quotation marks.
extension Lexer {
    /// Reads `"…"` with escapes, `'…'` as it stands, or `"""` to `"""` over several lines.
    mutating func quoted() throws(Diagnostic) -> String {
        if peek() == UInt8(ascii: "'") { return try raw() }
        if peek(1) == UInt8(ascii: "\""), peek(2) == UInt8(ascii: "\"") { return try lines() }
        return try escaped()
    }

    private mutating func raw() throws(Diagnostic) -> String {
        let start = position
        position += 1
        while let byte = peek(), byte != UInt8(ascii: "\n") {
            position += 1
            if byte == UInt8(ascii: "'") { return source.text((start + 1)..<(position - 1)) }
        }
        throw .unclosedString(place(from: start), mark: "'")
    }

    /// A text over several lines: as it stands, the line end after the opening mark left out, CR LF read as LF.
    private mutating func lines() throws(Diagnostic) -> String {
        let start = position
        let mark = Array("\"\"\"".utf8)
        position += 3
        if peek() == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { position += 1 }
        if peek() == UInt8(ascii: "\n") { position += 1 }
        var text: [UInt8] = []
        while let byte = peek() {
            if byte == mark[0], bytes[position...].starts(with: mark) {
                position += 3
                return String(decoding: text, as: UTF8.self)
            }
            if byte != UInt8(ascii: "\r") || peek(1) != UInt8(ascii: "\n") { text.append(byte) }
            position += 1
        }
        throw .unclosedText(source.place(start..<(start + 3)))
    }

    private mutating func escaped() throws(Diagnostic) -> String {
        let start = position
        position += 1
        position = end(ofRunFrom: position) { $0 == 0x22 || $0 == 0x0A || $0 == 0x5C }
        if peek() == UInt8(ascii: "\"") {
            position += 1
            return source.text((start + 1)..<(position - 1))
        }
        var text = Array(bytes[(start + 1)..<position])
        while let byte = peek(), byte != UInt8(ascii: "\n") {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: try escape(in: start).utf8)
            default: text.append(byte)
            }
        }
        throw .unclosedString(place(from: start), mark: "\"")
    }

    private mutating func escape(in text: Int) throws(Diagnostic) -> String {
        let start = position - 1
        guard let byte = peek(), byte != UInt8(ascii: "\n") else {
            throw .unclosedString(place(from: text), mark: "\"")
        }
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            if let scalar = scalarEscape() { return String(Character(scalar)) }
            throw .invalidEscape(place(from: start))
        default:
            while let next = peek(), next & 0xC0 == 0x80 { position += 1 }
            throw .invalidEscape(place(from: start))
        }
    }

    /// `{1F4CC}`: one to six hexadecimal digits.
    private mutating func scalarEscape() -> Unicode.Scalar? {
        guard peek() == UInt8(ascii: "{") else { return nil }
        position += 1
        let start = position
        while let byte = peek(), byte != UInt8(ascii: "}"), byte > 0x20, byte != UInt8(ascii: "\"") { position += 1 }
        let digits = source.text(start..<position)
        guard peek() == UInt8(ascii: "}") else { return nil }
        position += 1
        guard (1...6).contains(digits.utf8.count), !digits.hasPrefix("+"), let value = UInt32(digits, radix: 16) else {
            return nil
        }
        return Unicode.Scalar(value)
    }
}

extension Diagnostic {
    static func unclosedString(_ place: Place, mark: String) -> Diagnostic {
        Diagnostic(
            .unclosedString, "the text is not closed", at: place, expectation: "a \(mark) before the end of the line",
            notes: ["a text over several lines stands between \"\"\" and \"\"\""])
    }

    static func unclosedText(_ place: Place) -> Diagnostic {
        Diagnostic(.unclosedText, "the text is not closed", at: place, expectation: "\"\"\" after its last line")
    }

    static func invalidEscape(_ place: Place) -> Diagnostic {
        Diagnostic(
            .invalidEscape, "'\(place.text)' is no escape", at: place,
            expectation: #"\" \\ \n \t or \u{1F4CC}; in '…' a backslash is a letter"#)
    }
}
