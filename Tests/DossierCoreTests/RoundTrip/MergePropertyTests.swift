import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

@Suite struct MergePropertyTests {
    /// Two records of one kind that are merged, chosen from a session.
    private func pair(_ session: Session, _ random: inout SplitMix64) -> (String, String)? {
        let kind = Kind.listed.randomElement(using: &random) ?? .entity
        let two = session.records(of: kind).shuffled(using: &random).prefix(2).map(\.id.text)
        return two.count == 2 ? (two[0], two[1]) : nil
    }

    private func filled(_ seed: UInt64, on disk: MemoryDisk) throws -> TestEngine {
        var filled = FilledNotebook(seed: seed, try TestEngine(opening: "/work/a.json", on: disk))
        try filled.fill(70)
        return filled.engine
    }

    @Test("a merged session holds, its script makes it again, and undo gives the same bytes", arguments: Seeds.some)
    func undo(seed: UInt64) throws {
        let engine = try filled(seed, on: MemoryDisk())
        var random = SplitMix64(seed: seed)
        for _ in 0..<10 {
            guard let (gone, stays) = pair(engine.session, &random) else { continue }
            let before = engine.state
            do { try engine.run("merge \(gone) into \(stays)") } catch {
                #expect(engine.state == before, "seed \(seed)")
                #expect([.quoteWouldFall, .cannotMerge].contains(error.code), "seed \(seed): \(error.message)")
                continue
            }
            let merged = engine.state
            try IndexProof.check(engine.session)
            #expect(
                try engine.run("check references quotes digests") == "nothing found: references, quotes, digests\n",
                "seed \(seed)")
            let copy = try TestEngine(files: ["copy.dossier": try #require(engine.script)])
            try copy.replay("copy.dossier")
            #expect(copy.state.utf8.elementsEqual(merged.utf8), "seed \(seed)")
            try engine.run("undo")
            #expect(engine.state.utf8.elementsEqual(before.utf8), "seed \(seed)")
            try engine.run("redo")
            #expect(engine.state.utf8.elementsEqual(merged.utf8), "seed \(seed)")
            try engine.run("merge --undo \(gone)")
            #expect(engine.state.utf8.elementsEqual(before.utf8), "seed \(seed)")
            if Bool.random(using: &random) { try engine.run("undo") }
        }
    }

    @Test("a merge that is taken back after other work leaves that work alone", arguments: Seeds.some)
    func otherWork(seed: UInt64) throws {
        let disk = MemoryDisk()
        let (engine, alone) = (try filled(seed, on: disk), try filled(seed, on: MemoryDisk()))
        var random = SplitMix64(seed: seed)
        guard let (gone, stays) = pair(engine.session, &random) else { return }
        do { try engine.run("merge \(gone) into \(stays)") } catch { return }
        var work = ["add event \"Later\"", "add entity \"Brand new\"", "add source \"One more\" text=\"Its text.\""]
        for record in engine.session.records.shuffled(using: &random).prefix(12) {
            work.append("set \(record.id) x.since=\(work.count)")
        }
        for line in work {
            try engine.run(line)
            try alone.run(line)
        }
        try engine.engine.close()
        let again = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
        try again.run("merge --undo \(gone)")
        #expect(again.state.utf8.elementsEqual(alone.state.utf8), "seed \(seed)")
        try IndexProof.check(again.session)
    }
}
