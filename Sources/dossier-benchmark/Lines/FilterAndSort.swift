extension Line {
    /// The events of a place by time, in a session that is open.
    static let filterAndSort = Line(name: "filter-and-sort") { workplace in
        let place = SyntheticEvent.busyPlace
        let own = Workplace.engine(workplace.session).map { engine in
            Measurement { engine.ask("show events place:\(place) by when limit 50") }
        }
        // The answer says how many there are beside the first fifty, so the others are asked for that too.
        func query(_ columns: String, _ table: String, _ condition: String) -> String {
            "select \(columns), (select count(*) from \(table) where \(condition)) from \(table) where \(condition) "
                + "order by earliest limit 50"
        }
        func sqlite(_ table: String) -> Measurement? {
            SQLite.query(query("id, time, title", table, "place = '\(place)'"), in: workplace.database)
        }
        let table = "create table events as from \(DuckDB.scan(workplace.lines))"
        let duckdb = DuckDB.query(
            query("id, \"when\", title", "events", "list_contains(place, '\(place)')"), after: [table])
        return [
            Row(
                work: "filter and sort, in the open session", own: own,
                peers: [
                    ("sqlite3, covering index", sqlite("events")), ("sqlite3, no index", sqlite("bare")),
                    ("duckdb, own table", duckdb),
                ])
        ]
    }
}
