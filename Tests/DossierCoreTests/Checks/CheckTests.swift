import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

@Suite("checks") struct CheckTests {
    private func opened(_ records: String) throws -> TestEngine {
        let disk = MemoryDisk(["/work/x.json": "{\"dossier\": {\"format\": 1}, \(records)}\n"])
        return try TestEngine(opening: "/work/x.json", on: disk)
    }

    @Test("what another names must be there, and be of the right kind")
    func references() throws {
        let engine = try opened(
            """
            "events": [{"id": "e1", "title": "A", "actor": ["nobody", "e2"]}, {"id": "e2", "title": "B"}],
            "links": [{"id": "l1", "from": "e1", "relation": "funds", "to": "e2"}, {"id": "l2", "from": "e1", "relation": "causes"}, {"id": "l3", "from": "e1", "relation": "leads", "to": "e2"}]
            """)
        #expect(
            try engine.run("check references") == """
                error: e1  actor names nobody, which does not exist  (references)
                error: e1  actor names e2, which is an event  (references)
                error: l1  the relation 'funds' is not known  (references)
                error: l2  it does not have two ends  (references)
                error: l3  'leads' does not join an event to an event  (references)
                5 errors

                """)
    }

    @Test("a circle of reports is told once, by the field or the relation, and its way round")
    func circles() throws {
        let engine = try TestEngine(setting: [
            #"add source s1 "Agency""#, #"add source s2 "Paper" derived=s1"#, #"add source s3 "Herald" derived=s2,s1"#,
        ])
        #expect(try engine.run("check circles") == "nothing found: circles\n")
        try engine.run("link s1 derived-from s3\nadd source s4 \"Echo\" derived=s3\nset s4 derived+=s4")
        #expect(
            try engine.run("check circles") == """
                error: s1  it draws on itself: s1 → s3 → s1  (circles)
                error: s4  it draws on itself: s4 → s4  (circles)
                2 errors

                """)
    }

    @Test("claims that draw on each other are a circle as well")
    func circlesOfClaims() throws {
        let engine = try TestEngine(setting: [
            "add claim c1 \"A\"", "add claim c2 \"B\"", "link c1 quotes c2", "link c2 derived-from c1",
        ])
        #expect(
            try engine.run("check circles") == "error: c1  it draws on itself: c1 → c2 → c1  (circles)\n1 error\n")
    }

    @Test("a quote must stand in the text of its source, where it was found")
    func quotes() throws {
        let digest = Digest.of("some words of ours")
        func claim(_ id: String, _ quote: String) -> String { "{\"id\": \"\(id)\", \"quote\": {\(quote)}}" }
        let engine = try opened(
            """
            "sources": [{"id": "s1", "text": "some words of ours", "sha256": "\(digest)"}, {"id": "s2"}],
            "claims": [
            \(claim("c1", "\"exact\": \"words\", \"start\": 5, \"end\": 10, \"source\": \"s1\"")), \(claim("c2", "\"exact\": \"words\", \"start\": 0, \"end\": 5, \"source\": \"s1\"")),
            \(claim("c3", "\"exact\": \"gone\", \"start\": 90, \"end\": 94, \"source\": \"s1\"")), \(claim("c4", "\"exact\": \"words\", \"source\": \"s9\"")),
            \(claim("c5", "\"exact\": \"words\", \"start\": 0, \"end\": 5, \"source\": \"s2\"")), \(claim("c6", "\"exact\": \"any\", \"source\": \"s2\"")),
            \(claim("c7", "\"exact\": \"ours\", \"source\": \"s1\"")), \(claim("c8", "\"exact\": \"theirs\", \"source\": \"s1\""))]
            """)
        #expect(
            try engine.run("check quotes") == """
                error: c2  its quote is no longer at its position in s1; the words are now at 5  (quotes)
                error: c3  its quote is no longer at its position in s1  (quotes)
                error: c4  it quotes s9, which does not exist  (quotes)
                error: c5  it quotes s2, which no longer has a text  (quotes)
                error: c8  its quote is no longer at its position in s1  (quotes)
                5 errors

                """)
    }

    @Test("the text of a source must be the one that was read")
    func digests() throws {
        let engine = try opened(
            "\"sources\": [{\"id\": \"s1\", \"text\": \"changed\", \"sha256\": \"\(Digest.of("read"))\"}, {\"id\": \"s2\"}]"
        )
        #expect(
            try engine.run("check digests")
                == "error: s1  its text mentions changed since it was read: the SHA-256 differs  (digests)\n1 error\n"
        )
        #expect(try engine.json("check digests").text.contains("the SHA-256 differs"))
    }

    @Test("a check that finds errors is bad news for a program, and _ is what it found")
    func failed() throws {
        let engine = try opened("\"events\": [{\"id\": \"e1\", \"actor\": [\"nobody\"]}]")
        var failed = false
        try engine.engine.run(SourceText("check")) { failed = $0.failed }
        #expect(failed)
        #expect(try engine.run("set _ actor=") == "e1  actor: nobody → (empty)\n")
        try engine.engine.run(SourceText("check")) { failed = $0.failed }
        #expect(!failed)
    }
}
