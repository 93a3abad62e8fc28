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
            let engine = try TestEngine(opening: "/work/a.json", on: disk)
            try engine.replay("dprk-russia-2024.dossier")
            try engine.run("undo\nredo\nsave\nset session title=T")
            return disk["/work/a.log"]
        }
        let first = try #require(try log())
        #expect(first.count > 10_000)
        #expect(try log() == first)
    }
}
