import Testing

@testable import DossierOutput
@testable import DossierTime

@Suite("Where a time begins and ends in a calendar") struct CalendarEndsTests {
    private func text(_ point: CalendarPoint?) -> String {
        switch point {
        case .day(let day): day.description
        case .moment(let moment): Bound.moment(moment).text(hasTime: true) + "Z"
        case nil: "-"
        }
    }

    @Test(
        "days are days, moments with an offset are in UTC, a local time is its day, and only what is known to the day is certain",
        arguments: [
            ("2024-03-04", "2024-03-04 2024-03-04 2024-03-05", true),
            ("2024-03-04/2024-03-07", "2024-03-04 2024-03-07 2024-03-08", true),
            ("2024-02-28/2024-02-29", "2024-02-28 2024-02-29 2024-03-01", true),
            ("[2024-03-04..2024-03-06]", "2024-03-04 2024-03-06 2024-03-07", false),
            ("{2024-03-04,2024-03-06}", "2024-03-04 2024-03-06 2024-03-07", false),
            ("2024-03", "2024-03-01 2024-03-31 2024-04-01", false),
            ("2024-03/2024-05", "2024-03-01 2024-05-31 2024-06-01", false),
            ("2024-03-04~", "2024-03-04 2024-03-04 2024-03-05", false),
            ("2024-03-04?/2024-03-05", "2024-03-04 2024-03-05 2024-03-06", false),
            ("2024-21", "2024-03-01 2024-05-31 2024-06-01", false),
            ("2024-03-04/..", "2024-03-04 - -", false), ("../2024-03-04", "- 2024-03-04 2024-03-05", false),
            ("2024-03-04/", "2024-03-04 - -", false), ("[..2024-03-04]", "- 2024-03-04 2024-03-05", false),
            ("-0044-03-15", "-0044-03-15 -0044-03-15 -0044-03-16", true),
            ("2024-03-04T10:30:00Z", "2024-03-04T10:30:00Z 2024-03-04T10:30:00Z 2024-03-04T10:30:01Z", true),
            ("2024-03-04T01:30+09:00", "2024-03-03T16:30:00Z 2024-03-03T16:30:00Z 2024-03-03T16:31:00Z", true),
            ("2024-03-04T01:30", "2024-03-04 2024-03-04 2024-03-05", true),
            ("2024-03-04T23:00Z/2024-03-05", "2024-03-04T23:00:00Z 2024-03-05 2024-03-06", true),
            ("[2024-03-04T10:00Z..2024-03-04T12:00Z]", "2024-03-04 2024-03-04 2024-03-05", true),
        ])
    func ends(when: String, points: String, isCertain: Bool) throws {
        let ends = CalendarEnds(try When(when))
        #expect([ends.start, ends.end, ends.after].map { text($0) }.joined(separator: " ") == points)
        #expect(ends.isCertain == isCertain)
    }
}
