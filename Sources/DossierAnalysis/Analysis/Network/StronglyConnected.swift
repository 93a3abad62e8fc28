/// The strongly connected components of a directed graph: the circles in it, and what lies in none (Tarjan, "Depth-first search
/// and linear graph algorithms", 1972). It keeps its own stack, so that no chain is too long for it.
package struct StronglyConnected {
    /// The number of each node's component; a component has a greater number than those that it leads to.
    let component: [Int]
    /// The nodes of each component, in the order of their numbers.
    let members: [[Int]]

    /// Finds the components of a graph that is given as the nodes that each node leads to.
    package init(successors: [[Int]]) {
        var search = Search(count: successors.count)
        for node in successors.indices where search.order[node] == Search.unseen { search.run(from: node, successors) }
        component = search.component
        members = search.members.map { $0.sorted() }
    }

    /// The components that are circles: more than one node, or a node that leads to itself.
    package func circles(_ successors: [[Int]]) -> [[Int]] {
        members.filter { $0.count > 1 || successors[$0[0]].contains($0[0]) }
    }

    /// The components that lead to no other: where all that the graph says begins.
    func ends(_ successors: [[Int]]) -> [[Int]] {
        members.indices.filter { number in
            members[number].allSatisfy { node in successors[node].allSatisfy { component[$0] == number } }
        }.map { members[$0] }
    }

    /// The circles as ways from a node round to itself, the shortest of each.
    func ways(_ successors: [[Int]]) -> [[Int]] {
        circles(successors).sorted { $0[0] < $1[0] }.map { way(round: $0, successors) }
    }

    /// The shortest way from the first node of a circle round to itself.
    private func way(round circle: [Int], _ successors: [[Int]]) -> [Int] {
        let (start, inside) = (circle[0], Set(circle))
        var before: [Int: Int] = [:]
        var queue = [start]
        var index = 0
        while index < queue.count {
            let node = queue[index]
            index += 1
            for next in successors[node] where inside.contains(next) {
                if next == start {
                    var way = [start]
                    var place = node
                    while place != start, let earlier = before[place] {
                        way.append(place)
                        place = earlier
                    }
                    return [start] + way.dropFirst().reversed() + [start]
                }
                if before[next] == nil {
                    before[next] = node
                    queue.append(next)
                }
            }
        }
        return circle
    }
}

/// A depth-first search with the stacks that recursion would keep.
private struct Search {
    static let unseen = -1

    var order: [Int]
    var component: [Int]
    var members: [[Int]] = []
    private var lowest: [Int]
    private var next = 0
    private var open: [Int] = []
    private var calls: [(node: Int, edge: Int)] = []

    init(count: Int) {
        order = Array(repeating: Search.unseen, count: count)
        component = Array(repeating: Search.unseen, count: count)
        lowest = Array(repeating: 0, count: count)
    }

    mutating func run(from root: Int, _ successors: [[Int]]) {
        enter(root)
        while let (node, edge) = calls.last {
            if edge < successors[node].count {
                calls[calls.count - 1].edge += 1
                let other = successors[node][edge]
                if order[other] == Search.unseen {
                    enter(other)
                } else if component[other] == Search.unseen {
                    lowest[node] = min(lowest[node], order[other])
                }
            } else {
                calls.removeLast()
                if let caller = calls.last?.node { lowest[caller] = min(lowest[caller], lowest[node]) }
                if lowest[node] == order[node] { close(node) }
            }
        }
    }

    private mutating func enter(_ node: Int) {
        order[node] = next
        lowest[node] = next
        next += 1
        open.append(node)
        calls.append((node, 0))
    }

    private mutating func close(_ node: Int) {
        var found: [Int] = []
        repeat {
            found.append(open.removeLast())
            component[found[found.count - 1]] = members.count
        } while found[found.count - 1] != node
        members.append(found)
    }
}
