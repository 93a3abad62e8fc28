import Testing

@testable import DossierModel

@Suite("judgements") struct JudgementTests {
    private static let setting = [
        #"add event e1 "Arrival""#, #"add claim c1 "About 1,500" about=e1 quantity=1500"#, #"add claim c2 "Other""#,
        "annotate e1,c1 type=judgement likelihood=likely confidence=low -- They are there.", "link c2 supports n1",
    ]

    @Test(
        "a judgement is told in two sentences, the likelihood with the range of ICD 203",
        arguments: [
            ("likely", "It is likely (55–80%)."), ("highly-improbable", "It is highly improbable (5–20%)."),
            ("remote", "The chance of it is remote (1–5%)."),
            ("almost-no-chance", "There is almost no chance of it (1–5%)."),
            ("roughly-even-odds", "The odds of it are roughly even (45–55%)."),
            ("nearly-certain", "It is nearly certain (95–99%)."), ("70%", "Its probability is 70%: likely (55–80%)."),
            ("10..30%", "Its probability is 10..30%: unlikely (20–45%)."),
        ])
    func sentences(likelihood: String, sentence: String) throws {
        let engine = try TestEngine(setting: [#"add event e1 "Arrival""#])
        #expect(
            try engine.run("annotate e1 type=judgement likelihood=\(likelihood) confidence=moderate -- So it is.")
                == """
                n1  note  So it is.
                  \(sentence)
                  Confidence in this is moderate: credible sources, not enough of them.

                """)
    }

    @Test("likelihood and confidence never stand in one sentence, and a comment has none")
    func apart() throws {
        let engine = try TestEngine(setting: Self.setting)
        for line in try engine.run("show judgements").split(separator: "\n") {
            #expect(!(line.contains("onfidence") && line.contains("%")))
        }
        #expect(try engine.run("annotate e1 likelihood=likely -- A remark").split(separator: "\n").count == 1)
    }

    @Test("what a judgement rests on is listed, and marked where it changed since; what was taken back did not")
    func changes() throws {
        let engine = try TestEngine(setting: Self.setting)
        let calm = """
            n1  note  They are there.
              It is likely (55–80%).
              Confidence in this is low: thin or questionable sources.
              rests on  e1  event  Arrival
              rests on  c1  claim  About 1,500
              supported by  c2  claim  Other

            1 judgement

            """
        #expect(try engine.run("show judgements") == calm)
        try engine.run("set c1 quantity=3000")
        let changed = try engine.run("show judgements")
        #expect(
            changed.contains("  rests on  c1  claim  About 1,500  (changed since: entry 6, 2024-10-23T09:00:00Z)\n"))
        #expect(changed.hasSuffix("1 judgement, 1 of them on grounds that have changed since\n"))
        try engine.run("undo")
        #expect(try engine.run("show judgements") == calm)
        try engine.run("set c1 quantity=3000")
        try engine.run("set n1 confidence=moderate")
        #expect(try !engine.run("show judgements").contains("changed since"), "it was put down anew")
        guard case .array(let json) = try engine.json("show judgements"), case .object(let first)? = json.first else {
            Issue.record("no list")
            return
        }
        #expect(
            first["restsOn"]?.text
                == #"[{"id": "e1", "by": "rests on"}, {"id": "c1", "by": "rests on"}, {"id": "c2", "by": "supports"}]"#)
    }

    @Test("a session without a log says that it does not know what changed")
    func withoutLog() throws {
        let session = try TestEngine(setting: Self.setting).session
        let text = try TestEngine(holding: session).run("show judgements")
        #expect(text.hasSuffix("1 judgement; without a log, changes since then are not known\n"))
    }
}
