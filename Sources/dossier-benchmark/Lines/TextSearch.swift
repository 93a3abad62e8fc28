extension Line {
    /// Events in which a word stands, a rare one and a common one, in a session that is open.
    static let textSearch = Line(name: "text-search") { workplace in
        let engine = Workplace.engine(workplace.session)
        return [("rare", SyntheticWords.rare), ("common", SyntheticWords.common)].map { name, word in
            let like = "select count(*) from bare where text like '%\(word)%' or title like '%\(word)%'"
            let indexed = "select count(*) from words where words match '\(word)'"
            return Row(
                work: "search a \(name) word, in the open session",
                own: engine.map { engine in Measurement { engine.ask("show events \"\(word)\" limit 1") } },
                peers: [
                    (
                        "ripgrep, a process",
                        Measurement.alternating([
                            CommandLineTools.work(CommandLineTools.ripgrep(word, in: workplace.lines))
                        ])[0]
                    ),
                    ("sqlite3 LIKE", SQLite.query(like, in: workplace.database)),
                    ("FTS5", SQLite.query(indexed, in: workplace.database)),
                ])
        }
    }
}
