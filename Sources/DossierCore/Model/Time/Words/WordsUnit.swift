/// A unit that words count in.
enum WordsUnit: Sendable, Hashable {
    case day, week, fortnight, weekend, month, quarter, year, decade, century

    /// How precise a time is that is counted in it.
    var precision: WordsTime.Precision {
        switch self {
        case .day, .week, .fortnight, .weekend: .day
        case .month: .month
        case .quarter: .quarter
        case .year, .decade, .century: .year
        }
    }

    /// Its name for more than one of it.
    var plural: String {
        switch self {
        case .day: "days"
        case .week, .fortnight, .weekend: "weeks"
        case .month: "months"
        case .quarter: "quarters"
        case .year: "years"
        case .decade: "decades"
        case .century: "centuries"
        }
    }
}
