/// One side of an interval.
public enum EDTFEnd: Sendable, Hashable {
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
