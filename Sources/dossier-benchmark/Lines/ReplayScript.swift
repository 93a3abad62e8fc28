import DossierEngine
import DossierLanguage
import Glibc

extension Line {
    /// A script of as many commands, as one group of the log, beside one transaction that does the same.
    static let replayScript = Line(name: "replay") { workplace in
        let script = workplace.file("script.dossier") { SyntheticScript(count: workplace.count).write(to: $0) }
        let statements = workplace.file("script.sql") { SyntheticScript(count: workplace.count).writeSQL(to: $0) }
        let session = workplace.file("replayed.json")
        let database = workplace.file("replayed.sqlite")
        let measured = Measurement.alternating([
            {
                for name in ["replayed.json", "replayed.log"] { unlink(workplace.file(name)) }
                var isWhole = false
                let seconds = Measurement.seconds {
                    guard let engine = Workplace.engine(session) else { return }
                    do throws(Diagnostic) {
                        try engine.replay(script) { blackHole($0) }
                        isWhole = true
                    } catch {
                        print("  the script failed: \(error.message)")
                    }
                }
                return isWhole ? seconds : nil
            },
            {
                ["", "-wal", "-shm"].forEach { unlink(database + $0) }
                return ChildProcess.run(["sqlite3", database], input: statements)?.seconds
            },
        ])
        return [
            Row(
                work: "replay as many commands, log written", own: measured[0],
                peers: [("sqlite3, one transaction", measured[1])])
        ]
    }
}
