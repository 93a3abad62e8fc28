import DossierModel
import DossierTime

/// Claims whose figures are compared with each other, more than are compared two by two.
package struct Crowd: Hashable {
    /// The places of the claims, in order.
    let members: [Int]
    /// The unit of the figures, as units are compared; nil where none of them names one.
    let unit: String?

    /// How many claims are compared two by two, and how many differing figures are told one by one.
    package static let limit = 20

    /// The figures of a claim that are compared here.
    func figures(of claim: Record) -> [Quantity] {
        claim.quantities(.quantity).filter { figure in figure.unit.map { MeasuredUnit.plain($0) == unit } ?? true }
    }
}

extension Crowd {
    /// Puts claims with figures apart, so that claims of which none can be compared are in different groups: by units, and by
    /// the times that they speak of. Figures without a unit go with those of each unit.
    ///
    /// - Complexity: O(*n* log *n*) for *n* figures.
    static func groups(of places: [Int], in statements: [ComparedClaim]) -> [Crowd] {
        var named: [String: [Int]] = [:]
        var unnamed: [Int] = []
        for place in places {
            let units = statements[place].claim.quantities(.quantity).map { $0.unit.map(MeasuredUnit.plain) }
            for unit in Set(units) {
                if let unit { named[unit, default: []].append(place) } else { unnamed.append(place) }
            }
        }
        // Of very many units each would repeat all figures without one.
        let areShared = !named.isEmpty && named.count * unnamed.count <= limit * places.count
        var groups =
            areShared || unnamed.isEmpty ? [] : byTime(unnamed, in: statements).map { Crowd(members: $0, unit: nil) }
        for (unit, places) in named {
            let all = areShared ? Set(places + unnamed).sorted() : places
            groups += byTime(all, in: statements).map { Crowd(members: $0, unit: unit) }
        }
        return groups
    }

    /// The claims in groups between which no times overlap; a claim without a time goes with all.
    private static func byTime(_ places: [Int], in statements: [ComparedClaim]) -> [[Int]] {
        let spans = places.map { (place: $0, span: statements[$0].claim.when(.when)?.reach ?? When.always) }
        var groups: [[Int]] = []
        var end = Int.min
        for (place, span) in spans.sorted(by: { ($0.span.first, $0.place) < ($1.span.first, $1.place) }) {
            if groups.isEmpty || span.first > end { groups.append([]) }
            groups[groups.count - 1].append(place)
            end = max(end, span.last)
        }
        return groups.map { $0.sorted() }
    }
}

extension When {
    fileprivate static var always: (first: Int, last: Int) { (Int.min, Int.max) }

    /// The seconds outside of which nothing overlaps with it. Times of day are compared by several clocks, which are less than
    /// two days apart.
    fileprivate var reach: (first: Int, last: Int) {
        let margin = hasTimeOfDay ? 2 * Moment.secondsADay : 0
        return (
            firstSecond >= When.open ? Int.min : max(firstSecond, Int.min + margin) - margin,
            lastSecond >= When.open ? Int.max : min(lastSecond, Int.max - margin) + margin
        )
    }
}
