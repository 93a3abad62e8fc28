import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

/// What is built on a state is built on the one that the log names, byte for byte.
@Suite struct StateProofTests {
    private static let path = "/work/a.json"

    /// A session whose state has a letter that turned over, with its size and its time.
    private func damaged(_ commands: [String]) throws -> MemoryDisk {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        for command in commands { try engine.run(command) }
        let state = Array(engine.state.utf8)
        let letter = try #require(state.indices.first { state[$0...].starts(with: "meeting".utf8) })
        disk.flip(0x20, at: letter, of: Self.path)
        return disk.unlocked
    }

    @Test(
        "a change, a save and a copy of a damaged state are refused, and say what makes it again; reading goes on",
        arguments: ["add note \"b\"", "undo", "save", "save b.json"])
    func refused(command: String) throws {
        let disk = try damaged(["add note \"meeting\"", "save"])
        let (state, log) = (disk[Self.path], disk["/work/a.log"])
        let engine = try TestEngine(opening: Self.path, on: disk)
        #expect(try engine.run("show notes").contains("Meeting"))
        for _ in 1...2 {
            let error = #expect(throws: Diagnostic.self) { try engine.run(command) }
            #expect(error?.message == "'/work/a.json' is damaged: its SHA-256 is not the one in its log")
            #expect(error?.notes == ["nothing was changed; --trust log rebuilds it from the log"])
            #expect(error?.exit == .badData)
        }
        #expect(try engine.run("show notes").contains("Meeting"))
        #expect(disk[Self.path] == state && disk["/work/a.log"] == log && disk["/work/b.json"] == nil)
        let again = try TestEngine(opening: Self.path, on: disk.unlocked, trust: .log)
        try again.run("add note \"b\"\nsave")
        #expect(again.state.contains("\"meeting\""))
        #expect(try again.run("check references quotes digests circles --storage").hasPrefix("nothing found"))
    }

    @Test("what the log holds beyond a damaged state is not saved on top of it")
    func notSavedOver() throws {
        let disk = try damaged(["add note \"meeting\"", "save", "add note \"b\""])
        let state = disk[Self.path]
        let engine = try TestEngine(opening: Self.path, on: disk)
        #expect(engine.session.count == 2)
        let error = #expect(throws: StorageError.self) { try engine.engine.close() }
        #expect(error?.problem.contains("is damaged") == true)
        #expect(disk[Self.path] == state)
    }

    @Test("a state that holds is proved once and changes")
    func proved() throws {
        let disk = MemoryDisk()
        let first = try TestEngine(opening: Self.path, on: disk)
        try first.run("add note \"a\"\nsave")
        let second = try TestEngine(opening: Self.path, on: disk.unlocked)
        try second.run("add note \"b\"\nsave\nadd note \"c\"")
        #expect(second.session.count == 3)
    }
}
