import DossierTime

/// The kinds of record in a session, and the session's own header.
public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The session itself: one record, its header.
    case session
    /// A document that was read.
    case source
    /// A person, organisation, unit, country, place or item.
    case entity
    /// Something that happened or is expected to.
    case event
    /// Somebody's statement about the world.
    case claim
    /// The analyst's own words.
    case note
    /// A typed, directed relation between two records.
    case link

    /// Compares and hashes the case itself, where a raw value would have its text compared and hashed.
    public static func == (left: Kind, right: Kind) -> Bool { left.number == right.number }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) { hasher.combine(number) }

    /// Its number, from 0 on without a gap.
    var number: Int {
        switch self {
        case .session: 0
        case .source: 1
        case .entity: 2
        case .event: 3
        case .claim: 4
        case .note: 5
        case .link: 6
        }
    }

    /// The six kinds a person adds, in the order in which a state lists them.
    public static let listed: [Kind] = [.source, .entity, .event, .claim, .note, .link]

    /// The name of many: `events`, `entities`.
    public var plural: String {
        self == .entity ? "entities" : rawValue + "s"
    }

    /// `an event`, `a claim`.
    public var withArticle: String {
        switch self {
        case .entity, .event: "an " + rawValue
        case .session: "the session"
        default: "a " + rawValue
        }
    }

    /// The letter before the number of an id that the session gives: `e` of `e12`.
    ///
    /// Entities have none: their id is a slug of their name.
    public var identifierPrefix: String? {
        switch self {
        case .source: "s"
        case .event: "e"
        case .claim: "c"
        case .note: "n"
        case .link: "l"
        case .session, .entity: nil
        }
    }

    /// The kind of a word such as `event` or `events`.
    public init?(word: String) {
        guard let word = ShortWord(word) else { return nil }
        self.init(word: word)
    }

    /// The kind of a word such as `event` or `events`.
    public init?(word: ShortWord) {
        guard let index = Kind.words.firstIndex(of: word) else { return nil }
        self = Kind.listed[index / 2]
    }

    /// For each of the listed kinds the word for one and the word for many.
    private static let words = listed.flatMap { [ShortWord($0.rawValue), ShortWord($0.plural)] }

    /// How many of them: `1 event`, `3 entities`.
    public func counted(_ count: Int) -> String {
        count == 1 ? "1 \(rawValue)" : "\(count) \(plural)"
    }

    /// How many of a kind, or of records where none is named.
    public static func counted(_ count: Int, of kind: Kind?) -> String {
        kind?.counted(count) ?? (count == 1 ? "1 record" : "\(count) records")
    }
}
