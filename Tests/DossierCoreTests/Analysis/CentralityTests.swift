import TestSupport
import Testing

@testable import DossierAnalysis

@Suite("who sits between whom") struct CentralityTests {
    private func betweenness(_ count: Int, _ edges: [UndirectedGraph.Edge], ends: [Int]? = nil) -> [Double] {
        let ends = ends ?? Array(0..<count)
        return Betweenness.of(UndirectedGraph(count: count, edges: edges), ends: ends, starts: ends)
    }

    @Test("a graph lists the neighbours of each node once, in ascending order, whatever edges it is given")
    func neighbours() {
        let edges: [UndirectedGraph.Edge] = [(3, 1), (1, 3), (1, 1), (0, 3), (3, 0), (1, 0), (3, 2), (3, 1)]
        let graph = UndirectedGraph(count: 5, edges: edges)
        #expect((0..<5).map { Array(graph.neighbours(of: $0)) } == [[1, 3], [0, 3], [3], [0, 1, 2], []])
        #expect((0..<5).map { graph.degree(of: $0) } == [2, 2, 1, 3, 0])
    }

    @Test("betweenness of graphs that can be worked by hand")
    func byHand() {
        // A chain of three: the pair of the ends runs over the middle.
        #expect(betweenness(3, [(0, 1), (1, 2)]) == [0, 1, 0])
        // A star of four: three leaves make three pairs.
        #expect(betweenness(4, [(0, 1), (0, 2), (0, 3)]) == [3, 0, 0, 0])
        // A square: each of the two pairs across has two chains, so that each corner carries half of one pair.
        #expect(betweenness(4, [(0, 1), (1, 2), (2, 3), (3, 0)]) == [0.5, 0.5, 0.5, 0.5])
        // A chain of four: 1 lies between 0-2 and 0-3, 2 between 0-3 and 1-3.
        #expect(betweenness(4, [(0, 1), (1, 2), (2, 3)]) == [0, 2, 2, 0])
        // Of the chain of four only the pair of its ends: both inner ones carry it.
        #expect(betweenness(4, [(0, 1), (1, 2), (2, 3)], ends: [0, 3]) == [0, 1, 1, 0])
        // Edges that stand twice and loops count for nothing.
        #expect(betweenness(3, [(0, 1), (1, 0), (1, 1), (1, 2)]) == [0, 1, 0])
        #expect(betweenness(0, []) == [])
    }

    @Test("betweenness agrees with counting every shortest chain of every pair", arguments: Seeds.some)
    func agreesWithCounting(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let count = random.pick(2...8)
            let edges = (0..<random.below(3 * count)).map { _ in
                (first: Int32(random.below(count)), second: Int32(random.below(count)))
            }
            let ends = (0..<count).filter { _ in !random.oneIn(3) }
            let graph = UndirectedGraph(count: count, edges: edges)
            let found = Betweenness.of(graph, ends: ends, starts: ends, size: random.pick(1...4))
            for (mine, counted) in zip(found, counted(graph, ends)) {
                #expect(abs(mine - counted) < 1e-9, "\(edges) \(ends)")
            }
        }
    }

    /// For each node the share of the shortest chains of each pair that run over it, by walking all chains.
    private func counted(_ graph: UndirectedGraph, _ ends: [Int]) -> [Double] {
        var sums = [Double](repeating: 0, count: graph.count)
        for (place, start) in ends.enumerated() {
            for end in ends[(place + 1)...] {
                let chains = shortest(graph, start, end)
                for chain in chains {
                    for node in chain.dropFirst().dropLast() { sums[node] += 1 / Double(chains.count) }
                }
            }
        }
        return sums
    }

    private func shortest(_ graph: UndirectedGraph, _ start: Int, _ end: Int) -> [[Int]] {
        var chains = [[start]]
        for _ in 0..<graph.count {
            let arrived = chains.filter { $0.last == end }
            if !arrived.isEmpty { return arrived }
            chains = chains.flatMap { chain in
                graph.neighbours(of: chain[chain.count - 1]).map(Int.init).filter { !chain.contains($0) }.map {
                    chain + [$0]
                }
            }
        }
        return chains.filter { $0.last == end }
    }

    @Test("the view ranks records of a kind by the pairs of that kind they stand between, and says when it samples")
    func view() throws {
        // Three speakers, of whom one is tied to both others: by a claim, and by an event.
        let engine = try TestEngine(setting: [
            #"add entity a-1 "A""#, #"add entity b-1 "B""#, #"add entity c-1x "C""#,
            #"add event e1 "Meeting" actor=a-1,b-1"#, #"add claim c1 "Words" speaker=b-1 about=c-1x"#,
        ])
        #expect(
            try engine.run("show central entities") == """
                %  id    kind    degree  between  share  title
                ─  ────  ──────  ──────  ───────  ─────  ─────
                1  b-1   entity       2     1.00   100%  B
                2  a-1   entity       1     0.00     0%  A
                3  c-1x  entity       1     0.00     0%  C
                3 entities; betweenness over pairs of entities, through all records (Brandes 2001)

                """)
        let sampled = try engine.run("show central sample=2 limit 1")
        #expect(
            sampled.contains("1 of 5 records; betweenness over pairs of records (Brandes 2001), estimated from 2 of 5"))
        #expect(try engine.run("show central sample=2 limit 1") == sampled)
        #expect(Betweenness.sample(Array(0..<10), 4) == [0, 2, 5, 7])
        #expect(
            engine.error("show central links").hasPrefix("error: unexpected 'links' after 'show central'\n"))
    }
}
