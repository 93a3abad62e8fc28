import DossierTime

/// The lowest and the highest figures of claims, a few for each sort of claim that is compared alike.
///
/// Where any two claims of two sorts contradict each other, the lowest of one and the highest of the other do.
struct CrowdExtremes {
    /// Those with the lowest figures of each sort, the lowest first.
    let lowest: [Int]
    /// Those with the highest figures of each sort, the highest first.
    let highest: [Int]

    /// How many claims of a sort are kept: where the analyst settled one pair, another may still be compared.
    private static let kept = 3

    /// Chooses among claims.
    ///
    /// - Parameters:
    ///   - figures: the figures of a claim.
    ///   - sort: what claims have in common that are compared alike.
    /// - Complexity: O(*n* log *n*) for *n* claims.
    init(_ places: [Int], figures: (Int) -> [Quantity], sort: (Int) -> some Hashable) {
        let ends = places.map { place in
            (place: place, high: figures(place).map(\.high), low: figures(place).map(\.low), sort: sort(place))
        }
        lowest = CrowdExtremes.first(
            ends.map { (place: $0.place, end: $0.high.compactMap(\.self).min(), sort: $0.sort) }
        ) { $0 < $1 }
        highest = CrowdExtremes.first(
            ends.map { (place: $0.place, end: $0.low.compactMap(\.self).max(), sort: $0.sort) }
        ) { $0 > $1 }
    }

    /// The pairs of these claims with others, those first whose figures lie furthest apart.
    func pairs(with others: CrowdExtremes) -> some Sequence<ClaimPair> {
        CrowdExtremes.diagonals(lowest, others.highest)
    }

    /// The pairs of claims with others, those first that stand near the beginning of both.
    static func diagonals(_ left: [Int], _ right: [Int]) -> some Sequence<ClaimPair> {
        (0..<max(0, left.count + right.count - 1)).lazy.flatMap { sum in
            (max(0, sum - right.count + 1)...min(sum, left.count - 1)).lazy
                .filter { left[$0] != right[sum - $0] }.map { ClaimPair(left[$0], right[sum - $0]) }
        }
    }

    private static func first<Sort: Hashable>(
        _ ends: [(place: Int, end: Decimal?, sort: Sort)], isBefore: (Decimal, Decimal) -> Bool
    ) -> [Int] {
        let sorted = ends.sorted { left, right in
            guard let first = left.end, let second = right.end else {
                return left.end != nil || right.end == nil && left.place < right.place
            }
            return first == second ? left.place < right.place : isBefore(first, second)
        }
        var counts: [Sort: Int] = [:]
        return sorted.filter { end in
            counts[end.sort, default: 0] += 1
            return counts[end.sort, default: 0] <= kept
        }.map(\.place)
    }
}
