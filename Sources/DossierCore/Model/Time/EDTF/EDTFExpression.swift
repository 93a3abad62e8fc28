/// What an EDTF text says, taken apart.
enum EDTFExpression: Sendable, Hashable {
    /// One date, at any precision.
    case date(EDTFDate)
    /// A date with a time of day, counted from 1970-01-01T00:00:00Z; and the day as written, before its offset.
    case time(seconds: Int, date: EDTFDate)
    /// `A/B`: from A to B.
    case interval(EDTFEnd, EDTFEnd)
    /// `[…]`: one of the members.
    case one(of: [EDTFMember])
    /// `{…}`: all of the members.
    case every([EDTFMember])
}
