/// A command as it was typed, checked against its verb's signature: its parts told apart, their meaning not yet asked for.
///
/// It never changes: a class, so that a command holds it by one reference.
public final class Call: Sendable {
    /// The verb.
    public let verb: Token
    /// Words, texts and, in a query, all its terms, in the order typed.
    public let arguments: [Token]
    /// The fields that are given.
    public let fields: [Token]
    /// The tags that are given.
    public let tags: [Token]
    /// The options that are given.
    public let options: [Token]
    /// The text after ` -- `.
    public let tail: Token?
    /// The whole command, from the verb to its last word.
    public let place: Place

    init(
        verb: Token, arguments: [Token], fields: [Token], tags: [Token], options: [Token], tail: Token?, place: Place
    ) {
        self.verb = verb
        self.arguments = arguments
        self.fields = fields
        self.tags = tags
        self.options = options
        self.tail = tail
        self.place = place
    }

    /// Whether an option is given.
    func has(_ option: String) -> Bool { options.contains { $0.text == option } }
}
