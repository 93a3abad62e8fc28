import DossierModel

/// Two claims among several, by their places.
struct ClaimPair: Hashable {
    let first: Int
    let second: Int

    init(_ left: Int, _ right: Int) { (first, second) = (min(left, right), max(left, right)) }
}

/// The pairs of claims that are worth a look: those that are about the same record and have something to compare, those that
/// are about each other, and those that are linked. Claims with figures of which there are many are a crowd instead.
///
/// Thousands may be about one event; most of them say that it is so, in words, and are not held against each other.
struct ClaimPairs {
    /// The pairs, each once, in the order of their claims.
    let pairs: [ClaimPair]
    /// The crowds, each with the records that all its claims are about, in the order of their claims.
    let crowds: [(crowd: Crowd, about: Set<Identifier>)]

    /// What claims about one record must have in common to be compared with each other.
    private struct Topic: Hashable {
        let mood: Int
        let hasFigures: Bool
    }

    /// Looks among claims.
    ///
    /// - Parameters:
    ///   - places: where each claim stands among them.
    ///   - linked: the pairs that a link joins.
    ///   - limit: how many claims with figures are compared two by two.
    /// - Complexity: O(*n* log *n*) for *n* claims with figures, beside the pairs.
    init(
        among statements: [ComparedClaim], _ places: [Identifier: Int], linked: some Sequence<ClaimPair>,
        limit: Int = Crowd.limit, for watch: (any WorkWatch)? = nil
    ) {
        var bearers: [Identifier: [Int]] = [:]
        var pairs = Set(linked)
        for (place, statement) in statements.enumerated() {
            for subject in statement.subjectsToCompare { bearers[subject, default: []].append(place) }
            for target in statement.claim.references(.about) {
                if let other = places[target], other != place { pairs.insert(ClaimPair(place, other)) }
            }
        }
        var crowds: [Crowd: Set<Identifier>] = [:]
        for (subject, bearers) in bearers {
            let denials = bearers.filter { statements[$0].mood.isDenial && !statements[$0].subjects.isEmpty }
            let deniable = denials.isEmpty ? [] : bearers.filter { statements[$0].mood.againstDenial != nil }
            for denial in denials where watch?.isCancelled != true {
                for other in deniable { pairs.insert(ClaimPair(denial, other)) }
            }
            for (topic, alike) in Dictionary(grouping: bearers, by: { ClaimPairs.topic(of: statements[$0]) }) {
                guard let topic else { continue }
                guard topic.hasFigures, alike.count > limit else {
                    if watch?.isCancelled != true { pairs.formUnion(ClaimPairs.all(among: alike)) }
                    continue
                }
                for crowd in Crowd.groups(of: alike, in: statements) {
                    if crowd.members.count > limit {
                        crowds[crowd, default: []].insert(subject)
                    } else {
                        pairs.formUnion(ClaimPairs.all(among: crowd.members))
                    }
                }
            }
        }
        self.crowds = crowds.map { (crowd: $0.key, about: $0.value) }
            .sorted { ClaimPairs.key($0.crowd, $0.about) < ClaimPairs.key($1.crowd, $1.about) }
        self.pairs =
            watch?.isCancelled == true ? [] : pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    private static func all(among places: [Int]) -> some Sequence<ClaimPair> {
        places.indices.lazy.flatMap { index in places[(index + 1)...].lazy.map { ClaimPair(places[index], $0) } }
    }

    private static func key(_ crowd: Crowd, _ about: Set<Identifier>) -> (Int, String, Int, String) {
        (crowd.members[0], crowd.unit ?? "", crowd.members.count, about.min()?.text ?? "")
    }

    /// What a claim is compared by with others of its mood; nil where it gives neither figures nor a time, or is a denial.
    private static func topic(of statement: ComparedClaim) -> Topic? {
        let hasFigures = !statement.claim.quantities(.quantity).isEmpty
        guard let mood = statement.mood.sort,
            hasFigures || (!statement.subjects.isEmpty && statement.claim.when(.when) != nil)
        else { return nil }
        return Topic(mood: mood, hasFigures: hasFigures)
    }
}
