import DossierText

/// Text in runs, each with a meaning such as `.identifier` or `.faint`. The renderer chooses how a meaning looks.
public struct StyledText: Sendable, Hashable {
    /// The runs, in order.
    public var spans: [StyledSpan]

    /// Text made of the given runs.
    public init(spans: [StyledSpan] = []) {
        self.spans = spans
    }

    /// Text with one meaning throughout.
    public init(_ text: String, _ style: TextStyle = .plain) {
        spans = text.isEmpty ? [] : [StyledSpan(text, style)]
    }

    /// The text without its meanings, as it came: not safe for a terminal, which is what ``Palette/render(_:keepingNewlines:)`` is for.
    public var plain: String {
        spans.map(\.text).joined()
    }

    /// The columns the text takes once ``VisibleText`` has shown what hides in it.
    public var width: Int {
        spans.reduce(0) { $0 + TextWidth.of(VisibleText.escaping($1.text)) }
    }

    /// Whether there is no text at all.
    public var isEmpty: Bool {
        spans.allSatisfy(\.text.isEmpty)
    }

    /// One text after the other.
    public static func + (left: StyledText, right: StyledText) -> StyledText {
        StyledText(spans: left.spans + right.spans)
    }

    /// Puts another text at the end.
    public static func += (left: inout StyledText, right: StyledText) {
        left.spans += right.spans
    }
}

extension StyledText: ExpressibleByStringLiteral {
    /// Plain text, from a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension Sequence<StyledText> {
    /// The texts one after the other, with a separator between them.
    public func joined(separator: StyledText = "") -> StyledText {
        var texts = makeIterator()
        guard var joined = texts.next() else { return StyledText() }
        while let text = texts.next() { joined += separator + text }
        return joined
    }
}
