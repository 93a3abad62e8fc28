/// A time that words name, before it is known which day they are read against.
indirect enum WordsPart: Sendable {
    /// A date of the calendar, which may leave its month or year to the dates beside it.
    case date(PartialDate)
    /// `today`, `yesterday`: so many days from the day that words are read against.
    case near(Int)
    /// `this week`, `last month`: a unit of the calendar, so many from the current one.
    case unit(WordsUnit, step: Int)
    /// `the weekend`: the latest that has begun, or one ahead.
    case weekend(WordsStep?)
    /// `two or three days ago`: one of the days from one time to another.
    case stretch(WordsPart, WordsPart)
    /// `last Tuesday`, `next June`: what comes again each week or year.
    case recurring(Recurring, WordsStep)
    /// `Tuesday of last week`, `the 20th of next month`: a date within a unit.
    case within(PartialDate, WordsPart)
    /// `two weeks ago`, `three days after 8 October`: so many units before or after; from today where no base is named.
    case counted(WordsCount, sign: Int, base: WordsPart?)
    /// `the week after next`, `the week before 24 October`: a unit of the calendar beside another time.
    case neighbour(WordsUnit, sign: Int, of: WordsPart)
    /// `the past week`, `within two weeks`: all days from then to today, or from today to then.
    case recent(WordsCount, sign: Int, isThroughout: Bool)
    /// `within a week of 8 October`
    case around(WordsCount, WordsPart)
    /// `early December`, `the end of last week`
    case portion(WordsPortion, WordsPart)
    /// `the first week of October`, `the third Friday of October`, `the last six months of 2024`.
    case piece(WordsPiece, of: WordsPart)
    /// `earlier this week`, `later in October`: from its start to today, or from today to its end.
    case rest(isEarlier: Bool, WordsPart)
    /// `1990s`, `the 20th century`: a run of years.
    case years(first: Int, count: Int)
    /// `the 5th century BC`: from one year to another.
    case yearRun(Int, Int)
    /// `the week of 24 October`, `the week beginning 21 October`
    case weekAround(WordsPart, WeekPlace)
    /// `the week ending 16 August`, `the three months to September`
    case ending(WordsCount, WordsPart)
    /// `week 33 of 2024` (ISO 8601-1:2019, 4.3.7), with the weekday where it is said.
    case week(Int, of: PartialYear?, weekday: Int?)
    /// `Monday night`, `the early hours of Tuesday`
    case daypart(WordsDaypart, WordsPart)
    /// `14:30 on 8 October`; without a day, that of the time beside it or of publication.
    case clock(WordsClock, WordsPart?)
    /// What can be read in several ways.
    case either([WordsPart])
    /// What no day can be found for, and why.
    case refused(ValueError)

    /// What comes again each week or year.
    enum Recurring: Sendable, Hashable {
        case weekday(Int)
        case month(Int)
        case season(EDTFSeason)
        case named(NamedDay)
    }

    /// Where a named day lies in its week.
    enum WeekPlace: Sendable { case within, first, weekend }
}

/// Which one is meant of what comes again.
enum WordsStep: Sendable { case last, this, next, coming }

/// A number of units; a half is one of `halves`.
struct WordsCount: Sendable, Hashable {
    /// Twice the number.
    var halves: Int
    var unit: WordsUnit
    /// Whether more or less is meant: `almost`, `more than`.
    var margin = Margin.exact

    enum Margin: Sendable, Hashable { case exact, about, more, less }
}

/// A part of a longer time that is found by counting.
enum WordsPiece: Sendable, Hashable {
    /// The so-manieth unit; the last for 0.
    case unit(Int, WordsUnit)
    /// The so-manieth weekday; the last for 0.
    case weekday(Int, Int)
    /// So many units from its start, or at its end.
    case run(Int, WordsUnit, isLast: Bool)
}

/// A part of a day that words name.
enum WordsDaypart: Sendable, Hashable {
    /// `morning`, `dawn`: hours that differ from place to place, so that only the day is certain.
    case somewhen
    /// `the early hours`: from 00:00 to 05:59.
    case smallHours
    /// `night`: it begins in the day and ends in the next.
    case night
    /// `overnight into`: it begins in the day before.
    case nightBefore
    /// `overnight on`: the night before the day or the one after it.
    case someNight
}

/// A time of day in words.
struct WordsClock: Sendable, Hashable {
    /// Minutes of the day; 1440 for the end of it.
    var minutes: ClosedRange<Int>
    /// What stands for it in EDTF, where it is one moment: `14:30:00`.
    var text: String?
    /// The offset from UTC as EDTF writes it; empty where none is said.
    var zone = ""
    /// Whether about that time is meant.
    var isApproximate = false
}

/// What words say, before it is known which day they are read against.
indirect enum WordsPhrase: Sendable {
    case part(WordsPart)
    case doubt(EDTFQualifier, WordsPhrase)
    /// One of the days from the first to the last.
    case between(WordsPart, WordsPart)
    /// All days from the first to the last.
    case span(WordsPart, WordsPart)
    case list([WordsPart], isEvery: Bool)
    case limit(WordsLimit, WordsPart)
    case throughout(WordsPart)
    /// The night of one day, or of two that follow on one another.
    case night(WordsPhrase)
    case either([WordsPhrase])
}

/// On which side of a time another lies.
enum WordsLimit: Sendable, Hashable {
    /// `since`: an interval from a time that has begun; `asOf` is that time alone.
    case since, asOf
    /// `from`, `starting`: an interval that may begin later.
    case from
    /// `until`: an interval without a start.
    case until
    case by, before, after, notBefore
    /// `shortly before`, `shortly after`: within the hour.
    case shortlyBefore, shortlyAfter
}
