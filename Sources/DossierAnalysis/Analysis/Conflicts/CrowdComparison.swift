import DossierModel
import DossierTime

/// What is told of a crowd: claims of one figure are one side, and of many figures only the lowest and the highest are told.
///
/// Claims that are compared alike stand for each other, and the pairs that are looked at are limited, so that the work grows
/// with the claims and not with their pairs. What no pair that was looked at shows for certain is told as possible.
struct CrowdComparison {
    /// One answer.
    struct Line {
        let sort: ClaimComparison.Sort
        /// The places of the claims that show it.
        let claims: [Int]
        let certainty: Certainty
        let reason: String
        /// How many claims it speaks of, and how many figures they give.
        let count: Crowd.Count
    }

    private(set) var lines: [Line] = []

    private let crowd: Crowd
    private let statements: [ComparedClaim]
    /// The pairs that links join, which are told by themselves.
    private let linked: Set<ClaimPair>
    private let limit: Int
    private let figures: [Int: [Quantity]]

    /// A pair, and how its claims lie to each other.
    fileprivate struct Found {
        let pair: ClaimPair
        let comparison: ClaimComparison
    }

    /// What two claims must share to be compared with others alike, but for their numbers.
    private struct Likeness: Hashable {
        let subjects: Set<Identifier>
        let origins: Set<Identifier>
        let times: [When?]
        let marks: [Bool]
        /// The figures, of claims that give several.
        let several: [Quantity]
    }

    /// Compares the claims of a crowd.
    ///
    /// - Parameter name: who makes a claim.
    init(
        _ crowd: Crowd, _ statements: [ComparedClaim], linked: Set<ClaimPair>, limit: Int, name: (Record) -> String
    ) {
        (self.crowd, self.statements, self.linked, self.limit) = (crowd, statements, linked, limit)
        figures = Dictionary(
            crowd.members.map { ($0, crowd.figures(of: statements[$0].claim)) }, uniquingKeysWith: { first, _ in first }
        )
        var sides: [Quantity: [Int]] = [:]
        for place in crowd.members {
            for figure in Set((figures[place] ?? []).map(\.withoutUnit)) { sides[figure, default: []].append(place) }
        }
        let updates = self.updates()
        if sides.count > limit {
            addSummary(of: sides.count, hasUpdates: !updates.isEmpty, name: name)
        } else {
            add(sides)
        }
        lines += updates
    }
}

extension Crowd {
    /// How many claims there are, and how many figures they give.
    package struct Count {
        package let claims: Int
        package let figures: Int
    }
}

extension CrowdComparison {
    /// One line for all: how many claims and figures there are, with the lowest and the highest.
    private mutating func addSummary(of count: Int, hasUpdates: Bool, name: (Record) -> String) {
        let pairs = crowd.members.count * 2 + 2_000
        let bySpeaker = extremes(crowd.members, \.origins)
        let byLikeness = extremes(crowd.members, likeness)
        func strongest(_ sort: ClaimComparison.Sort) -> Found? {
            let first = self.strongest([sort], among: bySpeaker.pairs(with: bySpeaker).prefix(pairs))
            if first?.comparison.certainty == .certainly { return first }
            return first.or(surer: self.strongest([sort], among: byLikeness.pairs(with: byLikeness).prefix(pairs)))
        }
        let contradiction = strongest(.contradiction)
        guard let found = contradiction ?? (hasUpdates ? nil : strongest(.compatible)) else { return }
        let all = crowd.members.flatMap { place in (figures[place] ?? []).map { (place: place, figure: $0) } }
        guard
            let lowest = all.min(by: { CrowdComparison.isLess($0.figure.least, $1.figure.least) }),
            let highest = all.min(by: { CrowdComparison.isLess($1.figure.most, $0.figure.most) })
        else { return }
        let ends = [lowest, highest].map { "\($0.figure.text) (\(name(statements[$0.place].claim)))" }
        add(
            found.comparison.sort, lowest.place == highest.place ? [lowest.place] : [lowest.place, highest.place],
            found.comparison.certainty,
            "\(crowd.members.count) claims give \(count) different figures, from \(ends[0]) to \(ends[1])",
            Crowd.Count(claims: crowd.members.count, figures: count))
    }

    /// A line for each figure that several claims give, and for each two figures.
    private mutating func add(_ sides: [Quantity: [Int]]) {
        let pairs = 200
        let ordered = sides.sorted {
            $0.value[0] == $1.value[0] ? $0.key.text < $1.key.text : $0.value[0] < $1.value[0]
        }
        let bySpeaker = ordered.map { extremes($0.value, \.origins) }
        let byLikeness = ordered.map { extremes($0.value, likeness) }
        for (index, side) in ordered.enumerated() {
            for other in index..<ordered.count {
                let figures: Set = [side.key, ordered[other].key]
                func strongest(_ extremes: [CrowdExtremes]) -> Found? {
                    self.strongest(
                        [.contradiction, .compatible], of: figures,
                        among: extremes[index].pairs(with: extremes[other]).prefix(pairs))
                }
                let first = strongest(bySpeaker)
                let isCertain = first?.comparison.certainty == .certainly
                guard let found = isCertain ? first : first.or(surer: strongest(byLikeness)) else { continue }
                if other == index { addSame(side.value, found) } else { add(found, sides) }
            }
        }
    }

    private mutating func addSame(_ members: [Int], _ found: Found) {
        let times = Set(members.map { statements[$0].claim.when(.when) })
        add(
            .compatible, Array(members.prefix(limit)), times.count == 1 ? found.comparison.certainty : .possibly,
            members.count == 2
                ? found.comparison.reason : "\(members.count) claims give the same figure, \(text(of: members[0]))",
            Crowd.Count(claims: members.count, figures: 1))
    }

    private mutating func add(_ found: Found, _ sides: [Quantity: [Int]]) {
        let members: [[Int]] = found.comparison.figures.map { sides[$0] ?? [] }
        add(
            found.comparison.sort, [found.pair.first, found.pair.second], found.comparison.certainty,
            "\(found.comparison.reason) (\(members.map { "\($0.count)" }.joined(separator: " and ")) claims)",
            Crowd.Count(claims: Set(members.joined()).count, figures: members.count))
    }

    private mutating func add(
        _ sort: ClaimComparison.Sort, _ claims: [Int], _ certainty: Certainty, _ reason: String, _ count: Crowd.Count
    ) {
        lines.append(Line(sort: sort, claims: claims, certainty: certainty, reason: reason, count: count))
    }
}

extension CrowdComparison {
    /// A line for each speaker, body or origin whose figures change, or one for all where these are many.
    private func updates() -> [Line] {
        let changes = claimsByOrigin().compactMap { members in update(of: members) }
        guard changes.count > limit, let first = changes.first else { return changes }
        let count = changes.reduce(0) { $0 + $1.count.claims }
        return [
            Line(
                sort: .update, claims: first.claims.count > 2 ? Array(first.claims.prefix(2)) : first.claims,
                certainty: changes.map(\.certainty).max() ?? .possibly,
                reason: "\(changes.count) speakers or origins change their figures; of one: \(first.reason)",
                count: Crowd.Count(claims: count, figures: changes.reduce(0) { $0 + $1.count.figures }))
        ]
    }

    private func update(of members: [Int]) -> Line? {
        let ordered = members.sorted { (said($0), $0) < (said($1), $1) }
        let steps = zip(ordered, ordered.dropFirst()).map { ClaimPair($0, $1) }
        var found = strongest([.update], among: steps)
        if found?.comparison.certainty != .certainly {
            found = found.or(
                surer: strongest([.update], among: CrowdExtremes.diagonals(ordered, ordered).prefix(2_000)))
        }
        guard let found else { return nil }
        let count = Set(members.flatMap { (figures[$0] ?? []).map(\.withoutUnit) }).count
        if members.count == 2 {
            let pair = [found.pair.first, found.pair.second]
            return Line(
                sort: .update, claims: found.comparison.isTurned ? pair.reversed() : pair,
                certainty: found.comparison.certainty, reason: found.comparison.reason,
                count: Crowd.Count(claims: 2, figures: count))
        }
        let ends = [ordered[0], ordered[ordered.count - 1]]
        let isKnown = ordered.allSatisfy { statements[$0].said != nil }
        return Line(
            sort: .update, claims: ordered.count > limit ? ends : ordered, certainty: found.comparison.certainty,
            reason: "\(members.count) claims of one origin give \(count) figures"
                + (isKnown
                    ? ", first \(text(of: ends[0])), last \(text(of: ends[1]))"
                    : "; of some it is not known when they were said"),
            count: Crowd.Count(claims: members.count, figures: count))
    }

    /// The claims for which one speaker, body or origin answers; those left out of which another answers for all.
    private func claimsByOrigin() -> [[Int]] {
        var claims: [Identifier: [Int]] = [:]
        for place in crowd.members {
            for origin in statements[place].origins { claims[origin, default: []].append(place) }
        }
        var kept: [[Int]] = []
        var holders: [Int: Set<Int>] = [:]
        let lists = claims.values.filter { $0.count > 1 }
        for list in lists.sorted(by: { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count })
        {
            let common = list.dropFirst().reduce(holders[list[0]] ?? []) { common, place in
                common.isEmpty ? common : common.intersection(holders[place] ?? [])
            }
            if !common.isEmpty { continue }
            for place in list { holders[place, default: []].insert(kept.count) }
            kept.append(list)
        }
        return kept
    }

    private func said(_ place: Int) -> Int { statements[place].said?.firstSecond ?? Int.max }

    private func text(of place: Int) -> String { figures[place]?.first?.text ?? "" }
}

extension CrowdComparison {
    /// The pair that shows one of the sorts most surely; the first such.
    private func strongest(
        _ sorts: Set<ClaimComparison.Sort>, of sides: Set<Quantity>? = nil, among pairs: some Sequence<ClaimPair>
    ) -> Found? {
        var found: Found?
        for pair in pairs where !linked.contains(pair) {
            for comparison in ClaimComparison.all(statements[pair.first], statements[pair.second])
            where sorts.contains(comparison.sort) && (sides == nil || sides == Set(comparison.figures)) {
                found = found.or(surer: Found(pair: pair, comparison: comparison))
                if comparison.certainty == .certainly { return found }
            }
        }
        return found
    }

    private func extremes(_ places: [Int], _ sort: (ComparedClaim) -> some Hashable) -> CrowdExtremes {
        CrowdExtremes(places, figures: { figures[$0] ?? [] }, sort: { sort(statements[$0]) })
    }

    private func likeness(_ statement: ComparedClaim) -> Likeness {
        let figures = crowd.figures(of: statement.claim)
        return Likeness(
            subjects: statement.subjects, origins: statement.origins,
            times: [statement.claim.when(.when), statement.said],
            marks: [figures.first?.unit == nil, figures.first?.isApproximate ?? false],
            several: figures.count > 1 ? figures : [])
    }

    private static func isLess(_ left: Decimal?, _ right: Decimal?) -> Bool {
        guard let left, let right else { return false }
        return left < right
    }
}

extension CrowdComparison.Found? {
    /// The other where it is surer.
    fileprivate func or(surer other: CrowdComparison.Found?) -> CrowdComparison.Found? {
        guard let self, let other else { return self ?? other }
        return other.comparison.certainty > self.comparison.certainty ? other : self
    }
}

extension ClaimComparison {
    /// The figures that were compared, without their unit.
    fileprivate var figures: [Quantity] {
        values.compactMap { value in
            guard case .quantity(let figure) = value else { return nil }
            return figure.withoutUnit
        }
    }
}

extension Quantity {
    /// The least number that is named.
    fileprivate var least: Decimal? { low ?? high }

    /// The greatest number that is named.
    fileprivate var most: Decimal? { high ?? low }
}
