/// A typed command, checked against the signature of its verb. Its parts are separated but not yet interpreted.
///
/// It is an immutable class, so a command holds one reference.
public final class Call: Sendable {
    /// The verb, and then the tokens of each part.
    private let tokens: Tokens
    /// Where each part ends among the tokens.
    private let ends: Ends
    /// Where the whole command stands in its text.
    private let range: Range<Int>

    /// The indices after the last argument, field, tag and option. Each part begins where the one before it ends, the
    /// arguments after the verb; behind the options stands the tail.
    struct Ends {
        var arguments = 1
        var fields = 1
        var tags = 1
        var options = 1
    }

    /// Takes the tokens of a command in the order of its parts.
    init(_ tokens: Tokens, _ ends: Ends, at range: Range<Int>) {
        self.tokens = tokens
        self.ends = ends
        self.range = range
    }

    /// The whole command, from the verb to its last word.
    public var place: Place { tokens.source.place(range) }

    /// The verb.
    public var verb: Token { tokens[0] }

    /// Words, texts and, in a query, all its terms, in the order typed.
    public var arguments: Tokens { tokens.counted(1..<ends.arguments) }

    /// The fields that are given.
    public var fields: Tokens { tokens.counted(ends.arguments..<ends.fields) }

    /// The tags that are given.
    public var tags: Tokens { tokens.counted(ends.fields..<ends.tags) }

    /// The options that are given.
    public var options: Tokens { tokens.counted(ends.tags..<ends.options) }

    /// The text after ` -- `.
    public var tail: Token? { tokens.count > ends.options ? tokens[ends.options] : nil }

    /// Whether an option is given.
    public func has(_ option: String) -> Bool { options.contains { $0.text == option } }

    /// Whether an option is given that several verbs take.
    public func has(_ option: Signature.Option) -> Bool { has(option.name) }

    /// The first field of a name; nil where none is given.
    public func field(_ name: StaticString) -> Token? { fields.field(name) }
}
