extension WhenWords {
    /// Two dates or more.
    static let ranges: [Rule] = [
        Rule("between A and B: one of these days", "between 8 and 13 October 2024", "[2024-10-08..2024-10-13]"),
        Rule("between MONTH DAY and DAY", "between October 8 and 13", asOf: thursday, "[2024-10-08..2024-10-13]"),
        Rule("between EARLY and LATE", "between late September and early October 2024", "[2024-09-21..2024-10-10]"),
        Rule("from A to B: throughout", "from 8 to 13 October", asOf: thursday, "2024-10-08/2024-10-13"),
        Rule("A to B", "8 October to 3 November 2024", "2024-10-08/2024-11-03"),
        Rule("DAY-DAY MONTH", "8–13 October 2024", "2024-10-08/2024-10-13"),
        Rule("MONTH DAY-DAY", "October 21-23, 2024", "2024-10-21/2024-10-23"),
        Rule("MONTH to MONTH YEAR: the year is that of its end", "November to February 2025", "2024-11/2025-02"),
        Rule("YEAR to YEAR", "from 2020 to 2022", "2020/2022"),
        Rule(
            "from WEEKDAY to WEEKDAY: the first that follows", "from Monday to Wednesday", asOf: thursday,
            "2024-10-21/2024-10-23"),
        Rule(
            "from EARLY to LATE: an interval has whole months", "early September to mid-October 2024", "2024-09/2024-10"
        ),
        Rule("A or B: one of them", "October or November 2024", "[2024-10,2024-11]"),
        Rule("A/B: one of them", "8/9 October 2024", "[2024-10-08,2024-10-09]"),
        Rule("A, B or C", "8, 9 or 11 October 2024", "[2024-10-08,2024-10-09,2024-10-11]"),
        Rule(
            "A and B, where both are vague and touch: one of these days", "late 2023 and early 2024",
            "[2023-09..2024-04]"),
        Rule("A and B: both", "8 and 10 October 2024", "{2024-10-08,2024-10-10}"),
        Rule("throughout DATE: all days of it", "throughout October 2024", "2024-10-01/2024-10-31"),
    ]

    /// One date that others lie before or after.
    static let limits: [Rule] = [
        Rule("since DATE: an interval without an end", "since October 2024", "2024-10/.."),
        Rule("from DATE on", "from 13 October 2024 on", "2024-10-13/.."),
        Rule("since DATE: the latest that has begun", "since December", asOf: thursday, "2023-12/.."),
        Rule("since the start of TIME: its first day", "since the start of 2024", "2024-01-01/.."),
        Rule("as of DATE: that day", "as of Friday", asOf: thursday, "2024-10-18"),
        Rule("until DATE: an interval without a start, the date included", "until 13 October 2024", "../2024-10-13"),
        Rule("before DATE: some time, the date excluded", "before 13 October 2024", "[..2024-10-12]"),
        Rule("before MONTH or YEAR", "before October 2024", "[..2024-09]"),
        Rule("after DATE: some time, the date excluded", "after 2023", "[2024..]"),
        Rule("by DATE: some time, the date included", "by 13 October 2024", "[..2024-10-13]"),
        Rule("by (until, before) WEEKDAY, weekend or SEASON: the next", "by Friday", asOf: thursday, "[..2024-10-25]"),
        Rule("after a weekend or SEASON: the next", "after the weekend", asOf: thursday, "[2024-10-28..]"),
        Rule("before the end of TIME: its last day included", "before the end of October 2024", "[..2024-10]"),
        Rule("after (by) the start of TIME: its first day included", "after the start of 2024", "[2024-01-01..]"),
        Rule("not until DATE: then or later", "not until November", asOf: thursday, "[2024-11..]"),
        Rule("pre-DATE, post-DATE: before and after", "pre-1950", "[..1949]"),
        Rule("DATE or earlier", "13 October 2024 or earlier", "[..2024-10-13]"),
        Rule("DATE or later", "13 October 2024 or later", "[2024-10-13..]"),
    ]

    /// Words of doubt, which may stand before any other.
    static let doubts: [Rule] = [
        Rule("around DATE: approximate", "around 5 May", asOf: "2024-06-01", "2024-05-05~"),
        Rule("about DATE", "about June 2024", "2024-06~"),
        Rule("circa DATE", "c. 1985", "1985~"),
        Rule("DATE or so", "June 2024 or so", "2024-06~"),
        Rule("possibly DATE: uncertain", "possibly 5 May 2024", "2024-05-05?"),
        Rule("DATE?: uncertain", "5 May 2024?", "2024-05-05?"),
        Rule("possibly about DATE: both", "perhaps around May 2024", "2024-05%"),
        Rule("about a range: both ends", "about 8 to 13 October 2024", "2024-10-08~/2024-10-13~"),
    ]

    /// Words that are refused, and why; what they could mean would be made up.
    public static let refusals: [Refusal] = [
        Refusal("UNITs without a number", "weeks ago", "does not say how many weeks"),
        Refusal("a number that is not said", "in the past few days", "does not say how many days"),
        Refusal("a day named elsewhere in the text", "the next day", "named elsewhere in the text"),
        Refusal("a count from such a day", "ten days later", "named elsewhere in the text"),
        Refusal("a length of time without a direction", "three weeks", "is a length of time"),
        Refusal("a time that is not said", "recently", "does not say when"),
        Refusal("feasts that countries keep on different days", "Thanksgiving", "differs between countries"),
        Refusal("dates of which one holds another", "2024 or October 2024", "lies within"),
    ]

    /// What is an error, because it has several likely readings.
    public static let ambiguities: [Ambiguity] = [
        Ambiguity("A day and a month in figures", "05/06/2024", ["2024-06-05", "2024-05-06"]),
        Ambiguity(
            "next WEEKDAY, while this week's is still to come", "next Friday", asOf: thursday,
            ["2024-10-25", "2024-11-01"]),
        Ambiguity(
            "next MONTH, while this year's is still to come", "next December", asOf: thursday, ["2024-12", "2025-12"]),
        Ambiguity("MONTH, nearer in another year but not near", "in March", asOf: thursday, ["2024-03", "2025-03"]),
        Ambiguity("A month and two figures", "Oct-24", asOf: thursday, ["2024-10", "2024-10-24"]),
        Ambiguity(
            "WEEKDAY the DAYth, near in no month", "Friday the 13th", asOf: thursday, ["2024-09-13", "2024-12-13"]),
        Ambiguity(
            "by MONTH, the nearest of which is over", "by September", asOf: thursday, ["[..2024-09]", "[..2025-09]"]),
        Ambiguity(
            "midnight, which begins a day and ends it", "midnight on Tuesday", asOf: thursday,
            ["2024-10-22T00:00:00", "2024-10-23T00:00:00"]),
        Ambiguity(
            "an hour of the clock of twelve", "3 o'clock on Tuesday", asOf: thursday,
            ["2024-10-22T03:00:00", "2024-10-22T15:00:00"]),
        Ambiguity(
            "until TIME on WEEKDAY", "until 23:15 on Monday", asOf: thursday,
            ["../2024-10-21T23:15", "../2024-10-28T23:15"]),
        Ambiguity("after WEEKDAY", "after Tuesday", asOf: thursday, ["[2024-10-23..]", "[2024-10-30..]"]),
        Ambiguity("the 'DECADEs of two centuries", "the '20s", ["192X", "202X"]),
        Ambiguity("the years from 1900, a decade or a century", "the 1900s", ["190X", "19XX"]),
        Ambiguity("winter YEAR, which begins in one year and ends in the next", "winter 2024", ["2023-24", "2024-24"]),
    ]
}
