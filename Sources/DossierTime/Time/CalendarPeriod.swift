/// A day, a week, a month or a year of the calendar, by which records are grouped.
///
/// Weeks are those of ISO 8601-1:2019, 3.1.1.23: they begin on Monday, and the first week of a year is the one with its first
/// Thursday.
public struct CalendarPeriod: Sendable, Hashable {
    /// How long a period is.
    public enum Unit: String, Sendable, CaseIterable {
        case day, week, month, year
    }

    /// How long it is.
    public let unit: Unit
    /// Its place among the periods of its length; that of the next is one more.
    public let ordinal: Int

    /// Makes the period at a place in the order of its length.
    public init(_ unit: Unit, ordinal: Int) {
        self.unit = unit
        self.ordinal = ordinal
    }

    /// The period in which a day lies.
    public init(_ unit: Unit, containing day: Day) {
        self.unit = unit
        ordinal =
            switch unit {
            case .day: day.number
            case .week: (day.number - CalendarPeriod.monday).flooredQuotient(by: 7)
            case .month: day.year * 12 + day.month - 1
            case .year: day.year
            }
    }

    /// Its first day.
    public var first: Day {
        switch unit {
        case .day: Day(number: ordinal)
        case .week: Day(number: ordinal * 7 + CalendarPeriod.monday)
        case .month:
            Day(
                number: Day.number(
                    year: ordinal.flooredQuotient(by: 12), month: ordinal - ordinal.flooredQuotient(by: 12) * 12 + 1,
                    day: 1))
        case .year: Day(number: Day.number(year: ordinal, month: 1, day: 1))
        }
    }

    /// Its last day.
    public var last: Day { Day(number: CalendarPeriod(unit, ordinal: ordinal + 1).first.number - 1) }

    /// Its name: `2024-10-21`, `2024-W43`, `2024-10`, `2024`.
    public var name: String {
        switch unit {
        case .day: return first.description
        case .month: return String(first.description.dropLast(3))
        case .year: return Day.text(year: ordinal)
        case .week:
            let year = Day(number: first.number + 3).year
            let start = CalendarPeriod(.week, containing: Day(number: Day.number(year: year, month: 1, day: 4)))
            return Day.text(year: year) + "-W" + Day.padded(ordinal - start.ordinal + 1, to: 2)
        }
    }

    /// All of its days as a time; nil of years that EDTF writes in another way.
    public var time: When? {
        When(unexplained: unit == .week ? first.description + "/" + last.description : name)
    }

    /// The periods of a length whose years have four digits.
    public static func written(_ unit: Unit) -> ClosedRange<Int> {
        func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int {
            CalendarPeriod(unit, containing: Day(number: Day.number(year: year, month: month, day: day))).ordinal
        }
        return ordinal(-9_999, 1, 8)...ordinal(9_999, 12, 24)
    }

    /// The Monday of the week in which 1970 begins.
    private static let monday = -3
}
