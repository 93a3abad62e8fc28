/// DuckDB on two threads, by its Python package: times are taken inside, without its start.
enum DuckDB {
    private static let columns =
        "columns={id: 'VARCHAR', title: 'VARCHAR', \"when\": 'VARCHAR', place: 'VARCHAR[]', earliest: 'VARCHAR'}"

    /// The events as they stand in JSON Lines, read anew at each query.
    static func scan(_ lines: String) -> String {
        "read_json('\(lines)', format='newline_delimited', \(columns))"
    }

    /// Runs a query, once that is not counted and five times that are.
    ///
    /// - Parameter setting: statements before, which are not counted.
    static func query(_ query: String, after setting: [String] = []) -> Measurement? {
        Python.measure(program(query, setting, runs: Measurement.runs))
    }

    /// The most memory that the query takes when it is run once, Python with it.
    static func peak(_ query: String) -> Int? {
        let files = TemporaryFiles(["program.py": program(query, [], runs: 0)])
        return ChildProcess.peak(of: ["python3", files.path + "/program.py"])
    }

    private static func program(_ query: String, _ setting: [String], runs: Int) -> String {
        """
        import duckdb, time
        connection = duckdb.connect()
        connection.execute("set threads=2")
        """ + "\n" + setting.map { "connection.execute(\"\"\"\($0)\"\"\")\n" }.joined() + """
            for run in range(\(runs + 1)):
                start = time.perf_counter()
                connection.execute(\"\"\"\(query)\"\"\").fetchall()
                if run: print(time.perf_counter() - start)
            """
    }
}
