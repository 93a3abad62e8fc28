/// The same questions of a network to networkx, igraph and SQLite.
struct NetworkPeers {
    /// A file of pairs of nodes, one a line.
    let pairs: String
    let start: Int
    let end: Int

    /// From how many nodes betweenness is estimated: few, since networkx takes a second for each.
    static let searches = 10

    var networkxPath: Measurement? {
        timed(
            "import networkx\ngraph = networkx.Graph(pairs)",
            "networkx.bidirectional_shortest_path(graph, start, end)")
    }

    var networkxBetweenness: Measurement? {
        timed(
            "import networkx\ngraph = networkx.Graph(pairs)",
            "networkx.betweenness_centrality(graph, k=\(NetworkPeers.searches), normalized=False, seed=1)", runs: 1)
    }

    private static let igraph = """
        import igraph
        graph = igraph.Graph(n=max(max(pair) for pair in pairs) + 1, edges=pairs).simplify()
        """

    var igraphPath: Measurement? {
        timed(NetworkPeers.igraph, "graph.get_shortest_paths(start, end)")
    }

    var igraphBetweenness: Measurement? {
        timed(
            NetworkPeers.igraph
                + "\nsources = list(range(1, graph.vcount(), graph.vcount() // \(NetworkPeers.searches)))",
            "graph.betweenness(directed=False, sources=sources)")
    }

    /// A process that reads the links, looks for the chain and ends.
    var igraphProcess: Measurement? {
        let files = TemporaryFiles([
            "program.py": """
            import igraph, sys
            graph = igraph.Graph.Read_Edgelist(sys.argv[1], directed=False)
            print(len(graph.get_shortest_paths(int(sys.argv[2]), int(sys.argv[3]))[0]))
            """
        ])
        return Measurement.alternating([
            CommandLineTools.work(["python3", files.path + "/program.py", pairs, String(start), String(end)])
        ])[0]
    }

    /// Each end goes half of the way, with an index over both columns in both directions.
    var sqlite: Measurement? {
        Python.measure(
            """
            import sqlite3, sys, time
            connection = sqlite3.connect(":memory:")
            connection.execute("create table steps (node integer, other integer, primary key (node, other)) without rowid")
            with open(sys.argv[1]) as file:
                pairs = [tuple(map(int, line.split())) for line in file]
            connection.executemany("insert or ignore into steps values (?, ?)", pairs)
            connection.executemany("insert or ignore into steps values (?, ?)", [(to, start) for start, to in pairs])
            connection.execute("analyze")
            query = '''
                with recursive
                near(node, depth) as (select ?1, 0 union
                    select other, depth + 1 from near join steps using (node) where depth < ?3),
                far(node, depth) as (select ?2, 0 union
                    select other, depth + 1 from far join steps using (node) where depth < ?3)
                select min(a.depth + b.depth) from
                    (select node, min(depth) as depth from near group by node) a join
                    (select node, min(depth) as depth from far group by node) b using (node)
                '''
            for run in range(\(Measurement.runs + 1)):
                begin = time.perf_counter()
                half = 10
                while connection.execute(query, (int(sys.argv[2]), int(sys.argv[3]), half)).fetchone()[0] is None:
                    half += 1
                if run: print(time.perf_counter() - begin)
            """, [pairs, String(start), String(end)])
    }

    /// Makes a graph, then runs an expression once that is not counted and some times that are.
    private func timed(_ making: String, _ work: String, runs: Int = Measurement.runs) -> Measurement? {
        Python.measure(
            """
            import sys, time
            with open(sys.argv[1]) as file:
                pairs = [tuple(map(int, line.split())) for line in file]
            start, end = int(sys.argv[2]), int(sys.argv[3])
            \(making)
            for run in range(\(runs == 1 ? 1 : runs + 1)):
                begin = time.perf_counter()
                \(work)
                if run or \(runs) == 1: print(time.perf_counter() - begin)
            """, [pairs, String(start), String(end)])
    }
}
