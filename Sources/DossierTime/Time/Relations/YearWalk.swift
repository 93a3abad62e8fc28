/// A way through days that passes over years like those that it has gone through.
///
/// Patterns of digits go on for ten thousand years, but which days of a year fit them depends on little: on whether it and the
/// years around it fit, and are leap years.
struct YearWalk {
    private let domains: [DayDomain]
    private let lastYear: Int
    private var year: Int
    /// Whether the year is gone through from its first day on.
    private var isWhole = false
    private var seen: Set<[Int8]> = []

    /// Begins at a day.
    ///
    /// - Parameter last: the last day that is of any use.
    init(through domains: [DayDomain], from day: Int, to last: Int) {
        self.domains = domains
        year = Day(number: day).year
        lastYear = Day(number: last).year
    }

    /// Goes on to a later day: gives it, or the first day of the next year of a sort that was not seen.
    mutating func next(_ day: Int) -> Int {
        let own = Day(number: day).year
        if own == year { return day }
        if isWhole, let sort = sort(of: year) { seen.insert(sort) }
        isWhole = true
        year = own
        while year <= lastYear, let sort = sort(of: year), seen.contains(sort) { year += 1 }
        return year == own ? day : Day.number(year: year, month: 1, day: 1)
    }

    /// What decides which days of a year are in the domains; nil where days in a row begin or end near it.
    private func sort(of year: Int) -> [Int8]? {
        let years = (year - 1)...(year + 1)
        let days = Day.number(year: year - 1, month: 1, day: 1)...Day.number(year: year + 1, month: 12, day: 31)
        var sort = years.map { Day.isLeap($0) ? Int8(1) : 0 }
        for domain in domains {
            for run in [domain.limits] + domain.parts.compactMap(\.run) {
                if run.overlaps(days), !(run.contains(days.lowerBound) && run.contains(days.upperBound)) { return nil }
                sort.append(run.overlaps(days) ? 1 : 0)
            }
            for pattern in domain.parts.lazy.compactMap(\.pattern) {
                sort += years.map { pattern.year.contains($0) ? 1 : 0 }
            }
        }
        return sort
    }
}

/// Days that are in several domains at once, each a little before or after.
struct TiedDays {
    /// The domains, and how many days after the common one a day of each is: one at most.
    let members: [(days: DayDomain, offset: Int)]

    /// The first common day from a day on; nil where there is none.
    func first(from start: Int) -> Int? {
        var lasts: [Int] = []
        for member in members {
            guard let last = member.days.last() else { return nil }
            lasts.append(last - member.offset)
        }
        guard let last = lasts.min(), start <= last else { return nil }
        var day = start
        var walk: YearWalk?
        while day <= last {
            var later = day
            for member in members {
                guard let next = member.days.first(from: later + member.offset) else { return nil }
                later = next - member.offset
            }
            if later == day { return day }
            if walk == nil { walk = YearWalk(through: members.map(\.days), from: later, to: last) }
            day = walk?.next(later) ?? later
        }
        return nil
    }
}

extension DayDomain.Part {
    fileprivate var run: ClosedRange<Int>? {
        if case .run(let run) = self { return run }
        return nil
    }

    fileprivate var pattern: EDTFDate? {
        if case .pattern(let date) = self { return date }
        return nil
    }
}
