/// How a recorded time lies to the whole of a period that a question names.
///
/// A period is all days that its text may mean: `2024-10` is all of October, `[2024-10-08..2024-10-13]` and
/// `2024-10-08/2024-10-13` are the same six days, an open end is without a limit. Of an unknown end only the stated
/// side is certain. That is the difference to the relations, in which both sides are records with their doubt.
extension When {
    /// Whether it has a day in the period: `when:2024-10`.
    public func falls(in period: When) -> Certainty { quickAnswer(in: period) ?? slowAnswer(in: period) }

    /// Whether a period is compared by its bounds alone, as those of days mostly are.
    private func isPlain(_ period: When) -> Bool {
        isBounded && period.isBounded && TimeScale(self, period) == .written
    }

    /// Whether all of it lies before the period: `when<2024-10`.
    public func falls(before period: When) -> Certainty {
        quickAnswer(period) { $0 < period.firstSecond }
            ?? answer(.atLeast(1, from: 1, to: 2), unless: .atLeast(0, from: 2, to: 1), period)
    }

    /// Whether all of it lies after the period: `when>2024-10`.
    public func falls(after period: When) -> Certainty {
        quickAnswer(period) { $0 > period.lastSecond }
            ?? answer(.atLeast(1, from: 3, to: 0), unless: .atLeast(0, from: 0, to: 3), period)
    }

    /// Whether none of it lies after the period: `when<=2024-10`.
    public func falls(upTo period: When) -> Certainty {
        quickAnswer(period) { $0 <= period.lastSecond }
            ?? answer(.atLeast(0, from: 1, to: 3), unless: .atLeast(1, from: 3, to: 1), period)
    }

    /// Whether none of it lies before the period: `when>=2024-10`.
    public func falls(from period: When) -> Certainty {
        quickAnswer(period) { $0 >= period.firstSecond }
            ?? answer(.atLeast(0, from: 2, to: 0), unless: .atLeast(1, from: 0, to: 2), period)
    }

    /// The answer that the bounds alone give to a statement that, when it holds for two moments, holds for all between.
    private func quickAnswer(_ period: When, _ holds: (Int) -> Bool) -> Certainty? {
        guard isPlain(period) else { return nil }
        switch (holds(firstSecond), holds(lastSecond)) {
        case (true, true): return .certainly
        case (false, false): return .no
        default: return sense == .some ? .possibly : nil
        }
    }

    /// The answer to a demand on its start (0) and end (1) and on the first (2) and last (3) tick of a period, from the
    /// demand and its opposite.
    private func answer(_ demand: Precedence, unless opposite: Precedence, _ period: When) -> Certainty {
        guard let ends = ends(with: period), let (first, last) = period.periodEnds(with: self) else { return .possibly }
        let domains = [ends.start, ends.end, first, last]
        let demands = ends.demands(start: 0, end: 1)
        guard Precedence.areMet(demands + [demand], by: domains) else { return .no }
        return Precedence.areMet(demands + [opposite], by: domains) ? .possibly : .certainly
    }

    /// The first and the last tick of it as a period, in the ticks that another time asks for.
    private func periodEnds(with other: When) -> (TickDomain, TickDomain)? {
        guard let extent else { return nil }
        if hasTimeOfDay { return secondsOfPeriod(with: other) }
        let ticksPerDay = other.hasTimeOfDay ? Moment.secondsADay : 1
        let (first, last) = extent.periodBounds
        return (
            TickDomain(first, ticksPerDay: ticksPerDay, place: .first),
            TickDomain(last, ticksPerDay: ticksPerDay, place: .last)
        )
    }

    /// The first and the last second of it as a period of hours; one each, but for an unknown end or zone.
    private func secondsOfPeriod(with other: When) -> (TickDomain, TickDomain)? {
        let scale = TimeScale(self, other)
        func bound(_ second: Int, _ offset: Int16, _ open: Int, _ isFirst: Bool) -> TickDomain {
            switch second {
            case When.open: return TickDomain([open * Moment.secondsADay...open * Moment.secondsADay])
            case When.unknown:
                let stated = isFirst ? lastSecond : firstSecond
                let far = (isFirst ? DayDomain.farPast : DayDomain.farFuture) * Moment.secondsADay
                return TickDomain([min(stated, far)...max(stated, far)])
            default:
                guard scale == .universal else { return TickDomain([second...second]) }
                return isZoned && !isLocal
                    ? TickDomain([second - Int(offset) * 60...second - Int(offset) * 60])
                    : TickDomain([scale.widened(second...second)])
            }
        }
        return (
            bound(firstSecond, firstOffset, DayDomain.always, true),
            bound(lastSecond, lastOffset, DayDomain.never, false)
        )
    }

    /// The answer to whether it has a second in a period, where one of the two is of hours.
    private func answerInSeconds(in period: When) -> Certainty {
        guard let ends = ends(with: period), let (first, last) = period.periodEnds(with: self) else { return .possibly }
        let domains = [ends.start, ends.end, first, last]
        let demands = ends.demands(start: 0, end: 1) + [.atLeast(0, from: 2, to: 3)]
        let meets: [Precedence] = [.atLeast(0, from: 0, to: 3), .atLeast(0, from: 2, to: 1)]
        guard Precedence.areMet(demands + meets, by: domains) else { return .no }
        let isBefore = Precedence.areMet(demands + [.atLeast(1, from: 1, to: 2)], by: domains)
        let isAfter = Precedence.areMet(demands + [.atLeast(1, from: 3, to: 0)], by: domains)
        // A set of hours has gaps, and which second of its members is meant is not said.
        let isWhole =
            period.sense == .span || period.isContiguous || !period.hasTimeOfDay && period.extent?.fixedDays != nil
        return isBefore || isAfter || !isWhole || sense == .every ? .possibly : .certainly
    }

    /// The answer that the bounds alone give, as they do for nearly every record.
    private func quickAnswer(in period: When) -> Certainty? {
        let isWhole = period.isContiguous || period.sense == .span
        guard isWhole, period.isBounded, TimeScale(self, period) == .written else { return nil }
        if isFromDayOn { return firstSecond <= period.lastSecond ? .certainly : .no }
        guard isBounded else { return nil }
        if lastSecond < period.firstSecond || firstSecond > period.lastSecond { return .no }
        if firstSecond >= period.firstSecond && lastSecond <= period.lastSecond { return .certainly }
        return isContiguous ? .possibly : nil
    }

    /// Whether it goes on without an end from a day that is known: `2024-10-13/..`.
    private var isFromDayOn: Bool {
        sense == .span && lastSecond == When.open && firstSecond < When.open && text.utf8.count == 13
            && When.isDay(text.utf8.prefix(10))
    }

    /// Whether it takes up all days from one that is known to another: `2024-10-08/2024-10-13`.
    private var isFromDayToDay: Bool {
        sense == .span && isBounded && text.utf8.count == 21 && When.isDay(text.utf8.prefix(10))
            && When.isDay(text.utf8.suffix(10))
    }

    /// Whether a text is a day of which all digits are known.
    private static func isDay(_ text: Substring.UTF8View) -> Bool {
        text.enumerated().allSatisfy { index, byte in
            index == 4 || index == 7
                ? byte == UInt8(ascii: "-") : byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        }
    }

    /// How it falls in each whole period between its bounds, where that is the same for all of them, and there are several:
    /// certainly where it takes up all days, possibly where it is some day; nil where it is not the same, or not known to be.
    public var fallsThroughout: Certainty? {
        if isFromDayOn || isFromDayToDay { return .certainly }
        return isBounded && isContiguous && sense == .some ? .possibly : nil
    }

    private func slowAnswer(in period: When) -> Certainty {
        guard let extent, let periodExtent = period.extent else { return .possibly }
        if period.hasTimeOfDay { return answerInSeconds(in: period) }
        guard extent.canHaveDay(in: periodExtent.region) else { return .no }
        let isCertain = extent.hasDay(in: periodExtent.stated)
        return isCertain ? .certainly : .possibly
    }
}
