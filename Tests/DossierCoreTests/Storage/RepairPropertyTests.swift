import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

/// Damages sessions at random and compares what opening shows with what repair saves.
@Suite("repair of random damages") struct RepairPropertyTests {
    private static let (path, log) = ("/work/a.json", "/work/a.log")

    @Test("saves at least what opening shows, in a session that holds", arguments: [1, 2, 3, 4] as [UInt64])
    func damages(seed: UInt64) throws {
        let count = Effort.number("DOSSIER_DAMAGES", sampled: 40, full: 100) / 4
        var random = SplitMix64(seed: Effort.seed &+ seed)
        var opened = 0
        for number in 0..<count {
            let disk = try session(&random)
            damage(disk, &random)
            let context: Comment = "seed \(Effort.seed), \(seed), damage \(number)"
            let shown = try? TestEngine(opening: Self.path, on: disk, readOnly: true)
            if shown != nil { opened += 1 }
            do throws(StorageError) {
                _ = try SessionRepair(path: Self.path, disk: disk, trust: .neither).save(
                    into: "/work/b.json", at: "2024-10-24T09:00:00Z", by: "ana")
            } catch {
                #expect(shown?.session.isEmpty ?? true, "\(context): \(error.problem) \(error.notes)")
                continue
            }
            let made = try TestEngine(opening: "/work/b.json", on: disk)
            #expect(try !made.run("check references --storage").contains("error:"), context)
            if let shown {
                let difference = OutsideChange(from: shown.session, to: made.session, digest: "")
                #expect(difference.isEmpty, "\(context): \(difference.changes)")
            }
            disk["/work/b.json"] = nil
            let alone = try TestEngine(opening: "/work/b.json", on: disk.unlocked)
            #expect(alone.state == made.state, context)
        }
        #expect(opened > count / 20, "too few of the damaged sessions open: \(opened) of \(count)")
    }

    /// A session on disk, with steps taken back, saves, a script, and often entries after the last save.
    private func session(_ random: inout SplitMix64) throws -> MemoryDisk {
        let disk = MemoryDisk(["/work/x.dossier": "add note \"from a script\"\nadd event 2024 \"scripted\" #batch\n"])
        let engine = try TestEngine(opening: Self.path, on: disk)
        for number in 0..<random.pick(4...14) {
            let command =
                switch random.below(12) {
                case 0: "undo"
                case 1: "redo"
                case 2, 3: "save"
                case 4: "replay x.dossier"
                case 5: "drop n\(random.pick(1...4)) --with-links"
                case 6: "set n\(random.pick(1...4)) text=\"changed \(number)\""
                case 7: "add entity \"Unit \(number)\" alias=\"이름 \(number)\""
                case 8: "link n1 supports n2"
                default: "add note \"note \(number)\" x.own=\(number)"
                }
            // Some of them fail, and change nothing.
            _ = engine.error(command)
        }
        if random.oneIn(2) { try engine.engine.close() }
        return disk.unlocked
    }

    private func damage(_ disk: MemoryDisk, _ random: inout SplitMix64) {
        for _ in 0..<random.pick(1...2) {
            let file = random.oneIn(3) ? Self.path : Self.log
            guard let bytes = disk[file], !bytes.isEmpty else { continue }
            switch random.below(8) {
            case 0: disk[file] = nil
            case 1: disk[file] = Array(bytes.prefix(random.below(bytes.count)))
            case 2: disk[file] = removingLine(bytes, &random)
            default: disk[file] = bytes.damaged(using: &random)
            }
        }
    }

    private func removingLine(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: true).map { Array($0) + [0x0A] }
        if !lines.isEmpty { lines.remove(at: random.below(lines.count)) }
        return Array(lines.joined())
    }
}
