/// SQLite: its shell makes databases and runs scripts; queries of an open database run in Python, since the shell's timer tells
/// no more than milliseconds.
enum SQLite {
    /// Makes a database of the events, with an index that covers the query of a place and one for words.
    static func makeDatabase(at path: String, rows: String) {
        let columns = "id, title, time, earliest, type, actor, other, place, quantity, status, text"
        run(
            """
            create table events (\(columns));
            .mode ascii
            .import '\(rows)' events
            create table bare as select * from events;
            create index covering on events (place, earliest, id, time, title);
            create virtual table words using fts5(title, text, content='events', content_rowid='rowid');
            insert into words(words) values('rebuild');
            analyze;
            """, in: path)
    }

    /// Runs a script and gives how long it took as a process.
    @discardableResult
    static func run(_ script: String, in database: String) -> Double? {
        let files = TemporaryFiles(["script.sql": script])
        return ChildProcess.run(["sqlite3", database], input: files.path + "/script.sql")?.seconds
    }

    /// Runs a query in an open database, once that is not counted and five times that are; Python takes the times.
    static func query(_ query: String, in database: String?) -> Measurement? {
        guard let database else { return nil }
        return Python.measure(
            """
            import sqlite3, sys, time
            connection = sqlite3.connect(sys.argv[1])
            connection.execute("pragma cache_size=-400000")
            connection.execute("pragma mmap_size=4000000000")
            for run in range(\(Measurement.runs + 1)):
                start = time.perf_counter()
                connection.execute(sys.argv[2]).fetchall()
                if run: print(time.perf_counter() - start)
            """, [database, query])
    }
}
