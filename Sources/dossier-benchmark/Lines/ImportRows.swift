import DossierEngine
import DossierLanguage
import Glibc

extension Line {
    /// A file of as many rows that become events with ids, actors, places and figures, log and state written, beside a table
    /// of texts.
    static let importRows = Line(name: "import") { workplace in
        let rows = workplace.file("rows.csv") { SyntheticRows(count: workplace.count).write(to: $0) }
        let session = workplace.file("imported.json")
        let database = workplace.file("imported.sqlite")
        let command =
            "import csv \"\(rows)\" kind=event id=row-{id} when={day} title={title} actor={side_a} actor={side_b} "
            + "place={place} quantity=\"{low}..{best}..{high} deaths\" x.precision={precision} text={text}"
        let measured = Measurement.alternating([
            {
                for name in ["imported.json", "imported.log"] { unlink(workplace.file(name)) }
                var isWhole = false
                let seconds = Measurement.seconds {
                    guard let engine = Workplace.engine(session) else { return }
                    do throws(Diagnostic) {
                        try engine.run(SourceText(command)) { blackHole($0) }
                        isWhole = true
                    } catch {
                        print("  the import failed: \(error.message)")
                    }
                }
                return isWhole ? seconds : nil
            },
            {
                ["", "-wal", "-shm"].forEach { unlink(database + $0) }
                return ChildProcess.run(["sqlite3", database, "-cmd", ".mode csv", ".import \(rows) rows"])?.seconds
            },
        ])
        return [
            Row(
                work: "import as many rows, log and state written", own: measured[0],
                peers: [("sqlite3, .import", measured[1])])
        ]
    }
}
