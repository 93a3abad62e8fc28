import DossierModel

/// Betweenness: for each node, how many pairs of others it stands between, where a pair with several shortest chains counts by
/// the share of those that run over the node.
///
/// Brandes, "A faster algorithm for betweenness centrality", 2001: one breadth-first search from each node, then dependencies
/// summed from the farthest node back. Where searches begin at some of the nodes only, the sums are scaled up (Brandes and Pich,
/// "Centrality estimation in large networks", 2007).
package enum Betweenness {
    /// How many nodes and edges are gone over before the next word, about ten milliseconds.
    private static let stretch = 1 << 20

    /// The betweenness of every node.
    ///
    /// Searches are summed in parts, then the parts in their order, so that the sums are the same bits on every machine.
    ///
    /// - Parameters:
    ///   - ends: the nodes that pairs are made of.
    ///   - starts: those among them from which searches begin.
    ///   - size: how many searches are a part; so many that nobody waits for its end where it is nil.
    ///   - atOnce: how many parts run at the same time; as many as the machine has processors for where it is nil.
    ///   - goesOn: is asked before each round of parts how many searches are done; where it is to end, the sums are of no use.
    package static func of(
        _ graph: UndirectedGraph, ends: some Collection<Int>, starts: [Int], size: Int? = nil, atOnce: Int? = nil,
        goesOn: (Int) -> Bool = { _ in true }
    ) -> [Double] {
        var isEnd = ContiguousArray(repeating: false, count: graph.count)
        for end in ends { isEnd[end] = true }
        let work = graph.count + graph.others.count + 1
        let size = size ?? max(1, stretch / work)
        let parts = stride(from: 0, to: starts.count, by: size).map { starts[$0..<min($0 + size, starts.count)] }
        let atOnce = atOnce ?? Processors.parts(of: work * min(starts.count, 1_000))
        var sums = [Double](repeating: 0, count: graph.count)
        for first in stride(from: 0, to: parts.count, by: atOnce) {
            guard goesOn(parts[first].startIndex) else { break }
            let found = Processors.map(min(atOnce, parts.count - first)) { [isEnd] part in
                BetweennessSearch.sums(of: graph, isEnd, parts[first + part])
            }
            for part in found { for node in sums.indices { sums[node] += part[node] } }
        }
        // Each pair is met from both of its ends.
        let scale = starts.isEmpty ? 0 : Double(ends.count) / Double(starts.count) / 2
        return sums.map { $0 * scale }
    }

    /// So many of the nodes, evenly spread over their order and the same each time; all where there are no more.
    package static func sample(_ nodes: some RandomAccessCollection<Int>, _ count: Int) -> [Int] {
        if nodes.count <= count { return Array(nodes) }
        return (0..<count).map { nodes[nodes.index(nodes.startIndex, offsetBy: $0 * nodes.count / count)] }
    }
}

/// Searches from some nodes of a graph, in memory that is taken once.
private struct BetweennessSearch {
    /// What a search knows of a node.
    private struct Node {
        /// How many shortest chains lead to it.
        var chains = 0.0
        /// What each chain that leads to it carries: itself as an end, and what lies behind it.
        var carried = 0.0
        /// How far it is; -1 where it was not reached.
        var distance: Int32 = -1
    }

    private let starts: UnsafeBufferPointer<Int32>
    private let others: UnsafeBufferPointer<Int32>
    private let isEnd: UnsafeBufferPointer<Bool>
    private let nodes: UnsafeMutableBufferPointer<Node>
    /// The nodes that are reached, in their order.
    private let order: UnsafeMutableBufferPointer<Int32>
    private let sums: UnsafeMutableBufferPointer<Double>

    /// What each node carries of the shortest chains that begin at some nodes.
    static func sums(
        of graph: UndirectedGraph, _ isEnd: ContiguousArray<Bool>, _ starts: ArraySlice<Int>
    ) -> ContiguousArray<Double> {
        var sums = ContiguousArray(repeating: 0.0, count: graph.count)
        var nodes = ContiguousArray(repeating: Node(), count: graph.count)
        var order = ContiguousArray<Int32>(repeating: 0, count: graph.count)
        graph.starts.withUnsafeBufferPointer { first in
            graph.others.withUnsafeBufferPointer { others in
                isEnd.withUnsafeBufferPointer { isEnd in
                    nodes.withUnsafeMutableBufferPointer { nodes in
                        order.withUnsafeMutableBufferPointer { order in
                            sums.withUnsafeMutableBufferPointer { sums in
                                let search = BetweennessSearch(
                                    starts: first, others: others, isEnd: isEnd, nodes: nodes, order: order, sums: sums)
                                for start in starts { search.add(start) }
                            }
                        }
                    }
                }
            }
        }
        return sums
    }

    @inline(__always)
    private func neighbours(of node: Int) -> UnsafeBufferPointer<Int32>.SubSequence {
        others[Int(starts[node])..<Int(starts[node &+ 1])]
    }

    /// Searches from one node, and adds what each other node carries of the shortest chains that begin there.
    private func add(_ start: Int) {
        let count = reach(from: start)
        for place in stride(from: count - 1, through: 0, by: -1) {
            let node = Int(order[place])
            let (chains, next) = (nodes[node].chains, nodes[node].distance &+ 1)
            var behind = 0.0
            for other in neighbours(of: node) where nodes[Int(other)].distance == next {
                behind += nodes[Int(other)].carried
            }
            let dependency = behind * chains
            nodes[node].carried = ((isEnd[node] ? 1 : 0) + dependency) / chains
            if node != start { sums[node] += dependency }
        }
        for place in 0..<count { nodes[Int(order[place])] = Node() }
    }

    /// Goes to all nodes that can be reached; how many there are.
    private func reach(from start: Int) -> Int {
        nodes[start].distance = 0
        nodes[start].chains = 1
        order[0] = Int32(start)
        var count = 1
        var place = 0
        while place < count {
            let node = Int(order[place])
            place &+= 1
            let (chains, next) = (nodes[node].chains, nodes[node].distance &+ 1)
            for other in neighbours(of: node) {
                let index = Int(other)
                if nodes[index].distance < 0 {
                    nodes[index].distance = next
                    order[count] = other
                    count &+= 1
                }
                if nodes[index].distance == next { nodes[index].chains += chains }
            }
        }
        return count
    }
}
