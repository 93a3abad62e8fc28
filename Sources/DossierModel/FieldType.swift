/// What a field's values are: how they are read, compared, completed and shown.
public enum FieldType: Sendable, Hashable {
    /// Any text.
    case text
    /// An offset from UTC, `+03:00`.
    case zone
    /// A word of a vocabulary.
    case word(Vocabulary)
    /// A time as EDTF writes it.
    case when
    /// A number or a range, with its unit.
    case quantity
    /// An Admiralty code, `B2`.
    case grade
    /// The first letter of an Admiralty code, `A` to `F`.
    case reliability
    /// A word of ICD 203, a percentage or a range of percentages.
    case likelihood
    /// Degrees north and east, `43.12,131.89`.
    case coordinates
    /// Another record of one of these kinds; `makes` is the type of the entity that an unknown quoted name makes.
    case reference(to: [Kind], makes: EntityMaking)
    /// Words of a source.
    case quote
    /// A relation of the table, or one that the session declares.
    case relation
    /// A relation that the session declares.
    case relationDeclaration
    /// A tag, without its `#`.
    case tag
    /// The SHA-256 of a source's text, made by the program; of a file whose text is not kept it may be typed.
    case digest

    /// Whether values are words of a source.
    public var isQuote: Bool {
        if case .quote = self { return true }
        return false
    }

    /// Whether values are times.
    public var isTime: Bool {
        if case .when = self { return true }
        return false
    }

    /// Whether values are any text.
    public var isText: Bool {
        if case .text = self { return true }
        return false
    }

    /// Whether values name records: others, or the source of a quote.
    public var namesRecords: Bool {
        switch self {
        case .reference, .quote: true
        default: false
        }
    }

    /// Whether a quoted name that nobody has makes an entity, and of which type.
    public enum EntityMaking: Sendable, Hashable {
        /// The name must be known.
        case never
        /// An entity of this type is made; of no type where nil.
        case entity(type: String?)
    }
}
