import Testing

@testable import DossierEngine

@Suite("how much of the log is looked at") struct LogLimitsTests {
    @Test("a verb that is asked for is looked for in the whole log, however few rows are shown")
    func verb() throws {
        let engine = try TestEngine(opening: "/work/a.json", on: MemoryDisk())
        try engine.run("add note n9x \"a\"\ndrop n9x\nadd note \"b\"")
        #expect(try engine.run("show log verb=drop limit 1").contains("drop n9x"))
    }

    @Test("the state is saved after a thousand entries")
    func saving() throws {
        let engine = try TestEngine(opening: "/work/a.json", on: MemoryDisk())
        for _ in 0..<999 { try engine.run("add note \"a\"") }
        #expect(engine.engine.unsavedCount == 999)
        try engine.run("add note \"a\"")
        #expect(engine.engine.unsavedCount == 0)
    }
}
