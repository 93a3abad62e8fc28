/// An undirected graph of nodes that are numbered from 0 on.
package struct UndirectedGraph: Sendable {
    /// An edge between two nodes.
    typealias Edge = (first: Int32, second: Int32)

    /// Where the neighbours of each node begin in `others`; one more than there are nodes.
    let starts: ContiguousArray<Int32>
    /// The neighbours of each node, each once, in ascending order; no node is its own.
    let others: ContiguousArray<Int32>

    /// How many nodes there are.
    var count: Int { starts.count - 1 }

    /// How many neighbours a node has.
    package func degree(of node: Int) -> Int { Int(starts[node + 1] - starts[node]) }

    /// The neighbours of a node.
    func neighbours(of node: Int) -> ContiguousArray<Int32>.SubSequence {
        others[Int(starts[node])..<Int(starts[node + 1])]
    }

    /// Makes a graph; edges that stand twice, in either direction, count once, and loops are left out.
    init(count: Int, edges: some Collection<Edge>) {
        let (starts, others) = UndirectedGraph.listed(count, edges)
        // Each node is told to its neighbours in turn, so that their lists are in ascending order, and what stands twice stands
        // side by side.
        var ends = starts
        var sorted = others
        for node in 0..<Int32(count) {
            for place in starts[Int(node)]..<starts[Int(node) + 1] {
                let other = Int(others[Int(place)])
                let end = ends[other]
                if end > starts[other], sorted[Int(end) - 1] == node { continue }
                sorted[Int(end)] = node
                ends[other] = end + 1
            }
        }
        var own: ContiguousArray<Int32> = [0]
        own.reserveCapacity(count + 1)
        var length = 0
        for node in 0..<count {
            for place in Int(starts[node])..<Int(ends[node]) {
                sorted[length] = sorted[place]
                length += 1
            }
            own.append(Int32(length))
        }
        sorted.removeLast(sorted.count - length)
        self.starts = own
        self.others = sorted
    }

    /// The other ends of the edges of each node as they come.
    private static func listed(
        _ count: Int, _ edges: some Collection<Edge>
    ) -> (starts: ContiguousArray<Int32>, others: ContiguousArray<Int32>) {
        var starts = ContiguousArray<Int32>(repeating: 0, count: count + 1)
        for edge in edges where edge.first != edge.second {
            starts[Int(edge.first) + 1] += 1
            starts[Int(edge.second) + 1] += 1
        }
        for node in 0..<count { starts[node + 1] += starts[node] }
        var next = starts
        var others = ContiguousArray<Int32>(repeating: 0, count: Int(starts[count]))
        for edge in edges where edge.first != edge.second {
            others[Int(next[Int(edge.first)])] = edge.second
            next[Int(edge.first)] += 1
            others[Int(next[Int(edge.second)])] = edge.first
            next[Int(edge.second)] += 1
        }
        return (starts, others)
    }
}
