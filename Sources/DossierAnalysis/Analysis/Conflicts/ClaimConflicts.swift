import DossierModel
import DossierTime

/// Pairs and groups of claims about the same thing, by how they lie to each other.
package struct ClaimConflicts {
    /// Claims that lie in one way to each other.
    package struct Finding {
        package let sort: ClaimComparison.Sort
        /// Two claims, of an update the earlier first; of compatible ones as many as are compatible with each other.
        package let claims: [Identifier]
        /// What they are about.
        package let about: [Identifier]
        package let certainty: Certainty
        package let reason: String
        /// The link by which the analyst says so; nil where the claims themselves do.
        package var link: Identifier?
        /// How many claims and figures it speaks of, where these are too many to tell two by two.
        package var count: Crowd.Count?
    }

    /// The claims that were compared.
    let claims: [Record]
    /// What was found, sort by sort.
    package private(set) var findings: [Finding] = []

    private let session: Session
    private let watch: (any WorkWatch)?
    private let titlesOfSources: Bool
    private let statements: [ComparedClaim]
    private let same: SameThings
    private let links: ClaimLinks

    /// Compares claims with each other.
    ///
    /// - Parameters:
    ///   - limit: how many claims with figures about one record are compared two by two.
    ///   - titlesOfSources: whether a claim without a speaker goes by the titles of its sources, not by their ids.
    package init(
        among claims: [Record], in session: Session, limit: Int = Crowd.limit, titlesOfSources: Bool = false,
        for watch: (any WorkWatch)? = nil
    ) {
        self.claims = claims
        self.titlesOfSources = titlesOfSources
        self.session = session
        let places = Dictionary(claims.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let links = ClaimLinks(in: session, places)
        let same = links.same
        (self.same, self.links) = (same, links)
        self.watch = watch
        let reading = Work("reading claims", .records, of: claims.count, stride: 64, for: watch)
        var known = Derivation.Known()
        let bodies = Bodies(in: session, sameAs: same.one)
        statements = claims.steps(of: reading).map { claim in
            ComparedClaim(
                claim, in: session, &known, bodies: bodies, isHeldElsewhere: links.contradicting.contains(claim.id),
                sameAs: same.one)
        }
        find(places, limit)
    }

    private mutating func find(_ places: [Identifier: Int], _ limit: Int) {
        var compatible: [[Identifier]: [(pair: ClaimPair, comparison: ClaimComparison)]] = [:]
        var order: [[Identifier]] = []
        var apart: [[Identifier]: [(pair: ClaimPair, reason: String)]] = [:]
        let chosen = ClaimPairs(among: statements, places, linked: links.pairs, limit: limit, for: watch)
        let found = chosen.pairs
        for pair in found.steps(of: Work("comparing claims", .pairs, of: found.count, stride: 256, for: watch)) {
            let (first, second) = (statements[pair.first], statements[pair.second])
            let about = first.shared(with: second, sameAs: same.one)
            if let link = links.contradiction[pair] {
                let ids = [first.claim.id, second.claim.id]
                add(.contradiction, ids, about, .certainly, "linked as contradicting by \(link)", link: link)
                continue
            }
            if let link = links.compatibility[pair] {
                add(
                    .settled, [first.claim.id, second.claim.id], about, .certainly, "linked as compatible by \(link)",
                    link: link)
                continue
            }
            for comparison in ClaimComparison.all(first, second) {
                if comparison.isOfTimesApart {
                    if compatible[about] == nil, apart[about] == nil { order.append(about) }
                    apart[about, default: []].append((pair, comparison.reason))
                } else if comparison.sort == .compatible {
                    if compatible[about] == nil, apart[about] == nil { order.append(about) }
                    compatible[about, default: []].append((pair, comparison))
                } else {
                    let ids = [first.claim.id, second.claim.id]
                    add(
                        comparison.sort, comparison.isTurned ? ids.reversed() : ids, about, comparison.certainty,
                        comparison.reason)
                }
            }
        }
        dropUpdatesOverOthers()
        let linked = Set(links.pairs)
        let crowds = Work("comparing figures", .records, of: chosen.crowds.count, stride: 1, for: watch)
        for (crowd, about) in chosen.crowds.steps(of: crowds) { add(crowd, about, linked: linked, limit) }
        for about in order {
            addTimesApart(apart[about] ?? [], about)
            group(compatible[about] ?? [], about)
        }
        let sorts = ClaimComparison.Sort.allCases
        findings = sorts.flatMap { sort in findings.filter { $0.sort == sort } }
    }

    /// What is told of claims that are too many to compare two by two.
    private mutating func add(_ crowd: Crowd, _ about: Set<Identifier>, linked: Set<ClaimPair>, _ limit: Int) {
        let comparison = CrowdComparison(crowd, statements, linked: linked, limit: limit) {
            [session, titlesOfSources] claim in
            let speakers = claim.references(.speaker).map { session[$0]?.title ?? $0.text }
            let sources = claim.references(.source).map { titlesOfSources ? session[$0]?.title ?? $0.text : $0.text }
            let names = speakers.isEmpty ? sources : speakers
            return names.isEmpty ? "no speaker" : names.joined(separator: ", ")
        }
        for line in comparison.lines {
            guard let first = line.claims.first else { continue }
            findings.append(
                Finding(
                    sort: line.sort, claims: line.claims.map { claims[$0].id },
                    about: claims[first].references(.about).filter { about.contains(same.one(of: $0)) },
                    certainty: line.certainty, reason: line.reason, count: line.count))
        }
    }

    /// One finding an event, of all claims whose times differ and may be of different things.
    private mutating func addTimesApart(_ pairs: [(pair: ClaimPair, reason: String)], _ about: [Identifier]) {
        guard let first = pairs.first else { return }
        let members = Set(pairs.flatMap { [$0.pair.first, $0.pair.second] }).sorted()
        let reason =
            pairs.count == 1
            ? first.reason : "\(members.count) claims give times that differ, perhaps of different things"
        add(.contradiction, members.map { claims[$0].id }, about, .possibly, reason)
    }

    /// Of three claims of which each updates the one before, the last updates the second, and only over it the first.
    private mutating func dropUpdatesOverOthers() {
        var later: [Identifier: Set<Identifier>] = [:]
        for finding in findings where finding.sort == .update {
            later[finding.claims[0], default: []].insert(finding.claims[1])
        }
        findings.removeAll { finding in
            guard finding.sort == .update, let next = later[finding.claims[0]] else { return false }
            return next.contains { later[$0]?.contains(finding.claims[1]) ?? false }
        }
    }

    /// Puts compatible claims into groups in which all are compatible with each other, so that every pair stands in one.
    private mutating func group(_ pairs: [(pair: ClaimPair, comparison: ClaimComparison)], _ about: [Identifier]) {
        let comparisons = Dictionary(pairs.map { ($0.pair, $0.comparison) }, uniquingKeysWith: { first, _ in first })
        let members = Set(pairs.flatMap { [$0.pair.first, $0.pair.second] }).sorted()
        var covered: Set<ClaimPair> = []
        for (pair, comparison) in pairs where !covered.contains(pair) {
            if watch?.isCancelled == true { return }
            var group = [pair.first, pair.second]
            for other in members where !group.contains(other) {
                if group.allSatisfy({ comparisons[ClaimPair($0, other)] != nil }) { group.append(other) }
            }
            group.sort()
            var certainty = Certainty.certainly
            for (index, first) in group.enumerated() {
                for second in group[(index + 1)...] {
                    covered.insert(ClaimPair(first, second))
                    certainty = certainty && (comparisons[ClaimPair(first, second)]?.certainty ?? .no)
                }
            }
            let reason = group.count == 2 ? comparison.reason : "each can be so beside the others"
            add(.compatible, group.map { claims[$0].id }, about, certainty, reason)
        }
    }

    private mutating func add(
        _ sort: ClaimComparison.Sort, _ claims: [Identifier], _ about: [Identifier], _ certainty: Certainty,
        _ reason: String, link: Identifier? = nil
    ) {
        findings.append(
            Finding(sort: sort, claims: claims, about: about, certainty: certainty, reason: reason, link: link))
    }
}
