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

/// One side of an interval.
enum EDTFEnd: Sendable, Hashable {
    case date(EDTFDate)
    /// `..`: without a limit.
    case open
    /// Nothing written: the limit is not known.
    case unknown

    /// The date, where one is written.
    var date: EDTFDate? {
        if case .date(let date) = self { date } else { nil }
    }
}

/// One member of a set.
enum EDTFMember: Sendable, Hashable {
    case date(EDTFDate)
    /// `A..B`; `..B` in the first place and `A..` in the last have an open end.
    case range(EDTFDate?, EDTFDate?)

    /// Whether one of the dates that are written in it has a property.
    func hasDate(where test: (EDTFDate) -> Bool) -> Bool {
        switch self {
        case .date(let date): test(date)
        case .range(let first, let last): (first.map(test) ?? false) || (last.map(test) ?? false)
        }
    }
}
