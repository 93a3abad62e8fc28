import DossierCore

extension Line {
    /// The events of a place by time, in a session that is open.
    static let filterAndSort = Line(name: "filter-and-sort") { workplace in
        let place = SyntheticEvent.busyPlace
        let own = Workplace.notebook(workplace.session).map { notebook in
            Measurement { notebook.ask("show events place:\(place) by when limit 50") }
        }
        func query(_ table: String) -> String {
            "select id, time, title from \(table) where place = '\(place)' order by earliest limit 50"
        }
        let table = "create table events as from \(DuckDB.scan(workplace.lines))"
        let duckdb = DuckDB.query(
            "select id, \"when\", title from events where list_contains(place, '\(place)') order by earliest limit 50",
            after: [table])
        return [
            Row(
                work: "filter and sort, in the open session", own: own,
                peers: [
                    ("sqlite3, covering index", SQLite.query(query("events"), in: workplace.database)),
                    ("sqlite3, no index", SQLite.query(query("bare"), in: workplace.database)),
                    ("duckdb, own table", duckdb),
                ])
        ]
    }
}
