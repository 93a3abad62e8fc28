extension Line {
    /// Starting, one trivial question, and leaving: thirty processes of each in turn. With a log beside it a state is known by its
    /// size and time; alone it may come from anywhere, so that all of it is read.
    static let start = Line(name: "start", grows: false) { workplace in
        guard let dossier = Workplace.dossier else { return [] }
        let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        let name = root + "/sessions/dprk-russia-2024"
        let logged = workplace.file("logged.json") { path in
            _ = ChildProcess.run([dossier, "replay", name + ".dossier", "--into", path])
        }
        let alone = workplace.file("alone.json") { path in _ = ChildProcess.run(["cp", name + ".json", path]) }
        let database = workplace.file("small.sqlite") { path in
            SQLite.run("create table events (id, title); insert into events values ('e1', 'a');", in: path)
        }
        let measured = Measurement.alternating(
            rounds: 30,
            [
                CommandLineTools.work([dossier, logged, "-c", "show session"]),
                CommandLineTools.work([dossier, alone, "-c", "show session"]),
                CommandLineTools.work(["sqlite3", database, "select count(*) from events"]),
            ])
        return [
            Row(work: "start with log, 'show session'", own: measured[0], peers: [("sqlite3", measured[2])]),
            Row(work: "start, state alone, 'show session'", own: measured[1], peers: [("sqlite3", measured[2])]),
        ]
    }
}
