/// Cuts a text of the language into commands, and a command into tokens.
///
/// A command ends with its line; it goes on after a `\` at the end of the line and inside `"""`.
public struct Lexer {
    let source: SourceText
    /// The byte at which the next command begins.
    public var position: Int
    /// What the tokens of the last command are. Their room is used again where nobody holds them any more.
    var shapes: [Token.Shape] = []
    /// How many parentheses are open.
    var depth = 0
    /// Whether the text ended behind a `\` at the end of a line.
    var isWaiting = false
    /// Where the comments in and before the last command stand, without their marks.
    var remarks: [Range<Int>] = []

    /// Begins at the start of a text.
    public init(_ source: SourceText) {
        self.source = source
        self.position = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The comments in and before the last command, without their marks.
    public var comments: [String] { remarks.map(source.text) }

    /// The tokens of the next command; nil at the end of the text.
    ///
    /// - Throws: a diagnostic where a text is not closed or an escape is none. The position is then after the line at fault.
    public mutating func nextCommand() throws(Diagnostic) -> Tokens? {
        if !remarks.isEmpty { remarks = [] }
        while position < source.bytes.count {
            do throws(Diagnostic) {
                try source.bytes.withUnsafeBufferPointer { bytes throws(Diagnostic) in try scan(Bytes(all: bytes)) }
            } catch {
                position = max(position, source.line(at: position).upperBound)
                throw error
            }
            if !shapes.isEmpty { return Tokens(shapes, in: source) }
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
            return error.code != .unclosedText
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
}
