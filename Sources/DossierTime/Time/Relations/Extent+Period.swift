/// An extent as the period of a question, and an extent as a record that may fall into it.
extension Extent {
    /// The days of the period that it certainly has.
    var stated: DayDomain {
        guard case .span(let start, let end) = self else { return region }
        if start.isAnywhere { return end }
        return end.isAnywhere ? start : region
    }

    /// The first and the last day of the period; each one day, but for an unknown end.
    var periodBounds: (DayDomain, DayDomain) {
        let region = region
        let stated = stated
        var first = DayDomain.anywhere
        var last = DayDomain.anywhere
        guard let firstStated = stated.first(), let lastStated = stated.last() else { return (first, last) }
        if case .span(let start, _) = self, start.isAnywhere {
            first.limits = DayDomain.farPast...firstStated
        } else {
            let day = region.first().map { $0 == DayDomain.farPast ? DayDomain.always : $0 } ?? firstStated
            first = DayDomain(day...day)
        }
        if case .span(_, let end) = self, end.isAnywhere {
            last.limits = lastStated...DayDomain.farFuture
        } else {
            let day = region.last().map { $0 == DayDomain.farFuture ? DayDomain.never : $0 } ?? lastStated
            last = DayDomain(day...day)
        }
        return (first, last)
    }

    /// Whether, in some reading, a day of it is in a period.
    func canHaveDay(in period: DayDomain) -> Bool {
        guard case .span(let start, let end) = self else { return region.meets(period) }
        return start.isPossible(period, before: end)
    }

    /// Whether, in all readings, a day of it is in a period.
    func hasDay(in period: DayDomain) -> Bool {
        switch self {
        case .one(let days): return days.isInside(period)
        case .every(let units): return units.contains { $0.hasUnit(in: period) }
        case .span(let start, let end):
            if let core, let day = core.first(), let match = period.first(from: day), let last = core.last(),
                match <= last
            {
                return true
            }
            // A span that misses a run of days ends before it or begins after it.
            return period.parts.contains { part in
                guard case .run(let run) = part else { return false }
                return !start.isPossible(
                    DayDomain(DayDomain.always...DayDomain.never), before: end, endingBefore: run.lowerBound)
                    && !start.isPossible(beginningAfter: run.upperBound, before: end)
            }
        }
    }
}

extension DayDomain {
    /// Whether a span from a day of this domain to a day of an end domain can end before a day.
    fileprivate func isPossible(_ region: DayDomain, before end: DayDomain, endingBefore day: Int) -> Bool {
        var end = end
        guard end.limits.lowerBound < day else { return false }
        end.limits = end.limits.lowerBound...min(end.limits.upperBound, day - 1)
        return isPossible(region, before: end)
    }

    /// Whether a span from a day of this domain to a day of an end domain can begin after a day.
    fileprivate func isPossible(beginningAfter day: Int, before end: DayDomain) -> Bool {
        var start = self
        guard start.limits.upperBound > day else { return false }
        start.limits = max(start.limits.lowerBound, day + 1)...start.limits.upperBound
        return start.isPossible(DayDomain(DayDomain.always...DayDomain.never), before: end)
    }
}
