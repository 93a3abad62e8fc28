import Testing

@testable import DossierCore

@Suite("TLP markings") struct MarkingTests {
    private func notebook() throws(Diagnostic) -> TestNotebook {
        try TestNotebook(setting: [
            "add source s1 \"Open\" tlp=clear -- words", "add source s2 \"Closed\" tlp=red -- secret words",
            "add source s3 \"Derived\" derived=s2",
            "add event e1 \"Unmarked\"", "add event e2 \"Green\" tlp=green source=s1",
            "add event e3 \"From closed\" tlp=green source=s2",
            "add claim c1 \"Quote\" source=s2 quote=\"secret\"", "annotate s2 \"secret\" tlp=clear -- note",
            "add event e4 \"Strict\" tlp=amber+strict",
        ])
    }

    @Test("a record is marked as itself or as the highest that it draws on")
    func highest() throws {
        let session = try notebook().session
        let markings = session.records.map { "\($0.id) \(Marking.of($0, in: session) ?? "-")" }
        #expect(
            markings == [
                "s1 clear", "s2 red", "s3 red", "e1 -", "e2 green", "e3 red", "e4 amber+strict", "c1 red", "n1 red",
            ])
        #expect(Marking.highest(of: [Identifier(known: "e1"), Identifier(known: "e2")], in: session) == "green")
        #expect(Marking.highest(of: [Identifier(known: "e1"), Identifier(known: "zz")], in: session) == nil)
    }

    @Test(
        "an export up to a marking leaves out what is higher, or draws on it",
        arguments: [
            ("clear", "s1,e1"), ("green", "s1,e1,e2"), ("amber", "s1,e1,e2"), ("amber+strict", "s1,e1,e2,e4"),
            ("red", "s1,s2,s3,e1,e2,e3,e4,c1,n1"),
        ])
    func export(limit: String, ids: String) throws {
        let csv = try notebook().run("export csv tlp=\(limit)")
        let found = csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }.joined(separator: ",")
        #expect(found == ids)
    }

    @Test("no marking is at most every one, and the order is that of TLP 2.0")
    func order() {
        #expect(Marking.isAtMost(nil, "clear"))
        #expect(
            Marking.isAtMost("amber", "amber+strict") && !Marking.isAtMost("red", "amber+strict")
                && !Marking.isAtMost("amber+strict", "amber"))
    }

    @Test("a report says the highest marking of what it holds")
    func reports() throws {
        let notebook = try notebook()
        #expect(try notebook.run("export markdown").contains("\nTLP:RED\n"))
        #expect(try notebook.run("export markdown tlp=green").contains("\nTLP:GREEN\n"))
        #expect(try notebook.run("export json tlp=green").contains("\"tlp\": \"green\""))
        #expect(try notebook.run("show session").contains("TLP"))
        #expect(notebook.failure("export csv tlp=blue")?.rule == .invalidValue)
    }

    @Test(
        "tlp= leaves no title of what is marked higher, in any format and view, not even where another record names it")
    func nothingLeaks() throws {
        let notebook = try TestNotebook(setting: [
            #"add event e1 2024-10 "Secret raid" tlp=red quantity=7"#,
            #"add event e2 2024-11 "Open meeting" tlp=green"#,
            #"add claim c1 "A denial" about=e1 tlp=green said=2024-11"#, "link e2 responds-to e1",
        ])
        for what in [
            "markdown", "json", "csv", "dot", "markdown events", "csv events", "markdown timeline", "csv quantities",
            "json session", "csv log", "markdown graph e2", "json timeline",
        ] {
            let text = try notebook.run("export \(what) tlp=green")
            #expect(!text.contains("Secret"), "\(what)")
        }
        #expect(try notebook.run("export markdown tlp=green").contains("Open meeting"))
        #expect(try notebook.run("export markdown tlp=red").contains("Secret raid"))
    }
}
