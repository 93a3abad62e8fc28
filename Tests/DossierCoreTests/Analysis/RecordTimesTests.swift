import Testing

@testable import DossierAnalysis
@testable import DossierModel

@Suite("When records were made and changed") struct RecordTimesTests {
    private func entries(_ commands: [(at: String, changes: [Change])]) -> [LogEntry] {
        commands.enumerated().map { index, command in
            LogEntry(number: index + 1, at: command.at, by: "ana", action: .command("", changes: command.changes))
        }
    }

    @Test("the log says when a record was made and last changed, also under another id")
    func log() throws {
        let engine = try TestEngine(setting: ["add event e1 2024 \"Raid\""])
        let (event, id) = (try #require(engine.session[try Identifier("e1")]), try Identifier("raid"))
        let named = Record(.event, id)
        let times = RecordTimes(
            of: engine.session,
            log: entries([
                ("2024-01-01T00:00:00Z", [.put(event)]), ("2024-01-02T00:00:00Z", [.put(event, was: event)]),
                (
                    "2024-01-03T00:00:00Z",
                    [
                        .drop(event, from: engine.session),
                        Change(old: nil, new: named, place: .last, isRenamed: true),
                    ]
                ), ("2024-01-04T00:00:00Z", [.put(event)]),
            ]))
        #expect(times.created(id) == "2024-01-01T00:00:00Z" && times.modified(id) == "2024-01-03T00:00:00Z")
        #expect(times.created(event.id) == "2024-01-04T00:00:00Z" && times.newest == "2024-01-04T00:00:00Z")
        #expect(times.basis == nil)
    }

    @Test("without a log the newest day on which a source was published stands for it, else 1970")
    func withoutLog() throws {
        let engine = try TestEngine(setting: [
            "add source s1 \"Paper\" published=2024-03-09", "add source s2 \"Other\"",
        ])
        let published = RecordTimes(of: engine.session, log: [])
        #expect(published.created(try Identifier("s1")) == "2024-03-09T00:00:00Z" && published.basis == .published)
        let bare = RecordTimes(of: try TestEngine(setting: ["add event e1"]).session, log: [])
        #expect(bare.newest == "1970-01-01T00:00:00Z" && bare.basis == .epoch)
    }
}
