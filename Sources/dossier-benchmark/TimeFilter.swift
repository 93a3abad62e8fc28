import DossierCore

/// `show events when:2024-10 limit 1`, which finds and counts all rows and shows one, over all events, beside a scan of ISO dates by SQLite.
struct TimeFilter {
    let times: SyntheticTimes

    var table: String {
        var table = MeasurementTable("the events of one month: when:2024-10")
        let notebook = SyntheticSession.notebook(times)
        var answer = ""
        let own = Measurement {
            try? notebook.run(SourceText("show events when:2024-10 limit 1")) { answer = $0.value.json.text }
        }
        table.add("dossier, in the open session", own, note: answer)
        let rows = times.texts.enumerated().compactMap { index, text -> String? in
            guard let when = try? When(text) else { return nil }
            return "\(index)|\(when.earliestDay)|\(when.latestDay)"
        }
        let peer = Peer.sqlite(
            rows: rows,
            query: "select count(*) from events where latest >= '2024-10-01' and earliest <= '2024-10-31'")
        table.add(
            "sqlite3, scan of ISO strings, in memory", peer.flatMap { Measurement(seconds: $0) }, note: "no index")
        return table.text
    }
}
