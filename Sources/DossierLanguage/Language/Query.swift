import DossierModel

/// What a query asks for, before its names and values are looked up.
public indirect enum Query: Sendable {
    /// All must hold; with none, all records do.
    case all([Query])
    /// One must hold.
    case any([Query])
    /// It must not hold.
    case not(Query)
    /// The text stands somewhere in the record.
    case text(Token)
    /// The record carries the tag.
    case tag(Token)
    /// It is of a kind.
    case kind(Kind)
    /// A field compared with a value.
    case field(Token, Token.Field)
}

extension Query {
    /// Whether it asks for records of kinds that it names.
    public var namesKinds: Bool {
        switch self {
        case .all(let terms), .any(let terms): terms.contains(where: \.namesKinds)
        case .kind: true
        case .not, .text, .tag, .field: false
        }
    }
}

/// Rows counted, or their figures added up, in groups.
public struct Tally: Sendable {
    /// What is made of the rows of a group.
    public enum Measure: Sendable, Hashable {
        /// How many there are.
        case count
        /// Their quantities are added up.
        case sum
    }

    /// What is made of the rows of a group.
    public let measure: Measure
    /// The word that asks for it.
    public let word: Token
    /// The field or the unit of the calendar by which rows are grouped; nil for all of them together.
    public let by: Token?

    /// Makes a tally of its parts.
    public init(_ measure: Measure, _ word: Token, by: Token?) {
        self.measure = measure
        self.word = word
        self.by = by
    }
}

/// A query with what `show` may say around it.
public struct ShowQuery: Sendable {
    /// The kind that is asked for; nil for records of every kind.
    public var kind: Kind?
    /// Where the kind stands.
    var kindPlace: Place?
    /// The terms.
    public var query: Query = .all([])
    /// `by [-]FIELD`: how rows are sorted, the first field first.
    public var order: [(field: Token, descending: Bool)] = []
    /// `with FIELD,…`: the columns.
    public var columns: [Token] = []
    /// `limit N`.
    public var limit: Int?
    /// `count by FIELD`, or `sum by FIELD`: rows are counted or their figures added up in place of being shown.
    public var tally: Tally?
    /// `as FORMAT`.
    public var format: Token?

    /// Makes a query of its parts.
    public init(
        kind: Kind? = nil, kindPlace: Place? = nil, query: Query = .all([]),
        order: [(field: Token, descending: Bool)] = [], columns: [Token] = [], limit: Int? = nil, tally: Tally? = nil,
        format: Token? = nil
    ) {
        self.kind = kind
        self.kindPlace = kindPlace
        self.query = query
        self.order = order
        self.columns = columns
        self.limit = limit
        self.tally = tally
        self.format = format
    }
}
