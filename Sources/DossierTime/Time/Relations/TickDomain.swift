/// The ticks that an end of a time may be on: days where only dates are compared, else seconds.
public struct TickDomain: Sendable {
    /// Which ticks of a day count.
    enum Place: Sendable { case any, first, last }

    private let days: DayDomain
    private let ticksPerDay: Int
    private let place: Place
    /// Seconds in a row, which times of day are on.
    private let runs: [ClosedRange<Int>]

    /// The ticks of days.
    init(_ days: DayDomain, ticksPerDay: Int, place: Place) {
        self.init(days, ticksPerDay: ticksPerDay, place: place, runs: [])
    }

    /// The seconds of times of day.
    init(_ runs: [ClosedRange<Int>]) {
        self.init(DayDomain([]), ticksPerDay: Moment.secondsADay, place: .any, runs: runs)
    }

    /// The seconds of days and of times of day.
    init(_ days: DayDomain, place: Place, runs: [ClosedRange<Int>]) {
        self.init(days, ticksPerDay: Moment.secondsADay, place: place, runs: runs)
    }

    private init(_ days: DayDomain, ticksPerDay: Int, place: Place, runs: [ClosedRange<Int>]) {
        self.days = days
        self.ticksPerDay = ticksPerDay
        self.place = place
        self.runs = runs
    }

    /// The days, where these are the ticks.
    var daysAlone: DayDomain? { runs.isEmpty && ticksPerDay == 1 ? days : nil }

    /// The first tick.
    public var first: Int? {
        let day = days.first().map { $0 * ticksPerDay + (place == .last ? ticksPerDay - 1 : 0) }
        return [day, runs.map(\.lowerBound).min()].compactMap { $0 }.min()
    }

    /// The last tick.
    public var last: Int? {
        let day = days.last().map { $0 * ticksPerDay + (place == .first ? 0 : ticksPerDay - 1) }
        return [day, runs.map(\.upperBound).max()].compactMap { $0 }.max()
    }

    /// The first tick from a tick on; nil where there is none.
    func first(from tick: Int) -> Int? {
        guard !runs.isEmpty else { return firstOfDays(from: tick) }
        let run = runs.filter { $0.upperBound >= tick }.map { max($0.lowerBound, tick) }.min()
        return [firstOfDays(from: tick), run].compactMap { $0 }.min()
    }

    private func firstOfDays(from tick: Int) -> Int? {
        if ticksPerDay == 1 { return days.first(from: tick) }
        let day = tick.flooredQuotient(by: ticksPerDay)
        switch place {
        case .any: return days.first(from: day).map { $0 == day ? tick : $0 * ticksPerDay }
        case .first: return days.first(from: day * ticksPerDay == tick ? day : day + 1).map { $0 * ticksPerDay }
        case .last: return days.first(from: day).map { $0 * ticksPerDay + ticksPerDay - 1 }
        }
    }
}
