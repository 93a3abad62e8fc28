/// Demands on ticks in which some are tied to others: each of these lies just so many ticks after another.
///
/// Ticks that are tied are looked for together, so that what cannot be is not raised day by day to the end of time.
struct PrecedenceTies {
    private let demands: [Precedence]
    /// For each tick the one that stands for those that are tied to it, and how far after that one it lies.
    private let ties: [(to: Int, offset: Int)]
    private let domains: [TiedDays]
    /// Whether the demands alone contradict each other.
    private let isContradictory: Bool

    /// Finds what is tied; nil where ticks are no days, or lie more than a day apart.
    init?(_ demands: [Precedence], _ days: [DayDomain]) {
        let places = days.indices
        // The most that each tick is demanded to lie after each other one, over others too.
        var gaps: [[Int?]] = places.map { one in places.map { $0 == one ? 0 : nil } }
        for demand in demands {
            gaps[demand.earlier][demand.later] = max(gaps[demand.earlier][demand.later] ?? demand.gap, demand.gap)
        }
        for middle in places {
            for one in places {
                for other in places {
                    guard let first = gaps[one][middle], let second = gaps[middle][other] else { continue }
                    gaps[one][other] = max(gaps[one][other] ?? first + second, first + second)
                }
            }
        }
        self.demands = demands
        isContradictory = places.contains { gaps[$0][$0] != 0 }
        ties = places.map { place in
            for one in places {
                if let after = gaps[one][place], let before = gaps[place][one], after + before == 0 {
                    return (one, after)
                }
            }
            return (place, 0)
        }
        if ties.contains(where: { abs($0.offset) > 1 }) { return nil }
        let ties = ties
        domains = places.map { place in
            TiedDays(members: places.filter { ties[$0].to == place }.map { (days[$0], ties[$0].offset) })
        }
    }

    /// Whether days of the domains, one of each, can meet all demands.
    var areMet: Bool {
        if isContradictory { return false }
        var days = [Int](repeating: DayDomain.always, count: ties.count)
        for place in ties.indices where ties[place].to == place {
            guard let day = domains[place].first(from: DayDomain.always) else { return false }
            days[place] = day
        }
        var isSettled = false
        while !isSettled {
            isSettled = true
            for demand in demands {
                let (earlier, later) = (ties[demand.earlier], ties[demand.later])
                let least = days[earlier.to] + earlier.offset + demand.gap - later.offset
                if earlier.to == later.to || days[later.to] >= least { continue }
                guard let day = domains[later.to].first(from: least) else { return false }
                days[later.to] = day
                isSettled = false
            }
        }
        return true
    }
}
