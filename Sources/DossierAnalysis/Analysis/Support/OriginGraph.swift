import DossierModel

/// Where all records of a session come from in the end, followed once for all that lead there: a long chain of claims that
/// support each other has one walk, not one a claim.
///
/// It says what ``Origins`` says of a record that stands for another, where it does not lead back to that.
struct OriginGraph {
    /// The origins that a record leads to, as far as two tell that there are several.
    enum Reach: Hashable {
        /// None that is given.
        case nothing
        /// One and no other.
        case one(Identifier)
        /// More than one.
        case several
        /// A circle that draws on nothing outside, which is named by where it is entered.
        case circle

        func union(_ other: Reach) -> Reach {
            switch (self, other) {
            case (.nothing, let reach), (let reach, .nothing): return reach
            case (.one(let left), .one(let right)): return left == right ? self : .several
            case (.circle, .circle): return .circle
            default: return .several
            }
        }
    }

    private var places: [Identifier: Int] = [:]
    private var components = StronglyConnected(successors: [])
    private var reaches: [Reach] = []

    /// Follows some records, and all that these lead to.
    init(
        from ids: some Sequence<Identifier>, in session: Session, _ known: inout Derivation.Known, withSupport: Bool,
        _ scope: CheckScope
    ) {
        var walk = OriginWalk(root: nil, session: session, withSupport: withSupport)
        for id in ids { walk.begin(at: id) }
        var work = scope.work("following origins", of: 0)
        var done = 0
        walk.follow(&known) { _, _ in
            done += 1
            return work.goesOn(at: done)
        }
        places = walk.places
        let successors = walk.successors
        components = StronglyConnected(successors: successors)
        reaches.reserveCapacity(components.members.count)
        // A component leads only to those of lesser numbers.
        for (number, members) in components.members.enumerated() {
            var reach = Reach.nothing
            var isEnd = true
            for next in members.lazy.flatMap({ successors[$0] }) where components.component[next] != number {
                isEnd = false
                reach = reach.union(reaches[components.component[next]])
            }
            if isEnd {
                let first = walk.order[members[0]]
                let isCircle = members.count > 1 || successors[members[0]].contains(members[0])
                reach = isCircle ? .circle : walk.leaves[first] == .origin ? .one(first) : .nothing
            }
            reaches.append(reach)
        }
    }

    /// All origins that a record leads to.
    func reach(of id: Identifier) -> Reach {
        guard let place = places[id], place < components.component.count else { return .nothing }
        return reaches[components.component[place]]
    }

    /// Whether a record may lead back to another.
    func mayLead(_ id: Identifier, to other: Identifier) -> Bool {
        guard let from = places[id], let to = places[other] else { return false }
        return components.component[to] <= components.component[from]
    }

    /// The origins that a record leads to without passing another; it is followed until there are two.
    func reach(
        of id: Identifier, before root: Identifier, in session: Session, _ known: inout Derivation.Known
    ) -> Reach {
        var walk = OriginWalk(root: root, session: session, withSupport: true)
        walk.begin(at: id)
        var reach = Reach.nothing
        walk.follow(&known) { last, leaf in
            if leaf == .origin { reach = reach.union(.one(last)) }
            return reach != .several
        }
        return reach
    }
}
