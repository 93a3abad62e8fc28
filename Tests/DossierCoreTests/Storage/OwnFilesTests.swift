import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite("files of the open session that another program changes") struct OwnFilesTests {
    private static let (path, log) = ("/work/a.json", "/work/a.log")

    /// A session that is open, with a saved and an unsaved note.
    private func open() throws -> TestNotebook {
        let notebook = try TestNotebook(opening: Self.path, on: MemoryDisk())
        try notebook.run("add note \"first\"\nsave\nadd note \"second\"")
        return notebook
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
        let notebook = try open()
        let state = notebook.state
        harm.strike(Self.log, on: notebook.disk)
        let (before, saved) = (notebook.disk[Self.log], notebook.disk[Self.path])
        for command in ["add note \"third\"", "undo", "save", "drop n1"] {
            let error = notebook.error(command)
            #expect(
                error.hasPrefix(
                    "error: '/work/a.log' was changed outside the program: another program has \(harm.rawValue)"),
                "\(error)")
            #expect(error.contains("'open' reads the session again; 'save PATH' saves this one under another name"))
        }
        #expect(notebook.disk[Self.log] == before && notebook.disk[Self.path] == saved)
        #expect(notebook.state == state)
    }

    @Test(
        "what only this process held is kept beside the files when it leaves or opens the session again",
        arguments: Harm.allCases)
    func kept(harm: Harm) throws {
        for opens in [false, true] {
            let notebook = try open()
            let state = notebook.state
            harm.strike(Self.log, on: notebook.disk)
            if opens {
                _ = notebook.error("open")
            } else {
                let error = #expect(throws: StorageError.self) { try notebook.notebook.close() }
                #expect(error?.exit == .badData)
            }
            let isWhole = harm == .longer || harm == .replaced
            let kept = notebook.disk.unlocked
            #expect((kept["/work/a.kept.json"] == nil) == isWhole, "\(harm.rawValue)")
            if !isWhole {
                #expect(try TestNotebook(opening: "/work/a.kept.json", on: kept).state == state, "\(harm.rawValue)")
            }
        }
    }

    @Test(
        "'save PATH' goes on in another file, with the whole log where that can still be read",
        arguments: Harm.allCases)
    func savedElsewhere(harm: Harm) throws {
        let notebook = try open()
        harm.strike(Self.log, on: notebook.disk)
        try notebook.run("save b2.json\nadd note \"third\"")
        #expect(notebook.session.count == 3)
        let again = try TestNotebook(opening: "/work/b2.json", on: notebook.disk.unlocked)
        #expect(again.state == notebook.state)
        if harm == .removed { #expect(try again.run("undo 3").contains("undone: add note \"first\"")) }
    }

    @Test("a state that was edited is not written over, by a save, by leaving, or by itself")
    func editedState() throws {
        let notebook = try open()
        let edited = Array((notebook.disk.text(Self.path) ?? "").replacing("first", with: "edited by hand").utf8)
        notebook.disk[Self.path] = edited
        #expect(
            notebook.error("save").hasPrefix(
                "error: '/work/a.json' was changed outside the program: it is not the file that was last read or saved\n"
            ))
        #expect(notebook.disk[Self.path] == edited)
        try notebook.run("add note \"third\"")
        #expect(notebook.notebook.saveByItself() == nil, "it is not yet due")
        let refused = notebook.error("open")
        #expect(
            refused.contains(
                "was changed outside the program: compared with its log, 0 records were added, 2 removed, 1 changed"))
        #expect(refused.contains("trust=state"))
        #expect(try notebook.run("show notes").contains("third"), "the session goes on")
        let error = #expect(throws: StorageError.self) { try notebook.notebook.close() }
        #expect(error?.notes == ["every command of this session is in its log"])
        #expect(notebook.disk[Self.path] == edited && notebook.disk["/work/a.kept.json"] == nil)
        let again = try TestNotebook(opening: Self.path, on: notebook.disk.unlocked, trust: .log)
        #expect(again.session.count == 3)
    }

    @Test("'open trust=state' takes the edited file into the open session, 'trust=log' leaves it")
    func openAgain() throws {
        for (trust, count) in [("state", 1), ("log", 2)] {
            let notebook = try open()
            let edited = (notebook.disk.text(Self.path) ?? "").replacing("first", with: "edited by hand")
            notebook.disk[Self.path] = Array(edited.utf8)
            try notebook.run("open trust=\(trust)")
            #expect(notebook.session.count == count, "\(trust)")
            #expect(try notebook.run("show notes").contains("edited by hand") == (trust == "state"))
            try notebook.run("undo\nsave")
            #expect((notebook.disk["/work/a.outside.json"] == nil) == (trust == "state"))
        }
        #expect(try TestNotebook().error("open a.json trust=me").contains("one of state, log"))
        #expect(try TestNotebook().error("open a.json tlp=red").contains("trust=state or trust=log"))
    }

    @Test(
        "a state that was touched, or written anew with the same bytes, is the same; one that is gone is written again")
    func harmless() throws {
        let notebook = try open()
        let bytes = notebook.disk[Self.path]
        notebook.disk[Self.path] = nil
        notebook.disk[Self.path] = bytes
        try notebook.run("save\nadd note \"third\"")
        notebook.disk[Self.path] = nil
        var notices: [String] = []
        try notebook.notebook.run(SourceText("save")) { notices += $0.notices }
        #expect(notices == ["'/work/a.json' was missing; it has been written again"])
        #expect(notebook.disk.text(Self.path) == notebook.state)
    }

    @Test("a file that comes where a new session had none is not written over")
    func newFile() throws {
        let disk = MemoryDisk()
        let notebook = try TestNotebook(opening: Self.path, on: disk)
        try notebook.run("add note \"a\"")
        disk[Self.path] = Array("theirs".utf8)
        #expect(notebook.error("save").contains("'/work/a.json' was changed outside the program"))
        #expect(disk.text(Self.path) == "theirs")
    }

    @Test("a script that is replayed while the log is changed leaves nothing, and says why")
    func replayed() throws {
        let notebook = try open()
        notebook.disk["/work/x.dossier"] = Array("add note \"a\"\nadd note \"b\"\n".utf8)
        notebook.disk[Self.log] = (notebook.disk[Self.log] ?? []) + Array("x\n".utf8)
        #expect(notebook.error("replay x.dossier").contains("'/work/a.log' was changed outside the program"))
        #expect(notebook.session.count == 2)
    }
}
