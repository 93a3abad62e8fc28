import Testing

@testable import DossierCommands
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierTime

@Suite("times gathered") struct TimelineGroupsTests {
    private func groups(_ times: [String]) throws -> TimelineGroups {
        let items = try times.map { time in
            (record: Record(.event, Identifier(known: "e1")), when: try When(time))
        }
        return TimelineGroups(items.sorted { When.inOrder($0.when, $1.when) })
    }

    @Test(
        "the unit grows with the time that is covered, from days to millennia, before our era too",
        arguments: [
            (["2024-10-01", "2024-10-03", "2024-10-01"], "day: 2024-10-01 2, 2024-10-03 1"),
            (["2024-10-01", "2024-11-10"], "day: 2024-10-01 1, 2024-11-10 1"),
            (["2024-10-01", "2024-11-11", "2024-11"], "month: 2024-10 1, 2024-11 2"),
            (["2020-01", "2024-01", "2024-06-30"], "year: 2020 1, 2024 2"),
            (["1900", "1999", "1991-05"], "decade: 1900s 1, 1990s 2"),
            (["1500", "2024", "1599"], "century: 1500s 2, 2000s 1"),
            (["-3000", "2024", "0500"], "millennium: -3000s 1, 0s 1, 2000s 1"),
            (["-0044-03-15", "-0044-03-16"], "day: -0044-03-15 1, -0044-03-16 1"),
            (["-0044-03", "-0043-03"], "month: -0044-03 1, -0043-03 1"),
            (["-0020", "0010", "-0020-02"], "year: -0020 2, 0010 1"),
            (["-0101", "0050", "-0044", "-0050"], "decade: -110s 1, -50s 2, 50s 1"),
            (["-0500", "0400", "-0001", "0000"], "century: -500s 1, -100s 1, 0s 1, 400s 1"),
            (["Y-170000", "Y-169990"], "year: -170000 1, -169990 1"),
            ([], "day: "),
        ])
    func units(times: [String], text: String) throws {
        let groups = try groups(times)
        let rows = groups.rows.map { $0.label.plain.replacing("  ", with: " ") }.joined(separator: ", ")
        #expect("\(groups.unit): \(rows)" == text)
    }

    @Test("a time with an open begin is gathered by its end, and the groups stay in order")
    func open() throws {
        let groups = try groups(["2024-10-02", "2024-10-05", "../2024-10-03", "2024-10-04/.."])
        #expect(
            groups.rows.map(\.label.plain) == ["2024-10-02  1", "2024-10-03  1", "2024-10-04  1", "2024-10-05  1"])
    }

    @Test("a group reaches from its first begin to its last")
    func ranges() throws {
        let range = try #require(try groups(["2020-01-05", "2020-03-01", "2024"]).rows.first?.range)
        let day = 86_400.0
        let start = Double(try #require(Day(year: 2020, month: 1, day: 5)).number) * day
        #expect(range.earliestStart == start && range.latestEnd == start + 56 * day)
        #expect(!range.isOneOf && !range.isSoft)
    }
}
