/// A demand on two unknown ticks: that one lies at least so far after another (or, with a negative gap, not further
/// before it).
struct Precedence: Sendable {
    var earlier: Int
    var later: Int
    var gap: Int

    /// That a tick lies some ticks after another, or more.
    static func atLeast(_ gap: Int, from earlier: Int, to later: Int) -> Precedence {
        Precedence(earlier: earlier, later: later, gap: gap)
    }

    /// That a tick lies just so many ticks after another.
    static func just(_ gap: Int, from earlier: Int, to later: Int) -> [Precedence] {
        [atLeast(gap, from: earlier, to: later), atLeast(-gap, from: later, to: earlier)]
    }

    /// Whether ticks of the domains, one of each, can meet all demands.
    ///
    /// Raises each tick to the least that the others leave it. Demands of this form are closed under the minimum, so
    /// where none runs out of ticks, the least ones together meet all demands, whatever gaps the domains have.
    ///
    /// - Parameter patience: how often ticks are raised before those that are tied to each other are looked for together;
    ///   nearly all are settled before that.
    static func areMet(_ demands: [Precedence], by domains: [TickDomain], patience: Int = 64) -> Bool {
        var ticks: [Int] = []
        for domain in domains {
            guard let tick = domain.first else { return false }
            ticks.append(tick)
        }
        var raised = 0
        var isSettled = false
        while !isSettled {
            isSettled = true
            for demand in demands where ticks[demand.later] < ticks[demand.earlier] + demand.gap {
                guard let tick = domains[demand.later].first(from: ticks[demand.earlier] + demand.gap) else {
                    return false
                }
                ticks[demand.later] = tick
                isSettled = false
                raised += 1
                if raised == patience {
                    let days = domains.compactMap(\.daysAlone)
                    if days.count == domains.count, let ties = PrecedenceTies(demands, days) { return ties.areMet }
                }
            }
        }
        return true
    }
}
