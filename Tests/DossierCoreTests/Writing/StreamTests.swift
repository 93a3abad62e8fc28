import Glibc
import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierLanguage

@Suite("files that are written through") struct StreamTests {
    private let folder: TemporaryFolder
    private let engine: Engine

    init() throws {
        folder = try TemporaryFolder(["sub/real.csv": "old"])
        engine = try folder.engine("s.json")
        try engine.run(#"add event e1 2024 "First""#)
    }

    @Test("a pipe is written to and stays, without the flag and with it")
    func pipe() throws {
        let path = folder.file("pipe")
        #expect(mkfifo(path, 0o600) == 0)
        let reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        #expect(reader >= 0)
        defer { close(reader) }
        for command in ["export csv events to pipe", "export csv events to pipe --overwrite"] {
            try engine.run(command)
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let count = read(reader, &bytes, bytes.count)
            #expect(String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self).contains("First"))
        }
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
        #expect(folder.names == ["pipe", "s.log", "sub"])
    }

    @Test("what a device does not take is an error with the system's reason, and the device stays")
    func devices() throws {
        try engine.run("export csv to /dev/null")
        let full = #expect(throws: Diagnostic.self) { try engine.run("export csv to /dev/full") }
        #expect(full?.message == "'/dev/full' cannot be written: No space left on device")
        #expect(full?.exit == .inputOutput)
        var status = stat()
        #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test("no session is saved into a pipe, and nothing is recorded to one")
    func others() throws {
        #expect(mkfifo(folder.file("p.md"), 0o600) == 0 && mkfifo(folder.file("p.dossier"), 0o600) == 0)
        for command in ["save p.md --overwrite", "record p.md", "record p.dossier", "record p.dossier --overwrite"] {
            let error = #expect(throws: Diagnostic.self) { try engine.run(command) }
            #expect(error?.message.hasSuffix("is not a regular file") == true)
        }
    }

    @Test("a link is written through: the file that it leads to changes, keeps its permissions, and the link stays")
    func links() throws {
        chmod(folder.file("sub/real.csv"), 0o640)
        symlink("sub/real.csv", folder.file("link.csv"))
        symlink("sub/new.csv", folder.file("dangling.csv"))
        let there = #expect(throws: Diagnostic.self) { try engine.run("export csv events to link.csv") }
        #expect(there?.message == "'link.csv' exists already; --overwrite replaces it")
        try engine.run("export csv events to link.csv --overwrite\nexport csv events to dangling.csv")
        for name in ["sub/real.csv", "sub/new.csv"] { #expect(folder.text(of: name)?.contains("First") == true) }
        #expect(folder.mode(of: "sub/real.csv") == 0o640)
        var status = stat()
        for link in ["link.csv", "dangling.csv"] {
            #expect(lstat(folder.file(link), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        }
    }

    @Test("a folder is not replaced, and a folder that is not there is named")
    func folders() throws {
        let isFolder = #expect(throws: Diagnostic.self) { try engine.run("export csv to sub --overwrite") }
        #expect(isFolder?.message == "'sub' is a folder; give the name of a file")
        for path in ["none/a.csv", "sub/real.csv/a.csv", "n\(String(repeating: "n", count: 255))"] {
            let missing = #expect(throws: Diagnostic.self) { try engine.run("export csv to \(path)") }
            #expect(missing?.exit == .cannotCreate, "\(path)")
        }
    }
}
