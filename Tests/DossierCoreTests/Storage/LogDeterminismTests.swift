import TestSupport
import Testing

@Suite struct LogDeterminismTests {
    @Test("with one clock, the same commands give the same log, byte for byte")
    func sameLog() throws {
        func log() throws -> [UInt8]? {
            let disk = MemoryDisk()
            for name in PackageFiles.paths(below: "sessions") {
                disk["/work/" + name] = Array(PackageFiles.text("sessions/" + name).utf8)
            }
            let notebook = try TestNotebook(opening: "/work/a.json", on: disk)
            try notebook.replay("dprk-russia-2024.dossier")
            try notebook.run("undo\nredo\nsave\nset session title=T")
            return disk["/work/a.log"]
        }
        let first = try #require(try log())
        #expect(first.count > 10_000)
        #expect(try log() == first)
    }
}
