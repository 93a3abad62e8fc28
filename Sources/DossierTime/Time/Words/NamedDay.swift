/// A day of the year that has a name: `Christmas Eve`, `Easter Sunday`, `Thanksgiving`.
struct NamedDay: Sendable, Hashable {
    /// How the day is found in a year.
    enum Calculation: Sendable, Hashable {
        /// The same date each year.
        case date(month: Int, day: Int)
        /// So many days from Easter Sunday of the western churches.
        case easter(Int)
        /// A weekday of a month by its number; 0 for the last.
        case weekday(Int, month: Int, number: Int)
    }

    let calculation: Calculation

    /// The days with a name, each with the ways to write it, without an article or an apostrophe.
    static let all: [(names: [String], day: NamedDay)] = [
        (["new years eve"], .date(12, 31)), (["new years day", "new years", "new year"], .date(1, 1)),
        (["christmas eve"], .date(12, 24)), (["christmas day", "christmas"], .date(12, 25)),
        (["boxing day"], .date(12, 26)), (["epiphany"], .date(1, 6)),
        (["valentines day", "st valentines day"], .date(2, 14)), (["st patricks day"], .date(3, 17)),
        (["april fools day"], .date(4, 1)), (["may day"], .date(5, 1)), (["international womens day"], .date(3, 8)),
        (["bastille day"], .date(7, 14)), (["juneteenth"], .date(6, 19)), (["halloween"], .date(10, 31)),
        (["all saints day"], .date(11, 1)), (["all souls day"], .date(11, 2)),
        (["armistice day", "veterans day"], .date(11, 11)),
        (["ash wednesday"], NamedDay(calculation: .easter(-46))), (["palm sunday"], NamedDay(calculation: .easter(-7))),
        (["maundy thursday"], NamedDay(calculation: .easter(-3))),
        (["good friday"], NamedDay(calculation: .easter(-2))),
        (["easter sunday", "easter day", "easter"], NamedDay(calculation: .easter(0))),
        (["easter monday"], NamedDay(calculation: .easter(1))), (["ascension day"], NamedDay(calculation: .easter(39))),
        (["whit sunday", "pentecost"], NamedDay(calculation: .easter(49))),
        (["whit monday"], NamedDay(calculation: .easter(50))),
        (["memorial day"], NamedDay(calculation: .weekday(1, month: 5, number: 0))),
        (["martin luther king day"], NamedDay(calculation: .weekday(1, month: 1, number: 3))),
        (["columbus day"], NamedDay(calculation: .weekday(1, month: 10, number: 2))),
        (["black friday"], NamedDay(calculation: .weekday(5, month: 11, number: 4))),
    ]

    /// Days that countries keep at different times, so that a name alone says no date.
    static let differing: Set<String> = [
        "thanksgiving", "independence", "labor", "labour", "mothers", "fathers", "ramadan", "eid", "passover", "nowruz",
        "diwali", "hanukkah",
    ]

    private static func date(_ month: Int, _ day: Int) -> NamedDay {
        NamedDay(calculation: .date(month: month, day: day))
    }

    /// Its day in a year.
    func day(inYear year: Int) -> Day? {
        switch calculation {
        case .date(let month, let day): return Day(year: year, month: month, day: day)
        case .easter(let days): return NamedDay.easter(year).map { Day(number: $0.number + days) }
        case .weekday(let weekday, let month, let number):
            return NamedDay.day(weekday, number: number, ofMonth: month, inYear: year)
        }
    }

    /// The first, second … weekday of a month; the last for 0.
    static func day(_ weekday: Int, number: Int, ofMonth month: Int, inYear year: Int) -> Day? {
        let count = Day.count(inMonth: month, ofYear: year)
        guard let first = Day(year: year, month: month, day: 1) else { return nil }
        let offset = (weekday - first.weekday + 7) % 7
        let day = number == 0 ? offset + (count - 1 - offset) / 7 * 7 : offset + 7 * (number - 1)
        return day < count ? Day(number: first.number + day) : nil
    }

    /// Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher).
    private static func easter(_ year: Int) -> Day? {
        guard year > 1582 else { return nil }
        let golden = year % 19
        let (century, rest) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let shift = (golden + 11 * epact + 22 * sunday) / 451
        let total = epact + sunday - 7 * shift + 114
        return Day(year: year, month: total / 31, day: total % 31 + 1)
    }
}
