import DossierModel

/// Where what stands for a record comes from in the end.
///
/// The origin of a claim is its speaker; where it draws on another claim, the origin of that; where it has no speaker, the
/// source that the one which carries it draws on in the end. Sources that draw on each other in a circle, and on nothing
/// else, are one origin.
package struct Origins {
    /// The origins beyond doubt.
    private(set) var certain: Set<Identifier> = []
    /// Where a source draws on several others, each of which may be the origin.
    package private(set) var possible: Set<Identifier> = []
    /// The records that rest on the analyst's own words.
    package private(set) var own: Set<Identifier> = []
    /// The records for which no origin is given.
    package private(set) var unknown: Set<Identifier> = []
    /// Whether it leads back to the record that was asked about.
    package private(set) var leadsBack = false

    /// All origins.
    package var all: Set<Identifier> { certain.union(possible) }

    /// No origins.
    init() {}

    /// Follows a record to its origins; `root` is the record that was asked about, beyond which nothing is followed.
    ///
    /// Without support, a record stands for itself alone: what else speaks for it is left out.
    init(
        of id: Identifier, root: Identifier?, in session: Session, _ known: inout Derivation.Known,
        withSupport: Bool = true
    ) {
        var walk = OriginWalk(root: root, session: session, withSupport: withSupport)
        walk.begin(at: id)
        walk.follow(&known)
        let successors = walk.successors
        for end in StronglyConnected(successors: successors).ends(successors) {
            let first = walk.order[end[0]]
            if first == root {
                leadsBack = true
            } else if end.count > 1 || successors[end[0]].contains(end[0]) {
                take(first, isPossible: false)
            } else {
                switch walk.leaves[first] {
                case .origin: take(first, isPossible: walk.hasChoice && session[first]?.kind == .source)
                case .analyst: own.insert(first)
                case .nothing, nil: unknown.insert(first)
                }
            }
        }
        leadsBack = leadsBack || walk.leadsBack
        if possible.count == 1 { (certain, possible) = (certain.union(possible), []) }
    }

    private mutating func take(_ id: Identifier, isPossible: Bool) {
        if isPossible { possible.insert(id) } else { certain.insert(id) }
    }

    /// The least and the most independent origins that several lines of support can have.
    ///
    /// Each line has at least one of its possible origins. Lines that share one may have it in common.
    package static func independent(_ lines: [Origins]) -> ClosedRange<Int> {
        let certain = lines.reduce(into: Set<Identifier>()) { $0.formUnion($1.certain) }
        let all = lines.reduce(into: certain) { $0.formUnion($1.possible) }
        var groups: [Set<Identifier>] = []
        for line in lines
        where line.certain.isEmpty && !line.possible.isEmpty && line.possible.isDisjoint(with: certain) {
            let touching = groups.filter { !$0.isDisjoint(with: line.possible) }
            groups.removeAll { !$0.isDisjoint(with: line.possible) }
            groups.append(touching.reduce(line.possible) { $0.union($1) })
        }
        return (certain.count + groups.count)...all.count
    }
}
