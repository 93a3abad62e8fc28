/// A unit that words count in.
enum WordsUnit: Sendable, Hashable {
    case minute, hour, day, week, fortnight, weekend, month, quarter, year, decade, century

    /// How precise a time is that is counted in it.
    var precision: WordsTime.Precision {
        switch self {
        case .minute, .hour: .minute
        case .day, .week, .fortnight, .weekend: .day
        case .month: .month
        case .quarter: .quarter
        case .year, .decade, .century: .year
        }
    }

    /// Its name for more than one of it.
    var plural: String {
        switch self {
        case .minute: "minutes"
        case .hour: "hours"
        case .day: "days"
        case .week, .fortnight: "weeks"
        case .weekend: "weekends"
        case .month: "months"
        case .quarter: "quarters"
        case .year: "years"
        case .decade: "decades"
        case .century: "centuries"
        }
    }

    /// The unit and the number of it that half of this one is; nil where a half means nothing.
    var half: (count: Int, unit: WordsUnit)? {
        switch self {
        case .minute, .fortnight, .weekend: nil
        case .hour: (30, .minute)
        case .day: (12, .hour)
        case .week: nil
        case .month: (15, .day)
        case .quarter: nil
        case .year: (6, .month)
        case .decade: (5, .year)
        case .century: (50, .year)
        }
    }
}
