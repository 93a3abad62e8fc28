import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierModel

@Suite("support and origins") struct SupportTests {
    /// Three papers that draw on one agency, by the field and by the relation, two of them over another.
    private static let papers = [
        #"add source agency "Agency""#, #"add source s2 "Paper" derived=agency"#, #"add source s3 "Herald" derived=s2"#,
        #"add source s4 "Post""#, "link s4 derived-from agency", #"add event e1 "Arrival" source=s2,s3,s4"#,
    ]

    private func support(_ id: String, _ engine: TestEngine) throws -> Support {
        let record = try #require(engine.session[Identifier(known: id)])
        return Support(of: record, Ground.of(record, in: engine.session), in: engine.session)
    }

    @Test("three papers that draw on one agency are three sources and one origin")
    func oneOrigin() throws {
        let engine = try TestEngine(setting: Self.papers)
        let support = try support("e1", engine)
        #expect(support.sources.count == 3 && support.independent == 1...1)
        let text = try engine.run("show support e1")
        #expect(text.contains("for: 3 sources, 1 independent origin: agency\n"))
        #expect(text.contains("shared origin: agency is behind s2, s3, s4\n"))
    }

    @Test("a claim's origin is its speaker, of one that draws on another claim that one's, else the source's")
    func claims() throws {
        let engine = try TestEngine(
            setting: Self.papers + [
                #"add entity nis "NIS""#, #"add entity kyiv "Kyiv""#, #"add event e2 "Combat""#,
                #"add claim "One" speaker=nis about=e2 stance=asserts source=s2"#,
                #"add claim "Two" speaker=kyiv about=e2 stance=asserts source=s2"#,
                #"add claim "Three" speaker=kyiv about=e2 stance=asserts source=s3"#, "link c3 quotes c1",
                #"add claim "Four" about=e2 stance=asserts source=s4"#,
                #"add claim "Five" about=e2 stance=denies speaker=kyiv"#,
                #"add claim "Six" about=e2 stance=condemns speaker=kyiv"#,
            ])
        let support = try support("e2", engine)
        #expect(support.lines.map(\.id.text) == ["c1", "c2", "c3", "c4"])
        #expect(support.origins.map { $0.all.map(\.text) } == [["nis"], ["kyiv"], ["nis"], ["agency"]])
        #expect(support.independent == 3...3)
        let text = try engine.run("show support e2")
        #expect(text.contains("for: 4 claims, 3 sources, 3 independent origins: agency, kyiv, nis\n"))
        #expect(text.contains("against: 1 claim\n└─ denies ← c5"))
        #expect(text.contains("beside it: 1 claim that presupposes it\n└─ condemns ← c6"))
    }

    @Test("where a source draws on several, each may be the origin: the least and the most are told")
    func choice() throws {
        let engine = try TestEngine(setting: [
            #"add source a-1 "One""#, #"add source b-1 "Two""#, #"add source s1 "Paper" derived=a-1,b-1"#,
            #"add event e1 "Arrival" source=s1"#, #"add event e2 "Arrival" source=s1,a-1"#,
            #"add source s2 "Other" derived=a-1"#, #"add event e3 "Arrival" source=s1,s2"#,
        ])
        #expect(try support("e1", engine).independent == 1...2)
        #expect(try support("e2", engine).independent == 1...2)
        #expect(try support("e3", engine).independent == 1...2)
        #expect(try engine.run("show support e1").contains("1 source, 1 to 2 independent origins: a-1, b-1"))
    }

    @Test("circles of sources are one origin, are named, and end", arguments: [1, 2, 3, 40])
    func circles(length: Int) throws {
        var commands = (1...length).map { "add source s\($0) \"Source \($0)\"" }
        for number in 1...length where length > 1 {
            let next = number % length + 1
            commands.append(
                number % 2 == 0 ? "link s\(number) derived-from s\(next)" : "set s\(number) derived=s\(next)")
        }
        if length == 1 { commands.append("set s1 derived=s1") }
        let engine = try TestEngine(setting: commands + [#"add event e1 "Arrival" source=s1"#])
        let support = try support("e1", engine)
        #expect(support.independent == 1...1)
        let names = (1...length).map { "s\($0)" } + ["s1"]
        #expect(support.circles.map { $0.map(\.text) } == [names])
        let text = try engine.run("show support e1 depth=100")
        #expect(text.contains("circle: " + names.joined(separator: " → ") + "\n"))
        #expect(text.contains("(circle)"))
    }

    @Test("a circle that draws on something outside has its origin there")
    func wayOut() throws {
        let engine = try TestEngine(setting: [
            #"add source s1 "One""#, #"add source s2 "Two" derived=s1"#, #"add source s3 "Root""#,
            "set s1 derived=s2,s3", #"add event e1 "Arrival" source=s1"#,
        ])
        let support = try support("e1", engine)
        #expect(support.origins.map { $0.all.map(\.text) } == [["s3"]])
        #expect(support.circles.map { $0.map(\.text) } == [["s1", "s2", "s1"]])
    }

    @Test("what rests on itself, or on its own origin only, is told")
    func selfEvidence() throws {
        let engine = try TestEngine(setting: [
            #"add event e1 "One""#, #"add event e2 "Two""#, "link e1 supports e2", "link e2 supports e1",
            #"add entity nis "NIS""#, #"add entity kyiv "Kyiv""#,
            #"add claim "First" speaker=nis about=e1 stance=denies"#,
            #"add claim "Again" speaker=nis"#, "link c2 supports c1",
            #"add claim "Other" speaker=kyiv"#, #"add claim "Third" speaker=nis"#, "link c3 supports c4",
        ])
        #expect(try support("e1", engine).selfEvidence == "the only evidence for it leads back to itself")
        #expect(try support("e1", engine).circles.map { $0.map(\.text) } == [["e1", "e2", "e1"]])
        #expect(try support("c1", engine).selfEvidence == "the only evidence for it is its own origin: nis")
        #expect(try support("c2", engine).selfEvidence == "nothing supports it but its own origin: nis")
        #expect(try support("c4", engine).selfEvidence == nil)
    }

    @Test(
        "records that corroborate each other are no circle, and a claim against a hypothesis has not the hypothesis against it"
    )
    func bothWays() throws {
        let engine = try TestEngine(setting: [
            #"add entity nis "NIS""#, #"add entity kyiv "Kyiv""#, #"add claim "One" speaker=nis"#,
            #"add claim "Two" speaker=kyiv"#, "link c1 corroborates c2", "add note h-1 type=hypothesis -- A guess",
            "link c1 contradicts h-1",
        ])
        let support = try support("c1", engine)
        #expect(support.circles.isEmpty && support.independent == 1...1 && support.selfEvidence == nil)
        #expect(try engine.run("show support c1").contains("against: nothing"))
        #expect(try engine.run("show support h-1").contains("against: 1 claim"))
    }

    @Test("a long chain of sources is followed to its end, and the tree is cut")
    func longChain() throws {
        var session = Session()
        for number in 1...3_000 {
            var source = Record(.source, Identifier(known: "s\(number)"))
            if number > 1 { source[.derived] = [.reference(Identifier(known: "s\(number - 1)"))] }
            session.apply(.put(source))
        }
        let engine = TestEngine(holding: session)
        try engine.run(#"add event e1 "Arrival" source=s3000"#)
        let text = try engine.run("show support e1")
        #expect(text.contains("1 independent origin: s1\n") && text.contains("(depth=N shows more)"))
    }

    @Test("for programs: lines with their origins, what is against, circles")
    func json() throws {
        let engine = try TestEngine(setting: Self.papers)
        #expect(
            try engine.json("show support e1").text
                == #"{"id": "e1", "for": [{"id": "s2", "by": "source", "origins": ["agency"]}, {"id": "s3", "by": "source", "origins": ["agency"]}, {"id": "s4", "by": "source", "origins": ["agency"]}], "against": [], "limits": [], "beside": [], "sources": ["s2", "s3", "s4"], "origins": {"least": 1, "most": 1, "ids": ["agency"], "own": []}, "shared": [{"origin": "agency", "behind": ["s2", "s3", "s4"]}], "circles": []}"#
        )
    }
}
