/// Phrases as newspapers write them, published on Thursday 24 October 2024, and what each means.
struct ReportedPhrase: Sendable {
    enum Meaning: Sendable {
        case read(String)
        /// An error that lists these readings.
        case several([String])
        /// An error whose problem has these words.
        case refused(String)
    }

    let words: String
    let meaning: Meaning

    static func read(_ words: String, _ edtf: String) -> ReportedPhrase {
        ReportedPhrase(words: words, meaning: .read(edtf))
    }

    static func several(_ words: String, _ readings: [String]) -> ReportedPhrase {
        ReportedPhrase(words: words, meaning: .several(readings))
    }

    static func refused(_ words: String, _ problem: String) -> ReportedPhrase {
        ReportedPhrase(words: words, meaning: .refused(problem))
    }

    static let all: [ReportedPhrase] = [
        limits, since, deadlines, plurals, weekdaysWithDay, joined, hyphens, within, pastUnits, pointing, following,
        vagueLists, asOf, errors, suggestions, common,
    ].flatMap { $0 }

    /// The start of a period is its first day, its end its last.
    static let limits: [ReportedPhrase] = [
        .read("before the end of 21 October 2024", "[..2024-10-21]"),
        .read("after the start of October", "[2024-10-01..]"),
        .read("before the end of next month", "[..2024-11]"),
        .read("before the end of the year", "[..2024]"),
        .read("before the end of the summer", "[..2025-22]"),
        .read("before the end of the month", "[..2024-10]"),
        .read("by the beginning of 2025", "[..2025-01-01]"),
        .read("by the start of November", "[..2024-11-01]"),
        .read("after the start of 2024", "[2024-01-01..]"),
        .read("after the beginning of November", "[2024-11-01..]"),
    ]

    /// What has lasted since a time began before it was reported.
    static let since: [ReportedPhrase] = [
        .read("since the spring", "2024-21/.."),
        .read("since December", "2023-12/.."),
        .read("since early March", "2024-03/.."),
        .read("since mid-November", "2023-11/.."),
        .read("since January 1", "2024-01-01/.."),
        .read("since winter", "2023-24/.."),
        .read("since 25 December", "2023-12-25/.."),
        .read("since early January", "2024-01/.."),
    ]

    /// A deadline lies ahead.
    static let deadlines: [ReportedPhrase] = [
        .read("by the weekend", "[..2024-10-27]"),
        .read("by Friday", "[..2024-10-25]"),
        .read("until the summer", "../2025-22"),
        .read("by the summer", "[..2025-22]"),
        .read("before the weekend", "[..2024-10-25]"),
        .read("after the weekend", "[2024-10-28..]"),
        .read("by Sunday", "[..2024-10-27]"),
        .read("until Friday", "../2024-10-25"),
        .read("by the end of Friday", "[..2024-10-25]"),
        .read("until Sunday", "../2024-10-27"),
    ]

    /// Nobody said how many.
    static let plurals: [ReportedPhrase] = [
        .refused("in months", "does not say how many months"),
        .refused("past weeks", "does not say how many weeks"),
        .refused("in the coming weeks", "does not say how many weeks"),
        .refused("weeks", "does not say how many weeks"),
        .refused("next days", "does not say how many days"),
        .refused("quarters", "does not say how many quarters"),
        .refused("days ago", "does not say how many days"),
        .refused("in years", "does not say how many years"),
        .refused("weeks ago", "does not say how many weeks"),
        .refused("last weeks", "does not say how many weeks"),
        .refused("days earlier", "does not say how many days"),
        .refused("weeks later", "does not say how many weeks"),
        .refused("decades", "does not say how many decades"),
        .refused("months", "does not say how many months"),
        .refused("past years", "does not say how many years"),
    ]

    /// The weekday picks the month.
    static let weekdaysWithDay: [ReportedPhrase] = [
        .read("Monday the 21st", "2024-10-21"),
        .read("Tuesday 22/10", "2024-10-22"),
        .read("Tuesday, 22nd", "2024-10-22"),
        .read("Tue 22", "2024-10-22"),
        .read("Monday 21", "2024-10-21"),
        .read("from Monday the 21st until Tuesday the 22nd", "2024-10-21/2024-10-22"),
        .several("Friday the 13th", ["2024-09-13", "2024-12-13"]),
        .read("Tuesday the 22nd", "2024-10-22"),
    ]

    /// A hyphen or a slash joins the parts of one date.
    static let joined: [ReportedPhrase] = [
        .read("Oct/7", "2024-10-07"),
        .read("september-2020-23", "2020-09-23"),
        .read("Oct-12-24", "2024-10-12"),
        .read("q1-2019", "2019-33"),
        .several("Oct-24", ["2024-10", "2024-10-24"]),
        .read("21-APR-16", "2016-04-21"),
        .read("October/7", "2024-10-07"),
        .read("dec/2018", "2018-12"),
        .read("11-Sep-01", "2001-09-11"),
        .read("7/Oct", "2024-10-07"),
        .read("5-May-24", "2024-05-05"),
    ]

    /// A hyphen joins a portion to its period.
    static let hyphens: [ReportedPhrase] = [
        .read("late-2023", "[2023-09..2023-12]"),
        .read("early-2024", "[2024-01..2024-04]"),
        .read("late-October 2024", "[2024-10-21..2024-10-31]"),
    ]

    /// Any day up to the limit.
    static let within: [ReportedPhrase] = [
        .read("within 30 days", "[2024-10-24..2024-11-23]"),
        .read("within three days", "[2024-10-24..2024-10-27]"),
        .read("within a week", "[2024-10-24..2024-10-31]"),
        .read("within a year", "[2024-10-24..2025-10-24]"),
    ]

    /// The past week runs up to today.
    static let pastUnits: [ReportedPhrase] = [
        .read("the past year", "[2023-10-24..2024-10-24]"),
        .read("the past week", "[2024-10-17..2024-10-24]"),
        .read("in the past week", "[2024-10-17..2024-10-24]"),
        .read("in the last week", "[2024-10-17..2024-10-24]"),
        .read("in the last year", "[2023-10-24..2024-10-24]"),
    ]

    /// The day to count from is named elsewhere in the text.
    static let pointing: [ReportedPhrase] = [
        .refused("the following month", "counts from a day that is named elsewhere in the text"),
        .refused("the next day", "counts from a day that is named elsewhere in the text"),
        .refused("the following Tuesday", "counts from a day that is named elsewhere in the text"),
        .refused("the day after", "counts from a day that is named elsewhere in the text"),
        .refused("ten days later", "counts from a day that is named elsewhere in the text"),
        .refused("the following day", "counts from a day that is named elsewhere in the text"),
    ]

    /// An adjective and not a limit.
    static let following: [ReportedPhrase] = [
        .read("following week", "[2024-10-28..2024-11-03]"),
        .read("following Tuesday", "2024-10-29"),
        .read("following year", "2025"),
    ]

    /// Vague times that touch are one stretch.
    static let vagueLists: [ReportedPhrase] = [
        .read("the end of September and beginning of October", "[2024-09-21..2024-10-10]"),
        .read("late 2023 and early 2024", "[2023-09..2024-04]"),
    ]

    /// A count as of a day is of that day.
    static let asOf: [ReportedPhrase] = [
        .read("as of 13 October 2024", "2024-10-13"),
        .read("as of Friday", "2024-10-18"),
    ]

    /// An error names what is wrong, and only the readings that the words leave.
    static let errors: [ReportedPhrase] = [
        .several("April 9th through 17th", ["2024-04-09/2024-04-17", "2025-04-09/2025-04-17"]),
        .refused("the spring of nineteen seventy eight", "'nineteen' is not understood"),
    ]

    /// Nothing is suggested that cannot be read.
    static let suggestions: [ReportedPhrase] = [
        .read("half a year ago", "2024-04~"),
        .read("the first nine months of the year", "[2024-01..2024-09]"),
        .refused("just now", "'just' is not understood as part of a date"),
        .several("3.11.2024", ["2024-11-03", "2024-03-11"]),
        .read("midday", "2024-10-24T12:00:00"),
        .read("Weds", "2024-10-23"),
        .refused("once", "is not understood as part of a date"),
    ]

    /// Forms that newspapers use every day.
    static let common: [ReportedPhrase] = [
        .read("the 20th of next month", "2024-11-20"),
        .read("the week ending 16 August 2024", "[2024-08-10..2024-08-16]"),
        .read("the first week of 2024", "[2024-01-01..2024-01-07]"),
        .read("week 33 of 2024", "[2024-08-12..2024-08-18]"),
        .read("the week after next", "[2024-11-04..2024-11-10]"),
        .read("the week before last", "[2024-10-07..2024-10-13]"),
        .read("more than a decade ago", "[..2014]"),
        .read("October-November 2024", "2024-10/2024-11"),
        .read("the first six months of 2024", "2024-40"),
        .read("21 Oct 2024 14:30 UTC+3", "2024-10-21T14:30:00+03:00"),
        .read("the early hours of Tuesday", "[2024-10-22T00:00..2024-10-22T05:59]"),
        .read("the first weekend of October", "[2024-10-05..2024-10-06]"),
        .read("overnight on Tuesday", "[2024-10-21..2024-10-23]"),
        .read("earlier in the week", "[2024-10-21..2024-10-24]"),
        .read("until the 30th", "../2024-10-30"),
        .read("the '90s", "199X"),
        .read("a week ago Tuesday", "2024-10-15"),
        .read("New Year's Eve", "2024-12-31"),
        .read("Christmas Eve", "2024-12-24"),
        .read("2024/06/05", "2024-06-05"),
        .read("a year and a half ago", "2023-04~"),
        .read("earlier in October", "[2024-10-01..2024-10-24]"),
        .read("pre-1950", "[..1949]"),
        .read("13/06/2024", "2024-06-13"),
        .read("31.12.2023", "2023-12-31"),
        .read("post-1950", "[1951..]"),
        .read("12 & 13 October 2024", "{2024-10-12,2024-10-13}"),
        .read("not until November", "[2024-11..]"),
        .read("almost a year ago", "2023~"),
        .read("the year before last", "2022"),
        .read("early on Wednesday morning", "2024-10-23"),
        .read("the last three months of 2023", "2023-36"),
    ]
}
