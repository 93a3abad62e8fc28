import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

@Suite struct SavingTests {
    @Test("a session in memory gets a file with its whole log, and goes on there")
    func saveUnderAName() throws {
        let engine = try TestEngine(setting: ["add note \"a\"", "add note \"b\"", "undo"])
        #expect(engine.engine.path == nil)
        #expect(engine.error("save").contains("the session has no file yet"))
        try engine.run("save a.json")
        #expect(engine.engine.path == "/work/a.json")
        #expect(engine.disk.text("/work/a.json") == engine.state)
        #expect((engine.disk.text("/work/a.log") ?? "").split(separator: "\n").count == 4)
        try engine.run("redo")
        let again = try TestEngine(opening: "/work/a.json", on: engine.disk.unlocked)
        #expect(again.state == engine.state)
        try again.run("undo 2")
        #expect(again.session.isEmpty)
    }

    @Test("'save PATH' never writes over what is there")
    func nameTaken() throws {
        for (name, text) in [("a.json", "{}"), ("a.log", "x\n")] {
            let engine = try TestEngine(files: [name: text], setting: ["add note \"a\""])
            #expect(
                engine.error("save a.json").contains("error: '\(name)' exists already; --overwrite replaces it\n"))
            #expect(engine.disk.text("/work/\(name)") == text)
            try engine.run("save b.json")
        }
    }

    @Test(
        "'save PATH' that fails leaves no files, and can be tried again",
        arguments: ["write", "sync", "rename", "open", "syncFolder"])
    func failedSaveUnderAName(operation: String) throws {
        let engine = try TestEngine(setting: ["add note \"a\""])
        engine.disk.fail(operation, "No space left on device")
        #expect(engine.error("save a.json").contains("No space left on device"))
        #expect(engine.engine.path == nil)
        engine.disk.fail(operation, nil)
        #expect(engine.disk.paths == [])
        try engine.run("add note \"b\"")
        try engine.run("save a.json")
        #expect(try TestEngine(opening: "/work/a.json", on: engine.disk.unlocked).state == engine.state)
    }

    @Test("saving twice without a change in between writes the same bytes")
    func saveTwice() throws {
        let engine = try TestEngine(opening: "/work/a.json", on: MemoryDisk())
        try engine.run("add note \"a\"")
        try engine.run("save")
        let state = engine.disk["/work/a.json"]
        try engine.run("save")
        #expect(engine.disk["/work/a.json"] == state)
        #expect(try TestEngine(opening: "/work/a.json", on: engine.disk.unlocked).state == engine.state)
    }

    @Test("a session that never changed makes no file, nor does a script that fails or only asks")
    func noFileWithoutAChange() throws {
        let disk = MemoryDisk(["/work/bad.dossier": "add note \"a\"\nfoo\n", "/work/ask.dossier": "show session\n"])
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("show session")
        #expect(throws: Diagnostic.self) { try engine.replay("bad.dossier") }
        try engine.replay("ask.dossier")
        #expect(throws: Diagnostic.self) { try engine.run("undo") }
        try engine.engine.close()
        #expect(disk["/work/a.json"] == nil && disk["/work/a.log"] == nil)
        let other = try TestEngine(opening: "/work/a.json", on: disk)
        try other.run("add note \"a\"")
        #expect(other.engine.readOnlyReason == nil)
    }

    @Test("'open' of another session saves this one, of this one changes nothing, of none leaves this one open")
    func open() throws {
        let disk = MemoryDisk(["/work/bad.json": "{}"])
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add note \"a\"")
        #expect(engine.error("open bad.json").contains("'/work/bad.json' is not a session"))
        #expect(engine.session.count == 1)
        try engine.run("open a.json")
        #expect(engine.engine.readOnlyReason == nil)
        try engine.run("add note \"b\"")
        #expect(try engine.run("open b.json") == "opened /work/b.json  0 records\n")
        #expect(engine.session.isEmpty)
        #expect(try engine.run("open a.json") == "opened /work/a.json  2 records\n")
        try engine.run("undo")
        #expect(engine.session.count == 1)
    }
}
