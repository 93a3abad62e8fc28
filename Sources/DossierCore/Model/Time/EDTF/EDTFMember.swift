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
