import DossierAnalysis
import DossierEngine
import DossierModel
import DossierStorage
import DossierText

/// What is done with the files of a session as a whole: saving what a damaged one still proves, folding a long log.
struct Maintenance {
    let console: Console
    let invocation: Invocation

    private var output: Output { Output(console: console, invocation: invocation) }

    /// Saves what can be proved of a session into a new one; the exit code is 1 where something was lost.
    func repair(_ path: String) -> Int32 {
        let report: SessionRepair.Report
        do throws(StorageError) {
            let surroundings = SystemSurroundings.make()
            let repair = SessionRepair(
                path: try SystemSurroundings.absolute(path), disk: PosixDisk(), trust: invocation.trust)
            let new = invocation.into ?? ""
            report = try repair.save(
                into: try SystemSurroundings.absolute(new), named: new, overwrites: invocation.overwrite,
                at: surroundings.now(),
                by: surroundings.author)
        } catch {
            return output.fail(error)
        }
        if invocation.json {
            console.print(report.json.text + "\n")
        } else {
            for line in report.saved { console.print(VisibleText.escaping("saved: " + line) + "\n") }
            for line in report.notes { console.print(VisibleText.escaping("note: " + line) + "\n") }
            for line in report.lost { console.print(VisibleText.escaping("lost: " + line) + "\n") }
        }
        return report.lost.isEmpty ? 0 : 1
    }

    /// Folds the log of a session.
    func compact(_ path: String) -> Int32 {
        do throws(StorageError) {
            let engine = try Program(console: console).open(path, invocation, invocation.access)
            for notice in engine.notices { output.note(notice) }
            let compaction = try engine.compact(keepsArchive: invocation.keepsArchive)
            try engine.close()
            console.print(invocation.json ? compaction.json.text + "\n" : compaction.text + "\n")
            return 0
        } catch {
            return output.fail(error)
        }
    }
}

extension SessionRepair.Report {
    fileprivate var json: JSONValue {
        .object([
            "saved": .array(saved.map { .string($0) }), "notes": .array(notes.map { .string($0) }),
            "lost": .array(lost.map { .string($0) }),
        ])
    }
}

extension Compaction {
    fileprivate var text: String {
        if folded == 0 { return "there is nothing to fold" }
        let kept = archive.map { "; '\($0)' keeps them" } ?? "; they were not kept"
        return "\(folded) \(folded == 1 ? "entry" : "entries") folded" + VisibleText.escaping(kept)
    }

    fileprivate var json: JSONValue {
        .object(["folded": .number(JSONNumber(folded)), "archive": archive.map { .string($0) } ?? .null])
    }
}
