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
        let engine = try TestEngine(setting: Self.setting)
        #expect(
            try engine.run("set e2 id=more title=Others") == """
                renamed e2 to more  event  2024-10-13  Others
                  named by 1 claim (c1); 1 note (n1); 1 link (l1)

                """)
        #expect(engine.session.records(of: .event).map(\.id.text) == ["e1", "more", "e3"])
        #expect(!engine.state.contains("\"e2\""))
        #expect(try engine.run("check references quotes") == "nothing found: references, quotes\n")
        try engine.run("set s1 id=article\nset l1 id=order\nset n1 id=why\nset c1 id=figure")
        #expect(try engine.run("check references quotes") == "nothing found: references, quotes\n")
        #expect(try engine.run("show text article").contains("about 1,500"))
        #expect(try engine.run("show _").contains("figure"), "what _ means is the renamed record")
    }

    @Test("is taken back and again, and the log alone tells it")
    func undone() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        for command in Self.setting { try engine.run(command) }
        let before = engine.state
        try engine.run("set e2 id=more")
        let after = engine.state
        try engine.run("undo")
        #expect(engine.state == before)
        try engine.run("redo")
        #expect(engine.state == after)
        #expect(TestNotebookAlone.state(disk) == after)
        try engine.run("undo\nadd event more 2024 \"The id is free again\"")
        #expect(try engine.run("show e2").contains("More"))
        try engine.run("set e3 id=last\nsave\nadd event e9 2024 \"x\"\nset e9 id=nine\nundo 3")
        #expect(try engine.run("show e3").contains("Most"))
        #expect(try engine.run("show events at 8 with title").contains("more"))
    }

    @Test("does not give the old id again, nor takes one that is taken, of another kind, or none")
    func refused() throws {
        let engine = try TestEngine(setting: Self.setting)
        try engine.run("set e2 id=more")
        #expect(engine.error("add event e2 2024 \"x\"").contains("belonged to a record that was dropped"))
        for wrong in ["set e1 id=more", "set e1 id=s1", "set e1 id=c7", "set e1 id=\"two words\"", "set e1 id+=x"] {
            #expect(engine.error(wrong).hasPrefix("error: "), "\(wrong)")
        }
        #expect(engine.session.nextIdentifier(.event).text == "e4")
    }

    @Test(
        "any record can be renamed; undo gives the bytes before, redo those after, also in a saved session",
        arguments: Seeds.few)
    func random(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        var filled = FilledNotebook(seed: seed, engine)
        try filled.fill(40) { _ in }
        if random.oneIn(2) { try engine.run("save") }
        for number in 1...10 {
            let ids = engine.session.records.map(\.id.text)
            guard let id = ids.randomElement(using: &random) else { continue }
            let before = engine.state
            try engine.run("set \(id) id=renamed-\(number)")
            let after = engine.state
            try engine.run("undo")
            #expect(engine.state == before, "seed \(seed), \(id)")
            try engine.run("redo")
            #expect(engine.state == after, "seed \(seed), \(id)")
            #expect(try !engine.run("check references quotes").contains("error:"), "seed \(seed), \(id)")
        }
        #expect(TestNotebookAlone.state(disk) == engine.state, "seed \(seed)")
    }

    /// The session that the log makes without the state.
    private enum TestNotebookAlone {
        static func state(_ disk: MemoryDisk) -> String? {
            let copy = disk.unlocked
            copy["/work/a.json"] = nil
            return try? TestEngine(opening: "/work/a.json", on: copy).state
        }
    }
}
