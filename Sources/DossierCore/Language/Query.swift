/// What a query asks for, before its names and values are looked up.
indirect enum Query: Sendable {
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
    /// A field compared with a value.
    case field(Token, Token.Field)
}

/// A query with what `show` may say around it.
struct ShowQuery: Sendable {
    /// The kind that is asked for; nil for records of every kind.
    var kind: Kind?
    /// Where the kind stands.
    var kindPlace: Place?
    /// The terms.
    var query: Query = .all([])
    /// `by [-]FIELD`: how rows are sorted, the first field first.
    var order: [(field: Token, descending: Bool)] = []
    /// `with FIELD,…`: the columns.
    var columns: [Token] = []
    /// `limit N`.
    var limit: Int?
    /// `count by FIELD`.
    var countBy: Token?
    /// `as FORMAT`.
    var format: Token?
}
