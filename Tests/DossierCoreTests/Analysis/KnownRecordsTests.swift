import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierTime

@Suite("as of a day") struct KnownRecordsTests {
    /// Three articles and what they carry.
    private static let setting = [
        "add source s1 published=2024-10-18 text=\"The NIS says so.\"", "add source s2 published=2024-10",
        "add source s3 retrieved=2024-11-02", "add source s4 \"Undated\"",
        "add entity nis \"NIS\" country=\"South Korea\"", "add entity rutte \"Rutte\"", "add entity alone \"Alone\"",
        "add event e1 2024-10-08 \"Arrival\" source=s1,s3", "add event e2 2024-10-21 \"Protest\"",
        "add event e3 2025 \"Parade\" status=expected", "add event e4 2024-09 \"Told later\" source=s3",
        "add claim c1 \"Said\" said=2024-10-18 speaker=nis source=s3 about=e3 quote=\"words\"",
        "add claim c2 \"Carried\" source=s2,s3 speaker=rutte", "add claim c3 \"Undated\" source=s4",
        "link e1 supports c2", "link e2 responds-to e1", "link nis allied-with rutte source=s3",
        "annotate c2,e4 -- on two", "annotate l2 -- on a link", "add note \"on nothing\"",
    ]

    private func known(_ day: String) throws -> (known: KnownRecords, session: Session) {
        let session = try TestEngine(setting: Self.setting).session
        let known = KnownRecords(session, by: try When(day))
        return (known, session.known(known))
    }

    @Test(
        "a record counts by the time it was said or published, or by what carries it",
        arguments: [
            ("s1", "2024-10-17", Certainty.no), ("s1", "2024-10-18", .certainly), ("s2", "2024-10-18", .possibly),
            ("s2", "2024-10-31", .certainly), ("s2", "2024-10", .certainly), ("s3", "2024-11-01", .no),
            ("s3", "2024-11-02", .certainly), ("s4", "1900", .certainly), ("e1", "2024-10-17", .no),
            ("e1", "2024-10-18", .certainly), ("e2", "2024-10-20", .no), ("e2", "2024-10-21", .certainly),
            ("e3", "2024-10-17", .no), ("e3", "2024-10-18", .certainly), ("e4", "2024-10-20", .no),
            ("e4", "2024-11-02", .certainly), ("c1", "2024-10-17", .no), ("c1", "2024-10-18", .certainly),
            ("c2", "2024-10-18", .possibly), ("c2", "2024-09-30", .no), ("c3", "1900", .certainly),
            ("l1", "2024-10-18", .possibly), ("l2", "2024-10-20", .no), ("l2", "2024-10-21", .certainly),
            ("l3", "2024-10-31", .no), ("l3", "2024-11-02", .certainly), ("nis", "2024-10-17", .no),
            ("nis", "2024-10-18", .certainly), ("south-korea", "2024-10-17", .no), ("alone", "1900", .certainly),
            ("south-korea", "2024-10-18", .certainly), ("rutte", "2024-10-18", .possibly),
            ("n1", "2024-10-18", .possibly), ("n1", "2024-09-30", .no), ("n2", "2024-10-20", .no),
            ("n3", "1900", .certainly),
        ])
    func certainties(id: String, day: String, wanted: Certainty) throws {
        #expect(try known(day).known.certainty(of: Identifier(known: id)) == wanted, "\(id) by \(day)")
    }

    @Test("what stays names nothing that is left out")
    func references() throws {
        let session = try known("2024-10-18").session
        #expect(session[Identifier(known: "e1")]?.references(.source).map(\.text) == ["s1"])
        #expect(session[Identifier(known: "c1")]?.references(.source) == [])
        #expect(session[Identifier(known: "c1")]?.quote == nil)
        #expect(session[Identifier(known: "n1")]?.references(.target).map(\.text) == ["c2"])
        try IndexProof.check(session)
    }

    @Test("a span had been said when it had begun")
    func spans() throws {
        let limit = try When("2024-10-10").latest
        #expect(try When("2024-10-08/2024-10-13").isBy(limit) == .certainly)
        #expect(try When("2024-10-11/2024-10-13").isBy(limit) == .no)
        #expect(try When("2024-10/2024-12").isBy(limit) == .possibly)
        #expect(try When("2024-10/..").isBy(try When("2024-10-31").latest) == .certainly)
        #expect(try When("../2024").isBy(limit) == .certainly)
        #expect(try When("[2024-10-08..2024-10-13]").isBy(limit) == .possibly)
        #expect(try When("2030").isBy(try When("2024/..").latest) == .certainly)
    }

    @Test("rows that are only possible are marked, and a line says what was left in and out")
    func remarks() throws {
        let engine = try TestEngine(setting: Self.setting)
        #expect(
            try engine.run("show claims as-of 2024-10-18 with title") == """
                %  ?  id  title
                ─  ─  ──  ───────
                1     c1  Said
                2  ?  c2  Carried
                3     c3  Undated
                3 claims: 2 certainly, 1 possibly (?)
                as of 2024-10-18: 6 of 21 records left out; only possibly said or published by then (?): c2, l1, n1, rutte, s2; without a date and left in: s4, c3

                """)
        #expect(
            try engine.json("show claims with title as-of 2024-10-18").text
                == #"[{"id": "c1", "title": "Said"}, {"id": "c2", "title": "Carried", "certainty": "possibly"}, {"id": "c3", "title": "Undated"}]"#
        )
        #expect(
            try engine.run("show claims as-of 2024-10-18 with title as csv").split(separator: "\n").count == 4)
        #expect(try engine.run("show claims as-of \"18 October 2024\" with title").contains("2  ?  c2  Carried"))
    }

    @Test("what was left out is said beside JSON, CSV and exports, which hold the answer alone")
    func remarksBesides() throws {
        let engine = try TestEngine(setting: Self.setting)
        let line = "as of 2024-10-18: 6 of 21 records left out"
        var replies: [Reply] = []
        for command in [
            "show claims as-of 2024-10-18 with title", "show claims as-of 2024-10-18 with title as csv",
            "export csv claims as-of 2024-10-18", "export json as-of 2024-10-18 to known.json",
            "export csv forecasts as-of 2024-10-18", "export script at 5",
        ] { try engine.engine.run(SourceText(command)) { replies.append($0) } }
        #expect(replies[0].answer.remarks.first?.hasPrefix(line) == true && replies[0].notices.isEmpty)
        for reply in replies[1...4] {
            #expect(reply.notices.first?.hasPrefix(line) == true && reply.answer.remarks.isEmpty)
        }
        #expect(replies[5].notices.first?.hasPrefix("as the session stood after entry 5") == true)
        let written = try #require(engine.disk.text("/work/known.json"))
        #expect(written.contains("\"c2\"") && !written.contains("\"s3\""))
        #expect(engine.error("export csv log as-of 2024-10-18").contains("error: "))
    }

    @Test("every kind, record and view can be asked as of a day, wherever that stands")
    func everywhere() throws {
        let engine = try TestEngine(setting: Self.setting)
        for command in [
            "show events as-of 2024-10-18 limit 2", "show as-of 2024-10-18 events", "show c1 as-of 2024-10-18",
            "show (claims) as-of 2024-10-18", "show \"Said\" as-of 2024-10-18", "show session as-of 2024-10-18",
        ] { #expect(try engine.run(command).contains("\nas of 2024-10-18: "), "\(command)") }
        for view in ViewTable.all where view.definition.reads == .records {
            let name = view.definition.name
            let rest = ["path": "e1 to c2", "support": "e1", "graph": "e1", "text": "s1"][name] ?? ""
            let answer = try engine.run("show \(name) \(rest) as-of 2024-10-18")
            #expect(answer.contains("as of 2024-10-18: 6 of 21 records left out"), "\(name)")
        }
        #expect(try engine.run("show forecasts as-of=2024-10-18") == engine.run("show forecasts as-of 2024-10-18"))
        #expect(engine.state == (try TestEngine(setting: Self.setting)).state)
    }

    @Test("what is known grows with the day, and nothing in it names what is not", arguments: Seeds.some)
    func grows(seed: UInt64) throws {
        var filled = FilledNotebook(seed: seed, try TestEngine())
        try filled.fill(80)
        let session = filled.engine.session
        var before: Set<Identifier>?
        for day in ["-0100", "1950", "2024-05", "2024-10-21", "2030", "2024/.."] {
            let known = KnownRecords(session, by: try When(day))
            let seen = session.known(known)
            let ids = Set(seen.records.map(\.id))
            #expect(before?.isSubset(of: ids) ?? true, "seed \(seed), \(day)")
            #expect(
                seen.records.allSatisfy { $0.mentions.allSatisfy(ids.contains) }, "seed \(seed), \(day)")
            try IndexProof.check(seen)
            before = ids
        }
        #expect(before?.count == session.count, "seed \(seed)")
    }
}
