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
        let first = try TestNotebook(opening: Self.path, on: disk)
        try first.run("add note \"a\"")
        let second = try TestNotebook(opening: Self.path, on: disk)
        #expect(second.notebook.readOnlyReason == "process 4321 has it open")
        #expect(second.notebook.notices.last == "read-only: process 4321 has it open")
        #expect(second.state == first.state)
        #expect(
            second.error("add note \"b\"").contains("error: '/work/a.json' cannot change: process 4321 has it open\n"))
        #expect(throws: Diagnostic.self) { try second.run("save") }
        try second.run("export json")
        let log = disk["/work/a.log"]
        try second.notebook.close()
        #expect(disk["/work/a.log"] == log && disk[Self.path] == nil, "leaving writes nothing")
        try first.run("add note \"c\"")
        try first.notebook.close()
        let third = try TestNotebook(opening: Self.path, on: disk)
        #expect(third.notebook.readOnlyReason == nil)
        try third.run("add note \"d\"")
        #expect(third.session.count == 3)
    }

    @Test("of two notebooks that begin the same session, the second to change it is told that it came late")
    func twoBeginners() throws {
        let disk = MemoryDisk()
        let first = try TestNotebook(opening: Self.path, on: disk)
        let second = try TestNotebook(opening: Self.path, on: disk)
        try first.run("add note \"a\"")
        #expect(second.error("add note \"b\"").contains("cannot change: process 4321 has it open"))
        #expect(second.session.isEmpty)
        let third = try TestNotebook(opening: "/work/b.json", on: disk)
        let fourth = try TestNotebook(opening: "/work/b.json", on: disk)
        try third.run("add note \"a\"")
        try third.notebook.close()
        #expect(
            fourth.error("add note \"b\"").contains("another process has changed it since it was read; open it again"))
        #expect(try fourth.run("open b.json") == "opened /work/b.json  1 record\n")
        try fourth.run("add note \"b\"")
    }

    @Test("--read-only takes no lock, changes nothing, and does not stand in another's way")
    func readOnly() throws {
        let disk = MemoryDisk()
        let first = try TestNotebook(opening: Self.path, on: disk)
        try first.run("add note \"a\"")
        try first.notebook.close()
        let reader = try TestNotebook(opening: Self.path, on: disk, readOnly: true)
        #expect(reader.error("drop n1").contains("cannot change: it was opened with --read-only"))
        #expect(reader.error("undo").contains("cannot change: it was opened with --read-only"))
        let writer = try TestNotebook(opening: Self.path, on: disk)
        try writer.run("add note \"b\"")
        try reader.notebook.close()
        #expect(writer.notebook.readOnlyReason == nil)
    }

    @Test("'open' alone takes a session over once its holder has gone, and until then says who that is")
    func takeOver() throws {
        let disk = MemoryDisk()
        let first = try TestNotebook(opening: Self.path, on: disk)
        try first.run("add note \"a\"")
        let second = try TestNotebook(opening: Self.path, on: disk)
        try first.run("add note \"b\"")
        var reply: Reply?
        try second.notebook.run(SourceText("open")) { reply = $0 }
        #expect(reply?.failed == true && reply?.notices.last == "read-only: process 4321 has it open")
        #expect(second.session.count == 2, "it reads what was written meanwhile")
        try first.notebook.close()
        #expect(try second.run("open") == "opened /work/a.json  2 records\n")
        #expect(second.notebook.readOnlyReason == nil)
        try second.run("undo\nadd note \"c\"")
        #expect(try TestNotebook().error("open").hasPrefix("error: the session has no file yet\n"))
    }

    @Test("a folder on a network and a file system without locks are told at once, and writing goes on")
    func network() throws {
        let disk = MemoryDisk()
        disk.lieOnNetwork("nfs4")
        disk.fail("lock", "No locks available", code: 37)
        let notebook = try TestNotebook(opening: Self.path, on: disk)
        let warning =
            "'/work' is on a network file system (nfs4): locks may not work there, so do not let another machine write this session"
        #expect(notebook.notebook.notices == [warning])
        var notices: [String] = []
        try notebook.notebook.run(SourceText("add note \"a\"")) { notices += $0.notices }
        let unlocked =
            "'/work/a.log' cannot be locked (No locks available): nothing keeps another process from writing it too"
        #expect(notices == [unlocked])
        try notebook.notebook.close()
        let again = try TestNotebook(opening: Self.path, on: disk)
        #expect(again.notebook.notices == [warning, unlocked] && again.session.count == 1)
        disk.fail("lock", "Input/output error", code: 5)
        #expect(throws: StorageError.self) { try TestNotebook(opening: Self.path, on: disk) }
        #expect(try TestNotebook(opening: Self.path, on: disk, readOnly: true).notebook.notices == [])
    }

    @Test("a state without a log that changes after it was read is not overwritten")
    func stateChangesMeanwhile() throws {
        let disk = MemoryDisk([Self.path: "{\"dossier\": {\"format\": 1}}"])
        let notebook = try TestNotebook(opening: Self.path, on: disk)
        disk[Self.path] = Array("{\"dossier\": {\"format\": 1}, \"notes\": [{\"id\": \"n1\"}]}".utf8)
        #expect(notebook.error("add note \"a\"").contains("has been changed since it was read; open it again"))
        #expect(notebook.session.isEmpty)
    }
}
