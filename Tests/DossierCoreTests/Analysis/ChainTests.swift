import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierModel

@Suite("chains between records") struct ChainTests {
    private static let setting = [
        #"add entity nis "NIS""#, #"add entity rok "South Korea""#, #"add entity russia "Russia""#,
        #"add entity zinoviev "Georgi Zinoviev" country=russia"#,
        #"add event summons 2024-10-21 "Seoul summons the ambassador" actor=rok target=zinoviev"#,
        #"add claim c1 "About 1,500" speaker=nis about=summons"#, "link nis part-of rok -- a service of it",
        #"add entity alone "Nobody""#,
    ]

    @Test("a chain tells each step with its reason, and all ways in which two records touch")
    func steps() throws {
        let engine = try TestEngine(setting: Self.setting + ["link zinoviev represents russia"])
        #expect(
            try engine.run("show path nis to russia") == """
                2 chains of 4 steps
                nis  entity  NIS
                  → part-of (l1 — a service of it)  rok  entity  South Korea
                  ← actor  summons  event  2024-10-21  Seoul summons the ambassador
                  → target  zinoviev  entity  Georgi Zinoviev
                  → country, → represents (l2)  russia  entity  Russia

                nis  entity  NIS
                  ← speaker  c1  claim  About 1,500
                  → about  summons  event  2024-10-21  Seoul summons the ambassador
                  → target  zinoviev  entity  Georgi Zinoviev
                  → country, → represents (l2)  russia  entity  Russia

                """)
    }

    @Test(
        "relations and fields may be asked for or kept out, steps and chains counted",
        arguments: [
            ("nis to russia relation:part-of,actor,target,country", "1 chain of 4 steps"),
            ("nis to russia -relation:part-of", "1 chain of 4 steps"),
            ("nis to russia relation:has-part", "no chain between nis and russia"),
            ("nis to russia max=3", "no chain of at most 3 steps between nis and russia"),
            ("nis to russia limit 1", "1 of 2 chains of 4 steps; limit N shows more"),
            ("nis to alone", "no chain between nis and alone"), ("nis to NIS", "1 chain of 0 steps"),
            ("nis to rok", "1 chain of 1 step"), ("(entities rok) to \"Georgi Zinoviev\"", "1 chain of 2 steps"),
        ])
    func settings(words: String, heading: String) throws {
        let text = try TestEngine(setting: Self.setting).run("show path " + words)
        #expect(text.hasPrefix(heading + "\n"), "\(text)")
    }

    @Test(
        "a link is stepped over between its ends; it is an end itself by its own fields and by what is on it",
        arguments: [
            ("l1 to a-x", "1 chain of 1 step\nl1  link  a-x allied-with b-x\n  → from  a-x  entity  A\n"),
            ("l1 to b-x", "1 chain of 1 step\nl1  link  a-x allied-with b-x\n  → to  b-x  entity  B\n"),
            ("a-x to b-x", "1 chain of 1 step\na-x  entity  A\n  → allied-with (l1)  b-x  entity  B\n"),
            ("a-x to l1", "1 chain of 1 step\na-x  entity  A\n  ← from  l1  link  a-x allied-with b-x\n"),
            ("b-x to l1", "1 chain of 1 step\nb-x  entity  B\n  ← to  l1  link  a-x allied-with b-x\n"),
            (
                "a-x to c-x",
                """
                1 chain of 3 steps
                a-x  entity  A
                  ← from  l1  link  a-x allied-with b-x
                  ← about  c1  claim  Talk
                  → speaker  c-x  entity  C

                """
            ),
            ("a-x to c-x max=2", "no chain of at most 2 steps between a-x and c-x\n"),
            (
                "c-x to a-x",
                """
                1 chain of 3 steps
                c-x  entity  C
                  ← speaker  c1  claim  Talk
                  → about  l1  link  a-x allied-with b-x
                  → from  a-x  entity  A

                """
            ),
            (
                "n1 to b-x",
                """
                1 chain of 2 steps
                n1  note  on the link
                  → target  l1  link  a-x allied-with b-x
                  → to  b-x  entity  B

                """
            ),
            (
                "l1 to n1",
                "1 chain of 1 step\nl1  link  a-x allied-with b-x\n  ← target  n1  note  on the link\n"
            ),
            (
                "l1 to s1",
                "1 chain of 1 step\nl1  link  a-x allied-with b-x\n  → source  s1  source  Paper\n"
            ),
            // A quote says no more than the source or the target beside it, but that the note that quotes names its target twice.
            ("c2 to s1", "1 chain of 1 step\nc2  claim  Quoted\n  → source  s1  source  Paper\n"),
            ("s1 to c2", "1 chain of 1 step\ns1  source  Paper\n  ← source  c2  claim  Quoted\n"),
            ("n2 to s1", "1 chain of 1 step\nn2  note  quoting\n  → target, → quote  s1  source  Paper\n"),
            ("s1 to n2", "1 chain of 1 step\ns1  source  Paper\n  ← target  n2  note  quoting\n"),
            ("session to session", "1 chain of 0 steps\nsession  session\n"),
            ("session to a-x", "no chain between session and a-x\n"),
        ])
    func linkEnds(words: String, answer: String) throws {
        let engine = try TestEngine(setting: [
            #"add source s1 "Paper" -- Words that count."#, #"add entity a-x "A""#, #"add entity b-x "B""#,
            #"add entity c-x "C""#, "link a-x allied-with b-x source=s1", #"add claim c1 "Talk" about=l1 speaker=c-x"#,
            #"annotate l1 -- on the link"#, #"add claim c2 "Quoted" source=s1 quote="Words""#,
            #"annotate s1 "Words that" -- quoting"#,
        ])
        #expect(try engine.run("show path " + words) == answer)
    }

    @Test(
        "what is missing or wrong is told at its place",
        arguments: [
            ("show path nis", "'to' and a record is missing after 'nis'"),
            ("show path nis to", "a record is missing after 'to'"),
            ("show path nis rok", "unexpected 'rok' after 'show path'"),
            ("show path nis to rok relation:funds", "unknown relation 'funds'"),
            ("show path nis to rok #troops", "unexpected '#troops' after 'show path'"),
        ])
    func errors(command: String, message: String) throws {
        #expect(try TestEngine(setting: Self.setting).error(command).hasPrefix("error: " + message + "\n"))
    }

    /// A session of events with links between them at random, and who touches whom.
    private func network(_ random: inout SplitMix64) throws -> (TestEngine, [Set<Int>]) {
        let count = random.pick(2...12)
        let engine = try TestEngine(setting: (1...count).map { "add event e\($0) \"Event \($0)\"" })
        var neighbours = [Set<Int>](repeating: [], count: count + 1)
        for _ in 0..<random.below(2 * count) {
            let (from, to) = (random.pick(1...count), random.pick(1...count))
            if from == to { continue }
            try engine.run("link e\(from) \(["precedes", "enables", "causes"][random.below(3)]) e\(to)")
            neighbours[from].insert(to)
            neighbours[to].insert(from)
        }
        return (engine, neighbours)
    }

    @Test(
        "two searches that meet find what one search finds: the length and the number of the chains",
        arguments: Seeds.few)
    func agreesWithOneSearch(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<5 {
            let (engine, neighbours) = try network(&random)
            let start = random.pick(1...(neighbours.count - 1))
            let (distances, ways) = oneSearch(from: start, neighbours)
            for end in 1..<neighbours.count {
                let found = ShortestChains(
                    from: [Identifier(known: "e\(start)")], to: [Identifier(known: "e\(end)")], longest: nil,
                    most: 1_000,
                    in: engine.session, allows: { _ in true })
                #expect(found.length == distances[end] && found.count == ways[end, default: 0], "\(start) to \(end)")
                #expect(found.chains.count == found.count)
                #expect(Set(found.chains.map { $0.steps.map(\.id) }).count == found.count, "each chain is another")
                for chain in found.chains {
                    let ids = ([chain.start] + chain.steps.map(\.id)).compactMap { Int($0.text.dropFirst()) }
                    #expect(ids.first == start && ids.last == end && ids.count == (found.length ?? -1) + 1)
                    for (from, to) in zip(ids, ids.dropFirst()) { #expect(neighbours[from].contains(to)) }
                }
            }
        }
    }

    private func oneSearch(from start: Int, _ neighbours: [Set<Int>]) -> (distances: [Int: Int], ways: [Int: Int]) {
        var distances = [start: 0]
        var ways = [start: 1]
        var queue = [start]
        while !queue.isEmpty {
            let node = queue.removeFirst()
            for other in neighbours[node] {
                if distances[other] == nil {
                    distances[other] = distances[node, default: 0] + 1
                    queue.append(other)
                }
                if distances[other] == distances[node, default: 0] + 1 {
                    ways[other, default: 0] += ways[node, default: 0]
                }
            }
        }
        return (distances, ways)
    }

    @Test("what hangs together one way hangs together the other way round, links among it", arguments: Seeds.few)
    func bothWays(seed: UInt64) throws {
        var filled = FilledNotebook(seed: seed, try TestEngine())
        try filled.fill(60)
        let session = filled.engine.session
        var random = SplitMix64(seed: seed)
        let ids = session.records.map(\.id).shuffled(using: &random).prefix(16)
        for start in ids {
            for end in ids {
                func length(_ start: Identifier, _ end: Identifier) -> Int? {
                    ShortestChains(from: [start], to: [end], longest: nil, most: 1, in: session) { _ in true }.length
                }
                #expect((length(start, end) == nil) == (length(end, start) == nil), "\(start) to \(end), seed \(seed)")
            }
        }
    }

    @Test("no chain is too long")
    func long() throws {
        var session = Session()
        for number in 1...2_000 {
            var source = Record(.source, Identifier(known: "s\(number)"))
            source[.derived] = [.reference(Identifier(known: "s\(number == 1 ? 2_000 : number - 1)"))]
            session.apply(.put(source))
        }
        #expect(try TestEngine(holding: session).run("show path s1 to s1000").hasPrefix("1 chain of 999 steps\n"))
    }
}
