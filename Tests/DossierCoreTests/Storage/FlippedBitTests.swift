import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierStorage

/// A byte of the state or of the log is changed, and the file keeps its size and its time.
@Suite struct FlippedBitTests {
    private static let path = "/work/a.json"

    /// A session with every sort of entry in its log: some before the last save, some after it.
    private func disk() throws -> MemoryDisk {
        let disk = MemoryDisk(["/work/b.dossier": "add note \"b\"\nset n1 text=c\n"])
        let engine = try TestEngine(opening: Self.path, on: disk)
        for command in [
            #"add note "가""#, "replay b.dossier", "undo", "redo", "save", #"add entity nis "NIS""#, "undo", "redo",
        ] {
            try engine.run(command)
        }
        return disk.unlocked
    }

    /// What opening or checking says of a session; nil where neither finds anything.
    private func finding(_ disk: MemoryDisk) -> String? {
        do throws(StorageError) {
            let engine = try TestEngine(opening: Self.path, on: disk, readOnly: true)
            if let notice = engine.engine.notices.first { return notice }
            let answer = try? engine.run("check references quotes digests circles --storage")
            return answer?.hasPrefix("nothing found") == true ? nil : answer ?? "it cannot be checked"
        } catch {
            return error.problem
        }
    }

    /// The offsets at which a change of a byte goes unnoticed: of one bit, and of all.
    private func silent(_ file: String) throws -> [Int] {
        let disk = try disk()
        #expect(finding(disk) == nil)
        let bytes = try #require(disk[file])
        return Effort.cases(bytes.indices, sampled: 300).filter { offset in
            [1 << (offset % 8), 0xFF].contains { (mask: UInt8) in
                let flipped = disk.unlocked
                flipped.flip(mask, at: offset, of: file)
                return finding(flipped) == nil
            }
        }
    }

    @Test("no flipped bit of the log is silent")
    func log() throws { #expect(try silent("/work/a.log") == []) }

    @Test("no flipped bit of the state is silent")
    func state() throws { #expect(try silent(Self.path) == []) }
}
