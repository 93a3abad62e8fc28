import Recording
import Testing

@testable import DossierAnalysis
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierTime

@Suite("forecasts") struct ForecastTests {
    private static let setting = [
        #"add source s1 "Report" published=2024-10-22"#, #"add entity nis "NIS""#, #"add entity kyiv "Kyiv""#,
        "add note f-1 type=forecast due=2024-12-31 likelihood=70% -- They fight",
        "add note f-2 type=forecast due=2025-03 likelihood=likely -- Ten thousand come",
        "add note f-3 type=forecast due=2024-06 likelihood=5..15% -- A treaty",
        #"add claim c-1 "They fight" speaker=nis stance=forecasts when=2024-11 likelihood=90% said=2024-10-18"#,
        #"add claim c-2 "It ends" speaker=nis speaker=kyiv stance=forecasts likelihood=unlikely said=2024-10-20"#,
        #"add claim c-3 "No forecast" speaker=nis stance=asserts"#, "add note n-1 type=comment -- No forecast",
    ]

    private func brier(_ likelihood: String, _ cameTrue: Bool) throws -> String? {
        BrierScore(try Likelihood(likelihood), cameTrue: cameTrue).mean?.text(decimals: 6)
    }

    @Test("the Brier score is the square of how far the probability was from what came")
    func brier() throws {
        #expect(try brier("70%", true) == "0.090000")  // (0.7 - 1)²
        #expect(try brier("70%", false) == "0.490000")  // 0.7²
        #expect(try brier("likely", true) == "0.105625")  // the middle of 55 to 80 is 67.5: (0.675 - 1)²
        #expect(try brier("55..80%", true) == "0.105625")
        #expect(try brier("0%", true) == "1.000000" && brier("100%", true) == "0.000000")
        #expect(BrierScore().mean == nil)
        let sum = BrierScore(try Likelihood("70%"), cameTrue: true) + BrierScore(try Likelihood("50%"), cameTrue: false)
        #expect(sum.mean == 0.17)  // (0.09 + 0.25) / 2
    }

    @Test(
        "each forecaster has a score of the resolved ones, a void one counts for nobody, several speakers each answer")
    func scores() throws {
        let engine = try TestEngine(setting: Self.setting)
        try engine.run(
            "set f-1 outcome=yes\nset f-2 outcome=void\nset f-3 outcome=no\nset c-1 outcome=yes\nset c-2 outcome=no")
        guard case .object(let json) = try engine.json("show forecasts") else {
            Issue.record("no object")
            return
        }
        // nis: (0.9 - 1)² = 0.01 and 0.325² = 0.105625, mean 0.0578125; kyiv: 0.105625;
        // the analyst: (0.7 - 1)² = 0.09 and 0.1² = 0.01, mean 0.05
        #expect(
            json["scores"]?.text
                == #"[{"by": "nis", "resolved": 2, "brier": 0.057813}, {"by": "kyiv", "resolved": 1, "brier": 0.105625}, {"by": "the analyst", "resolved": 2, "brier": 0.050000}]"#
        )
        #expect(
            json["calibration"]?.text
                == #"[{"band": "very-unlikely", "range": "5–20%", "resolved": 1, "stated": 0.100000, "came": 0.000000}, {"band": "unlikely", "range": "20–45%", "resolved": 1, "stated": 0.325000, "came": 0.000000}, {"band": "likely", "range": "55–80%", "resolved": 1, "stated": 0.700000, "came": 1.000000}, {"band": "very-likely", "range": "80–95%", "resolved": 1, "stated": 0.900000, "came": 1.000000}]"#
        )
        try expectRecorded(engine.run("show forecasts", width: 80), at: Golden.path("forecasts"))
    }

    @Test(
        "a percentage belongs to the step of ICD 203 in which the middle lies, the upper of two",
        arguments: [
            ("0%", 0), ("4%", 0), ("5%", 1), ("20%", 2), ("50%", 3), ("55%", 4), ("55..80%", 4), ("80%", 5), ("95%", 6),
            ("100%", 6), ("almost-no-chance", 0), ("roughly-even-odds", 3), ("probable", 4), ("nearly-certain", 6),
        ])
    func steps(text: String, step: Int) throws { #expect(try Likelihood(text).step == step) }

    @Test("overdue is told from the day that is given, certainly where all of the time for it is past")
    func states() throws {
        let engine = try TestEngine(setting: Self.setting)
        func states(_ day: String) throws -> [String] {
            let day = try When(day)
            return engine.session.records.compactMap { Forecast($0) }.map { forecast in
                let stands = forecast.state(asOf: day)
                return forecast.record.id.text + " " + stands.state.rawValue
                    + (stands.certainty == .possibly ? "?" : "")
            }.filter { !$0.contains("open") }
        }
        #expect(try states("2024-05-31") == [])
        #expect(try states("2024-06-15") == ["f-3 overdue?"])
        #expect(try states("2024-12-31") == ["c-1 overdue", "f-3 overdue"])
        #expect(try states("2025-01-01") == ["c-1 overdue", "f-1 overdue", "f-3 overdue"])
    }

    @Test("an earlier day knows no outcome that was known afterwards, in no view")
    func outcomesLater() throws {
        let engine = try TestEngine(setting: Self.setting)
        try engine.run("set f-1 outcome=yes resolved=2024-11-05\nset f-2 outcome=no\nset c-1 outcome=yes")
        func states(_ day: String) throws -> String {
            let rows = try engine.json("show forecasts as-of \(day)").object?["forecasts"]?.array ?? []
            return rows.compactMap { row in
                guard let id = row.object?["id"]?.string, let state = row.object?["state"]?.string else { return nil }
                let mark = row.object?["certainty"] == nil ? "" : "?"
                return ["f-1", "f-2", "c-1"].contains(id) ? "\(id) \(state)\(mark)" : nil
            }.sorted().joined(separator: ", ")
        }
        #expect(try states("2024-10-30") == "c-1 open, f-1 open, f-2 open")
        #expect(try states("2024-11-05") == "c-1 resolved?, f-1 resolved, f-2 open")
        #expect(try states("2025-03-31") == "c-1 resolved, f-1 resolved, f-2 resolved")
        let early = try engine.json("show forecasts as-of 2024-10-30").object
        #expect(early?["scores"]?.text == "[]", "what is not known scores nobody")
        #expect(try engine.run("show notes as-of 2024-10-30 with outcome,resolved as csv").contains("yes") == false)
        let remark = "outcomes not known by then: c-1, f-1, f-2"
        #expect(try engine.run("show notes as-of 2024-10-30").contains(remark))
        #expect(try !engine.run("export json as-of 2024-10-30").contains("resolved"))
        #expect(try engine.run("show forecasts").contains("resolved: yes"), "without a day all outcomes are known")
    }

    @Test("an outcome whose forecast has no day, and none of its own, is known whenever it is asked for")
    func outcomesUndated() throws {
        let engine = try TestEngine(setting: Self.setting + ["set c-2 outcome=no"])
        #expect(try engine.run("show forecasts as-of 2024-10-21").contains("resolved: no"))
    }

    @Test("no clock is read: without a day it is the latest that the session surely knows, and the view says which")
    func basis() throws {
        let engine = try TestEngine(setting: Self.setting)
        #expect(
            try engine.run("show forecasts").contains("as of 2024-10-22, the latest day on which something here was"))
        #expect(try engine.run("show forecasts as-of=2025-01-01").contains("as of 2025-01-01, as given"))
        try engine.run("add source s2 \"Later\" published=2025-02~")
        #expect(try engine.run("show forecasts").contains("as of 2025-02-01, the latest day"))
        let empty = try TestEngine(setting: ["add note type=forecast due=2024 -- It comes"])
        #expect(try empty.run("show forecasts").contains("no day is known, so nothing is overdue"))
        #expect(
            try engine.json("show forecasts notes as-of=2024-12-31").text.hasPrefix(
                #"{"asOf": "2024-12-31", "asOfFrom": "given""#))
    }

    @Test("a day that is none is refused at its place")
    func wrongDay() throws {
        let text = try TestEngine().error("show forecasts as-of=soon")
        #expect(text.contains("  show forecasts as-of=soon\n                       ^~~~\n"))
    }
}
