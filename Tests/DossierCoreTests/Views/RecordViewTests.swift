import Testing

@testable import DossierCommands
@testable import DossierModel
@testable import DossierOutput

@Suite("one record shown") struct RecordViewTests {
    /// A session as another version, or a hand, may have left it.
    private func engine(_ lists: String) throws -> TestEngine {
        try TestEngine(
            opening: "/work/a.json", on: MemoryDisk(["/work/a.json": "{\"dossier\": {\"format\": 1}, \(lists)}"]))
    }

    private func markdown(_ id: String, _ engine: TestEngine) -> String {
        MarkdownText.text(of: RecordView(context: engine.context).answer(of: [Identifier(known: id)]))
    }

    @Test("a reference to what is missing says so, in every field and as an end of a link")
    func missing() throws {
        let engine = try engine(
            """
            "claims": [{"id": "c1", "title": "Said", "speaker": ["nobody"], "about": ["e9"]}],
            "links": [{"id": "l1", "from": "c1", "relation": "contradicts", "to": "c9"}]
            """)
        #expect(
            try engine.run("show c1") == """
                c1  claim  Said
                  speaker  nobody (missing)
                  about    e9 (missing)
                links
                  l1  contradicts  c9

                """)
        #expect(try engine.run("show l1").contains("c1 contradicts c9"))
        let report = try engine.run("export markdown")
        #expect(report.contains("- **nobody** says: Said; about: e9\n"), "\(report)")
        #expect(report.contains("- Said **contradicts** c9\n"), "\(report)")
        #expect(markdown("c1", engine).contains("- **speaker**: nobody (missing)\n"))
    }

    @Test("a quote of a source without text says that there is nothing to look in")
    func quoteWithoutText() throws {
        let engine = try TestEngine(setting: [
            "add source s1 \"Broadcast\"", #"add claim c1 "Said" source=s1 quote="word for word""#,
        ])
        let text = try engine.run("show c1")
        #expect(text.contains("“word for word”") && text.contains("s1 (it has no text to search)"), "\(text)")
    }

    @Test("fields that this version does not know are shown as the file holds them, controls visible")
    func unknown() throws {
        let engine = try engine(
            """
            "events": [{"id": "e1", "title": "A", "weather": {"rain": [1, null]}, "no*te": "a\\u001b[31m|b"}]
            """)
        let text = try engine.run("show e1")
        #expect(text.contains("  weather  {\"rain\": [1, null]}\n"), "\(text)")
        #expect(text.contains("  no*te    ") && !text.contains("\u{1B}"), "\(text)")
        let markdown = markdown("e1", engine)
        #expect(markdown.contains(#"- **weather**: \{\"rain\": \[1, null\]\}"# + "\n"), "\(markdown)")
        #expect(markdown.contains("- **no\\*te**: ") && markdown.contains("\\|b"), "\(markdown)")
        #expect(try engine.json("show e1").object?["weather"]?.object?["rain"]?.array?.count == 2)
    }

    @Test("likelihood, grade, reliability and coordinates are shown with what they mean")
    func readings() throws {
        let engine = try TestEngine(setting: [
            #"add claim c1 "Said" likelihood="Very Likely" grade=B2"#, "add claim c2 \"Said\" likelihood=12.5%",
            "add claim c3 \"Said\" likelihood=55..80%", "add source s1 \"Blog\" reliability=F",
            #"add entity port "Port" coordinates="-43.10, 131.89""#,
        ])
        func line(_ id: String, _ field: String) throws -> String? {
            try engine.run("show \(id)").split(separator: "\n").first { $0.hasPrefix("  \(field) ") }
                .map { $0.dropFirst(field.count + 2).drop { $0 == " " } }.map(String.init)
        }
        #expect(try line("c1", "likelihood") == "very likely (80–95%)")
        #expect(try line("c1", "grade") == "B2 (usually reliable, probably true)")
        #expect(try line("c2", "likelihood") == "12.5%")
        #expect(try line("c3", "likelihood") == "55..80%")
        #expect(try line("s1", "reliability") == "F (reliability cannot be judged)")
        #expect(try line("port", "coordinates") == "-43.10,131.89")
        #expect(markdown("port", engine).contains("- **coordinates**: \\-43.10,131.89\n"))
    }

    @Test("what names a record is grouped by kind, with the fields that name it; a link is seen from its end")
    func groups() throws {
        let engine = try TestEngine(setting: [
            #"add entity nis "NIS""#, #"add event e1 "Arrival" actor=nis target=nis"#, #"add event e2 "Protest""#,
            #"add claim c1 "1,500" about=e1 speaker=nis"#, "link e2 responds-to e1 strength=strong -- why",
        ])
        #expect(
            try engine.run("show e1") == """
                e1  event  Arrival
                  actor   nis (NIS)
                  target  nis (NIS)
                links
                  l1  answered-by  e2  Protest  (strong)  — why
                claims
                  c1  claim  1,500  (about)  NIS

                """)
        #expect(try engine.run("show nis").contains("  e1  event  Arrival  (actor, target)\n"))
        #expect(try engine.json("show e1").object?["referrers"]?.array?.count == 2)
    }

    @Test("several records stand one after the other, and programs get a list")
    func several() throws {
        let engine = try TestEngine(setting: ["add note \"a\"", "add note \"b\""])
        #expect(try engine.run("show n1,n2").contains("\n\nn2  note  b\n"))
        #expect(try engine.json("show n1,n2").array?.count == 2)
    }
}
