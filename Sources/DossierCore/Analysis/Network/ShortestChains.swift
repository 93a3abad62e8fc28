/// The shortest chains between records: two breadth-first searches, one from each end, that go on by turns, the smaller one
/// first, until they meet.
///
/// A step goes over a link or over a field that names a record, in either direction.
struct ShortestChains {
    /// One chain: where it begins, and its steps.
    struct Chain: Sendable {
        let start: Identifier
        var steps: [Step]
    }

    /// One step, and all the ways in which the two records touch.
    struct Step: Sendable {
        let id: Identifier
        let reasons: [Neighbours.Edge]
    }

    /// How many steps the chains have; nil where there is none.
    let length: Int?
    /// How many chains there are, as far as they can be counted.
    let count: Int
    /// The first of them.
    let chains: [Chain]

    /// Looks for chains.
    ///
    /// - Parameters:
    ///   - longest: the most steps that a chain may have; nil where there is no limit.
    ///   - most: how many chains are told, from 1 on.
    ///   - allows: whether a step may be made.
    init(
        from start: [Identifier], to end: [Identifier], longest: Int?, most: Int, in session: Session,
        allows: (Neighbours.Edge) -> Bool
    ) {
        var near = Side(start)
        var far = Side(end)
        var meeting = start.filter { far.depths[$0] != nil }
        while meeting.isEmpty, !near.layer.isEmpty, !far.layer.isEmpty, near.depth + far.depth < longest ?? Int.max {
            if near.layer.count <= far.layer.count {
                near.expand(in: session, allows)
                meeting = near.layer.filter { far.depths[$0] != nil }
            } else {
                far.expand(in: session, allows)
                meeting = far.layer.filter { near.depths[$0] != nil }
            }
        }
        guard !meeting.isEmpty else {
            (length, count, chains) = (nil, 0, [])
            return
        }
        length = near.depth + far.depth
        count = meeting.reduce(0) { sum, id in
            sum.addingClamped(near.ways[id, default: 0].multipliedClamped(by: far.ways[id, default: 0]))
        }
        var found: [Chain] = []
        for id in meeting where found.count < most {
            for head in near.chains(to: id, most: most) {
                for tail in far.chains(to: id, most: most - found.count) where found.count < most {
                    found.append(ShortestChains.joined(head, tail))
                }
            }
        }
        chains = found
    }

    /// The ways in which two records touch as they stand seen from the first: its fields, links, the fields that name it.
    private static func inOrder(_ edges: [Neighbours.Edge]) -> [Neighbours.Edge] {
        edges.filter { $0.via == nil && $0.isOutward } + edges.filter { $0.via != nil }
            + edges.filter { $0.via == nil && !$0.isOutward }
    }

    /// A chain of the half that was searched from its start and the half that was searched from its end.
    private static func joined(_ head: Chain, _ tail: Chain) -> Chain {
        var ids = [tail.start] + tail.steps.map(\.id)
        ids.removeLast()
        let steps = zip(ids, tail.steps).map { id, step in
            Step(
                id: id,
                reasons: inOrder(
                    step.reasons.map {
                        Neighbours.Edge(id: id, label: $0.label, isOutward: !$0.isOutward, via: $0.via)
                    }))
        }
        return Chain(start: head.start, steps: head.steps + steps.reversed())
    }
}

/// One of the two searches.
private struct Side {
    /// How many steps each record is away.
    var depths: [Identifier: Int]
    /// In how many ways each is reached.
    var ways: [Identifier: Int]
    /// The records that were reached last.
    var layer: [Identifier]
    /// How far the search has come.
    var depth = 0
    /// From where each record is reached, and how.
    private var steps: [Identifier: [(from: Identifier, reasons: [Neighbours.Edge])]] = [:]

    init(_ start: [Identifier]) {
        depths = Dictionary(start.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
        ways = depths.mapValues { _ in 1 }
        layer = start
    }

    /// Goes one step on from all that was reached last.
    mutating func expand(in session: Session, _ allows: (Neighbours.Edge) -> Bool) {
        depth += 1
        var next: [Identifier] = []
        for id in layer {
            for edge in Neighbours.of(id, in: session) where edge.id != id && allows(edge) {
                if let known = depths[edge.id] {
                    if known < depth { continue }
                } else {
                    guard session[edge.id] != nil else { continue }
                    depths[edge.id] = depth
                    next.append(edge.id)
                }
                add(edge, from: id)
            }
        }
        layer = next
    }

    private mutating func add(_ edge: Neighbours.Edge, from id: Identifier) {
        var known = steps[edge.id] ?? []
        if known.last?.from == id {
            known[known.count - 1].reasons.append(edge)
        } else {
            known.append((id, [edge]))
            ways[edge.id] = ways[edge.id, default: 0].addingClamped(ways[id, default: 0])
        }
        steps[edge.id] = known
    }

    /// The chains from where the search began to a record, the first of them only.
    func chains(to id: Identifier, most: Int) -> [ShortestChains.Chain] {
        var found = [(at: id, steps: [ShortestChains.Step]())]
        for _ in 0..<(depths[id] ?? 0) {
            found = found.flatMap { chain in
                (steps[chain.at] ?? []).map { step in
                    (
                        at: step.from,
                        steps: chain.steps + [ShortestChains.Step(id: chain.at, reasons: step.reasons)]
                    )
                }
            }
            found.removeLast(max(0, found.count - most))
        }
        return found.map { ShortestChains.Chain(start: $0.at, steps: $0.steps.reversed()) }
    }
}

extension Int {
    fileprivate func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? Int.max : sum
    }

    fileprivate func multipliedClamped(by other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? Int.max : product
    }
}
