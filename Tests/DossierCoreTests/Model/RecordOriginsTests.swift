import Testing

@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

@Suite("the origin of a record") struct RecordOriginsTests {
    private func entries(_ engine: TestEngine) throws -> [LogEntry] {
        try engine.engine.journal.whole().lines.map { try $0.entry() }
    }

    private func origin(_ id: String, _ engine: TestEngine) throws -> Int? {
        RecordOrigins(try entries(engine))[Identifier(known: id)]
    }

    @Test(
        "it is the entry that first put the record after its id was free",
        arguments: [
            ("it was made once", ["add event e1 \"a\"", "set e1 status=disputed"], 1),
            ("another took the id after an undo", ["add event \"a\"", "undo", "add note \"n\"", "add event \"b\""], 4),
            ("it was undone and redone", ["add event \"a\"", "undo", "redo", "set e1 status=disputed"], 1),
            (
                "the second of its id was undone and redone",
                ["add event \"a\"", "undo", "add event \"b\"", "undo", "redo"], 3
            ),
            ("it was dropped and brought back", ["add event \"a\"", "drop e1", "undo"], 1),
            ("it was dropped", ["add event \"a\"", "drop e1"], 1),
            ("it was undone", ["add event \"a\"", "undo"], nil),
            (
                "several steps were undone, and one redone",
                ["add note \"n\"", "add event \"a\"", "undo 2", "redo", "add event \"b\""], 5
            ),
            ("several steps were undone and redone", ["add note \"n\"", "add event \"a\"", "undo 2", "redo 2"], 2),
        ] as [(String, [String], Int?)])
    func origins(what: String, commands: [String], entry: Int?) throws {
        #expect(try origin("e1", TestEngine(setting: commands)) == entry, "\(what)")
    }

    @Test("a merged record that was brought back has the origin that it had")
    func merged() throws {
        let engine = try TestEngine(setting: [
            "add entity nis \"NIS\"", "add entity spies \"The spies\"", "merge spies into nis", "add note \"n\"",
            "merge --undo spies", "undo 3", "redo 3",
        ])
        #expect(try origin("spies", engine) == 2)
    }

    @Test("what a script made and undid itself has no origin")
    func script() throws {
        let engine = try TestEngine(files: [
            "inner.dossier": "add event \"x\"\nadd event \"y\"\n",
            "a.dossier": "add event \"a\"\nreplay inner.dossier\nundo\nadd event \"b\"\nundo\nredo\n",
        ])
        try engine.replay("a.dossier")
        // begin, a, x, y, undo, b, undo, redo, end
        #expect(try origin("e1", engine) == 2 && origin("e2", engine) == 6 && origin("e3", engine) == nil)
        try engine.run("undo")
        #expect(try origin("e1", engine) == nil)
        try engine.run("redo")
        #expect(try origin("e1", engine) == 2 && origin("e2", engine) == 6)
    }

    @Test("in two copies the hash of its origin tells whether a record is the same")
    func copies() throws {
        let disk = MemoryDisk()
        let first = try TestEngine(opening: "/work/a.json", on: disk)
        try first.run("add event \"Shared\"\nsave")
        let second = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
        try first.run("add event \"Mine\"\nset e1 status=disputed")
        try second.run("undo\nredo\nadd event \"Theirs\"")
        func hash(of id: String, in engine: TestEngine) throws -> String? {
            let number = try origin(id, engine)
            return try engine.engine.journal.whole().lines.first { $0.number == number }?.hash
        }
        #expect(try hash(of: "e1", in: first) == hash(of: "e1", in: second))
        #expect(try hash(of: "e2", in: first) != hash(of: "e2", in: second))
    }

    @Test("records that were folded come from the base, unless the entries before it were kept and are read too")
    func folded() throws {
        let disk = MemoryDisk()
        var engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add event \"a\"\nadd note \"n\"\nundo")
        let before = try entries(engine)
        _ = try engine.engine.compact(keepsArchive: true)
        engine = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
        try engine.run("add note \"m\"")
        let after = try entries(engine)
        let (e1, n1) = (Identifier(known: "e1"), Identifier(known: "n1"))
        let base = try #require(after.first?.number)
        #expect(RecordOrigins(after)[e1] == base && RecordOrigins(after)[n1] == base + 2)
        #expect(RecordOrigins(before + after)[e1] == 1)
    }
}

@Suite("commands in effect") struct EffectiveCommandsTests {
    @Test("they are those that make the session, in their order", arguments: Seeds.few)
    func make(seed: UInt64) throws {
        var filled = FilledNotebook(seed: seed, try TestEngine())
        try filled.fill(80)
        let entries = try filled.engine.engine.journal.whole().lines.map { try $0.entry() }
        var session = Session()
        for change in EffectiveCommands(entries).entries.flatMap(\.changes) { session.apply(change) }
        #expect(SessionFile.bytes(of: session) == SessionFile.bytes(of: filled.engine.session), "seed \(seed)")
        #expect(session.given == filled.engine.session.given, "seed \(seed)")
    }
}
