/// A string as it stands in a JSON text: where its bytes are, without the quotes, and whether they must be unescaped.
public struct JSONRawString: Sendable, Hashable {
    /// The offset of the first byte after the opening quote.
    public let start: Int
    /// The offset of the closing quote.
    public let end: Int
    /// Whether a backslash stands in the string, so that its text differs from its bytes.
    public let hasEscapes: Bool

    /// A string between two offsets.
    init(start: Int, end: Int, hasEscapes: Bool) {
        self.start = start
        self.end = end
        self.hasEscapes = hasEscapes
    }

    /// The offsets of the bytes between the quotes.
    public var range: Range<Int> {
        Range(uncheckedBounds: (start, end))
    }
}
