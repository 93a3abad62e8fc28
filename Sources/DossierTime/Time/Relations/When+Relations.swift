/// How two recorded times lie to each other.
///
/// Each side stands for all that its text leaves open: a date is one day within its bounds; `[…]` is a day of one
/// member; `A/B` takes up all days from one day of A to one day of B; `{…}` takes up a day in each member. An open end
/// is without a limit, an unknown end may be anywhere. The answer is certain where it is the same for all choices.
///
/// Two dates are compared in days: what happened on the same day is neither before nor after. Where a side gives a time
/// of day, both are compared in seconds, and a day is one second of it. Local times are compared by their clocks; against
/// a time with an offset a local one is anywhere from UTC−12 to UTC+14.
extension When {
    /// Whether it ends before the other begins: `before` or `meets` of Allen's relations.
    public func before(_ other: When) -> Certainty {
        quickOrder(before: other) ?? answer([.before, .meets], other)
    }

    /// Whether it begins after the other ends: `after` or `metBy` of Allen's relations.
    public func after(_ other: When) -> Certainty {
        other.quickOrder(before: self) ?? answer([.after, .metBy], other)
    }

    /// Whether it begins after the other begins: `during`, `finishes`, `overlappedBy`, `metBy` or `after`.
    public func beginsAfter(_ other: When) -> Certainty {
        if isApart(from: other) {
            return Certainty(bounds(with: other).lowerBound > other.bounds(with: self).upperBound)
        }
        return answer([.during, .finishes, .overlappedBy, .metBy, .after], other)
    }

    /// Whether all of it lies within the other, their ends included: `during`, `starts`, `finishes` or `equals`.
    public func during(_ period: When) -> Certainty {
        if isApart(from: period) { return .no }
        let answer = answer([.during, .starts, .finishes, .equals], period)
        guard period.sense == .every, answer != .no else { return answer }
        guard let days = extent?.region, let region = period.extent?.region, days.meets(region) else { return .no }
        if let fixed = period.extent?.fixedDays, days.isInside(fixed) { return answer }
        return .possibly
    }

    /// Whether both have a day, or with times of day a second, in common.
    public func overlaps(_ other: When) -> Certainty {
        if isApart(from: other) { return .no }
        let apart: Set<AllenRelation> = [.before, .meets, .metBy, .after]
        guard sense == .every || other.sense == .every, let extent, let otherExtent = other.extent else {
            return answer(Set(AllenRelation.allCases).subtracting(apart), other)
        }
        if TimeScale(self, other) == .universal { return .possibly }
        let isTimed = hasTimeOfDay || other.hasTimeOfDay
        return min(extent.sharesDay(with: otherExtent), isTimed ? .possibly : .certainly)
    }

    /// Whether it ends right before the other begins: the next day, or with times of day the next second.
    public func meets(_ other: When) -> Certainty { answer([.meets], other) }

    /// Whether both take up the same days; `2024` and `2024` possibly do.
    public func equals(_ other: When) -> Certainty {
        if isApart(from: other) { return .no }
        let answer = answer([.equals], other)
        guard sense == .every || other.sense == .every, answer != .no else { return answer }
        guard let days = extent?.fixedDays, let otherDays = other.extent?.fixedDays, !other.hasTimeOfDay, !hasTimeOfDay
        else { return .possibly }
        return Certainty(days.isInside(otherDays) && otherDays.isInside(days))
    }

    /// Whether it stands in one of Allen's thirteen relations to the other; a set counts from its first day to its last.
    public func relation(_ relation: AllenRelation, to other: When) -> Certainty { answer([relation], other) }

    /// Whether both its bounds are moments.
    public var isBounded: Bool { firstSecond < When.open && lastSecond < When.open }

    /// Whether the bounds alone show that the two have no time in common.
    private func isApart(from other: When) -> Bool {
        isBounded && other.isBounded && !bounds(with: other).overlaps(other.bounds(with: self))
    }

    /// Its bounds by the clock by which it is compared with another; both must be moments.
    private func bounds(with other: When) -> ClosedRange<Int> {
        guard TimeScale(self, other) == .universal else { return firstSecond...lastSecond }
        let bounds =
            firstSecond - Int(firstOffset)
            * 60...max(firstSecond - Int(firstOffset) * 60, lastSecond - Int(lastOffset) * 60)
        return isLocal || !isZoned ? TimeScale.universal.widened(bounds) : bounds
    }

    /// Whether it is before another, where the bounds alone tell, as they do of most pairs.
    private func quickOrder(before other: When) -> Certainty? {
        guard isBounded, other.isBounded, TimeScale(self, other) == .written else { return nil }
        if lastSecond < other.firstSecond { return .certainly }
        if firstSecond > other.lastSecond { return .no }
        guard sense == .some, other.sense == .some else { return nil }
        // Both bounds of one time are possible. Of dates, the last day counts from its first second.
        let isTimed = hasTimeOfDay || other.hasTimeOfDay
        let last = isTimed ? other.lastSecond : other.lastSecond - Moment.secondsADay + 1
        return firstSecond < last ? .possibly : .no
    }

    /// The answer to whether one of some relations holds: exactly one of the thirteen does in each reading.
    private func answer(_ relations: Set<AllenRelation>, _ other: When) -> Certainty {
        guard let ends = ends(with: other), let others = other.ends(with: self) else { return .possibly }
        let domains = [ends.start, ends.end, others.start, others.end]
        let demands = ends.demands(start: 0, end: 1) + others.demands(start: 2, end: 3)
        func canHold(_ relation: AllenRelation) -> Bool { Precedence.areMet(demands + relation.demands, by: domains) }
        guard relations.contains(where: canHold) else { return .no }
        return AllenRelation.allCases.contains { !relations.contains($0) && canHold($0) } ? .possibly : .certainly
    }

    /// The days that it may take up.
    public var extent: Extent? { EDTFReader.expression(text).map { Extent($0) } }

    /// Its ends, in seconds where a side gives a time of day.
    func ends(with other: When) -> TimeEnds? {
        guard let expression = EDTFReader.expression(text) else { return nil }
        return hasTimeOfDay || other.hasTimeOfDay
            ? TimeEnds(secondsOf: expression, TimeScale(self, other)) : TimeEnds(Extent(expression))
    }
}
