import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite struct FailureTests {
    private static let path = "/work/a.json"

    /// Proves that memory and disk agree: what a crash now would leave is the session as it stands.
    private func expectAgreement(_ notebook: TestNotebook, _ comment: Comment) throws {
        let again = try TestNotebook(opening: Self.path, on: notebook.disk.unlocked)
        #expect(again.state == notebook.state, comment)
        #expect(try again.notebook.steps().done.count == notebook.notebook.steps().done.count, comment)
    }

    @Test(
        "a full disk fails the command with the system's reason, and memory and disk stay as they were",
        arguments: ["write", "sync"])
    func fullDisk(operation: String) throws {
        let notebook = try TestNotebook(opening: Self.path, on: MemoryDisk())
        for command in ["add note \"a\"", "add note \"b\"", "undo"] { try notebook.run(command) }
        for command in ["add note \"c\"", "redo", "undo", "drop n1", "set n1 text=changed", "set session title=T"] {
            let (state, log) = (notebook.state, notebook.disk["/work/a.log"])
            notebook.disk.fail(operation, "No space left on device")
            #expect(
                notebook.error(command).contains("error: '/work/a.log' cannot be written: No space left on device\n"),
                "\(command)")
            #expect(notebook.state == state && notebook.disk["/work/a.log"] == log)
            notebook.disk.fail(operation, nil)
            try expectAgreement(notebook, "\(command)")
        }
        try notebook.run("add note \"c\"")
        try expectAgreement(notebook, "after the disk is mended")
    }

    @Test("a group of more than is written at once is there whole or not at all", arguments: ["write", "sync"])
    func largeGroup(operation: String) throws {
        let count = Effort.number(sampled: 500, full: 3_000)
        let words = String(repeating: "a", count: 1_200_000 / count)
        let lines = (0..<count).map { "add note -- \($0) \(words)\n" }.joined()
        let disk = MemoryDisk(["/work/b.dossier": lines, "/work/c.dossier": lines + "foo\n"])
        let notebook = try TestNotebook(opening: Self.path, on: disk)
        try notebook.run("add note \"a\"")
        let (state, log) = (notebook.state, disk["/work/a.log"])
        var crashed: MemoryDisk?
        #expect(throws: Diagnostic.self, "a command of the script fails") {
            try notebook.notebook.replay("/work/c.dossier") { _ in
                if crashed == nil, disk["/work/a.log"] != log { crashed = disk.unlocked }
            }
        }
        #expect(notebook.state == state && disk["/work/a.log"] == log)
        let left = try #require(crashed, "the log grows while the script runs")
        #expect(try TestNotebook(opening: Self.path, on: left).state == state, "a crash in the middle")
        disk.fail(operation, "No space left on device")
        #expect(throws: Diagnostic.self) { try notebook.replay("b.dossier") }
        #expect(notebook.state == state && disk["/work/a.log"] == log)
        disk.fail(operation, nil)
        try notebook.replay("b.dossier")
        #expect(notebook.session.count == count + 1)
        try expectAgreement(notebook, "after the disk is mended")
        try notebook.run("undo")
        #expect(notebook.state == state)
    }

    @Test("undo of several steps takes all of them back or none", arguments: ["write", "sync"])
    func severalSteps(operation: String) throws {
        let notebook = try TestNotebook(opening: Self.path, on: MemoryDisk())
        for name in ["a", "b", "c"] { try notebook.run("add note \"\(name)\"") }
        let state = notebook.state
        notebook.disk.fail(operation, "No space left on device")
        #expect(notebook.error("undo 3").contains("No space left"))
        #expect(notebook.state == state)
        notebook.disk.fail(operation, nil)
        try notebook.run("undo 3")
        try expectAgreement(notebook, "undo 3")
        notebook.disk.fail(operation, "No space left on device")
        #expect(notebook.error("redo 2").contains("No space left"))
        #expect(notebook.session.isEmpty)
        notebook.disk.fail(operation, nil)
        try notebook.run("redo 2")
        #expect(notebook.session.count == 2)
        try expectAgreement(notebook, "redo 2")
    }

    @Test(
        "a log that cannot be opened fails the command",
        arguments: [(13, "noPermission"), (28, "inputOutput"), (2, "cannotCreate")])
    func logCannotBeOpened(code: Int32, exit: String) throws {
        let notebook = try TestNotebook(opening: Self.path, on: MemoryDisk())
        notebook.disk.fail("open", "the system's reason", code: code)
        let error = #expect(throws: Diagnostic.self) { try notebook.run("add note \"a\"") }
        #expect(error?.message.contains("the system's reason") == true)
        #expect("\(error?.exit ?? .success)" == exit)
        #expect(notebook.session.isEmpty)
    }

    @Test(
        "a save that fails leaves the old state and the whole log",
        arguments: ["write", "sync", "rename", "open", "syncFolder"])
    func failedSave(operation: String) throws {
        let notebook = try TestNotebook(opening: Self.path, on: MemoryDisk())
        for command in ["add note \"a\"", "save", "add note \"b\""] { try notebook.run(command) }
        let state = notebook.disk[Self.path]
        notebook.disk.fail(operation, "No space left on device")
        #expect(notebook.error("save").contains("No space left on device"))
        if operation != "syncFolder" { #expect(notebook.disk[Self.path] == state) }
        notebook.disk.fail(operation, nil)
        #expect(notebook.disk.leftovers == [])
        try expectAgreement(notebook, "\(operation)")
        try notebook.run("add note \"c\"")
        try expectAgreement(notebook, "\(operation), one more")
        try notebook.run("save")
        #expect(notebook.disk.text(Self.path) == notebook.state)
        try expectAgreement(notebook, "\(operation), saved")
    }

    @Test("a crash between the log's word of a save and the new name of the state loses nothing")
    func crashBeforeRename() throws {
        let notebook = try TestNotebook(opening: Self.path, on: MemoryDisk())
        for command in ["add note \"a\"", "save", "add note \"b\"", "save", "add note \"c\""] {
            try notebook.run(command)
        }
        let old = notebook.disk[Self.path]
        let log = try #require(notebook.disk["/work/a.log"])
        try notebook.run("save")
        let new = notebook.disk[Self.path]
        let saved = try #require(notebook.disk["/work/a.log"])
        for length in stride(from: log.count, through: saved.count, by: 1) {
            let crashed = MemoryDisk()
            crashed[Self.path] = old
            crashed[TemporaryName.any(for: Self.path)] = new
            crashed["/work/a.log"] = Array(saved.prefix(length))
            let again = try TestNotebook(opening: Self.path, on: crashed)
            #expect(again.state == notebook.state)
            if length == saved.count {
                try again.run("add note \"d\"")
                try again.run("save")
                #expect(crashed.leftovers == [])
                try expectAgreement(again, "saved after the crash")
            }
        }
    }

    @Test(
        "a crash after any byte of any entry leaves the session before it or after it", arguments: Seeds.fewest)
    func crashAnywhere(seed: UInt64) throws {
        let notebook = try TestNotebook(opening: Self.path, on: MemoryDisk())
        var generator = SessionGenerator(seed: seed)
        for _ in 0..<25 {
            let (before, log) = (notebook.state, notebook.disk["/work/a.log"] ?? [])
            let entries = notebook.notebook.journal.lines.count
            _ = try? notebook.run(generator.command(for: notebook.session))
            let whole = notebook.disk["/work/a.log"] ?? []
            if notebook.notebook.journal.lines.count != entries + 1 { continue }
            for length in stride(from: log.count, through: whole.count, by: max(1, (whole.count - log.count) / 4)) {
                let crashed = MemoryDisk()
                crashed["/work/a.log"] = Array(whole.prefix(length))
                let again = try TestNotebook(opening: Self.path, on: crashed)
                #expect(again.state == (length == whole.count ? notebook.state : before), "seed \(seed)")
            }
        }
    }

    @Test("a replay whose group cannot be written leaves the session as it was")
    func failedGroup() throws {
        let disk = MemoryDisk(["/work/b.dossier": "add note \"b\"\nadd note \"c\"\n"])
        let notebook = try TestNotebook(opening: Self.path, on: disk)
        try notebook.run("add note \"a\"")
        disk.fail("sync", "Input/output error", code: 5)
        let error = #expect(throws: Diagnostic.self) { try notebook.replay("b.dossier") }
        #expect(error?.exit == .inputOutput)
        #expect(notebook.session.count == 1)
        disk.fail("sync", nil)
        try expectAgreement(notebook, "after the failure")
        try notebook.replay("b.dossier")
        try expectAgreement(notebook, "after the replay")
    }

    @Test("a large session waits for more entries before it is saved by itself")
    func automaticSaveOfLargeSessions() {
        #expect([0, 200_000, 2_000_000].map { Notebook.savedEvery(in: $0) } == [1_000, 1_000, 10_000])
    }

    @Test(
        "the state is saved by itself after so many entries; a failure of that is a word, not an error of the command")
    func automaticSave() throws {
        let notebook = try TestNotebook(opening: Self.path, on: MemoryDisk())
        try notebook.run("add note \"a\"")
        for number in 2..<Notebook.savedEvery { try notebook.run("set n1 text=\(number)") }
        #expect(notebook.disk[Self.path] == nil)
        notebook.disk.fail("rename", "No space left on device")
        var notices: [String] = []
        try notebook.notebook.run(SourceText("set n1 text=last")) { notices += $0.notices }
        #expect(notices == ["the state was not saved: '/work/a.json' cannot be written: No space left on device"])
        #expect(notebook.state.contains("\"last\""))
        notebook.disk.fail("rename", nil)
        try notebook.run("set n1 text=\"the last\"")
        #expect(notebook.disk.text(Self.path) == notebook.state)
        #expect(notebook.notebook.unsavedCount == 0)
        try expectAgreement(notebook, "saved by itself")
    }
}
