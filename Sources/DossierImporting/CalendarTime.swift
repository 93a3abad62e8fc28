import DossierTime

/// A time of a calendar: a day, or a time of day by some clock (RFC 5545, sections 3.3.4 and 3.3.5).
struct CalendarTime: Sendable {
    let day: Day
    /// The second of the day; nil of a whole day.
    let second: Int?
    /// Whether it is in UTC.
    let isUTC: Bool

    init(day: Day, second: Int?, isUTC: Bool) {
        self.day = day
        self.second = second
        self.isUTC = isUTC
    }

    /// Reads `20240304`, `20240304T090000` or `20240304T090000Z`; nil where it is none of them.
    init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
                ? bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } : nil
        }
        guard [8, 15, 16].contains(bytes.count), let year = number(0..<4), let month = number(4..<6),
            let date = number(6..<8), let day = Day(year: year, month: month, day: date)
        else { return nil }
        self.day = day
        guard bytes.count > 8 else {
            (second, isUTC) = (nil, false)
            return
        }
        guard bytes[8] == UInt8(ascii: "T"), let hour = number(9..<11), let minute = number(11..<13),
            let second = number(13..<15), hour < 24, minute < 60, second <= 60
        else { return nil }
        // A leap second is the one before it, as most calendars have it.
        self.second = (hour * 60 + minute) * 60 + min(second, 59)
        isUTC = bytes.count == 16
        if isUTC, bytes[15] != UInt8(ascii: "Z") { return nil }
    }

    /// Seconds since 1970 by its own clock.
    var instant: Int { day.number * Moment.secondsADay + (second ?? 0) }

    /// The time some seconds later, by its own clock.
    func adding(seconds: Int) -> CalendarTime {
        let moment = Moment(seconds: instant + seconds)
        return CalendarTime(day: moment.day, second: second == nil ? nil : moment.second, isUTC: isUTC)
    }

    /// As EDTF writes it, with an offset from UTC in seconds where one is known.
    func edtf(offset: Int?) -> String {
        guard let second else { return day.description }
        let (hour, minute) = (second / 3600, second / 60 % 60)
        let clock = [hour, minute, second % 60].map { Day.padded($0, to: 2) }.joined(separator: ":")
        return "\(day)T\(clock)" + (isUTC ? "Z" : offset.map(CalendarTime.offsetText) ?? "")
    }

    private static func offsetText(_ offset: Int) -> String {
        let minutes = abs(offset) / 60
        return (offset < 0 ? "-" : "+") + Day.padded(minutes / 60, to: 2) + ":" + Day.padded(minutes % 60, to: 2)
    }

    /// The seconds of a duration, `P1DT2H` (3.3.6); nil where it is none.
    static func seconds(ofDuration text: String) -> Int? {
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
        var (sum, number, isTime) = (0, nil as Int?, false)
        for byte in rest {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let next = (number ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
                if next > 100_000_000 { return nil }
                number = next
            case UInt8(ascii: "T") where number == nil && !isTime: isTime = true
            default:
                let units: [UInt8: Int] =
                    isTime
                    ? [UInt8(ascii: "H"): 3600, UInt8(ascii: "M"): 60, UInt8(ascii: "S"): 1]
                    : [UInt8(ascii: "W"): 7 * Moment.secondsADay, UInt8(ascii: "D"): Moment.secondsADay]
                guard let unit = units[byte], let count = number else { return nil }
                sum += count * unit
                number = nil
            }
        }
        return number == nil ? (isNegative ? -sum : sum) : nil
    }
}
