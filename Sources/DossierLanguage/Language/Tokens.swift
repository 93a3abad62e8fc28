import DossierTime

/// Consecutive tokens of one text: a command, or a slice of it.
///
/// Slices share the storage of the whole.
public struct Tokens: RandomAccessCollection, Sendable {
    let source: SourceText
    private let all: [Token.Shape]
    /// The shape of the token with the index 0.
    private let first: Int
    /// The first index.
    public let startIndex: Int
    /// The index after the last token.
    public let endIndex: Int

    private init(_ source: SourceText, _ all: [Token.Shape], first: Int, _ indices: Range<Int>) {
        self.source = source
        self.all = all
        self.first = first
        startIndex = indices.lowerBound
        endIndex = indices.upperBound
    }

    /// The tokens of these shapes.
    init(_ shapes: [Token.Shape], in source: SourceText) {
        self.init(source, shapes, first: 0, 0..<shapes.count)
    }

    /// Puts tokens of one text together.
    public init(_ tokens: [Token]) {
        self.init(tokens.map(\.shape), in: tokens.first?.source ?? SourceText(""))
    }

    /// A token.
    public subscript(index: Int) -> Token { Token(shape(index), in: source) }

    /// Those of some indices.
    public subscript(indices: Range<Int>) -> Tokens { Tokens(source, all, first: first, indices) }

    /// Some of them, counted from 0.
    func counted(_ indices: Range<Int>) -> Tokens {
        Tokens(source, all, first: first + indices.lowerBound, 0..<indices.count)
    }

    /// What a token is, and where.
    public func shape(_ index: Int) -> Token.Shape {
        assert(index >= startIndex && index < endIndex, "no such token")
        return all[first + index]
    }

    /// What a bare word says, where that is short enough.
    public func shortWord(_ index: Int) -> ShortWord? { shape(index).shortWord(in: source) }

    /// The first field of a name; nil where there is none.
    public func field(_ name: StaticString) -> Token? {
        for shape in shapes where shape.isA(.field, name, in: source) { return Token(shape, in: source) }
        return nil
    }

    /// What they are, one after the other.
    var shapes: ArraySlice<Token.Shape> { all[(first + startIndex)..<(first + endIndex)] }

    /// Where they stand, from the first to the last; there is one at least.
    public var place: Place { source.place(shape(startIndex).start..<shape(endIndex - 1).end) }
}

extension Tokens: ExpressibleByArrayLiteral {
    /// Puts tokens of one text together.
    public init(arrayLiteral elements: Token...) { self.init(elements) }
}
