/// A day and a second of it, by the clock that was written.
public struct Moment: Sendable, Hashable, Comparable {
    /// The day.
    public var day: Day
    /// The second of the day, 0 to 86,399; leap seconds are not counted.
    public var second: Int

    /// How many seconds a day has.
    public static let secondsADay = 86_400

    /// Makes a moment from a day and a second of it.
    public init(day: Day, second: Int) {
        self.day = day
        self.second = second
    }

    /// Makes the moment that lies so many seconds after 1970-01-01T00:00:00Z.
    public init(seconds: Int) {
        let number = seconds.flooredQuotient(by: Moment.secondsADay)
        self.init(day: Day(number: number), second: seconds - number * Moment.secondsADay)
    }

    /// Orders by time.
    public static func < (left: Moment, right: Moment) -> Bool {
        (left.day.number, left.second) < (right.day.number, right.second)
    }
}

extension Int {
    /// The quotient rounded towards negative infinity, as calendars count.
    public func flooredQuotient(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
