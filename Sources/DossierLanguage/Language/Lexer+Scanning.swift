/// The tokens of one command.
extension Lexer {
    /// Takes the tokens up to the end of the command, and goes behind it; none where a line holds no command.
    ///
    /// - Throws: a diagnostic where a text is not closed or an escape is none.
    mutating func scan(_ bytes: Bytes) throws(Diagnostic) {
        shapes.removeAll(keepingCapacity: true)
        depth = 0
        while true {
            skipBlank(bytes)
            let start = position
            if bytes.endsLine(at: start) { break }
            switch bytes[start] {
            case UInt8(ascii: "#") where shapes.isEmpty || bytes[start + 1] <= 0x20:
                position = bytes.endOfLine(from: start)
                remarks.append((start + 1)..<position)
            case UInt8(ascii: "#"): addWord(.tag, from: start, bytes)
            case UInt8(ascii: "-"): scanDash(bytes)
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let quotes = try skipQuoted(bytes)
                shapes.append(Token.Shape(.string, start, position, quotes: quotes))
                try requireSpace(bytes)
            case UInt8(ascii: "("):
                depth += 1
                add(.open, from: start, to: start + 1)
            case UInt8(ascii: ")"):
                depth -= 1
                add(.close, from: start, to: start + 1)
            case let byte where Bytes.isLetter(byte): try scanName(bytes)
            default: addWord(.word, from: start, bytes)
            }
        }
        position = bytes.afterLineEnd(at: position)
    }

    private mutating func scanDash(_ bytes: Bytes) {
        let start = position
        let next = bytes[start + 1]
        if next == UInt8(ascii: "-") {
            let third = bytes[start + 2]
            if third <= 0x20 { return scanTail(bytes) }
            return addWord(Bytes.isLetter(third) ? .option : .word, from: start, bytes)
        }
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: "_"), 0x80...:
            add(.minus, from: start, to: start + 1)
        default:
            if Bytes.isLetter(next) {
                add(.minus, from: start, to: start + 1)
            } else {
                addWord(.word, from: start, bytes)
            }
        }
    }

    /// What follows ` -- `, without the blanks at the end of the line.
    private mutating func scanTail(_ bytes: Bytes) {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let mark = position + 2
        let start = isBlank(bytes[mark]) ? mark + 1 : mark
        position = bytes.endOfLine(from: start)
        var end = position
        while end > start, isBlank(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        shapes.append(Token.Shape(.tail, start, end))
    }

    /// A field, where an operator follows the name that begins here; else a word.
    private mutating func scanName(_ bytes: Bytes) throws(Diagnostic) {
        let start = position
        let end = bytes.endOfName(from: start)
        let byte = bytes[end]
        if byte <= 0x20 { return add(.word, from: start, to: end) }
        if byte == UInt8(ascii: "="), bytes[end - 1] == UInt8(ascii: "-") {
            try scanField(from: start, nameEnd: end - 1, .remove, bytes)
        } else if let comparison = Token.Operator(byte, bytes[end + 1]) {
            try scanField(from: start, nameEnd: end, comparison, bytes)
        } else {
            add(.word, from: start, to: bytes.endOfWord(from: end, inParentheses: depth > 0))
        }
    }

    private mutating func scanField(
        from start: Int, nameEnd: Int, _ comparison: Token.Operator, _ bytes: Bytes
    ) throws(Diagnostic) {
        position = nameEnd + comparison.length
        var quotes: Quotes?
        if bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") {
            quotes = try skipQuoted(bytes)
            try requireSpace(bytes)
        } else {
            position = bytes.endOfWord(from: position, inParentheses: depth > 0)
        }
        shapes.append(Token.Shape(field: start, nameEnd, comparison, position, quotes: quotes))
    }

    private mutating func addWord(_ kind: Token.Kind, from start: Int, _ bytes: Bytes) {
        // Of what begins with a mark the mark itself ends nothing.
        add(kind, from: start, to: bytes.endOfWord(from: kind == .word ? start : start + 1, inParentheses: depth > 0))
    }

    private mutating func add(_ kind: Token.Kind, from start: Int, to end: Int) {
        shapes.append(Token.Shape(kind, start, end))
        position = end
    }

    /// Goes to the next token or the end of the line.
    @inline(__always)
    private mutating func skipBlank(_ bytes: Bytes) {
        var index = position
        var goesOn = false
        while true {
            if bytes[index] > 0x20 {
                guard bytes[index] == UInt8(ascii: "\\"), bytes.isContinuation(at: index) else { break }
                index = bytes.afterLineEnd(at: index + 1)
                goesOn = true
            } else if bytes.endsLine(at: index) {
                break
            } else {
                index &+= 1
            }
        }
        position = index
        isWaiting = goesOn && index == bytes.end
    }

    /// A text in quotation marks ends its word.
    private func requireSpace(_ bytes: Bytes) throws(Diagnostic) {
        let byte = bytes[position]
        if byte <= 0x20 || byte == UInt8(ascii: ")") { return }
        if byte == UInt8(ascii: "\\"), bytes.isContinuation(at: position) { return }
        var end = position + 1
        while bytes[end] & 0xC0 == 0x80 { end += 1 }
        throw .missingSpace(source.place(position..<end))
    }
}

extension Diagnostic {
    fileprivate static func missingSpace(_ place: Place) -> Diagnostic {
        Diagnostic(
            .missingSpace, "a space is missing after the quoted text", at: place, expectation: "a space here",
            notes: [#"inside the text, write a quotation mark as \""#])
    }
}
