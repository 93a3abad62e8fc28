/// A run of text with one meaning.
public struct StyledSpan: Sendable, Hashable {
    /// The text, as it came: not yet safe for a terminal.
    public var text: String
    /// What the text means.
    public var style: TextStyle

    /// A run of text with a meaning.
    public init(_ text: String, _ style: TextStyle = .plain) {
        self.text = text
        self.style = style
    }
}
