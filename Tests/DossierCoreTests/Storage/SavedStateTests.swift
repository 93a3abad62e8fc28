import Testing

/// Which entry of the log names the state that stands.
@Suite struct SavedStateTests {
    private static let path = "/work/a.json"

    @Test("two states of one size, saved within one tick of the clock, are told apart by their hash")
    func coarseClock() throws {
        let disk = MemoryDisk()
        disk.makeClockCoarse(1_000)
        let engine = try TestEngine(opening: Self.path, on: disk)
        for command in ["add note \"a\"", "save", "set n1 text=b"] { try engine.run(command) }
        // A crash after the log's word of the second save, before the state gets its name.
        disk.fail("rename", "Input/output error", code: 5)
        #expect(engine.error("save").contains("Input/output error"))
        let again = try TestEngine(opening: Self.path, on: disk.unlocked)
        #expect(again.state == engine.state)
        #expect(again.state.contains("\"b\""))
    }

    @Test("an empty session that was saved keeps its log, also where a script after it only asks")
    func savedWhileEmpty() throws {
        let disk = MemoryDisk(["/work/ask.dossier": "show session\n"])
        let engine = try TestEngine(opening: Self.path, on: disk)
        try engine.run("save")
        try engine.replay("ask.dossier")
        try engine.run("add note \"a\"")
        #expect(try TestEngine(opening: Self.path, on: disk.unlocked).state == engine.state)
    }

    @Test("a first change that cannot be written leaves no log behind")
    func firstChangeFails() throws {
        let engine = try TestEngine(opening: Self.path, on: MemoryDisk())
        engine.disk.fail("write", "No space left on device")
        #expect(engine.error("add note \"a\"").contains("No space left on device"))
        #expect(engine.disk["/work/a.log"] == nil)
        engine.disk.fail("write", nil)
        try engine.run("add note \"a\"")
        #expect(try TestEngine(opening: Self.path, on: engine.disk.unlocked).state == engine.state)
    }
}
