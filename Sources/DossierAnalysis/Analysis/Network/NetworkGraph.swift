import DossierModel

/// All records of a session and which of them touch: an undirected graph without weights.
///
/// Links are edges, and so is every field that names a record; two records that touch in several ways have one edge.
package struct NetworkGraph {
    /// The slots of the records, kind by kind, in the order in which they were made; links are none of them.
    package let slots: ContiguousArray<Session.Slot>
    /// Who touches whom.
    package let graph: UndirectedGraph
    private let ranges: [Kind: Range<Int>]

    /// Gathers the records and their steps, without reading those that stand as they were saved.
    package init(_ session: Session) {
        var network = Network(session)
        var slots = ContiguousArray<Session.Slot>()
        var ranges: [Kind: Range<Int>] = [:]
        var nodes = ContiguousArray<Int32>(repeating: -1, count: network.slotCount)
        for kind in Kind.listed where kind != .link {
            let first = slots.count
            for slot in session.slots(of: kind) where network.isFilled(slot) {
                nodes[Int(slot)] = Int32(slots.count)
                slots.append(slot)
            }
            ranges[kind] = first..<slots.count
        }
        var edges = ContiguousArray<UndirectedGraph.Edge>()
        for (node, slot) in slots.enumerated() {
            for step in network.steps(from: slot) {
                // Each edge is met from both of its ends.
                let other = nodes[Int(step.other)]
                if other > node { edges.append((Int32(node), other)) }
            }
        }
        self.slots = slots
        self.ranges = ranges
        graph = UndirectedGraph(count: slots.count, edges: edges)
    }

    /// The nodes of the records of a kind; of all where it is nil.
    package func nodes(of kind: Kind?) -> Range<Int> { kind.map { ranges[$0] ?? 0..<0 } ?? 0..<slots.count }
}
