extension Extent {
    /// Whether two extents, at least one of which is a set of which all members count, have a day in common.
    func sharesDay(with other: Extent) -> Certainty {
        guard case .every(let units) = self else {
            guard case .every = other else { return .possibly }
            return other.sharesDay(with: self)
        }
        guard canShareDay(with: other) else { return .no }
        if case .every(let others) = other {
            let days = DayDomain(others.filter(\.isOfDays).flatMap(\.days.parts))
            let ownDays = DayDomain(units.filter(\.isOfDays).flatMap(\.days.parts))
            let isCertain = units.contains { $0.hasUnit(in: days) } || others.contains { $0.hasUnit(in: ownDays) }
            return isCertain ? .certainly : .possibly
        }
        let days = DayDomain(units.filter(\.isOfDays).flatMap(\.days.parts))
        if case .one(let choices) = other, choices.isInside(days) { return .certainly }
        guard let core = other.core else { return .possibly }
        return units.contains { $0.hasUnit(in: core) } ? .certainly : .possibly
    }

    private func canShareDay(with other: Extent) -> Bool {
        guard case .span(let start, let end) = other else { return region.meets(other.region) }
        return start.isPossible(region, before: end)
    }

    /// The days that it takes up in all readings, where there are such.
    var core: DayDomain? {
        switch self {
        case .one(let days): return days.onlyDay == nil ? nil : days
        case .span(let start, let end):
            guard let first = start.last(upTo: end.last() ?? DayDomain.never),
                let last = end.first(from: start.first() ?? DayDomain.always), first <= last
            else { return nil }
            return DayDomain(first...last)
        case .every: return nil
        }
    }
}

extension DayDomain {
    /// Whether a day of a region can lie between a day of this domain and one of an end domain.
    func isPossible(_ region: DayDomain, before end: DayDomain) -> Bool {
        let domains = [self, region, end].map { TickDomain($0, ticksPerDay: 1, place: .any) }
        return Precedence.areMet([.atLeast(0, from: 0, to: 1), .atLeast(0, from: 1, to: 2)], by: domains)
    }
}
