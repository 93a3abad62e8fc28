import DossierLanguage

/// Where the cursor stands in a command: the tokens before it, and what of a word was typed.
struct CursorPosition {
    /// The whole tokens before the word at the cursor, the verb first.
    private(set) var tokens: Tokens = []
    /// What of the word was typed, without an opening quotation mark.
    private(set) var word = ""
    /// All before the cursor.
    private let bytes: [UInt8]
    /// The offset at which the word, or the value of the field, begins.
    private(set) var start: Int
    /// The field whose value is being typed.
    private(set) var field: Token.Field?
    /// The quotation mark that was opened and is not closed.
    private(set) var quote: String?

    /// Whether what is typed is taken as it is: a comment, or the text after ` -- `.
    private(set) var isProse = false

    /// The tokens after the last parenthesis that is open, where a query is typed; nil where none is open.
    var query: Tokens? {
        var open: [Int] = []
        for (index, token) in tokens.enumerated() {
            if token.kind == .open { open.append(index) }
            if token.kind == .close { _ = open.popLast() }
        }
        return open.last.map { tokens[($0 + 1)...] }
    }

    /// All between an offset and the cursor.
    func text(from offset: Int) -> String { String(decoding: bytes[offset...], as: UTF8.self) }

    /// Reads the bytes before the cursor.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        start = bytes.count
        var lexer = Lexer(SourceText(bytes: bytes, name: nil))
        do {
            while let command = try lexer.nextCommand() { tokens = command }
            let rest = CursorPosition.rest(of: bytes, after: &tokens)
            if rest.first == UInt8(ascii: "#") {
                readHash(rest)
            } else if let token = tokens.last, token.kind == .tail {
                readTail(token, bytes)
            } else if let token = tokens.last, token.place.range.upperBound == bytes.count {
                take(token)
            }
        } catch {
            readOpenQuote(bytes, from: error.place.range.lowerBound)
            isProse = error.code != .unclosedString && error.code != .unclosedText
        }
    }

    /// What stands after the last token and the blanks that follow it. A line that is ended begins a new command.
    private static func rest(of bytes: [UInt8], after tokens: inout Tokens) -> ArraySlice<UInt8> {
        var rest = bytes[(tokens.last?.place.range.upperBound ?? 0)...]
        while let byte = rest.first, byte <= 0x20 || byte == UInt8(ascii: "\\") {
            let goesOn = byte == UInt8(ascii: "\\")
            rest = rest.dropFirst()
            if goesOn {
                if rest.first == UInt8(ascii: "\r") { rest = rest.dropFirst() }
                rest = rest.dropFirst()
            } else if byte == UInt8(ascii: "\n") {
                tokens = []
            }
        }
        return rest
    }

    /// A `#` that nothing follows begins a tag, any other that is left begins a comment.
    private mutating func readHash(_ rest: ArraySlice<UInt8>) {
        isProse = rest.count > 1 || tokens.isEmpty
        word = String(decoding: rest, as: UTF8.self)
        start -= rest.count
    }

    /// A `--` that nothing follows begins an option.
    private mutating func readTail(_ token: Token, _ bytes: [UInt8]) {
        isProse = bytes.last != UInt8(ascii: "-") || !token.text.isEmpty
        tokens.removeLast()
        word = isProse ? "" : "--"
        start -= word.utf8.count
    }

    /// The word at the cursor is the last token.
    private mutating func take(_ token: Token) {
        guard token.kind != .string, token.kind != .open, token.kind != .close else { return }
        tokens.removeLast()
        if let field = token.field {
            guard field.value?.isQuoted != true else { return }
            self.field = field
            word = field.value?.text ?? ""
            start = token.place.range.upperBound - word.utf8.count
        } else {
            word = token.place.text
            start = token.place.range.lowerBound
        }
    }

    /// A quotation mark is open: the word is what stands after it.
    private mutating func readOpenQuote(_ bytes: [UInt8], from open: Int) {
        var lexer = Lexer(SourceText(bytes: Array(bytes[..<open]), name: nil))
        while let tokens = try? lexer.nextCommand() { self.tokens = tokens }
        if let token = tokens.last, token.place.range.upperBound == open, let field = token.field {
            tokens.removeLast()
            self.field = field
        }
        quote = String(decoding: bytes[open..<(open + 1)], as: UTF8.self)
        word = String(decoding: bytes[(open + 1)...], as: UTF8.self)
        start = open
    }
}
