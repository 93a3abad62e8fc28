/// Two claims among several, by their places.
struct ClaimPair: Hashable {
    let first: Int
    let second: Int

    init(_ left: Int, _ right: Int) { (first, second) = (min(left, right), max(left, right)) }
}

/// The pairs of claims that are worth a look: those that are about the same record and have something to compare, those that
/// are about each other, and those that are linked.
///
/// Thousands may be about one event; most of them say that it is so, in words, and are not held against each other.
struct ClaimPairs {
    /// The pairs, each once, in the order of their claims.
    let pairs: [ClaimPair]

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
    init(
        among statements: [Statement], _ places: [Identifier: Int], linked: some Sequence<ClaimPair>,
        for watch: (any WorkWatch)? = nil
    ) {
        var bearers: [Identifier: [Int]] = [:]
        var pairs = Set(linked)
        for (place, statement) in statements.enumerated() {
            for subject in statement.subjectsToCompare { bearers[subject, default: []].append(place) }
            for target in statement.claim.references(.about) {
                if let other = places[target], other != place { pairs.insert(ClaimPair(place, other)) }
            }
        }
        for bearers in bearers.values {
            let denials = bearers.filter { statements[$0].mood.isDenial && !statements[$0].subjects.isEmpty }
            let deniable = denials.isEmpty ? [] : bearers.filter { statements[$0].mood.againstDenial != nil }
            for denial in denials where watch?.isCancelled != true {
                for other in deniable { pairs.insert(ClaimPair(denial, other)) }
            }
            for alike in Dictionary(grouping: bearers, by: { ClaimPairs.topic(of: statements[$0]) })
            where alike.key != nil {
                for (index, place) in alike.value.enumerated() where watch?.isCancelled != true {
                    for other in alike.value[(index + 1)...] { pairs.insert(ClaimPair(place, other)) }
                }
            }
        }
        self.pairs =
            watch?.isCancelled == true ? [] : pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// What a claim is compared by with others of its mood; nil where it gives neither figures nor a time, or is a denial.
    private static func topic(of statement: Statement) -> Topic? {
        let hasFigures = !statement.claim.quantities(.quantity).isEmpty
        guard let mood = statement.mood.sort,
            hasFigures || (!statement.subjects.isEmpty && statement.claim.when(.when) != nil)
        else { return nil }
        return Topic(mood: mood, hasFigures: hasFigures)
    }
}
