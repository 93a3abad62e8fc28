import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage

@Suite("TLP markings") struct MarkingTests {
    private func engine() throws(Diagnostic) -> TestEngine {
        try TestEngine(setting: [
            "add source s1 \"Open\" tlp=clear -- words", "add source s2 \"Closed\" tlp=red -- secret words",
            "add source s3 \"Derived\" derived=s2",
            "add event e1 \"Unmarked\"", "add event e2 \"Green\" tlp=green source=s1",
            "add event e3 \"From closed\" tlp=green source=s2",
            "add claim c1 \"Quote\" source=s2 quote=\"secret\"", "annotate s2 \"secret\" tlp=clear -- note",
            "add event e4 \"Strict\" tlp=amber+strict",
        ])
    }

    @Test("an unmarked record is as strict as what it names; a marked one keeps its label")
    func effective() throws {
        let session = try engine().session
        let markings = Markings(session)
        #expect(
            session.records.map { "\($0.id) \(markings[$0.id]?.description ?? "-")" } == [
                "s1 clear", "s2 red", "s3 red", "e1 -", "e2 green", "e3 green", "e4 amber+strict", "c1 red", "n1 clear",
            ])
        #expect(markings[Identifier(known: "zz")] == nil && markings[.session] == nil && markings.hasAny)
        #expect(!Markings(Session()).hasAny)
    }

    @Test(
        "an export up to a label holds back what is stricter",
        arguments: [
            ("clear", "e1,n1"), ("green", "s1,e1,e2,e3,n1"), ("amber", "s1,e1,e2,e3,n1"),
            ("amber+strict", "s1,e1,e2,e3,e4,n1"), ("red", "s1,s2,s3,e1,e2,e3,e4,c1,n1"),
        ])
    func export(limit: String, ids: String) throws {
        let csv = try engine().run("export csv tlp=\(limit)")
        let found = csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }.joined(separator: ",")
        #expect(found == ids)
    }

    @Test("the order is that of TLP 2.0, and a word that is no label counts as the strictest")
    func order() {
        #expect(Marking.allCases.map(\.description) == Vocabulary.trafficLight.words.map(\.text))
        #expect(Marking.amber < .amberStrict && Marking.amberStrict < .red && Marking(word: "purple") == .red)
    }

    @Test("a report says the highest marking of what it holds")
    func reports() throws {
        let engine = try engine()
        #expect(try engine.run("export markdown tlp=red").contains("\nTLP:RED\n"))
        #expect(try engine.run("export markdown tlp=green").contains("\nTLP:GREEN\n"))
        #expect(try engine.run("export json tlp=green").contains("\"tlp\": \"green\""))
        #expect(try engine.run("show session").contains("TLP"))
        #expect(engine.failure("export csv tlp=blue")?.code == .invalidValue)
    }

    @Test("a label that is missing or given twice is an error: nothing goes out by mistake")
    func noLabel() throws {
        let engine = try engine()
        for command in ["tlp=", "tlp=green tlp=red", "tlp+=green"] {
            #expect(engine.error("export json \(command)").hasPrefix("error: "), "\(command)")
        }
    }

    /// What is said beside an answer.
    private func notices(_ command: String, _ engine: TestEngine) throws -> [String] {
        var notices: [String] = []
        try engine.engine.run(SourceText(command)) { notices += $0.notices }
        return notices
    }

    @Test("what was held back is counted beside the export, and without a label the strictest one is told")
    func counts() throws {
        let engine = try engine()
        #expect(
            try notices("export json tlp=green", engine) == [
                "tlp=green: held back: 2 sources, 1 event, 1 claim; 2 records go out without what is above it"
            ])
        #expect(try notices("export json tlp=red to x.json", engine) == ["tlp=red: nothing held back"])
        let clear = try TestEngine(setting: ["add event e1 tlp=clear"])
        #expect(
            try notices("export dot events e1", clear) == [
                "the strictest label in it is clear; tlp=LABEL holds back what is above a label",
                "lost: tlp of 1 event (e1)",
            ])
        #expect(
            try notices("export dot events tlp<=green", clear) == [
                "tlp<=green selects records, and holds back nothing that they name; tlp=LABEL does",
                "lost: tlp of 1 event (e1)",
            ])
        #expect(try notices("export dot", TestEngine(setting: ["add event e1"])) == [])
        try engine.run("set session title=\"Raids\" tlp=amber")
        #expect(
            try notices("export csv session tlp=green", engine) == [
                "tlp=green: held back: the session's own title and fields, 2 sources, 2 events, 1 claim; 2 records go out without what is above it"
            ])
    }

    @Test(
        "what is marked above clear goes out under a label alone, in every format but the script",
        arguments: ExporterTable.names)
    func labelNeeded(format: String) throws {
        let engine = try TestEngine(setting: ["add event e1 2024 \"Raid\" tlp=green", "add event e2 2024 \"Talks\""])
        if format == "script" {
            #expect(try engine.run("export script").contains("Raid"))
            return
        }
        let definition = try #require(ExporterTable.exporter(named: format)?.definition)
        let target = [.folder: " to x/ --overwrite", .bytes: " to x.bin --overwrite"][definition.target] ?? ""
        #expect(throws: Diagnostic.self) { try engine.run("export \(format)\(target)") }
        #expect(throws: Diagnostic.self) { try engine.run("export \(format) events\(target)") }
        #expect(throws: Never.self) { try engine.run("export \(format) events tlp=green\(target)") }
        #expect(throws: Never.self) { try engine.run("export \(format) e2\(target)") }
        #expect(throws: Never.self) { try engine.run("export \(format) tlp=clear --dry-run") }
        if definition.takesTables {
            #expect(throws: Diagnostic.self) { try engine.run("export \(format) timeline\(target)") }
        }
    }

    @Test("a record inherits the label of what had not been said yet, and what is said beside names nothing held back")
    func asOf() throws {
        let engine = try TestEngine(setting: [
            "add source s1 published=2024-10 tlp=amber", "add event secret 2024-10-02 \"Raid\" tlp=red",
            "add event raid \"Raid\" source=s1 when=2024-10-05", "add event talks 2024-09-01 \"Talks\" tlp=green",
            "add source s2 published=2024-12 tlp=red", "add claim c1 \"Later\" source=s2 tlp=green",
            "add claim undated-secret tlp=red", "add claim c2 said=2024-10 tlp=green about=secret,raid,c1",
            "add note n1 -- About both.", "set n1 target=talks,c1,s2",
        ])
        #expect(
            try notices("export json as-of 2024-10-10 tlp=green", engine) == [
                "as of 2024-10-10: 1 of 3 records left out; only possibly said or published by then (?): c2",
                "tlp=green: held back: 2 sources, 2 events, 1 claim, 1 note; 1 record goes out without what is above it",
            ])
        let text = try engine.run("export json as-of 2024-10-10 tlp=green")
        #expect(!text.contains("secret") && !text.contains("raid") && !text.contains("c1") && !text.contains("n1"))
        #expect(try engine.run("export markdown notes as-of 2024-10-10 tlp=red").contains("TLP:RED"))
        #expect(
            !engine.error("export csv graph undated-secret as-of 2024-10-10 tlp=green").contains("was not known then")
        )
        #expect(engine.error("export csv graph c1 as-of 2024-10-10 tlp=green").contains("was not known then"))
        #expect(
            engine.error("export csv graph raid tlp=green").contains("'raid' is held back from exports up to green"))
        #expect(engine.error("export csv graph nobody tlp=green").contains("no record is named 'nobody'"))
    }

    @Test("a session in a file whose label is none is refused, rather than taken for unmarked")
    func unknownLabel() throws {
        for records in [#""events": [{"id": "e1", "tlp": "purple"}]"#, #""events": [{"id": "e1", "tlp": ["red"]}]"#] {
            let state = "{\"dossier\": {\"format\": 1}, \(records)}\n"
            #expect(throws: StorageError.self) {
                let engine = try TestEngine(opening: "/work/x.json", on: MemoryDisk(["/work/x.json": state]))
                #expect(try !engine.run("export json tlp=green").contains("e1"))
            }
        }
    }

    @Test("what was merged into a record goes out where it can be judged, and is no stricter")
    func mergedText() {
        func marking(_ text: String) -> String {
            MergedText(text, of: .entity).marking { $0.text == "uk" }?.description ?? "-"
        }
        #expect(marking("a name=\"A B\" alias=C #tag x.own=1 country=uk") == "-")
        #expect(marking("a tlp=amber country=uk") == "amber")
        for text in [
            "a country=uk country=agent", "a later=\"1\"", "a # name=x", "a name=\"x", "", "a -- words", "\"a\"", "a b",
            "a name=x\nb", "a country=", "a country+=uk",
        ] { #expect(marking(text) == "red", "\(text)") }
        #expect(MergedText("c1 quote=words", of: .claim).marking { _ in true } == .red)
    }

    @Test(
        "tlp= leaves no title of what is marked higher, in any format and view, not even where another record names it")
    func nothingLeaks() throws {
        let engine = try TestEngine(setting: [
            #"add event e1 2024-10 "Secret raid" tlp=red quantity=7"#,
            #"add event e2 2024-11 "Open meeting" tlp=green"#,
            #"add claim c1 "A denial" about=e1 tlp=green said=2024-11"#, "link e2 responds-to e1",
        ])
        for what in [
            "markdown", "json", "csv", "dot", "markdown events", "csv events", "markdown timeline", "csv quantities",
            "json session", "csv log", "markdown graph e2", "json timeline",
        ] {
            let text = try engine.run("export \(what) tlp=green")
            #expect(!text.contains("Secret"), "\(what)")
        }
        #expect(try engine.run("export markdown tlp=green").contains("Open meeting"))
        #expect(try engine.run("export markdown tlp=red").contains("Secret raid"))
    }
}
