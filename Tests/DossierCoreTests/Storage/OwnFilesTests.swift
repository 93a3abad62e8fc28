import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite("files of the open session that another program changes") struct OwnFilesTests {
    private static let (path, log) = ("/work/a.json", "/work/a.log")

    /// A session that is open, with a saved and an unsaved note.
    private func open() throws -> TestEngine {
        let engine = try TestEngine(opening: Self.path, on: MemoryDisk())
        try engine.run("add note \"first\"\nsave\nadd note \"second\"")
        return engine
    }

    /// What another program does to the log.
    enum Harm: String, CaseIterable {
        case replaced = "put another file in its place"
        case removed = "removed it"
        case longer = "added to it"
        case cut = "truncated it"

        func strike(_ path: String, on disk: MemoryDisk) {
            let bytes = disk[path] ?? []
            switch self {
            case .replaced:
                disk[path] = nil
                disk[path] = bytes
            case .removed: disk[path] = nil
            case .longer: disk[path] = bytes + Array("x\n".utf8)
            case .cut: disk[path] = bytes.dropLast(30)
            }
        }
    }

    @Test(
        "a change of the log is told before the next command is answered, which then did nothing",
        arguments: Harm.allCases)
    func log(harm: Harm) throws {
        let engine = try open()
        let state = engine.state
        harm.strike(Self.log, on: engine.disk)
        let (before, saved) = (engine.disk[Self.log], engine.disk[Self.path])
        for command in ["add note \"third\"", "undo", "save", "drop n1"] {
            let error = engine.error(command)
            #expect(
                error.hasPrefix(
                    "error: '/work/a.log' was changed outside the program: another program has \(harm.rawValue)"),
                "\(error)")
            #expect(error.contains("'open' reads the session again; 'save PATH' saves this one under another name"))
        }
        #expect(engine.disk[Self.log] == before && engine.disk[Self.path] == saved)
        #expect(engine.state == state)
    }

    @Test(
        "what only this process held is kept beside the files when it leaves or opens the session again",
        arguments: Harm.allCases)
    func kept(harm: Harm) throws {
        for opens in [false, true] {
            let engine = try open()
            let state = engine.state
            harm.strike(Self.log, on: engine.disk)
            if opens {
                _ = engine.error("open")
            } else {
                let error = #expect(throws: StorageError.self) { try engine.engine.close() }
                #expect(error?.exit == .badData)
            }
            let isWhole = harm == .longer || harm == .replaced
            let kept = engine.disk.unlocked
            #expect((kept["/work/a.kept.json"] == nil) == isWhole, "\(harm.rawValue)")
            if !isWhole {
                #expect(try TestEngine(opening: "/work/a.kept.json", on: kept).state == state, "\(harm.rawValue)")
            }
        }
    }

    @Test(
        "'save PATH' goes on in another file, with the whole log where that can still be read",
        arguments: Harm.allCases)
    func savedElsewhere(harm: Harm) throws {
        let engine = try open()
        harm.strike(Self.log, on: engine.disk)
        try engine.run("save b2.json\nadd note \"third\"")
        #expect(engine.session.count == 3)
        let again = try TestEngine(opening: "/work/b2.json", on: engine.disk.unlocked)
        #expect(again.state == engine.state)
        if harm == .removed { #expect(try again.run("undo 3").contains("undone: add note \"first\"")) }
    }

    @Test("a state that was edited is not written over, by a save, by leaving, or by itself")
    func editedState() throws {
        let engine = try open()
        let edited = Array((engine.disk.text(Self.path) ?? "").replacing("first", with: "edited by hand").utf8)
        engine.disk[Self.path] = edited
        #expect(
            engine.error("save").hasPrefix(
                "error: '/work/a.json' was changed outside the program: it is not the file that was last read or saved\n"
            ))
        #expect(engine.disk[Self.path] == edited)
        try engine.run("add note \"third\"")
        #expect(engine.engine.saveByItself() == nil, "it is not yet due")
        let refused = engine.error("open")
        #expect(
            refused.contains(
                "was changed outside the program: compared with its log, 0 records were added, 2 removed, 1 changed"))
        #expect(refused.contains("trust=state"))
        #expect(try engine.run("show notes").contains("third"), "the session goes on")
        let error = #expect(throws: StorageError.self) { try engine.engine.close() }
        #expect(error?.notes == ["every command of this session is in its log"])
        #expect(engine.disk[Self.path] == edited && engine.disk["/work/a.kept.json"] == nil)
        let again = try TestEngine(opening: Self.path, on: engine.disk.unlocked, trust: .log)
        #expect(again.session.count == 3)
    }

    @Test("'open trust=state' takes the edited file into the open session, 'trust=log' leaves it")
    func openAgain() throws {
        for (trust, count) in [("state", 1), ("log", 2)] {
            let engine = try open()
            let edited = (engine.disk.text(Self.path) ?? "").replacing("first", with: "edited by hand")
            engine.disk[Self.path] = Array(edited.utf8)
            try engine.run("open trust=\(trust)")
            #expect(engine.session.count == count, "\(trust)")
            #expect(try engine.run("show notes").contains("edited by hand") == (trust == "state"))
            try engine.run("undo\nsave")
            #expect((engine.disk["/work/a.outside.json"] == nil) == (trust == "state"))
        }
        #expect(try TestEngine().error("open a.json trust=me").contains("one of state, log"))
        #expect(try TestEngine().error("open a.json tlp=red").contains("trust=state or trust=log"))
    }

    @Test(
        "a state that was touched, or written anew with the same bytes, is the same; one that is gone is written again")
    func harmless() throws {
        let engine = try open()
        let bytes = engine.disk[Self.path]
        engine.disk[Self.path] = nil
        engine.disk[Self.path] = bytes
        try engine.run("save\nadd note \"third\"")
        engine.disk[Self.path] = nil
        var notices: [String] = []
        try engine.engine.run(SourceText("save")) { notices += $0.notices }
        #expect(notices == ["'/work/a.json' was missing; it has been written again"])
        #expect(engine.disk.text(Self.path) == engine.state)
    }

    @Test("a file that comes where a new session had none is not written over")
    func newFile() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        try engine.run("add note \"a\"")
        disk[Self.path] = Array("theirs".utf8)
        #expect(engine.error("save").contains("'/work/a.json' was changed outside the program"))
        #expect(disk.text(Self.path) == "theirs")
    }

    @Test("a script that is replayed while the log is changed leaves nothing, and says why")
    func replayed() throws {
        let engine = try open()
        engine.disk["/work/x.dossier"] = Array("add note \"a\"\nadd note \"b\"\n".utf8)
        engine.disk[Self.log] = (engine.disk[Self.log] ?? []) + Array("x\n".utf8)
        #expect(engine.error("replay x.dossier").contains("'/work/a.log' was changed outside the program"))
        #expect(engine.session.count == 2)
    }
}
