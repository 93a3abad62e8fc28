/// The ticks that an end of a time may be on: days where only dates are compared, else seconds.
struct TickDomain: Sendable {
    /// Which ticks of a day count.
    enum Place: Sendable { case any, first, last }

    private let days: DayDomain
    private let ticksPerDay: Int
    private let place: Place
    private let only: Int?

    /// The ticks of days.
    init(_ days: DayDomain, ticksPerDay: Int, place: Place) {
        self.days = days
        self.ticksPerDay = ticksPerDay
        self.place = place
        only = nil
    }

    /// One second.
    init(second: Int) {
        days = DayDomain([])
        ticksPerDay = Moment.secondsADay
        place = .any
        only = second
    }

    /// The days, where these are the ticks.
    var daysAlone: DayDomain? { only == nil && ticksPerDay == 1 ? days : nil }

    /// The first tick.
    var first: Int? {
        if let only { return only }
        return days.first().map { $0 * ticksPerDay + (place == .last ? ticksPerDay - 1 : 0) }
    }

    /// The first tick from a tick on; nil where there is none.
    func first(from tick: Int) -> Int? {
        if let only { return only >= tick ? only : nil }
        if ticksPerDay == 1 { return days.first(from: tick) }
        let day = tick.flooredQuotient(by: ticksPerDay)
        switch place {
        case .any: return days.first(from: day).map { $0 == day ? tick : $0 * ticksPerDay }
        case .first: return days.first(from: day * ticksPerDay == tick ? day : day + 1).map { $0 * ticksPerDay }
        case .last: return days.first(from: day).map { $0 * ticksPerDay + ticksPerDay - 1 }
        }
    }
}
