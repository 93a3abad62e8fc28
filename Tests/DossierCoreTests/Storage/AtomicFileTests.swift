import Glibc
import TestSupport
import Testing

@testable import DossierStorage

@Suite struct AtomicFileTests {
    private let disk = MemoryDisk(["/work/a.csv": "old", "/work/a.csv.new": "the user's"])

    private func write(_ text: String, replaces: Bool = true) throws(DiskFailure) {
        try disk.put(Array(text.utf8), at: "/work/a.csv", replaces: replaces)
    }

    @Test("a temporary file takes a name that nobody has")
    func names() throws {
        try write("new")
        #expect(disk.text("/work/a.csv") == "new" && disk.text("/work/a.csv.new") == "the user's")
        #expect(disk.paths == ["/work/a.csv", "/work/a.csv.new"])
        #expect(TemporaryName.any(for: "/work/a.csv") != TemporaryName.any(for: "/work/a.csv"))
    }

    @Test(
        "what fails leaves the old file, and nothing else",
        arguments: ["open", "lock", "write", "sync", "rename"])
    func failure(operation: String) throws {
        disk.fail(operation, "No space left on device")
        let failure = #expect(throws: DiskFailure.self) { try write("new") }
        #expect(failure?.path == "/work/a.csv")
        #expect(disk.text("/work/a.csv") == "old" && disk.leftovers == [])
    }

    @Test("a file system without locks writes all the same, and clears nothing away")
    func withoutLocks() throws {
        let leftover = TemporaryName.any(for: "/work/a.csv")
        disk[leftover] = Array("half".utf8)
        disk.fail("lock", "Operation not supported", code: EOPNOTSUPP)
        try write("new")
        #expect(disk.text("/work/a.csv") == "new" && disk.leftovers == [leftover])
    }

    @Test("what a killed program left of a file is cleared away, what another program writes is not")
    func leftovers() throws {
        let left = TemporaryName.any(for: "/work/a.csv")
        let used = TemporaryName.any(for: "/work/a.csv")
        let ofAnother = TemporaryName.any(for: "/work/b.csv")
        for path in [left, used, ofAnother, "/work/.a.csv.dossier-notes", left + "0"] { disk[path] = [] }
        #expect(try disk.lock(try disk.open(used, .existing), path: used))
        try write("new")
        #expect(Set(disk.leftovers) == [used, ofAnother, "/work/.a.csv.dossier-notes", left + "0"])
    }

    @Test("a name that came meanwhile is not written over where it was to be free")
    func free() throws {
        let failure = #expect(throws: DiskFailure.self) { try write("new", replaces: false) }
        #expect(failure?.code == EEXIST)
        #expect(disk.text("/work/a.csv") == "old" && disk.leftovers == [])
    }

    @Test("the longest name has room for its temporary file", arguments: ["n", "é", "국"])
    func longNames(letter: String) throws {
        let folder = try TemporaryFolder()
        let name = String(repeating: letter, count: 255 / letter.utf8.count)
        try PosixDisk().put(Array("new".utf8), at: folder.file(name), replaces: false)
        #expect(folder.text(of: name) == "new" && folder.names == [name])
        let temporary = AtomicFile.name(of: TemporaryName.any(for: folder.file(name)))
        #expect(temporary.utf8.count <= 255 && TemporaryName.isOne(temporary, for: folder.file(name)))
    }

    @Test("on the machine's files: locked while it is written, its permissions kept, a name taken meanwhile respected")
    func realFiles() throws {
        let folder = try TemporaryFolder(["a.csv": "old"])
        chmod(folder.file("a.csv"), 0o640)
        let file = AtomicFile(disk: PosixDisk(), path: folder.file("a.csv"))
        let first = try file.write([Array("first".utf8)[...]])
        let second = try file.write([Array("second".utf8)[...]])
        #expect(folder.names.count == 3, "the second does not take the first for a leftover")
        try file.commit(second)
        #expect(folder.text(of: "a.csv") == "second" && folder.mode(of: "a.csv") == 0o640)
        let failure = #expect(throws: DiskFailure.self) { try file.commit(first, replaces: false) }
        #expect(failure?.code == EEXIST)
        #expect(folder.text(of: "a.csv") == "second" && folder.names == ["a.csv"])
    }

    @Test("a link is followed to where a file would stand, though nothing is there yet")
    func resolved() throws {
        let folder = try TemporaryFolder(["in/a.txt": ""])
        for (link, target) in [
            ("a", "in/a.txt"), ("new", "in/new.txt"), ("far", "gone/b.txt"), ("twice", "new"), ("way", "in"),
            ("in/up", "../way/c.txt"), ("round", "round"), ("whole", folder.file("in/whole.txt")),
        ] { symlink(target, folder.file(link)) }
        for (path, end) in [
            ("a", "in/a.txt"), ("new", "in/new.txt"), ("far", "gone/b.txt"), ("twice", "in/new.txt"),
            ("way/d.txt", "in/d.txt"), ("way/up", "in/c.txt"), ("whole", "in/whole.txt"), ("round", "round"),
            ("none/e.txt", "none/e.txt"),
        ] { #expect(PosixDisk().resolved(folder.file(path)) == folder.file(end), "\(path)") }
    }
}
