import Glibc
import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierStorage

@Suite("what scripts write") struct ScriptWritingTests {
    private func replay(_ disk: MemoryDisk, _ name: String) throws(Diagnostic) {
        try TestEngine(disk).replay(name, writableFolder: "/work/out")
    }

    @Test("a script writes anew what it wrote itself, or a script that it calls; else it needs the flag")
    func own() throws {
        let disk = MemoryDisk([
            "/work/a.dossier": """
            add note "a"
            export csv to out/a.csv
            add note "b"
            export csv to out/a.csv
            replay b.dossier
            export csv to out/b.csv
            """, "/work/b.dossier": "export csv to out/a.csv\nexport csv to out/b.csv\n",
            "/work/c.dossier": "export csv to out/a.csv\n",
            "/work/d.dossier": "export csv to out/a.csv --overwrite\nexport csv to out/a.csv\n",
        ])
        try replay(disk, "a.dossier")
        #expect(disk.text("/work/out/a.csv")?.contains(",b,") == true)
        let error = #expect(throws: Diagnostic.self, "in a run of its own") { try replay(disk, "c.dossier") }
        #expect(error?.message == "'out/a.csv' exists already; --overwrite replaces it")
        try replay(disk, "d.dossier")
    }

    @Test("what somebody else put there since is not the script's own")
    func changedSince() throws {
        let disk = MemoryDisk([
            "/work/a.dossier": "export csv to out/a.csv\nshow session\nexport csv to out/a.csv\n"
        ])
        let engine = TestEngine(disk)
        let error = #expect(throws: Diagnostic.self) {
            try engine.engine.replay("/work/a.dossier", writableFolder: "/work/out") { _ in
                if disk.text("/work/out/a.csv") != nil { disk["/work/out/a.csv"] = Array("mine".utf8) }
            }
        }
        #expect(error?.message.contains("exists already") == true)
        #expect(disk.text("/work/out/a.csv") == "mine")
    }

    @Test("what was written in the shell is not a script's own, nor the shell's at the next command")
    func shell() throws {
        let engine = try TestEngine(files: ["a.dossier": "export csv to a.csv\n"])
        try engine.run("export csv to a.csv")
        #expect(engine.error("export csv to a.csv").contains("exists already"))
        #expect(throws: Diagnostic.self) { try engine.replay("a.dossier", writableFolder: "/work") }
    }

    @Test("a script writes regular files only, and no link leads it out, not to what is not there yet either")
    func places() throws {
        let folder = try TemporaryFolder(["out/in/x": "", "other/x": ""])
        #expect(mkfifo(folder.file("out/pipe"), 0o600) == 0)
        symlink("../other/new.csv", folder.file("out/dangling"))
        symlink("in/new.csv", folder.file("out/inside"))
        for (path, problem) in [
            ("out/pipe", "'out/pipe' is not a regular file"),
            ("out/dangling", "the script is not allowed to write 'out/dangling'"),
            ("/dev/null", "the script is not allowed to write '/dev/null'"),
        ] {
            try folder.write("export csv to \(path) --overwrite\n", to: "a.dossier")
            let error = #expect(throws: Diagnostic.self) { try replay(in: folder) }
            #expect(error?.message == problem && error?.exit == .noPermission)
        }
        try folder.write("export csv to out/inside\nexport csv to out/inside\n", to: "a.dossier")
        try replay(in: folder)
        #expect(folder.text(of: "out/in/new.csv") != nil && FileReading.names(in: folder.file("other")) == ["x"])
    }

    private func replay(in folder: TemporaryFolder) throws(Diagnostic) {
        let surroundings = Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: folder.path, files: DiskFiles(PosixDisk()))
        let engine = Engine(surroundings: surroundings, disk: PosixDisk())
        try engine.replay(folder.file("a.dossier"), writableFolder: folder.file("out")) { _ in }
    }
}
