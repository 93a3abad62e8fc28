/// Betweenness: for each node, how many pairs of others it stands between, where a pair with several shortest chains counts by
/// the share of those that run over the node.
///
/// Brandes, "A faster algorithm for betweenness centrality", 2001: one breadth-first search from each node, then dependencies
/// summed from the farthest node back. Where searches begin at some of the nodes only, the sums are scaled up (Brandes and Pich,
/// "Centrality estimation in large networks", 2007).
struct Betweenness {
    private let graph: UndirectedGraph
    private let isEnd: [Bool]
    private var distance: [Int]
    private var chains: [Double]
    private var dependency: [Double]
    private var sums: [Double]

    /// The betweenness of every node.
    ///
    /// - Parameters:
    ///   - ends: the nodes that pairs are made of.
    ///   - starts: those among them from which searches begin.
    static func of(_ graph: UndirectedGraph, ends: [Int], starts: [Int]) -> [Double] {
        var search = Betweenness(graph, ends: ends)
        for start in starts { search.add(start) }
        // Each pair is met from both of its ends.
        let scale = starts.isEmpty ? 0 : Double(ends.count) / Double(starts.count) / 2
        return search.sums.map { $0 * scale }
    }

    /// So many of the nodes, evenly spread over their order and the same each time; all where there are no more.
    static func sample(_ nodes: [Int], _ count: Int) -> [Int] {
        if nodes.count <= count { return nodes }
        return (0..<count).map { nodes[$0 * nodes.count / count] }
    }

    private init(_ graph: UndirectedGraph, ends: [Int]) {
        let count = graph.neighbours.count
        self.graph = graph
        var isEnd = [Bool](repeating: false, count: count)
        for end in ends { isEnd[end] = true }
        self.isEnd = isEnd
        distance = Array(repeating: -1, count: count)
        chains = Array(repeating: 0, count: count)
        dependency = Array(repeating: 0, count: count)
        sums = Array(repeating: 0, count: count)
    }

    /// Searches from one node, and adds what each other node carries of the shortest chains that begin there.
    private mutating func add(_ start: Int) {
        var order = [start]
        distance[start] = 0
        chains[start] = 1
        var index = 0
        while index < order.count {
            let node = order[index]
            index += 1
            for other in graph.neighbours[node] {
                if distance[other] < 0 {
                    distance[other] = distance[node] + 1
                    order.append(other)
                }
                if distance[other] == distance[node] + 1 { chains[other] += chains[node] }
            }
        }
        for node in order.reversed() {
            let carried = (isEnd[node] ? 1 : 0) + dependency[node]
            for other in graph.neighbours[node] where distance[other] == distance[node] - 1 {
                dependency[other] += chains[other] / chains[node] * carried
            }
            if node != start { sums[node] += dependency[node] }
        }
        for node in order {
            distance[node] = -1
            chains[node] = 0
            dependency[node] = 0
        }
    }
}
