/// The first and the last tick of a time, as far as they are known.
struct TimeEnds: Sendable {
    let start: TickDomain
    let end: TickDomain
    /// Whether it lasts one tick.
    let isOneTick: Bool

    /// The demands that the start and end, at two places of a list, make of each other.
    func demands(start: Int, end: Int) -> [Precedence] {
        isOneTick ? Precedence.just(0, from: start, to: end) : [.atLeast(0, from: start, to: end)]
    }
}

extension TimeEnds {
    /// The ends in days.
    init(_ extent: Extent) { self.init(extent, ticksPerDay: 1) }

    /// The ends of a time in seconds: a day that something happened on is one of its seconds, a span has whole days.
    init(secondsOf expression: EDTFExpression) {
        if case .time(let seconds, _) = expression {
            self.init(start: TickDomain(second: seconds), end: TickDomain(second: seconds), isOneTick: true)
        } else {
            self.init(Extent(expression), ticksPerDay: Moment.secondsADay)
        }
    }

    private init(_ extent: Extent, ticksPerDay: Int) {
        let isSpan = if case .span = extent { true } else { false }
        self.init(
            start: TickDomain(extent.start, ticksPerDay: ticksPerDay, place: isSpan ? .first : .any),
            end: TickDomain(extent.end, ticksPerDay: ticksPerDay, place: isSpan ? .last : .any),
            isOneTick: extent.isOneDay)
    }
}
