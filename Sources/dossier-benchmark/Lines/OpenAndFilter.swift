extension Line {
    /// A session from its file to the first fifty events of a place: as a process, and inside one.
    static let openAndFilter = Line(name: "open-and-filter") { workplace in
        let place = SyntheticEvent.busyPlace
        let command = "show events place:\(place) limit 50"
        let (session, lines) = (workplace.session, workplace.lines)
        let scan = "from \(DuckDB.scan(lines)) where list_contains(place, '\(place)')"
        let inside = Measurement { Workplace.engine(session)?.ask(command) }
        let duckdb = DuckDB.query("select id, \"when\", title \(scan) limit 50")
        let sorted = DuckDB.query("select id, \"when\", title \(scan) order by earliest limit 50")
        var works = [CommandLineTools.work(CommandLineTools.jq(lines, place: place))]
        if let dossier = Workplace.dossier { works.append(CommandLineTools.work([dossier, session, "-c", command])) }
        let simdjson = Simdjson()
        if let simdjson { works.append(CommandLineTools.work(simdjson.command(lines, place: place))) }
        var measured = Measurement.alternating(works)[...]
        let jq = measured.removeFirst()
        let process = Workplace.dossier == nil ? nil : measured.removeFirst()
        let simd = simdjson == nil ? nil : measured.removeFirst()
        return [
            Row(
                work: "open and filter, as a process", own: process,
                peers: [("simdjson", simd), ("jq", jq)]),
            Row(
                work: "open and filter, inside", own: inside,
                peers: [("duckdb, first fifty", duckdb), ("duckdb, all sorted", sorted)]),
        ]
    }
}
