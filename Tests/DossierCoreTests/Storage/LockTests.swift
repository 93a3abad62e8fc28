import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite struct LockTests {
    private static let path = "/work/a.json"

    @Test("a second notebook reads, is told who has the session, and cannot change it")
    func secondNotebook() throws {
        let disk = MemoryDisk()
        let first = try TestEngine(opening: Self.path, on: disk)
        try first.run("add note \"a\"")
        let second = try TestEngine(opening: Self.path, on: disk)
        #expect(second.engine.readOnlyReason == "process 4321 has it open")
        #expect(second.engine.notices.last == "read-only: process 4321 has it open")
        #expect(second.state == first.state)
        #expect(
            second.error("add note \"b\"").contains("error: '/work/a.json' cannot change: process 4321 has it open\n"))
        #expect(throws: Diagnostic.self) { try second.run("save") }
        try second.run("export json")
        let log = disk["/work/a.log"]
        try second.engine.close()
        #expect(disk["/work/a.log"] == log && disk[Self.path] == nil, "leaving writes nothing")
        try first.run("add note \"c\"")
        try first.engine.close()
        let third = try TestEngine(opening: Self.path, on: disk)
        #expect(third.engine.readOnlyReason == nil)
        try third.run("add note \"d\"")
        #expect(third.session.count == 3)
    }

    @Test("of two notebooks that begin the same session, the second to change it is told that it came late")
    func twoBeginners() throws {
        let disk = MemoryDisk()
        let first = try TestEngine(opening: Self.path, on: disk)
        let second = try TestEngine(opening: Self.path, on: disk)
        try first.run("add note \"a\"")
        let error = second.error("add note \"b\"")
        #expect(error.contains("cannot change: process 4321 has it open"))
        #expect(error.contains("'open' tries again to open it for changes"))
        #expect(second.session.isEmpty)
        let third = try TestEngine(opening: "/work/b.json", on: disk)
        let fourth = try TestEngine(opening: "/work/b.json", on: disk)
        try third.run("add note \"a\"")
        try third.engine.close()
        #expect(
            fourth.error("add note \"b\"").contains("another process has changed it since it was read; open it again"))
        #expect(try fourth.run("open b.json") == "opened /work/b.json  1 record\n")
        try fourth.run("add note \"b\"")
    }

    @Test("--read-only takes no lock, changes nothing, and does not stand in another's way")
    func readOnly() throws {
        let disk = MemoryDisk()
        let first = try TestEngine(opening: Self.path, on: disk)
        try first.run("add note \"a\"")
        try first.engine.close()
        let reader = try TestEngine(opening: Self.path, on: disk, readOnly: true)
        #expect(reader.error("drop n1").contains("cannot change: it was opened with --read-only"))
        #expect(reader.error("undo").contains("cannot change: it was opened with --read-only"))
        let writer = try TestEngine(opening: Self.path, on: disk)
        try writer.run("add note \"b\"")
        try reader.engine.close()
        #expect(writer.engine.readOnlyReason == nil)
    }

    @Test("'open' alone takes a session over once its holder has gone, and until then says who that is")
    func takeOver() throws {
        let disk = MemoryDisk()
        let first = try TestEngine(opening: Self.path, on: disk)
        try first.run("add note \"a\"")
        let second = try TestEngine(opening: Self.path, on: disk)
        try first.run("add note \"b\"")
        var reply: Reply?
        try second.engine.run(SourceText("open")) { reply = $0 }
        #expect(reply?.failed == true && reply?.notices.last == "read-only: process 4321 has it open")
        #expect(second.session.count == 2, "it reads what was written meanwhile")
        try first.engine.close()
        #expect(try second.run("open") == "opened /work/a.json  2 records\n")
        #expect(second.engine.readOnlyReason == nil)
        try second.run("undo\nadd note \"c\"")
        #expect(try TestEngine().error("open").hasPrefix("error: the session has no file yet\n"))
    }

    @Test("a folder on a network and a file system without locks are told at once, and writing goes on")
    func network() throws {
        let disk = MemoryDisk()
        disk.lieOnNetwork("nfs4")
        disk.fail("lock", "No locks available", code: 37)
        let engine = try TestEngine(opening: Self.path, on: disk)
        let warning =
            "'/work' is on a network file system (nfs4): locks may not work there, so do not let another machine write this session"
        #expect(engine.engine.notices == [warning])
        var notices: [String] = []
        try engine.engine.run(SourceText("add note \"a\"")) { notices += $0.notices }
        let unlocked =
            "'/work/a.log' cannot be locked (No locks available): nothing keeps another process from writing it too"
        #expect(notices == [unlocked])
        try engine.engine.close()
        let again = try TestEngine(opening: Self.path, on: disk)
        #expect(again.engine.notices == [warning, unlocked] && again.session.count == 1)
        disk.fail("lock", "Input/output error", code: 5)
        #expect(throws: StorageError.self) { try TestEngine(opening: Self.path, on: disk) }
        #expect(try TestEngine(opening: Self.path, on: disk, readOnly: true).engine.notices == [])
    }

    @Test("a state without a log that changes after it was read is not overwritten")
    func stateChangesMeanwhile() throws {
        let disk = MemoryDisk([Self.path: "{\"dossier\": {\"format\": 1}}"])
        let engine = try TestEngine(opening: Self.path, on: disk)
        disk[Self.path] = Array("{\"dossier\": {\"format\": 1}, \"notes\": [{\"id\": \"n1\"}]}".utf8)
        #expect(engine.error("add note \"a\"").contains("has been changed since it was read; open it again"))
        #expect(engine.session.isEmpty)
    }
}
