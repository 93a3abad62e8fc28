/// A date of the calendar in words, as far as it is said: `8`, `October 8`, `Monday`, `early 2024`, `Q3`, `Christmas`.
struct PartialDate: Sendable {
    var year: PartialYear?
    var month: Int?
    var day: Int?
    var season: EDTFSeason?
    var weekday: Int?
    var named: NamedDay?
    var portion: WordsPortion?
    /// Whether the month stands before the day.
    var isMonthFirst = false

    /// Whether it needs the month of another date beside it: `8` of `8 to 13 October`.
    var isDayAlone: Bool { day != nil && month == nil && weekday == nil }

    /// Whether it is a weekday and nothing else.
    var isWeekdayAlone: Bool { weekday != nil && day == nil }

    /// Whether it names a part of a year, with or without the year.
    var isWithinYear: Bool { month != nil || season != nil || named != nil }

    /// Whether only a portion is said: `early` of `early or mid October`.
    var isBare: Bool { year == nil && !isWithinYear && day == nil && weekday == nil }

    /// Takes the month, or the season, that it lacks from another date in the same phrase.
    func withMonth(of other: PartialDate) -> PartialDate {
        var date = self
        if isDayAlone || isBare { date.month = other.month }
        if isBare, other.month == nil { date.season = other.season }
        return date
    }
}

/// A year, by its number or by its distance from the year of publication.
enum PartialYear: Sendable, Hashable {
    case number(Int)
    /// `last year`, `this year`, `next year`
    case step(Int)
    /// The two years that a winter without its second year may begin in.
    case winter(Int)
}

/// A part of a longer time.
enum WordsPortion: Sendable, Hashable {
    case early, middle, late, firstHalf, secondHalf
    /// `the start of`, `the end of`: as a limit, the first and the last day; else as `early` and `late`.
    case start, end
}
