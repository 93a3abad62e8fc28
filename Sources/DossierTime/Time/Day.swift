/// One day of the proleptic Gregorian calendar (ISO 8601-1:2019, 4.2.1), with the year 0 before the year 1.
///
/// Years run from -99,999,999,999 to 99,999,999,999; a number outside this range is clamped to the nearest day.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01, negative before it.
    public var number: Int

    /// The years that a day may lie in.
    static let years = -99_999_999_999...99_999_999_999

    /// Makes the day that lies so many days after 1970-01-01.
    public init(number: Int) { self.number = number }

    /// Makes a day from its parts; nil where the calendar has no such day or its year is out of range.
    public init?(year: Int, month: Int, day: Int) {
        guard Day.years.contains(year), 1...12 ~= month, day >= 1, day <= Day.count(inMonth: month, ofYear: year) else {
            return nil
        }
        number = Day.number(year: year, month: month, day: day)
    }

    /// The year; 0 is 1 BC, -1 is 2 BC.
    public var year: Int { parts.year }
    /// The month, 1 to 12.
    public var month: Int { parts.month }
    /// The day of the month, 1 to 31.
    public var day: Int { parts.day }
    /// The day of the week, 1 (Monday) to 7 (Sunday): ISO 8601-1:2019, 4.2.3.
    public var weekday: Int {
        let remainder = (number % 7 + 10) % 7
        return remainder + 1
    }

    /// Year, month and day with hyphens, the year in four digits or as many as it has: `2024-10-21`, `-0044-03-15`,
    /// `170000002-01-01`.
    public var description: String {
        let (year, month, day) = parts
        guard 0...9_999 ~= year else {
            return Day.text(year: year) + "-" + Day.padded(month, to: 2) + "-" + Day.padded(day, to: 2)
        }
        // Tables of many rows hold two days for each time.
        let length = 10
        return unsafe String(unsafeUninitializedCapacity: length) { bytes in
            var rest = (year * 100 + month) * 100 + day
            for index in (0..<length).reversed() {
                if index == 4 || index == 7 {
                    unsafe bytes[index] = UInt8(ascii: "-")
                } else {
                    unsafe bytes[index] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
            }
            return length
        }
    }

    /// Orders by time.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// Whether the Gregorian calendar gives the year a 29 February.
    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// How many days a month has.
    static func count(inMonth month: Int, ofYear year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The number of a day whose parts are known to be right.
    ///
    /// Counts in eras of 400 years (146,097 days) from 1 March of the year 0, so that the leap day ends its year.
    static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// A year as ISO 8601 writes it, in at least four digits.
    static func text(year: Int) -> String { (year < 0 ? "-" : "") + padded(abs(year), to: 4) }

    /// A number with zeros before it, up to a width.
    public static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static let limits =
        number(year: years.lowerBound, month: 1, day: 1)...number(year: years.upperBound, month: 12, day: 31)

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = min(max(number, Day.limits.lowerBound), Day.limits.upperBound) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
