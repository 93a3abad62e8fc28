/// What an EDTF text says, taken apart.
public enum EDTFExpression: Sendable, Hashable {
    /// One date, at any precision, with or without a time of day.
    case date(EDTFDate)
    /// `A/B`: from A to B.
    case interval(EDTFEnd, EDTFEnd)
    /// `[…]`: one of the members.
    case one(of: [EDTFMember])
    /// `{…}`: all of the members.
    case every([EDTFMember])
}
