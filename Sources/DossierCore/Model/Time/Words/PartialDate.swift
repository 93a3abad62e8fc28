/// A date of the calendar in words, as far as it is said: `8`, `October 8`, `Monday`, `early 2024`, `Q3`.
struct PartialDate: Sendable {
    /// A part of a longer time.
    enum Portion: Sendable { case early, middle, late, firstHalf, secondHalf }

    var year: Int?
    var month: Int?
    var day: Int?
    var season: EDTFSeason?
    var weekday: Int?
    var portion: Portion?
    /// Whether the month stands before the day.
    var isMonthFirst = false

    /// Whether it needs the month of another date beside it: `8` of `8 to 13 October`.
    var isDayAlone: Bool { day != nil && month == nil && weekday == nil }

    /// Whether it names a part of a year, with or without the year.
    var isWithinYear: Bool { month != nil || season != nil }

    /// Takes the month, or the season, that it lacks from another date in the same phrase.
    func withMonth(of other: PartialDate) -> PartialDate {
        var date = self
        if isDayAlone || isBare { date.month = other.month }
        if isBare, other.month == nil { date.season = other.season }
        return date
    }

    /// Whether only a portion is said: `early` of `early or mid October`.
    var isBare: Bool { year == nil && month == nil && day == nil && season == nil && weekday == nil }
}
