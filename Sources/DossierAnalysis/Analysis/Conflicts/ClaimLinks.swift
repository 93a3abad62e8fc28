import DossierModel

/// What links say of how claims lie to each other, and of which records are the same thing.
struct ClaimLinks {
    private(set) var same = SameThings()
    /// The pairs that are linked as contradicting, with the link.
    private(set) var contradiction: [ClaimPair: Identifier] = [:]
    /// The pairs that are linked as compatible, with the link.
    private(set) var compatibility: [ClaimPair: Identifier] = [:]
    /// The claims that are linked as contradicting another, be that among those that are compared or not.
    private(set) var contradicting: Set<Identifier> = []

    /// Reads the links of a session; `places` tells where each claim stands that is compared.
    init(in session: Session, _ places: [Identifier: Int]) {
        for link in session.records(FieldProjection(.link, [.from, .relation, .to])) {
            guard let from = link.references(.from).first, let to = link.references(.to).first else { continue }
            switch link.relation {
            case .sameAs: same.join(from, to)
            case .contradicts:
                if session.kind(of: from) == .claim, session.kind(of: to) == .claim {
                    contradicting.formUnion([from, to])
                }
                if let pair = ClaimLinks.pair(from, to, places) { contradiction[pair] = link.id }
            case .compatibleWith:
                if let pair = ClaimLinks.pair(from, to, places) { compatibility[pair] = link.id }
            default: continue
            }
        }
    }

    /// All pairs that are linked.
    var pairs: [ClaimPair] { Array(contradiction.keys) + compatibility.keys }

    private static func pair(_ from: Identifier, _ to: Identifier, _ places: [Identifier: Int]) -> ClaimPair? {
        guard let first = places[from], let second = places[to], first != second else { return nil }
        return ClaimPair(first, second)
    }
}
