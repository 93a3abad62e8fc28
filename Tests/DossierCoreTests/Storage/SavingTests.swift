import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

@Suite struct SavingTests {
    @Test("a session in memory gets a file with its whole log, and goes on there")
    func saveUnderAName() throws {
        let notebook = try TestNotebook(setting: ["add note \"a\"", "add note \"b\"", "undo"])
        #expect(notebook.notebook.path == nil)
        #expect(notebook.error("save").contains("the session has no file yet"))
        try notebook.run("save a.json")
        #expect(notebook.notebook.path == "/work/a.json")
        #expect(notebook.disk.text("/work/a.json") == notebook.state)
        #expect((notebook.disk.text("/work/a.log") ?? "").split(separator: "\n").count == 4)
        try notebook.run("redo")
        let again = try TestNotebook(opening: "/work/a.json", on: notebook.disk.unlocked)
        #expect(again.state == notebook.state)
        try again.run("undo 2")
        #expect(again.session.isEmpty)
    }

    @Test("'save PATH' never writes over what is there")
    func nameTaken() throws {
        for (name, text) in [("a.json", "{}"), ("a.log", "x\n")] {
            let notebook = try TestNotebook(files: [name: text], setting: ["add note \"a\""])
            #expect(
                notebook.error("save a.json").contains("error: '\(name)' exists already; --overwrite replaces it\n"))
            #expect(notebook.disk.text("/work/\(name)") == text)
            try notebook.run("save b.json")
        }
    }

    @Test(
        "'save PATH' that fails leaves no files, and can be tried again",
        arguments: ["write", "sync", "rename", "open", "syncFolder"])
    func failedSaveUnderAName(operation: String) throws {
        let notebook = try TestNotebook(setting: ["add note \"a\""])
        notebook.disk.fail(operation, "No space left on device")
        #expect(notebook.error("save a.json").contains("No space left on device"))
        #expect(notebook.notebook.path == nil)
        notebook.disk.fail(operation, nil)
        #expect(notebook.disk.paths == [])
        try notebook.run("add note \"b\"")
        try notebook.run("save a.json")
        #expect(try TestNotebook(opening: "/work/a.json", on: notebook.disk.unlocked).state == notebook.state)
    }

    @Test("saving twice without a change in between writes the same bytes")
    func saveTwice() throws {
        let notebook = try TestNotebook(opening: "/work/a.json", on: MemoryDisk())
        try notebook.run("add note \"a\"")
        try notebook.run("save")
        let state = notebook.disk["/work/a.json"]
        try notebook.run("save")
        #expect(notebook.disk["/work/a.json"] == state)
        #expect(try TestNotebook(opening: "/work/a.json", on: notebook.disk.unlocked).state == notebook.state)
    }

    @Test("a session that never changed makes no file, nor does a script that fails or only asks")
    func noFileWithoutAChange() throws {
        let disk = MemoryDisk(["/work/bad.dossier": "add note \"a\"\nfoo\n", "/work/ask.dossier": "show session\n"])
        let notebook = try TestNotebook(opening: "/work/a.json", on: disk)
        try notebook.run("show session")
        #expect(throws: Diagnostic.self) { try notebook.replay("bad.dossier") }
        try notebook.replay("ask.dossier")
        #expect(throws: Diagnostic.self) { try notebook.run("undo") }
        try notebook.notebook.close()
        #expect(disk["/work/a.json"] == nil && disk["/work/a.log"] == nil)
        let other = try TestNotebook(opening: "/work/a.json", on: disk)
        try other.run("add note \"a\"")
        #expect(other.notebook.readOnlyReason == nil)
    }

    @Test("'open' of another session saves this one, of this one changes nothing, of none leaves this one open")
    func open() throws {
        let disk = MemoryDisk(["/work/bad.json": "{}"])
        let notebook = try TestNotebook(opening: "/work/a.json", on: disk)
        try notebook.run("add note \"a\"")
        #expect(notebook.error("open bad.json").contains("'/work/bad.json' is not a session"))
        #expect(notebook.session.count == 1)
        try notebook.run("open a.json")
        #expect(notebook.notebook.readOnlyReason == nil)
        try notebook.run("add note \"b\"")
        #expect(try notebook.run("open b.json") == "opened /work/b.json  0 records\n")
        #expect(notebook.session.isEmpty)
        #expect(try notebook.run("open a.json") == "opened /work/a.json  2 records\n")
        try notebook.run("undo")
        #expect(notebook.session.count == 1)
    }
}
