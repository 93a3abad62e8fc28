import Testing

@testable import DossierTime

@Suite("Days of the calendar")
struct DayTests {
    @Test(
        "a day and its number turn into each other",
        arguments: [
            (1970, 1, 1, 0), (2024, 10, 21, 20_017), (2000, 2, 29, 11_016), (1969, 12, 31, -1), (0, 3, 1, -719_468),
            (-44, 3, 15, -735_525), (9999, 12, 31, 2_932_896),
        ])
    func numbers(year: Int, month: Int, day: Int, number: Int) throws {
        let made = try #require(Day(year: year, month: month, day: day))
        #expect(made.number == number)
        let same = Day(number: number)
        #expect((same.year, same.month, same.day) == (year, month, day))
    }

    @Test("each day follows the one before it, through leap years and centuries")
    func successors() throws {
        var expected = (year: -401, month: 1, day: 1)
        let first = try #require(Day(year: -401, month: 1, day: 1)).number
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        for number in first..<first + 4 * 146_097 {
            let day = Day(number: number)
            guard (day.year, day.month, day.day) == expected else {
                Issue.record("\(day) where \(expected) should stand")
                return
            }
            let isLeap = expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
            let length = expected.month == 2 && isLeap ? 29 : lengths[expected.month - 1]
            expected.day += 1
            if expected.day > length { expected = (expected.year, expected.month + 1, 1) }
            if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
        }
    }

    @Test(
        "days that the calendar does not have are not made",
        arguments: [
            (2024, 2, 30), (2023, 2, 29), (1900, 2, 29), (2024, 0, 1), (2024, 13, 1), (2024, 4, 31), (2024, 1, 0),
            (100_000_000_000, 1, 1), (-100_000_000_000, 1, 1),
        ])
    func missing(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test("the days of the week run from 1 on Monday to 7 on Sunday")
    func weekdays() throws {
        #expect(try #require(Day(year: 2024, month: 10, day: 21)).weekday == 1)
        #expect(try #require(Day(year: 2024, month: 10, day: 27)).weekday == 7)
        #expect(try #require(Day(year: 1969, month: 12, day: 31)).weekday == 3)
        for number in -100...100 { #expect(Day(number: number + 1).weekday == Day(number: number).weekday % 7 + 1) }
    }

    @Test("a day is written with four digits of the year, or as many as it has")
    func descriptions() throws {
        #expect(try #require(Day(year: 2024, month: 10, day: 1)).description == "2024-10-01")
        #expect(try #require(Day(year: -44, month: 3, day: 15)).description == "-0044-03-15")
        #expect(try #require(Day(year: 170_000_002, month: 1, day: 1)).description == "170000002-01-01")
    }

    @Test("a number beyond all years stands for the nearest day", arguments: [Int.min, Int.max])
    func extremes(number: Int) {
        #expect(abs(Day(number: number).year) == 99_999_999_999)
        #expect(1...7 ~= Day(number: number).weekday)
    }
}
