/// What a piece of text means; how that looks is for ``Palette`` to say.
public enum TextStyle: String, Sendable, Hashable, CaseIterable {
    /// Text without a meaning of its own.
    case plain
    /// What matters most in a line.
    case strong
    /// What may be passed over: separators, counts, hints.
    case faint
    /// The heading of a table or section.
    case heading
    /// The id or name by which a command finds a record.
    case identifier
    /// The words of a source, as they stand there.
    case quote
    /// Where a search found what it looked for.
    case match
    /// Something to type.
    case command
    /// Sound: confirmed, reliable, passed.
    case good
    /// Open to doubt: unconfirmed, ambiguous, a warning.
    case doubtful
    /// Unsound: contradicted, failed, an error.
    case bad

    /// The meaning in a few words, for a legend.
    public var meaning: String {
        switch self {
        case .plain: "ordinary text"
        case .strong: "what matters most in a line"
        case .faint: "what may be passed over"
        case .heading: "the heading of a table or section"
        case .identifier: "an id or name that commands understand"
        case .quote: "the words of a source"
        case .match: "where a search found something"
        case .command: "something to type"
        case .good: "sound: confirmed, reliable, passed"
        case .doubtful: "open to doubt, or a warning"
        case .bad: "unsound: contradicted or failed"
        }
    }
}
