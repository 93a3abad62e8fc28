import Glibc
import TestSupport
import Testing

@testable import DossierModel
@testable import DossierStorage

@Suite("a disk on which no path leads over a symbolic link") struct WithoutLinksTests {
    private let disk = PosixDisk().withoutLinks
    /// The folder `in` with links that lead to the file and the folder outside.
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(["in/sub/own": "own", "out/secret": "secret"])
        #expect(symlink("../out/secret", folder.file("in/file")) == 0)
        #expect(symlink(folder.file("out"), folder.file("in/folder")) == 0)
        #expect(symlink("sub", folder.file("in/inner")) == 0)
    }

    @Test("what lies below folders is read as ever")
    func plain() throws {
        #expect(try disk.read(folder.file("in/sub/own")) == Array("own".utf8))
        #expect(try disk.bytes(of: folder.file("in/sub/own")).count == 3)
        #expect(try disk.read(folder.file("in/sub/own"), in: 1..<3) == Array("wn".utf8))
        #expect(try disk.status(folder.file("in/sub/own"))?.size == 3)
        #expect(throws: DiskFailure.self) { try disk.read(folder.file("in/none")) }
    }

    @Test(
        "no operation goes over a link, be it the last name or a folder on the way, and none changes what lies behind it",
        arguments: ["in/file", "in/folder/secret", "in/inner/own", "in/sub/../file"])
    func links(name: String) throws {
        let path = folder.file(name)
        let before = folder.text(of: name)
        #expect(throws: DiskFailure.self) { try disk.read(path) }
        #expect(throws: DiskFailure.self) { try disk.bytes(of: path) }
        #expect(throws: DiskFailure.self) { try disk.read(path, in: 0..<1) }
        #expect(throws: DiskFailure.self) { try disk.put(Array("mine".utf8), at: path, replaces: true) }
        #expect(throws: DiskFailure.self) { _ = try disk.open(path, .append) }
        #expect(throws: DiskFailure.self) { _ = try disk.open(path + "/new", .create()) }
        #expect(throws: DiskFailure.self) { try disk.syncFolder(path) }
        #expect(folder.text(of: name) == before)
        #expect(folder.text(of: "out/secret") == "secret")
        #expect(FileReading.names(in: folder.file("out")) == ["secret"])
    }

    @Test("nothing is moved into a folder behind a link, linked there or removed from it")
    func otherFolder() throws {
        let path = folder.file("in/folder/own")
        #expect(throws: DiskFailure.self) { try disk.rename(folder.file("in/sub/own"), to: path, replaces: true) }
        #expect(throws: DiskFailure.self) { try disk.link(folder.file("in/sub/own"), to: path) }
        #expect(throws: DiskFailure.self) { try disk.remove(folder.file("in/folder/secret")) }
        #expect(FileReading.names(in: folder.file("out")) == ["secret"])
        try disk.rename(folder.file("in/sub/own"), to: folder.file("in/own"), replaces: false)
        try disk.put(Array("mine".utf8), at: folder.file("in/own"), replaces: true)
        #expect(folder.text(of: "in/own") == "mine")
    }
}
