import Testing

@testable import DossierTime

@Suite("days, weeks, months and years of the calendar") struct CalendarPeriodTests {
    @Test(
        "a day lies in the week of ISO 8601, which may belong to the year before or after",
        arguments: [
            (2024, 10, 21, "2024-W43"), (2024, 12, 29, "2024-W52"), (2024, 12, 30, "2025-W01"),
            (2021, 1, 3, "2020-W53"),
            (2021, 1, 4, "2021-W01"), (2005, 1, 1, "2004-W53"), (2008, 12, 29, "2009-W01"), (2010, 1, 3, "2009-W53"),
            (1970, 1, 1, "1970-W01"), (1969, 12, 28, "1969-W52"), (1969, 12, 29, "1970-W01"),
            (2015, 12, 31, "2015-W53"),
            (0, 1, 1, "-0001-W52"),
        ])
    func weeks(year: Int, month: Int, day: Int, name: String) throws {
        let day = try #require(Day(year: year, month: month, day: day))
        #expect(CalendarPeriod(.week, containing: day).name == name)
    }

    @Test(
        "a period has a name, and all of its days as a time",
        arguments: [
            (CalendarPeriod.Unit.day, "2024-02-29", "2024-02-29"), (.month, "2024-02", "2024-02"),
            (.year, "2024", "2024"),
            (.week, "2024-W09", "2024-02-26/2024-03-03"),
        ])
    func names(unit: CalendarPeriod.Unit, name: String, time: String) throws {
        let period = CalendarPeriod(unit, containing: try #require(Day(year: 2024, month: 2, day: 29)))
        #expect(period.name == name && period.time?.text == time)
        #expect(period.time?.earliestDay == period.first.description)
        #expect(period.time?.latestDay == period.last.description)
    }

    @Test(
        "before the year 0 too, a period follows the one before it and names its days",
        arguments: CalendarPeriod.Unit.allCases)
    func successors(unit: CalendarPeriod.Unit) throws {
        let start = CalendarPeriod(unit, containing: try #require(Day(year: -45, month: 11, day: 20))).ordinal
        var names: Set<String> = []
        for ordinal in start..<start + 3_000 {
            let period = CalendarPeriod(unit, ordinal: ordinal)
            let next = CalendarPeriod(unit, ordinal: ordinal + 1)
            guard period.last.number + 1 == next.first.number, period.last >= period.first,
                CalendarPeriod(unit, containing: period.first) == period,
                CalendarPeriod(unit, containing: period.last) == period, period.time != nil,
                names.insert(period.name).inserted
            else {
                Issue.record("\(period.name) and \(next.name)")
                return
            }
        }
    }

    @Test("a week of its name is the one that a question finds")
    func weeksInWords() throws {
        for ordinal in stride(from: 2_700, to: 2_900, by: 7) {
            let period = CalendarPeriod(.week, ordinal: ordinal)
            let asked = try When.interpret(period.name, asOf: nil)
            #expect(asked.earliestDay == period.first.description && asked.latestDay == period.last.description)
        }
    }
}
