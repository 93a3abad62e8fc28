import Testing

@testable import DossierModel
@testable import DossierOutput

@Suite("What an export loses") struct LossReportTests {
    private func record(_ kind: Kind, _ id: String) throws -> Record { Record(kind, try Identifier(id)) }

    @Test("losses are counted by manner, kind, field and reason, and name the first three records")
    func counts() throws {
        var report = LossReport()
        for id in ["raid", "talks", "fire", "flood"] { report.leaveOut(try record(.event, id), "no coordinates") }
        report.putInWords("stance", of: try record(.claim, "says"))
        report.lose("quantity", of: try record(.event, "raid"))
        report.lose("quantity", of: try record(.claim, "says"))
        report.leaveOut(try record(.source, "paper"))
        report.note("ids are made from the title")
        report.note("ids are made from the title")
        #expect(
            report.lines == [
                "left out: 1 source (paper)", "left out: 4 events (raid, talks, fire, …): no coordinates",
                "lost: quantity of 1 event (raid)", "lost: quantity of 1 claim (says)",
                "in words only: stance of 1 claim (says)", "ids are made from the title",
            ])
        #expect(
            report.json.text
                == #"{"losses": [{"manner": "left out", "kind": "source", "count": 1, "first": ["paper"]}, {"manner": "left out", "kind": "event", "count": 4, "first": ["raid", "talks", "fire"], "reason": "no coordinates"}, {"manner": "lost", "kind": "event", "field": "quantity", "count": 1, "first": ["raid"]}, {"manner": "lost", "kind": "claim", "field": "quantity", "count": 1, "first": ["says"]}, {"manner": "in words only", "kind": "claim", "field": "stance", "count": 1, "first": ["says"]}], "notes": ["ids are made from the title"]}"#
        )
    }

    @Test("all fields but those that are kept are lost")
    func others() throws {
        let engine = try TestEngine(setting: [#"add event e1 2024 "Raid" status=reported x.own=1 #a"#])
        let event = try #require(engine.engine.session[try Identifier("e1")])
        var report = LossReport()
        report.loseAll(of: event, but: [.title, .when])
        #expect(
            report.lines == [
                "lost: status of 1 event (e1)", "lost: tags of 1 event (e1)", "lost: x.own of 1 event (e1)",
            ])
    }

    @Test("a dry run gives the report alone, and says where nothing is lost")
    func dryRun() throws {
        let engine = try TestEngine(setting: ["add event e1 2024"])
        #expect(try engine.run("export json --dry-run") == "json carries all of it\n")
        #expect(throws: Never.self) { try engine.run("export json to x.json --dry-run") }
        #expect(engine.disk["/work/x.json"] == nil)
    }
}
