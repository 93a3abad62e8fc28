import Glibc
import TestSupport
import Testing

@Suite struct FullDiskTests {
    @Test(
        "on a disk that is full a command fails, the shell goes on, and with room again so does the work",
        .enabled(if: SmallDisk.isPossible, "only root can mount a small disk"))
    func fullDisk() throws {
        let disk = try #require(SmallDisk(kilobytes: 64))
        try disk.fill("ballast", kilobytes: 40)
        let path = disk.file("a.json")
        let dossier = Dossier(try TemporaryFolder())
        let pipes = try Pipes()
        let child = try pipes.start(dossier, [path, "--json", "--keep-going"], errorsToo: true)
        var kept = 0
        var refused: String?
        while refused == nil, kept < 100 {
            pipes.send("add note \"\(kept) \(String(repeating: "word ", count: 100))\"\n")
            let line = try #require(pipes.line())
            if line.contains("error: ") { refused = line } else { kept += 1 }
        }
        #expect(
            refused
                == "standard input:\(kept + 1):1: error: '\(disk.file("a.log"))' cannot be written: No space left on device"
        )
        #expect(kept > 10)
        pipes.send("show notes count by type\n")
        while let line = pipes.line(), !line.hasPrefix("{"), !line.hasPrefix("[") {}
        #expect(try self.kept(path, dossier) == kept)
        #expect(unlink(disk.file("ballast")) == 0)
        pipes.send("add note \"later\"\n")
        #expect(pipes.line()?.contains("later") == true)
        pipes.finish()
        #expect(try child.wait() == 74)
        #expect(try self.kept(path, dossier) == kept + 1)
    }

    @Test(
        "on a disk that is full an export leaves the old file, and nothing else",
        .enabled(if: SmallDisk.isPossible, "only root can mount a small disk"))
    func export() throws {
        let disk = try #require(SmallDisk(kilobytes: 64))
        let dossier = Dossier(try TemporaryFolder())
        let path = disk.file("out.csv")
        #expect(try dossier.run("-c", "add note \"small\"", "-c", "export csv to \(path)").code == 0)
        let old = FileReading.text(at: path)
        let large = String(repeating: "word ", count: 20_000)
        let run = try dossier.run("-c", "add note \"\(large)\"", "-c", "export csv to \(path) --overwrite")
        #expect(run.code == 74 && run.errors.contains("'\(path)' cannot be written: No space left on device"))
        #expect(old?.contains("small") == true && FileReading.text(at: path) == old)
        #expect(disk.names == ["out.csv"])
    }

    /// How many notes a process finds that only reads.
    private func kept(_ path: String, _ dossier: Dossier) throws -> Int {
        let run = try dossier.run(path, "--read-only", "-c", "export script")
        #expect(run.code == 0)
        return run.output.split(separator: "\n").count { $0.hasPrefix("add note ") }
    }
}
