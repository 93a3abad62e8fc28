/// Quoted words of a source, with the context that locates them (W3C Web Annotation Data Model, 4.2.4 and 4.2.5).
public struct TextQuoteSelector: Sendable, Hashable {
    /// The source that holds the words.
    public let source: Identifier
    /// The words, exactly as they stand in the source's text.
    public let exact: String
    /// Up to 32 characters before them.
    public let prefix: String
    /// Up to 32 characters after them.
    public let suffix: String
    /// Where they begin and end, in Unicode code points from the start of the text; nil where the source holds no text.
    public let position: Range<Int>?
    /// What its JSON holds that this version does not know; it is written back.
    public var unknownMembers: [JSONMember] = []

    /// Makes a selector of its parts.
    public init(
        source: Identifier, exact: String, prefix: String = "", suffix: String = "", position: Range<Int>? = nil
    ) {
        self.source = source
        self.exact = exact
        self.prefix = prefix
        self.suffix = suffix
        self.position = position
    }

    /// How much of the text around the words is kept, in code points.
    static let context = 32
}

extension TextQuoteSelector {
    /// The selector of the words that stand at a range of code points of a text.
    public init(source: Identifier, of text: String, at range: Range<Int>) {
        let scalars = text.unicodeScalars
        let start = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
        let end = scalars.index(start, offsetBy: range.count)
        let before = scalars.index(start, offsetBy: -Self.context, limitedBy: scalars.startIndex) ?? scalars.startIndex
        let after = scalars.index(end, offsetBy: Self.context, limitedBy: scalars.endIndex) ?? scalars.endIndex
        self.init(
            source: source, exact: String(scalars[start..<end]), prefix: String(scalars[before..<start]),
            suffix: String(scalars[end..<after]), position: range)
    }

    /// Where words stand in a text: the ranges of code points of every occurrence, from the first to the last.
    public static func occurrences(of words: String, in text: String) -> [Range<Int>] {
        let needle = Array(words.utf8)
        guard !needle.isEmpty else { return [] }
        var found: [Range<Int>] = []
        let length = words.unicodeScalars.count
        var text = text
        text.withUTF8 { bytes in
            var scalars = 0
            var index = 0
            while index + needle.count <= bytes.count {
                let byte = bytes[index]
                if byte == needle[0], (0..<needle.count).allSatisfy({ bytes[index + $0] == needle[$0] }) {
                    found.append(scalars..<(scalars + length))
                }
                if byte & 0xC0 != 0x80 { scalars += 1 }
                index += 1
            }
        }
        return found
    }
}
