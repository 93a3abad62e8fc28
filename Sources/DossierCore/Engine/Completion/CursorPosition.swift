/// Where the cursor stands in a command: the tokens before it, and what of a word was typed.
struct CursorPosition {
    /// The whole tokens before the word at the cursor, the verb first.
    private(set) var tokens: [Token] = []
    /// What of the word was typed, without an opening quotation mark.
    private(set) var word = ""
    /// The offset at which the word, or the value of the field, begins.
    private(set) var start: Int
    /// The field whose value is being typed.
    private(set) var field: Token.Field?
    /// The quotation mark that was opened and is not closed.
    private(set) var quote: String?

    /// Reads the bytes before the cursor.
    init(_ bytes: [UInt8]) {
        start = bytes.count
        var lexer = Lexer(SourceText(bytes: bytes, name: nil))
        var last: [Token] = []
        do {
            while let tokens = try lexer.nextCommand() { last = tokens }
            let endsLine = bytes.last == UInt8(ascii: "\n")
            if endsLine { last = [] }
            tokens = last
            if let token = last.last, token.place.range.upperBound == bytes.count { take(token) }
        } catch {
            readOpenQuote(bytes, from: error.place.range.lowerBound)
        }
    }

    /// The word at the cursor is the last token.
    private mutating func take(_ token: Token) {
        guard token.kind != .tail, token.kind != .string, token.kind != .open, token.kind != .close else { return }
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
