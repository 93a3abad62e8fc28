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

    private func filled(_ seed: UInt64, on disk: MemoryDisk) throws -> TestNotebook {
        var filled = FilledNotebook(seed: seed, try TestNotebook(opening: "/work/a.json", on: disk))
        try filled.fill(70)
        return filled.notebook
    }

    @Test("a merged session holds, its script makes it again, and undo gives the same bytes", arguments: Seeds.some)
    func undo(seed: UInt64) throws {
        let notebook = try filled(seed, on: MemoryDisk())
        var random = SplitMix64(seed: seed)
        for _ in 0..<10 {
            guard let (gone, stays) = pair(notebook.session, &random) else { continue }
            let before = notebook.state
            do { try notebook.run("merge \(gone) into \(stays)") } catch {
                #expect(notebook.state == before, "seed \(seed)")
                #expect([.quoteWouldFall, .cannotMerge].contains(error.rule), "seed \(seed): \(error.message)")
                continue
            }
            let merged = notebook.state
            try IndexProof.check(notebook.session)
            #expect(
                try notebook.run("check references quotes digests") == "nothing found: references, quotes, digests\n",
                "seed \(seed)")
            let copy = try TestNotebook(files: ["copy.dossier": try #require(notebook.script)])
            try copy.replay("copy.dossier")
            #expect(copy.state.utf8.elementsEqual(merged.utf8), "seed \(seed)")
            try notebook.run("undo")
            #expect(notebook.state.utf8.elementsEqual(before.utf8), "seed \(seed)")
            try notebook.run("redo")
            #expect(notebook.state.utf8.elementsEqual(merged.utf8), "seed \(seed)")
            try notebook.run("merge --undo \(gone)")
            #expect(notebook.state.utf8.elementsEqual(before.utf8), "seed \(seed)")
            if Bool.random(using: &random) { try notebook.run("undo") }
        }
    }

    @Test("a merge that is taken back after other work leaves that work alone", arguments: Seeds.some)
    func otherWork(seed: UInt64) throws {
        let disk = MemoryDisk()
        let (notebook, alone) = (try filled(seed, on: disk), try filled(seed, on: MemoryDisk()))
        var random = SplitMix64(seed: seed)
        guard let (gone, stays) = pair(notebook.session, &random) else { return }
        do { try notebook.run("merge \(gone) into \(stays)") } catch { return }
        var work = ["add event \"Later\"", "add entity \"Brand new\"", "add source \"One more\" text=\"Its text.\""]
        for record in notebook.session.records.shuffled(using: &random).prefix(12) {
            work.append("set \(record.id) x.since=\(work.count)")
        }
        for line in work {
            try notebook.run(line)
            try alone.run(line)
        }
        try notebook.notebook.close()
        let again = try TestNotebook(opening: "/work/a.json", on: disk.unlocked)
        try again.run("merge --undo \(gone)")
        #expect(again.state.utf8.elementsEqual(alone.state.utf8), "seed \(seed)")
        try IndexProof.check(again.session)
    }
}
