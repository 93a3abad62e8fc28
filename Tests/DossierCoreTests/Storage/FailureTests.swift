import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite struct FailureTests {
    private static let path = "/work/a.json"

    /// Proves that memory and disk agree: what a crash now would leave is the session as it stands.
    private func expectAgreement(_ engine: TestEngine, _ comment: Comment) throws {
        let again = try TestEngine(opening: Self.path, on: engine.disk.unlocked)
        #expect(again.state == engine.state, comment)
        #expect(try again.engine.steps().done.count == engine.engine.steps().done.count, comment)
    }

    @Test(
        "a full disk fails the command with the system's reason, and memory and disk stay as they were",
        arguments: ["write", "sync"])
    func fullDisk(operation: String) throws {
        let engine = try TestEngine(opening: Self.path, on: MemoryDisk())
        for command in ["add note \"a\"", "add note \"b\"", "undo"] { try engine.run(command) }
        for command in ["add note \"c\"", "redo", "undo", "drop n1", "set n1 text=changed", "set session title=T"] {
            let (state, log) = (engine.state, engine.disk["/work/a.log"])
            engine.disk.fail(operation, "No space left on device")
            #expect(
                engine.error(command).contains("error: '/work/a.log' cannot be written: No space left on device\n"),
                "\(command)")
            #expect(engine.state == state && engine.disk["/work/a.log"] == log)
            engine.disk.fail(operation, nil)
            try expectAgreement(engine, "\(command)")
        }
        try engine.run("add note \"c\"")
        try expectAgreement(engine, "after the disk is mended")
    }

    @Test("a group of more than is written at once is there whole or not at all", arguments: ["write", "sync"])
    func largeGroup(operation: String) throws {
        let count = Effort.number(sampled: 500, full: 3_000)
        let words = String(repeating: "a", count: 1_200_000 / count)
        let lines = (0..<count).map { "add note -- \($0) \(words)\n" }.joined()
        let disk = MemoryDisk(["/work/b.dossier": lines, "/work/c.dossier": lines + "foo\n"])
        let engine = try TestEngine(opening: Self.path, on: disk)
        try engine.run("add note \"a\"")
        let (state, log) = (engine.state, disk["/work/a.log"])
        var crashed: MemoryDisk?
        #expect(throws: Diagnostic.self, "a command of the script fails") {
            try engine.engine.replay("/work/c.dossier") { _ in
                if crashed == nil, disk["/work/a.log"] != log { crashed = disk.unlocked }
            }
        }
        #expect(engine.state == state && disk["/work/a.log"] == log)
        let left = try #require(crashed, "the log grows while the script runs")
        #expect(try TestEngine(opening: Self.path, on: left).state == state, "a crash in the middle")
        disk.fail(operation, "No space left on device")
        #expect(throws: Diagnostic.self) { try engine.replay("b.dossier") }
        #expect(engine.state == state && disk["/work/a.log"] == log)
        disk.fail(operation, nil)
        try engine.replay("b.dossier")
        #expect(engine.session.count == count + 1)
        try expectAgreement(engine, "after the disk is mended")
        try engine.run("undo")
        #expect(engine.state == state)
    }

    @Test("undo of several steps takes all of them back or none", arguments: ["write", "sync"])
    func severalSteps(operation: String) throws {
        let engine = try TestEngine(opening: Self.path, on: MemoryDisk())
        for name in ["a", "b", "c"] { try engine.run("add note \"\(name)\"") }
        let state = engine.state
        engine.disk.fail(operation, "No space left on device")
        #expect(engine.error("undo 3").contains("No space left"))
        #expect(engine.state == state)
        engine.disk.fail(operation, nil)
        try engine.run("undo 3")
        try expectAgreement(engine, "undo 3")
        engine.disk.fail(operation, "No space left on device")
        #expect(engine.error("redo 2").contains("No space left"))
        #expect(engine.session.isEmpty)
        engine.disk.fail(operation, nil)
        try engine.run("redo 2")
        #expect(engine.session.count == 2)
        try expectAgreement(engine, "redo 2")
    }

    @Test(
        "a log that cannot be opened fails the command",
        arguments: [(13, "noPermission"), (28, "inputOutput"), (2, "cannotCreate")])
    func logCannotBeOpened(code: Int32, exit: String) throws {
        let engine = try TestEngine(opening: Self.path, on: MemoryDisk())
        engine.disk.fail("open", "the system's reason", code: code)
        let error = #expect(throws: Diagnostic.self) { try engine.run("add note \"a\"") }
        #expect(error?.message.contains("the system's reason") == true)
        #expect("\(error?.exit ?? .success)" == exit)
        #expect(engine.session.isEmpty)
    }

    @Test(
        "a save that fails leaves the old state and the whole log",
        arguments: ["write", "sync", "rename", "open", "syncFolder"])
    func failedSave(operation: String) throws {
        let engine = try TestEngine(opening: Self.path, on: MemoryDisk())
        for command in ["add note \"a\"", "save", "add note \"b\""] { try engine.run(command) }
        let state = engine.disk[Self.path]
        engine.disk.fail(operation, "No space left on device")
        #expect(engine.error("save").contains("No space left on device"))
        if operation != "syncFolder" { #expect(engine.disk[Self.path] == state) }
        engine.disk.fail(operation, nil)
        #expect(engine.disk.leftovers == [])
        try expectAgreement(engine, "\(operation)")
        try engine.run("add note \"c\"")
        try expectAgreement(engine, "\(operation), one more")
        try engine.run("save")
        #expect(engine.disk.text(Self.path) == engine.state)
        try expectAgreement(engine, "\(operation), saved")
    }

    @Test("a crash between the log's word of a save and the new name of the state loses nothing")
    func crashBeforeRename() throws {
        let engine = try TestEngine(opening: Self.path, on: MemoryDisk())
        for command in ["add note \"a\"", "save", "add note \"b\"", "save", "add note \"c\""] {
            try engine.run(command)
        }
        let old = engine.disk[Self.path]
        let log = try #require(engine.disk["/work/a.log"])
        try engine.run("save")
        let new = engine.disk[Self.path]
        let saved = try #require(engine.disk["/work/a.log"])
        for length in stride(from: log.count, through: saved.count, by: 1) {
            let crashed = MemoryDisk()
            crashed[Self.path] = old
            crashed[TemporaryName.any(for: Self.path)] = new
            crashed["/work/a.log"] = Array(saved.prefix(length))
            let again = try TestEngine(opening: Self.path, on: crashed)
            #expect(again.state == engine.state)
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
        let engine = try TestEngine(opening: Self.path, on: MemoryDisk())
        var generator = SessionGenerator(seed: seed)
        for _ in 0..<25 {
            let (before, log) = (engine.state, engine.disk["/work/a.log"] ?? [])
            let entries = engine.engine.journal.lines.count
            _ = try? engine.run(generator.command(for: engine.session))
            let whole = engine.disk["/work/a.log"] ?? []
            if engine.engine.journal.lines.count != entries + 1 { continue }
            for length in stride(from: log.count, through: whole.count, by: max(1, (whole.count - log.count) / 4)) {
                let crashed = MemoryDisk()
                crashed["/work/a.log"] = Array(whole.prefix(length))
                let again = try TestEngine(opening: Self.path, on: crashed)
                #expect(again.state == (length == whole.count ? engine.state : before), "seed \(seed)")
            }
        }
    }

    @Test("a replay whose group cannot be written leaves the session as it was")
    func failedGroup() throws {
        let disk = MemoryDisk(["/work/b.dossier": "add note \"b\"\nadd note \"c\"\n"])
        let engine = try TestEngine(opening: Self.path, on: disk)
        try engine.run("add note \"a\"")
        disk.fail("sync", "Input/output error", code: 5)
        let error = #expect(throws: Diagnostic.self) { try engine.replay("b.dossier") }
        #expect(error?.exit == .inputOutput)
        #expect(engine.session.count == 1)
        disk.fail("sync", nil)
        try expectAgreement(engine, "after the failure")
        try engine.replay("b.dossier")
        try expectAgreement(engine, "after the replay")
    }

    @Test("a large session waits for more entries before it is saved by itself")
    func automaticSaveOfLargeSessions() {
        #expect([0, 200_000, 2_000_000].map { Engine.savedEvery(in: $0) } == [1_000, 1_000, 10_000])
    }

    @Test(
        "the state is saved by itself after so many entries; a failure of that is a word, not an error of the command")
    func automaticSave() throws {
        let engine = try TestEngine(opening: Self.path, on: MemoryDisk())
        try engine.run("add note \"a\"")
        for number in 2..<Engine.savedEvery { try engine.run("set n1 text=\(number)") }
        #expect(engine.disk[Self.path] == nil)
        engine.disk.fail("rename", "No space left on device")
        var notices: [String] = []
        try engine.engine.run(SourceText("set n1 text=last")) { notices += $0.notices }
        #expect(notices == ["the state was not saved: '/work/a.json' cannot be written: No space left on device"])
        #expect(engine.state.contains("\"last\""))
        engine.disk.fail("rename", nil)
        try engine.run("set n1 text=\"the last\"")
        #expect(engine.disk.text(Self.path) == engine.state)
        #expect(engine.engine.unsavedCount == 0)
        try expectAgreement(engine, "saved by itself")
    }
}
