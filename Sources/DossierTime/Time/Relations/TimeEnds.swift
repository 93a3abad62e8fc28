/// The first and the last tick of a time, as far as they are known.
public struct TimeEnds: Sendable {
    /// Where the first tick may lie.
    public let start: TickDomain
    /// Where the last tick may lie.
    public let end: TickDomain
    /// Whether it lasts one tick.
    let isOneTick: Bool

    /// The demands that the start and end, at two places of a list, make of each other.
    func demands(start: Int, end: Int) -> [Precedence] {
        isOneTick ? Precedence.just(0, from: start, to: end) : [.atLeast(0, from: start, to: end)]
    }
}

extension TimeEnds {
    /// The ends in days.
    init(_ extent: Extent) {
        let isSpan = if case .span = extent { true } else { false }
        self.init(
            start: TickDomain(extent.start, ticksPerDay: 1, place: isSpan ? .first : .any),
            end: TickDomain(extent.end, ticksPerDay: 1, place: isSpan ? .last : .any), isOneTick: extent.isOneDay)
    }

    /// The ends of a time in seconds: a day that something happened on is one of its seconds, a span has whole days.
    public init(secondsOf expression: EDTFExpression, _ scale: TimeScale) {
        let extent = Extent(expression)
        switch expression {
        case .date(let date):
            let ticks = TimeEnds.ticks(ofOne: [.date(date)], scale)
            self.init(start: ticks, end: ticks, isOneTick: true)
        case .one(let members):
            let ticks = TimeEnds.ticks(ofOne: members, scale)
            self.init(start: ticks, end: ticks, isOneTick: true)
        case .interval(let start, let end):
            self.init(
                start: TimeEnds.ticks(of: start, extent.start, .first, scale),
                end: TimeEnds.ticks(of: end, extent.end, .last, scale), isOneTick: false)
        case .every:
            // The members count by their days: which second of each is meant is not said.
            self.init(
                start: TimeEnds.ticks(of: extent.start, .any, scale), end: TimeEnds.ticks(of: extent.end, .any, scale),
                isOneTick: false)
        }
    }

    private static func ticks(of end: EDTFEnd, _ days: DayDomain, _ place: TickDomain.Place, _ scale: TimeScale)
        -> TickDomain
    {
        guard let date = end.date, date.clock != nil else { return ticks(of: days, place, scale) }
        return TickDomain([scale.seconds(of: date)])
    }

    /// The ticks of days; in UTC the zone of a day is not known.
    private static func ticks(of days: DayDomain, _ place: TickDomain.Place, _ scale: TimeScale) -> TickDomain {
        guard scale == .universal, let first = days.first(), let last = days.last(), first > DayDomain.farPast,
            last < DayDomain.farFuture
        else { return TickDomain(days, ticksPerDay: Moment.secondsADay, place: place) }
        let second = first * Moment.secondsADay
        return TickDomain([scale.widened(second...last * Moment.secondsADay + Moment.secondsADay - 1)])
    }

    /// The ticks of one of several members.
    static func ticks(ofOne members: [EDTFMember], _ scale: TimeScale) -> TickDomain {
        var days: [DayDomain.Part] = []
        var runs: [ClosedRange<Int>] = []
        for member in members {
            guard member.dates.contains(where: { $0.clock != nil }) else {
                let part = ExtentUnit(member).days
                if scale == .written {
                    days += part.parts
                } else if let first = part.first(), let last = part.last() {
                    runs.append(
                        scale.widened(
                            max(first, DayDomain.farPast) * Moment.secondsADay...min(last, DayDomain.farFuture)
                                * Moment.secondsADay))
                }
                continue
            }
            switch member {
            case .date(let date): runs.append(scale.seconds(of: date))
            case .range(let first, let last):
                let start = first.map { scale.seconds(of: $0).lowerBound } ?? DayDomain.farPast * Moment.secondsADay
                let end = last.map { scale.seconds(of: $0).upperBound } ?? DayDomain.farFuture * Moment.secondsADay
                runs.append(min(start, end)...max(start, end))
            }
        }
        return TickDomain(DayDomain(days), place: .any, runs: runs)
    }
}
