extension WhenWords {
    /// Times of day.
    static let hours: [Rule] = [
        Rule("DATE at TIME: local, where no zone is said", "21 October 2024 at 14:30", "2024-10-21T14:30:00"),
        Rule("TIME UTC on DATE", "14:30 UTC on 21 October 2024", "2024-10-21T14:30:00Z"),
        Rule("TIME with an offset", "21 Oct 2024 14:30 UTC+3", "2024-10-21T14:30:00+03:00"),
        Rule("TIME with a zone of one meaning", "2:30 pm EST on 21 October 2024", "2024-10-21T14:30:00-05:00"),
        Rule("DATE TIME in figures", "2015-07-24 19:01:01", "2015-07-24T19:01:01"),
        Rule("decimals of a second are kept", "14:30:15.25 UTC on 21 October 2024", "2024-10-21T14:30:15.25Z"),
        Rule("TIME alone: of the day itself", "6 pm", asOf: thursday, "2024-10-24T18:00:00"),
        Rule("noon (midday)", "noon on Tuesday", asOf: thursday, "2024-10-22T12:00:00"),
        Rule("NUMBER hours: of the clock of 24", "1430 hours on Tuesday", asOf: thursday, "2024-10-22T14:30:00"),
        Rule("about TIME", "about 02:40 on Tuesday", asOf: thursday, "2024-10-22T02:40:00~"),
        Rule("DATE around TIME", "Tuesday around 3 am", asOf: thursday, "2024-10-22T03:00:00~"),
        Rule(
            "from TIME to TIME: throughout", "from 18:00 to 23:15 on Monday", asOf: thursday,
            "2024-10-21T18:00/2024-10-21T23:15"),
        Rule(
            "from TIME to an earlier TIME: over midnight", "from 10 pm on Monday to 2 am", asOf: thursday,
            "2024-10-21T22:00/2024-10-22T02:00"),
        Rule(
            "between TIME and TIME: at one of them", "between 2 and 3 am on Tuesday", asOf: thursday,
            "[2024-10-22T02:00..2024-10-22T03:00]"),
        Rule("TIME or TIME", "14:30 or 15:30 on Monday", asOf: thursday, "[2024-10-21T14:30,2024-10-21T15:30]"),
        Rule("DATE TIME-TIME", "21 October 2024 18:00-23:15", "2024-10-21T18:00/2024-10-21T23:15"),
        Rule(
            "by (until) midnight: the end of the day", "by midnight on Friday", asOf: thursday, "[..2024-10-25T23:59]"),
        Rule("since TIME", "since 6 pm on Monday", asOf: thursday, "2024-10-21T18:00/.."),
        Rule("before TIME: up to the minute before", "before noon on Tuesday", asOf: thursday, "[..2024-10-22T11:59]"),
        Rule("after TIME: from that minute on", "after 6 pm on Monday", asOf: thursday, "[2024-10-21T18:00..]"),
        Rule("by TIME: ahead", "by 6 pm on Friday", asOf: thursday, "[..2024-10-25T18:00]"),
        Rule(
            "shortly before TIME: in the hour before", "shortly before 6 pm on Monday", asOf: thursday,
            "[2024-10-21T17:00..2024-10-21T17:59]"),
        Rule(
            "shortly before midnight: of the end of the day", "shortly before midnight on Monday", asOf: thursday,
            "[2024-10-21T23:00..2024-10-21T23:59]"),
        Rule(
            "shortly after TIME: in the hour after", "shortly after 6 pm on Monday", asOf: thursday,
            "[2024-10-21T18:00..2024-10-21T19:00]"),
        Rule(
            "the early hours of DATE: 00:00 to 05:59", "in the early hours of Tuesday", asOf: thursday,
            "[2024-10-22T00:00..2024-10-22T05:59]"),
        Rule(
            "overnight on DATE: in the night before or after it", "overnight on Tuesday", asOf: thursday,
            "[2024-10-21..2024-10-23]"),
        Rule(
            "NUMBER hours ago: counted from all of the day", "two hours ago", asOf: thursday,
            "[2024-10-23T22:00..2024-10-24T21:59]"),
        Rule("48 hours or similar: as days", "in the past 48 hours", asOf: thursday, "[2024-10-22..2024-10-24]"),
        Rule("NUMBER hours before (after) TIME", "three hours before 14:30 on 8 October 2024", "2024-10-08T11:30"),
    ]
}
