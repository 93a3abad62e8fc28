/// All records of a session and which of them touch: an undirected graph without weights.
///
/// Links are edges, and so is every field that names a record; two records that touch in several ways have one edge.
struct RecordNetwork {
    /// The records, kind by kind, in the order in which they were made; links are none of them.
    private(set) var records: [Node] = []
    /// Who touches whom.
    let graph: UndirectedGraph

    /// A record of the network.
    struct Node: Sendable {
        let id: Identifier
        let kind: Kind
        let title: String
    }

    /// Reads every record once.
    init(_ session: Session) {
        var named: [(from: Identifier, to: Identifier)] = []
        var numbers: [Identifier: Int] = [:]
        for record in session.records {
            if record.kind == .link {
                guard let from = record.references(.from).first, let to = record.references(.to).first else { continue }
                named.append((from, to))
            } else {
                numbers[record.id] = records.count
                records.append(Node(id: record.id, kind: record.kind, title: record.title.firstLine))
                for mention in record.mentions { named.append((record.id, mention)) }
            }
        }
        let edges = named.compactMap { edge -> (Int, Int)? in
            guard let from = numbers[edge.from], let to = numbers[edge.to] else { return nil }
            return (from, to)
        }
        graph = UndirectedGraph(count: records.count, edges: edges)
    }
}

/// An undirected graph of nodes that are numbered from 0 on.
struct UndirectedGraph {
    /// The neighbours of each node, each once, in ascending order; no node is its own.
    let neighbours: [[Int]]

    /// Makes a graph; edges that stand twice, in either direction, count once, and loops are left out.
    init(count: Int, edges: [(Int, Int)]) {
        var neighbours = [[Int]](repeating: [], count: count)
        for (first, second) in edges where first != second {
            neighbours[first].append(second)
            neighbours[second].append(first)
        }
        self.neighbours = neighbours.map { list in
            let sorted = list.sorted()
            return zip(sorted.indices, sorted).filter { $0 == 0 || sorted[$0 - 1] != $1 }.map { $1 }
        }
    }
}
