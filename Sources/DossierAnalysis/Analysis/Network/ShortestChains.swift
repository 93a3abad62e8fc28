import DossierModel

/// The shortest chains between records: two breadth-first searches, one from each end, that go on by turns, the smaller one
/// first, until they meet.
///
/// A step goes over a link or over a field that names a record, in either direction. A link is no step of a chain by itself;
/// where one is asked for, it is joined to its ends.
package struct ShortestChains {
    /// One chain: where it begins, and its steps.
    package struct Chain: Sendable {
        package let start: Identifier
        package var steps: [Step]
    }

    /// One step, and all the ways in which the two records touch.
    package struct Step: Sendable {
        package let id: Identifier
        package let reasons: [Neighbours.Edge]
    }

    /// How many steps the chains have; nil where there is none.
    package let length: Int?
    /// How many chains there are, as far as they can be counted.
    package let count: Int
    /// The first of them.
    package let chains: [Chain]

    /// Looks for chains.
    ///
    /// - Parameters:
    ///   - longest: the most steps that a chain may have; nil where there is no limit.
    ///   - most: how many chains are told, from 1 on.
    ///   - allows: whether a step may be made over fields or links of this name.
    package init(
        from start: [Identifier], to end: [Identifier], longest: Int?, most: Int, in session: Session,
        allows: @escaping (String) -> Bool
    ) {
        var network = Network(session, allows: allows)
        var near = ChainSearch(from: start.compactMap { network.slot(of: $0) }, in: network)
        var far = ChainSearch(from: end.compactMap { network.slot(of: $0) }, in: network)
        var meeting = near.last(in: far)
        // Only a link itself leads to its ends: what begins at one goes first, and where one search is over the other may go on.
        let (startsAtLink, endsAtLink) = (session.hasLink(start), session.hasLink(end))
        while meeting.isEmpty, !(near.isOver && far.isOver), near.reach + far.reach < longest ?? Int.max {
            let isFarToBegin = endsAtLink && far.depth == 0
            let isNearToBegin = startsAtLink && near.depth == 0
            let isNearSmaller = far.isOver || (!near.isOver && near.layer.count <= far.layer.count)
            if isNearToBegin || (!isFarToBegin && isNearSmaller) {
                near.expand(in: &network)
                meeting = near.last(in: far)
            } else {
                far.expand(in: &network)
                meeting = far.last(in: near)
            }
        }
        let shortest = meeting.first.map { near.depth(of: $0) + far.depth(of: $0) }
        guard let shortest, shortest <= longest ?? Int.max else {
            (length, count, chains) = (nil, 0, [])
            return
        }
        length = shortest
        count = meeting.reduce(0) { sum, slot in
            sum.addingClamped(near.ways(to: slot).multipliedClamped(by: far.ways(to: slot)))
        }
        var found: [Chain] = []
        for slot in meeting where found.count < most {
            for head in near.chains(to: slot, most: most) {
                for tail in far.chains(to: slot, most: most - found.count) where found.count < most {
                    found.append(ShortestChains.joined(head, tail, in: &network))
                }
            }
        }
        chains = found
    }

    /// A chain of the half that was searched from its start and the half that was searched from its end.
    private static func joined(
        _ head: [Session.Slot], _ tail: [Session.Slot], in network: inout Network
    ) -> Chain {
        var steps: [Step] = []
        for (from, to) in zip(head, head.dropFirst()) {
            guard let id = network.identifier(at: to) else { continue }
            steps.append(Step(id: id, reasons: reasons(from, to, in: &network)))
        }
        for (from, to) in zip(tail.reversed(), tail.reversed().dropFirst()) {
            guard let id = network.identifier(at: to) else { continue }
            let back = reasons(to, from, in: &network).map {
                Neighbours.Edge(id: id, label: $0.label, isOutward: !$0.isOutward, via: $0.via)
            }
            steps.append(Step(id: id, reasons: inOrder(back)))
        }
        return Chain(start: network.identifier(at: head[0]) ?? .session, steps: steps)
    }

    /// The ways in which two records touch, as the search found them.
    private static func reasons(
        _ from: Session.Slot, _ to: Session.Slot, in network: inout Network
    ) -> [Neighbours.Edge] {
        network.steps(from: from).filter { $0.other == to && network.allows($0) }.compactMap { network.edge($0) }
    }

    /// The ways in which two records touch as they stand seen from the first: its fields, links, the fields that name it.
    private static func inOrder(_ edges: [Neighbours.Edge]) -> [Neighbours.Edge] {
        edges.filter { $0.via == nil && $0.isOutward } + edges.filter { $0.via != nil }
            + edges.filter { $0.via == nil && !$0.isOutward }
    }
}

extension Session {
    fileprivate func hasLink(_ ids: [Identifier]) -> Bool { ids.contains { kind(of: $0) == .link } }
}

extension Int {
    func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? Int.max : sum
    }

    fileprivate func multipliedClamped(by other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? Int.max : product
    }
}
