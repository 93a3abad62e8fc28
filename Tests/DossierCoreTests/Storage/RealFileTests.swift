import Glibc
import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite struct RealFileTests {
    @Test("a session on real files is saved, locked, and opened again with the same bytes")
    func saveAndOpen() throws {
        let folder = try TemporaryFolder()
        let engine = try folder.engine()
        try engine.run("add note \"a\"")
        #expect(folder.names == ["a.log"])
        let second = try folder.engine()
        #expect(second.readOnlyReason?.hasPrefix("process \(getpid()) (") == true)
        try engine.run("save\nadd note \"b\"")
        #expect(folder.names == ["a.json", "a.log"])
        let crashed = try folder.engine(readOnly: true)
        #expect(SessionFile.bytes(of: crashed.session) == SessionFile.bytes(of: engine.session))
        try engine.close()
        let state = folder.text(of: "a.json")
        let third = try folder.engine()
        #expect(third.readOnlyReason == nil && third.unsavedCount == 0)
        try third.run("undo 2\nredo 2")
        try third.close()
        #expect(folder.text(of: "a.json") == state)
    }

    @Test(
        "a state, a log and an export that are written anew keep their permissions, whatever the mask",
        arguments: [0o600, 0o640, 0o666])
    func permissions(mode: UInt32) throws {
        let folder = try TemporaryFolder()
        let engine = try folder.engine()
        try engine.run("add note \"a\"\nsave\nexport json to b.json")
        let names = ["a.json", "a.log", "b.json"]
        for name in names { chmod(folder.file(name), mode) }
        try engine.run("add note \"b\"\nsave\nexport json to b.json --overwrite")
        _ = try engine.compact(keepsArchive: false)
        try engine.close()
        #expect(folder.names == names)
        for name in names { #expect(folder.mode(of: name) == mode, "\(name)") }
    }

    @Test("a torn end of a real log is cut away by the next command")
    func tornEnd() throws {
        let folder = try TemporaryFolder()
        let first = try folder.engine()
        try first.run("add note \"a\"\nadd note \"b\"")
        first.journal.close()
        try folder.write(String((folder.text(of: "a.log") ?? "").dropLast(9)), to: "a.log")
        let second = try folder.engine()
        #expect(second.session.count == 1 && second.notices.count == 2)
        try second.run("add note \"c\"")
        second.journal.close()
        #expect((folder.text(of: "a.log") ?? "").split(separator: "\n").count == 2)
        #expect(try folder.engine(readOnly: true).session.count == 2)
    }

    @Test("a folder, a missing folder and a file that must not be read are errors of their own")
    func refusals() throws {
        let folder = try TemporaryFolder()
        mkdir(folder.path + "/a.json", 0o755)
        let isFolder = #expect(throws: StorageError.self) { try folder.engine() }
        #expect(isFolder?.problem == "'\(folder.path)/a.json' cannot be read: it is a folder, not a regular file")
        #expect(isFolder?.exit == .badData)
        let engine = try folder.engine("none/b.json")
        let missing = #expect(throws: Diagnostic.self) { try engine.run("add note \"a\"") }
        #expect(missing?.message == "'\(folder.path)/none/b.log' cannot be written: No such file or directory")
        #expect(missing?.exit == .cannotCreate)
        #expect(engine.session.isEmpty)
    }

    @Test("a save of another session's name is refused, a relative name lies in the folder")
    func saveUnderAName() throws {
        let folder = try TemporaryFolder()
        try folder.write("{}", to: "taken.json")
        let engine = try folder.engine()
        try engine.run("add note \"a\"")
        let error = #expect(throws: Diagnostic.self) { try engine.run("save taken.json") }
        #expect(error?.exit == .cannotCreate)
        try engine.run("save b.json\nadd note \"b\"")
        try engine.close()
        #expect(folder.names == ["a.log", "b.json", "b.log", "taken.json"])
        #expect(try folder.engine("b.json").session.count == 2)
    }
}
