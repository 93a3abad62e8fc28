import DossierEngine
import DossierModel
import DossierStorage
import DossierTime

extension Line {
    /// The events of one month, all found and counted, beside a scan of ISO dates.
    static let timeFilter = Line(name: "time-filter") { workplace in
        let times = SyntheticTimes(count: workplace.count).texts
        guard let engine = workplace.engine(of: times) else { return [] }
        let own = Measurement { engine.ask("show events when:2024-10 limit 1") }
        let rows = times.map { text in
            let when = try? When(text)
            return "\(when?.earliestDay ?? "")|\(when?.latestDay ?? "")\n"
        }
        let path = workplace.file("times.sqlite") { path in
            let files = TemporaryFiles(["rows": rows.joined()])
            SQLite.run(
                "create table events (earliest, latest);\n.separator |\n.import '\(files.path)/rows' events\n", in: path
            )
        }
        let peer = SQLite.query(
            "select count(*) from events where latest >= '2024-10-01' and earliest <= '2024-10-31'", in: path)
        return [
            Row(
                work: "find the events of one month, in the open session", own: own,
                peers: [("sqlite3, scan of ISO strings", peer)])
        ]
    }
}

extension Workplace {
    /// An open session with one event for each time.
    fileprivate func engine(of times: [String]) -> Engine? {
        var session = Session()
        for (index, text) in times.enumerated() {
            guard let id = try? Identifier("e\(index + 1)"), let when = try? When(text) else { continue }
            var event = Record(.event, id)
            event[FieldName("title")] = [.text("Event \(index + 1)")]
            event[FieldName("when")] = [.when(when)]
            session.apply(Change(old: nil, new: event))
        }
        let state = file("times.json")
        Workplace.write(SessionFile.bytes(of: session), to: state)
        Workplace.nameState(state)
        return Workplace.engine(state)
    }
}
