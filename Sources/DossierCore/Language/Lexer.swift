/// Cuts a text of the language into commands, and a command into tokens.
///
/// A command ends with its line; it goes on after a `\` at the end of the line and inside `"""`.
public struct Lexer {
    let source: SourceText
    /// The bytes of the source.
    let bytes: [UInt8]
    var position: Int
    private var depth = 0
    /// Whether the text ended behind a `\` at the end of a line.
    private var isWaiting = false
    /// The comments in and before the last command, without their marks.
    private(set) var comments: [String] = []

    /// Begins at the start of a text.
    public init(_ source: SourceText) {
        self.source = source
        self.bytes = source.bytes
        self.position = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The tokens of the next command; nil at the end of the text.
    ///
    /// - Throws: a diagnostic where a text is not closed or an escape is none. The position is then after the line at fault.
    public mutating func nextCommand() throws(Diagnostic) -> [Token]? {
        comments = []
        while position < bytes.count {
            do {
                let tokens = try command()
                if !tokens.isEmpty { return tokens }
            } catch {
                position = max(position, source.line(at: position).upperBound)
                throw error
            }
        }
        return nil
    }

    /// Whether a typed text is whole, or waits for a `"""` or for the line after a `\`.
    public static func isComplete(_ text: String) -> Bool {
        var lexer = Lexer(SourceText(text))
        do {
            while let tokens = try lexer.nextCommand() {
                if tokens.isEmpty { return true }
            }
        } catch {
            return error.rule != .unclosedText
        }
        return !lexer.isWaiting
    }

    /// Whether a line may end a text over several lines: only there is it worth asking again whether a command is complete.
    public static func holdsTextMark(_ line: String) -> Bool {
        var count = 0
        for byte in line.utf8 {
            count = byte == UInt8(ascii: "\"") ? count + 1 : 0
            if count == 3 { return true }
        }
        return false
    }

    private mutating func command() throws(Diagnostic) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(12)
        depth = 0
        while true {
            skipBlank()
            guard let byte = peek(), !isLineEnd else { break }
            if byte == UInt8(ascii: "#"), tokens.isEmpty || isCommentMark {
                let start = position + 1
                skipLine()
                comments.append(source.text(start..<position))
            } else if isTailMark {
                tokens.append(tail())
            } else {
                tokens.append(try token())
            }
        }
        skipLineEnd()
        return tokens
    }

    private mutating func token() throws(Diagnostic) -> Token {
        let start = position
        switch bytes[position] {
        case UInt8(ascii: "("):
            depth += 1
            position += 1
            return Token(.open, "(", at: place(from: start))
        case UInt8(ascii: ")"):
            depth -= 1
            position += 1
            return Token(.close, ")", at: place(from: start))
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let text = try quoted()
            try requireSpace()
            return Token(.string, text, at: place(from: start))
        case UInt8(ascii: "#"):
            position += 1
            let text = bareText()
            return Token(.tag, text, at: place(from: start))
        case UInt8(ascii: "-"):
            return try dash()
        default:
            return try wordOrField()
        }
    }

    private mutating func dash() throws(Diagnostic) -> Token {
        let start = position
        if peek(1) == UInt8(ascii: "-"), let third = peek(2), isNameStart(third) {
            position += 2
            return Token(.option, bareText(), at: place(from: start))
        }
        if let next = peek(1), isNameStart(next) || next >= 0x80 || [0x22, 0x27, 0x23, 0x28, 0x5F].contains(next) {
            position += 1
            return Token(.minus, "-", at: place(from: start))
        }
        return try wordOrField()
    }

    private mutating func wordOrField() throws(Diagnostic) -> Token {
        let start = position
        guard let (nameEnd, comparison) = fieldOperator() else {
            return Token(.word, bareText(), at: place(from: start))
        }
        let name = Place(source: source, range: start..<nameEnd)
        position = nameEnd + comparison.length
        let valueStart = position
        var value: Token.Value?
        if let byte = peek(), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            value = Token.Value(text: try quoted(), isQuoted: true, place: place(from: valueStart))
            try requireSpace()
        } else {
            let text = bareText()
            if !text.isEmpty { value = Token.Value(text: text, isQuoted: false, place: place(from: valueStart)) }
        }
        let field = Token.Field(name: name.text, namePlace: name, comparison: comparison, value: value)
        return Token(.field, field.name, at: place(from: start), field: field)
    }

    /// The operator of a field, where the word begins with a name and an operator follows.
    private func fieldOperator() -> (nameEnd: Int, comparison: Token.Operator)? {
        var index = position
        guard index < bytes.count, isNameStart(bytes[index]) else { return nil }
        while index < bytes.count {
            let next = index + 1 < bytes.count ? bytes[index + 1] : nil
            if let comparison = Token.Operator(bytes[index], next) { return (index, comparison) }
            guard isNameByte(bytes[index]) else { return nil }
            index += 1
        }
        return nil
    }

    /// The bytes up to white space, or to a `)` that closes a parenthesis.
    private mutating func bareText() -> String {
        let start = position
        var inner = 0
        while true {
            position = end(ofRunFrom: position) { $0 <= 0x20 || $0 == 0x28 || $0 == 0x29 || $0 == 0x5C }
            guard let byte = peek(), byte > 0x20 else { break }
            if byte == UInt8(ascii: "(") { inner += 1 }
            if byte == UInt8(ascii: ")") {
                if inner == 0, depth > 0 { break }
                inner -= 1
            }
            if byte == UInt8(ascii: "\\"), isContinuation { break }
            position += 1
        }
        return source.text(start..<position)
    }

    private mutating func requireSpace() throws(Diagnostic) {
        guard let byte = peek(), byte > 0x20, byte != UInt8(ascii: ")") else { return }
        if byte == UInt8(ascii: "\\"), isContinuation { return }
        let start = position
        position += 1
        while let next = peek(), next & 0xC0 == 0x80 { position += 1 }
        throw .missingSpace(place(from: start))
    }

    private mutating func tail() -> Token {
        position += 2
        if let byte = peek(), byte == 0x20 || byte == 0x09 { position += 1 }
        let start = position
        skipLine()
        var end = position
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 || bytes[end - 1] == 0x0D { end -= 1 }
        let range = Place(source: source, range: start..<end)
        return Token(.tail, range.text, at: range)
    }
}

extension Lexer {
    func peek(_ ahead: Int = 0) -> UInt8? {
        position + ahead < bytes.count ? bytes[position + ahead] : nil
    }

    /// The offset of the first byte from one on that stops a run, or the end of the text.
    @inline(__always)
    func end(ofRunFrom start: Int, where stops: (UInt8) -> Bool) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            var index = start
            while index < buffer.count, !stops(buffer[index]) { index += 1 }
            return index
        }
    }

    func place(from start: Int) -> Place { Place(source: source, range: start..<position) }

    private var isLineEnd: Bool {
        peek() == UInt8(ascii: "\n") || (peek() == UInt8(ascii: "\r") && peek(1) == UInt8(ascii: "\n"))
    }

    /// Whether a `\` ends the line here.
    private var isContinuation: Bool {
        peek(1) == nil || peek(1) == UInt8(ascii: "\n")
            || (peek(1) == UInt8(ascii: "\r") && peek(2) == UInt8(ascii: "\n"))
    }

    private var isCommentMark: Bool { peek(1).map { $0 <= 0x20 } ?? true }

    private var isTailMark: Bool {
        peek() == UInt8(ascii: "-") && peek(1) == UInt8(ascii: "-") && (peek(2).map { $0 <= 0x20 } ?? true)
    }

    private mutating func skipBlank() {
        var goesOn = false
        defer { isWaiting = goesOn && peek() == nil }
        while let byte = peek() {
            if byte == UInt8(ascii: "\\"), isContinuation {
                position += 1
                skipLineEnd()
                goesOn = true
            } else if byte > 0x20 || isLineEnd {
                return
            } else {
                position += 1
            }
        }
    }

    private mutating func skipLine() {
        repeat {
            position = end(ofRunFrom: position) { $0 == 0x0A || $0 == 0x0D }
            if peek() == nil || isLineEnd { return }
            position += 1
        } while true
    }

    private mutating func skipLineEnd() {
        if peek() == UInt8(ascii: "\r") { position += 1 }
        if peek() == UInt8(ascii: "\n") { position += 1 }
    }

    private func isNameStart(_ byte: UInt8) -> Bool {
        (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
            || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        isNameStart(byte) || byte >= 0x80 || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
}

extension Token.Operator {
    /// The operator that two bytes begin with.
    fileprivate init?(_ first: UInt8, _ second: UInt8?) {
        let isDouble = second == UInt8(ascii: "=")
        switch first {
        case UInt8(ascii: "="): self = .equal
        case UInt8(ascii: ":"): self = .matches
        case UInt8(ascii: "<"): self = isDouble ? .lessOrEqual : .less
        case UInt8(ascii: ">"): self = isDouble ? .greaterOrEqual : .greater
        case UInt8(ascii: "+") where isDouble: self = .add
        case UInt8(ascii: "-") where isDouble: self = .remove
        default: return nil
        }
    }

    /// How many bytes it has.
    fileprivate var length: Int {
        switch self {
        case .add, .remove, .lessOrEqual, .greaterOrEqual: 2
        case .equal, .matches, .less, .greater: 1
        }
    }
}

extension Diagnostic {
    static func missingSpace(_ place: Place) -> Diagnostic {
        Diagnostic(
            .missingSpace, "a text in quotation marks ends its word", at: place, expectation: "a space here",
            notes: [#"inside the text a quotation mark is written \""#])
    }
}
