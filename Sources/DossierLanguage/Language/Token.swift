/// A word of the command language, with its place.
///
/// The token's text is decoded from the source on demand.
public struct Token: Sendable {
    /// The text that it stands in.
    let source: SourceText
    /// What it is, and where in the text.
    let shape: Shape

    /// What a token may be.
    public enum Kind: Sendable, Hashable {
        /// A bare word.
        case word
        /// A text in quotation marks.
        case string
        /// `#troops`
        case tag
        /// `--with-links`
        case option
        /// `name=value`, `name:value`, …
        case field
        /// `(`
        case open
        /// `)`
        case close
        /// The `-` before a query's term.
        case minus
        /// What follows ` -- `.
        case tail
    }

    init(_ shape: Shape, in source: SourceText) {
        self.source = source
        self.shape = shape
    }

    /// The bare word that stands at a place.
    public init(wordAt place: Place) {
        self.init(Shape(.word, place.range.lowerBound, place.range.upperBound), in: place.source)
    }

    /// What it is.
    public var kind: Kind { shape.kind }

    /// Where it stands.
    public var place: Place { Place(source: source, range: Range(uncheckedBounds: (shape.start, shape.end))) }

    /// What it says: without quotation marks, escapes read, a tag without its `#`, an option without its dashes, of a field
    /// its name.
    public var text: String {
        if kind == .string, let quotes = shape.quotes {
            return quotes.text(of: source, from: shape.start, to: shape.end)
        }
        return source.text(bareRange)
    }

    /// Whether it says nothing.
    public var isEmpty: Bool {
        guard kind == .string else { return bareRange.isEmpty }
        return shape.quotes == .plain ? shape.end - shape.start == 2 : text.isEmpty
    }

    /// Of a field: its name, its operator and its value.
    public var field: Field? { kind == .field ? Field(token: self) : nil }

    /// Where what it says stands without marks.
    private var bareRange: Range<Int> {
        let mark = kind == .tag ? 1 : kind == .option ? 2 : 0
        return Range(uncheckedBounds: (shape.start + mark, shape.nameEnd))
    }

    /// Whether it is this bare word.
    public func isWord(_ word: StaticString) -> Bool { shape.isA(.word, word, in: source) }

    /// Whether it is a field of this name.
    public func isField(_ name: StaticString) -> Bool { shape.isA(.field, name, in: source) }
}
