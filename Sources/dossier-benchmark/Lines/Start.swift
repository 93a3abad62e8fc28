extension Line {
    /// Starting, one trivial question, and leaving: thirty processes of each in turn.
    static let start = Line(name: "start", grows: false) { workplace in
        guard let dossier = Workplace.dossier else { return [] }
        let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        let session = workplace.file("real.json") { path in
            _ = ChildProcess.run(["cp", root + "/sessions/dprk-russia-2024.json", path])
        }
        let database = workplace.file("small.sqlite") { path in
            SQLite.run("create table events (id, title); insert into events values ('e1', 'a');", in: path)
        }
        let measured = Measurement.alternating(
            rounds: 30,
            [
                CommandLineTools.work([dossier, session, "-c", "show session"]),
                CommandLineTools.work(["sqlite3", database, "select count(*) from events"]),
            ])
        return [
            Row(work: "start, 'show session' of the real session", own: measured[0], peers: [("sqlite3", measured[1])])
        ]
    }
}
