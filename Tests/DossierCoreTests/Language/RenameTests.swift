import TestSupport
import Testing

@testable import DossierModel

@Suite("set REFERENCE id=NEW") struct RenameTests {
    private static let setting = [
        #"add source s1 "Article" -- He said that "about 1,500 are there"."#, #"add event e1 2024-10-08 "Arrival""#,
        #"add event e2 2024-10-13 "More""#, #"add event e3 2024-10-20 "Most""#,
        #"add claim c1 about=e2 source=s1 quote="about 1,500 are there""#, "link e1 precedes e2",
        "annotate e2,l1 -- Why?",
    ]

    @Test("gives a record another id in its place, and all that names it names it so")
    func everywhere() throws {
        let notebook = try TestNotebook(setting: Self.setting)
        #expect(
            try notebook.run("set e2 id=more title=Others") == """
                renamed e2 to more  event  2024-10-13  Others
                  named by 1 claim (c1); 1 note (n1); 1 link (l1)

                """)
        #expect(notebook.session.records(of: .event).map(\.id.text) == ["e1", "more", "e3"])
        #expect(!notebook.state.contains("\"e2\""))
        #expect(try notebook.run("check references quotes") == "nothing found: references, quotes\n")
        try notebook.run("set s1 id=article\nset l1 id=order\nset n1 id=why\nset c1 id=figure")
        #expect(try notebook.run("check references quotes") == "nothing found: references, quotes\n")
        #expect(try notebook.run("show text article").contains("about 1,500"))
        #expect(try notebook.run("show _").contains("figure"), "what _ means is the renamed record")
    }

    @Test("is taken back and again, and the log alone tells it")
    func undone() throws {
        let disk = MemoryDisk()
        let notebook = try TestNotebook(opening: "/work/a.json", on: disk)
        for command in Self.setting { try notebook.run(command) }
        let before = notebook.state
        try notebook.run("set e2 id=more")
        let after = notebook.state
        try notebook.run("undo")
        #expect(notebook.state == before)
        try notebook.run("redo")
        #expect(notebook.state == after)
        #expect(TestNotebookAlone.state(disk) == after)
        try notebook.run("undo\nadd event more 2024 \"The id is free again\"")
        #expect(try notebook.run("show e2").contains("More"))
        try notebook.run("set e3 id=last\nsave\nadd event e9 2024 \"x\"\nset e9 id=nine\nundo 3")
        #expect(try notebook.run("show e3").contains("Most"))
        #expect(try notebook.run("show events at 8 with title").contains("more"))
    }

    @Test("does not give the old id again, nor takes one that is taken, of another kind, or none")
    func refused() throws {
        let notebook = try TestNotebook(setting: Self.setting)
        try notebook.run("set e2 id=more")
        #expect(notebook.error("add event e2 2024 \"x\"").contains("belonged to a record that was dropped"))
        for wrong in ["set e1 id=more", "set e1 id=s1", "set e1 id=c7", "set e1 id=\"two words\"", "set e1 id+=x"] {
            #expect(notebook.error(wrong).hasPrefix("error: "), "\(wrong)")
        }
        #expect(notebook.session.nextIdentifier(.event).text == "e4")
    }

    @Test(
        "any record can be renamed; undo gives the bytes before, redo those after, also in a saved session",
        arguments: Seeds.few)
    func random(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let disk = MemoryDisk()
        let notebook = try TestNotebook(opening: "/work/a.json", on: disk)
        var filled = FilledNotebook(seed: seed, notebook)
        try filled.fill(40) { _ in }
        if random.oneIn(2) { try notebook.run("save") }
        for number in 1...10 {
            let ids = notebook.session.records.map(\.id.text)
            guard let id = ids.randomElement(using: &random) else { continue }
            let before = notebook.state
            try notebook.run("set \(id) id=renamed-\(number)")
            let after = notebook.state
            try notebook.run("undo")
            #expect(notebook.state == before, "seed \(seed), \(id)")
            try notebook.run("redo")
            #expect(notebook.state == after, "seed \(seed), \(id)")
            #expect(try !notebook.run("check references quotes").contains("error:"), "seed \(seed), \(id)")
        }
        #expect(TestNotebookAlone.state(disk) == notebook.state, "seed \(seed)")
    }

    /// The session that the log makes without the state.
    private enum TestNotebookAlone {
        static func state(_ disk: MemoryDisk) -> String? {
            let copy = disk.unlocked
            copy["/work/a.json"] = nil
            return try? TestNotebook(opening: "/work/a.json", on: copy).state
        }
    }
}
