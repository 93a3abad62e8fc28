/// One member of a set.
public enum EDTFMember: Sendable, Hashable {
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

    /// The dates that are written in it.
    var dates: [EDTFDate] {
        switch self {
        case .date(let date): [date]
        case .range(let first, let last): [first, last].compactMap { $0 }
        }
    }

    /// Whether it is a range between dates of two precisions.
    var isUneven: Bool {
        guard case .range(let first?, let last?) = self else { return false }
        return first.precision != last.precision
    }
}

extension EDTFDate {
    /// How much of a date is said: 0 for a year, 1 for a month, 2 for a part of a year by its number, 3 for a day, 4 for a
    /// time of day.
    var precision: Int { clock != nil ? 4 : day != nil ? 3 : season != nil ? 2 : month != nil ? 1 : 0 }
}

extension EDTFReader {
    /// How much of a date is said in a text; nil where it is no date.
    static func precision(_ text: String) -> Int? {
        if case .date(let date)? = expression(text) { date.precision } else { nil }
    }
}
