extension Line {
    /// A chain between two records and who sits between whom, over so many links, in a session that is open.
    static let network = Line(name: "network") { workplace in
        let network = SyntheticNetwork(links: workplace.count)
        let (start, end) = network.ends
        let state = workplace.file("network.json") { path in
            network.write(to: path)
            Workplace.nameState(path)
        }
        let pairs = workplace.file("network.pairs") { network.writePairs(to: $0) }
        let peers = NetworkPeers(pairs: pairs, start: start, end: end)
        guard let engine = Workplace.engine(state) else { return [] }
        return [
            Row(
                work: "a chain of some twenty steps, in the open session",
                own: Measurement { engine.ask("show path n-\(start) to n-\(end) limit 1") },
                peers: [
                    ("sqlite3, two-ended recursive query", peers.sqlite),
                    ("networkx, in memory", peers.networkxPath),
                    ("igraph, in memory", peers.igraphPath),
                    ("igraph, the whole process", peers.igraphProcess),
                ]),
            Row(
                work: "betweenness, searches from \(NetworkPeers.searches) nodes",
                own: Measurement { engine.ask("show central sample=\(NetworkPeers.searches)") },
                peers: [
                    ("networkx, in memory", peers.networkxBetweenness), ("igraph, in memory", peers.igraphBetweenness),
                ]),
        ]
    }
}
