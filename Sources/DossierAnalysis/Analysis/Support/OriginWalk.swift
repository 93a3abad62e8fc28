import DossierModel

/// The records between a line of support and its origins.
struct OriginWalk {
    /// What a record is that leads no further.
    enum Leaf {
        /// An origin.
        case origin
        /// The analyst's own words.
        case analyst
        /// A record for which no origin is given.
        case nothing
    }

    /// Where one record leads.
    struct Step {
        var next: [Identifier] = []
        var leaf: Leaf?
    }

    let root: Identifier?
    let session: Session
    let withSupport: Bool
    private(set) var order: [Identifier] = []
    private(set) var successors: [[Int]] = []
    private(set) var leaves: [Identifier: Leaf] = [:]
    /// Whether a source on the way draws on several.
    private(set) var hasChoice = false
    private(set) var leadsBack = false
    private(set) var places: [Identifier: Int] = [:]

    init(root: Identifier?, session: Session, withSupport: Bool) {
        self.root = root
        self.session = session
        self.withSupport = withSupport
    }

    /// Takes a record to begin at.
    mutating func begin(at id: Identifier) { _ = place(of: id) }

    /// Follows all that was begun at to the end, or until it is not to go on.
    mutating func follow(_ known: inout Derivation.Known, goesOn: (Identifier, Leaf?) -> Bool = { _, _ in true }) {
        var isToGoOn = true
        while isToGoOn, successors.count < order.count {
            let index = successors.count
            let id = order[index]
            let step = id == root && index > 0 ? Step() : step(from: id, &known)
            leaves[id] = step.leaf
            if step.next.contains(where: { $0 == root }) { leadsBack = true }
            var own: [Int] = []
            for other in step.next { own.append(place(of: other)) }
            successors.append(own)
            isToGoOn = goesOn(id, step.leaf)
        }
        while successors.count < order.count { successors.append([]) }
    }

    private mutating func place(of id: Identifier) -> Int {
        if let place = places[id] { return place }
        places[id] = order.count
        order.append(id)
        return order.count - 1
    }

    private mutating func step(from id: Identifier, _ known: inout Derivation.Known) -> Step {
        if session.kind(of: id) == .source {
            let derived = known.step(from: id, in: session)
            if derived.count > 1 { hasChoice = true }
            return Step(next: derived, leaf: derived.isEmpty ? .origin : nil)
        }
        if !withSupport { return OriginWalk.step(from: id, in: session, withSupport: false) }
        if let step = known.walked[id] { return step }
        let step = OriginWalk.step(from: id, in: session, withSupport: true)
        known.walked[id] = step
        return step
    }

    private static func step(from id: Identifier, in session: Session, withSupport: Bool) -> Step {
        guard let record = session[id] else { return Step(leaf: .nothing) }
        if record.kind == .entity || record.kind == .source { return Step(leaf: .origin) }
        let grounds = Ground.of(record, in: session)
        func ids(_ role: Ground.Role) -> [Identifier] { grounds.filter { $0.role == role }.map(\.id) }
        let next: [Identifier]
        if record.kind == .claim {
            let derived = ids(.derivation)
            let speakers = ids(.speaker)
            let own = !derived.isEmpty ? derived : !speakers.isEmpty ? speakers : ids(.source)
            next = own + (withSupport ? ids(.support) : [])
        } else {
            let support = ids(.support)
            next = support + Support.unattributed(ids(.source), by: support, in: session)
        }
        return Step(next: next, leaf: !next.isEmpty ? nil : record.kind == .note ? .analyst : .nothing)
    }
}
