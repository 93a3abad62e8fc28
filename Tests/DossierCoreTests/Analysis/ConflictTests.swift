import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierModel
@testable import DossierTime

@Suite("conflicts of claims") struct ConflictTests {
    private static let setting = [
        #"add source s1 "First" published=2024-10-20"#, #"add source s2 "Second" published=2024-10-25 derived=s1"#,
        #"add event e1 2024-10-08 "Arrival""#, #"add event e2 2024-10-13 "More follow""#,
        #"add entity nis "National Intelligence Service""#, #"add entity kyiv "Kyiv""#,
        #"add entity dprk "North Korea""#,
    ]

    /// What was found, as `sort certainty claims`.
    private func findings(_ claims: [String], _ query: String = "") throws -> [String] {
        let engine = try TestEngine(setting: Self.setting + claims)
        let records = engine.session.records(of: .claim)
        let found = ClaimConflicts(among: Array(records), in: engine.session).findings
        return found.map { finding in
            let sign = finding.certainty == .possibly ? "? " : " "
            return finding.sort.rawValue + sign + finding.claims.map(\.text).joined(separator: " ")
        }
    }

    @Test(
        "two figures of one thing by two speakers overlap, are apart, or meet only by the tolerance of ~",
        arguments: [
            ("1000..2000", "1500..3000", ["compatible c1 c2"]), ("1500", "1500", ["compatible c1 c2"]),
            ("~1500", "1800", ["compatible? c1 c2"]), ("~1500", "1876", ["contradiction c1 c2"]),
            ("..1000", "1500..", ["contradiction c1 c2"]), ("1500..", "3000", ["compatible c1 c2"]),
        ])
    func figures(first: String, second: String, expected: [String]) throws {
        let found = try findings([
            "add claim speaker=nis about=e1 stance=estimates quantity=\"\(first) soldiers\"",
            "add claim speaker=kyiv about=e1 stance=estimates quantity=\"\(second) soldiers\"",
        ])
        #expect(found == expected)
    }

    @Test("a later figure of the same speaker is an update, of the same origin too, and the earlier one stands first")
    func updates() throws {
        #expect(
            try findings([
                "add claim speaker=nis said=2024-10-23 about=e1 quantity=3000",
                "add claim speaker=nis said=2024-10-18 about=e1 quantity=1500",
            ]) == ["update c2 c1"])
        // Without speakers: s2 draws on s1, so that both are of one origin; what carries them says when.
        #expect(
            try findings(["add claim about=e1 source=s1 quantity=1500", "add claim about=e1 source=s2 quantity=3000"])
                == ["update c1 c2"])
        #expect(
            try findings([
                "add claim speaker=nis said=2024-10 about=e1 quantity=3000",
                "add claim speaker=nis said=2024-10-18 about=e1 quantity=1500",
            ]) == ["update? c1 c2"])
        #expect(
            try findings([
                "add claim speaker=nis about=e1 quantity=3000", "add claim speaker=nis about=e1 quantity=1500",
            ]) == ["update? c1 c2"])
        // On the same day neither is later.
        #expect(
            try findings([
                "add claim speaker=nis said=2024-10-18 about=e1 quantity=3000",
                "add claim speaker=nis said=2024-10-18 about=e1 quantity=1500",
            ]) == ["contradiction c1 c2"])
    }

    @Test("of several figures of one speaker each updates the one before")
    func chains() throws {
        let claims = [(18, 1500), (25, 5000), (23, 3000)].map { day, figure in
            "add claim speaker=nis said=2024-10-\(day) about=e1 quantity=\(figure)"
        }
        #expect(try findings(claims) == ["update c1 c3", "update c3 c2"])
    }

    @Test("the same speaker who repeats a figure updates nothing")
    func repetition() throws {
        #expect(
            try findings([
                "add claim speaker=nis said=2024-10-18 about=e1 quantity=1500",
                "add claim speaker=nis said=2024-10-23 about=e1 quantity=1500",
            ]) == ["compatible c1 c2"])
    }

    @Test(
        "about the same thing: the same events certainly, some of them or an entity only possibly, others not",
        arguments: [
            ("e1", "e1", ["contradiction c1 c2"]), ("e1", "e2", []), ("e1,e2", "e1,e2", ["contradiction c1 c2"]),
            ("e1,e2", "e1", ["contradiction? c1 c2"]), ("dprk", "dprk", ["contradiction? c1 c2"]),
            ("e1,dprk", "e1", ["contradiction c1 c2"]), ("e1,dprk", "e2,dprk", []), ("e1,dprk", "dprk", []),
        ])
    func subjects(first: String, second: String, expected: [String]) throws {
        let found = try findings([
            "add claim speaker=nis about=\(first) quantity=1500",
            "add claim speaker=kyiv about=\(second) quantity=3000",
        ])
        #expect(found == expected)
    }

    @Test(
        "figures of other units, other times, or of what is and what will be are not of the same thing",
        arguments: [
            (#"quantity="1500 soldiers""#, #"quantity="7 ships""#, []),
            (#"quantity="1500 soldiers""#, #"quantity="1500 Soldier""#, ["compatible c1 c2"]),
            (#"quantity="1500 soldiers""#, "quantity=3000", ["contradiction? c1 c2"]),
            ("quantity=1500 when=2024-10", "quantity=3000 when=2024-12", []),
            ("quantity=1500 when=2024-10", "quantity=3000 when=2024-10-20", ["contradiction? c1 c2"]),
            ("quantity=1500 stance=estimates", "quantity=3000 stance=forecasts", []),
            ("quantity=1500 stance=demands", "quantity=3000 stance=demands", ["contradiction c1 c2"]),
            (#"quantity="1500 men" quantity="7 ships""#, #"quantity="9 ships""#, ["contradiction c1 c2"]),
        ])
    func incomparable(first: String, second: String, expected: [String]) throws {
        let found = try findings([
            "add claim speaker=nis about=e1 \(first)", "add claim speaker=kyiv about=e1 \(second)",
        ])
        #expect(found == expected)
    }

    @Test("claims without figures are compared by the times that they give")
    func times() throws {
        #expect(
            try findings([
                "add claim speaker=nis about=e1 when=[2024-10-08..2024-10-13]",
                "add claim speaker=kyiv about=e1 when=2024-10-10", "add claim speaker=dprk about=e1 when=2024-10-20",
                "add claim speaker=dprk about=e1 when=2024-11~",
            ]) == ["contradiction? c1 c2 c3 c4", "update? c3 c4", "compatible c1 c2"])
    }

    @Test(
        "times that differ contradict each other where both lie within the event's own time; else they may be of other things",
        arguments: [
            ("2024-10", "2024-10-08", "2024-10-20", "contradiction c1 c2"),
            ("2024-10", "2024-10-08", "2024-11-02", "contradiction? c1 c2"),
            ("[2024-10-08..2024-10-09]", "2024-10-08", "2024-10-09", "contradiction c1 c2"),
            ("2024-10-08/2024-10-20", "2024-10-08", "2024-10-20~", "contradiction? c1 c2"),
            ("", "2024-10-08", "2024-10-09", "contradiction? c1 c2"),
            ("2024-10", "2024-10", "2024-10-09", "compatible c1 c2"),
        ])
    func timesOfTheEvent(event: String, first: String, second: String, expected: String) throws {
        let found = try findings([
            "add event own \(event) \"Breach\"", "add claim speaker=nis about=own when=\(first)",
            "add claim speaker=kyiv about=own when=\(second)",
        ])
        #expect(found == [expected])
    }

    @Test(
        "who represents a body, is its member or its part speaks for it; members that are bodies speak for themselves")
    func bodies() throws {
        let people = [
            #"add entity rep "Representative" type=person"#, #"add entity other "Other" type=person"#,
            #"add entity body "Body" type=organization"#, #"add entity office "Office" type=organization"#,
        ]
        let claims = [
            "add claim speaker=rep said=2024-10-18 about=e1 quantity=\"50 missing\"",
            "add claim speaker=other said=2024-10-23 about=e1 quantity=\"38 missing\"",
        ]
        let cases: [([String], String)] = [
            ([], "contradiction c1 c2"), (["link rep represents other"], "update c1 c2"),
            (["link other represents rep"], "update c1 c2"),
            (["link rep represents body", "link other member-of body"], "update c1 c2"),
            (["link rep member-of office", "link office part-of body", "link other represents body"], "update c1 c2"),
            (["link rep represents body", "link other represents office"], "contradiction c1 c2"),
            (["link rep allied-with other"], "contradiction c1 c2"),
            (
                ["set rep,other type=country", "link rep member-of body", "link other member-of body"],
                "contradiction c1 c2"
            ),
        ]
        for (links, expected) in cases { #expect(try findings(people + claims + links) == [expected], "\(links)") }
    }

    @Test("a pair that was looked at is settled; the others are told as before")
    func settled() throws {
        let claims = [
            "add claim speaker=nis about=e1 quantity=1500", "add claim speaker=kyiv about=e1 quantity=3000",
            "add claim speaker=dprk about=e1 quantity=4000",
        ]
        #expect(
            try findings(claims + ["link c1 compatible-with c2"]) == [
                "contradiction c1 c3", "contradiction c2 c3", "settled c1 c2",
            ])
        let engine = try TestEngine(setting: Self.setting + claims + ["link c1 compatible-with c2"])
        let answer = try engine.run("show conflicts")
        #expect(answer.contains("settled        e1     c1, c2  linked as compatible by l1"))
        #expect(answer.contains("2 contradictions, 0 updates, 0 compatible groups, 1 settled among 3 claims"))
    }

    @Test("the claims of a compatible group are in order, also where two of them are in several groups")
    func orderInGroups() throws {
        // Each is compatible with each, but for the third and the fourth.
        let ranges = ["10..40", "10..40", "10..20", "30..40"]
        let speakers = ["nis", "kyiv", "dprk", "rok"]
        let claims = zip(speakers, ranges).map { "add claim speaker=\($0) about=e1 quantity=\"\($1) men\"" }
        #expect(
            try findings(["add entity rok"] + claims) == [
                "contradiction c3 c4", "compatible c1 c2 c3", "compatible c1 c2 c4",
            ])
    }

    private static let articles = "../acceptance/dam-breach/"

    @Test("of two articles on a ferry, what contradicts each other is told, with what is only possible")
    func ferry() throws {
        let engine = try TestEngine(setting: [
            #"add source wire "Ferry burns off Harbour Point" published=2031-05-03"#,
            #"add source paper "What the crew heard" published=2031-05-05"#,
            "add entity coastguard type=organization", "add entity operator type=organization",
            "add entity mate type=person",
            "add event fire [2031-05-01..2031-05-02] \"Ferry burns\" source=wire source=paper",
            "add claim dead9 speaker=coastguard said=2031-05-02 about=fire quantity=\"9 dead\" source=wire",
            "add claim dead14 speaker=coastguard said=2031-05-04 about=fire quantity=\"14 dead\" source=paper",
            "add claim dead20 speaker=mate said=2031-05-04 about=fire quantity=\"20.. dead\" source=paper",
            "add claim late speaker=operator about=fire when=2031-05-02T01:10:00 source=wire",
            "add claim early speaker=mate about=fire when=2031-05-01T23:40:00 source=paper",
            "add claim alarm speaker=mate about=fire when=2031-05-01 source=paper",
            "add claim silence speaker=operator about=alarm stance=denies source=wire",
            "link early contradicts late",
        ])
        let found = ClaimConflicts(among: Array(engine.session.records(of: .claim)), in: engine.session).findings
        #expect(
            found.map { "\($0.sort) \($0.certainty) " + $0.claims.map(\.text).sorted().joined(separator: " ") }.sorted()
                == [
                    "compatible certainly alarm early", "contradiction certainly alarm silence",
                    "contradiction certainly dead14 dead20", "contradiction certainly dead20 dead9",
                    "contradiction certainly early late", "contradiction possibly alarm late",
                    "update certainly dead14 dead9",
                ])
    }

    @Test(
        "of two articles on a dam breach, what contradicts each other is told, and times that are merely named are one line"
    )
    func damBreach() throws {
        guard SharedData.exists(Self.articles) else { return }
        let files = ["dam-breach.dossier", "meridian.txt", "tribune.txt"].reduce(into: [:]) { files, name in
            files[name] = String(decoding: SharedData.bytes(of: Self.articles + name), as: UTF8.self)
        }
        let engine = try TestEngine(files: files)
        try engine.replay("dam-breach.dossier")
        let found = ClaimConflicts(among: Array(engine.session.records(of: .claim)), in: engine.session).findings
        let contradictions = found.filter { $0.sort == .contradiction }.map { finding in
            (finding.certainty == .possibly ? "? " : "") + finding.claims.map(\.text).sorted().joined(separator: " ")
        }
        #expect(
            contradictions.sorted() == [
                "? core gates18 gates2315 midnight t0240 warned water", "? denial photos", "dead41 dead73",
                "denial letter", "denial warned", "gates18 gates2315", "midnight t0240",
            ])
        #expect(found.contains { $0.sort == .update && $0.claims.map(\.text) == ["missing1", "dead41"] })
    }

    @Test("a denial stands against what asserts the same, certainly against a claim that it names")
    func denials() throws {
        #expect(
            try findings([
                "add claim speaker=nis about=e1 stance=asserts", "add claim speaker=dprk about=e1 stance=denies",
                "add claim speaker=kyiv about=e1 stance=condemns", "add claim speaker=kyiv about=e1",
                "add claim speaker=dprk about=c3 stance=denies",
            ]) == ["contradiction c1 c2", "contradiction? c2 c4", "contradiction c3 c5"])
        // Who denies one figure does not deny another.
        #expect(
            try findings([
                "add claim speaker=nis about=e1 stance=estimates quantity=1500",
                "add claim speaker=dprk about=e1 stance=denies quantity=10000",
            ]) == [])
        #expect(
            try findings([
                "add claim speaker=dprk said=2024-10-18 about=e1 stance=denies",
                "add claim speaker=dprk said=2024-10-25 about=e1 stance=asserts",
            ]) == ["update c1 c2"])
    }

    @Test("a link that contradicts is a contradiction, whatever the figures say; same-as makes one thing of two")
    func links() throws {
        #expect(
            try findings([
                "add claim speaker=nis about=e1 quantity=1500", "add claim speaker=kyiv about=e1 quantity=1500",
                "link c2 contradicts c1",
            ]) == ["contradiction c1 c2"])
        #expect(
            try findings([
                "add claim speaker=nis about=e1 quantity=1500", "add claim speaker=kyiv about=e2 quantity=3000",
                "link e1 same-as e2",
            ]) == ["contradiction c1 c2"])
    }

    @Test("compatible figures stand in groups in which each is compatible with each, and every pair stands in one")
    func groups() throws {
        let entities = (1...4).map { "add entity p\($0)-x \"Speaker \($0)\"" }
        let ranges = ["1000..2000", "1500..2500", "1800..3000", "2600..4000"]
        let claims = ranges.enumerated().map { "add claim speaker=p\($0 + 1)-x about=e1 quantity=\($1)" }
        #expect(
            try findings(entities + claims) == [
                "contradiction c1 c4", "contradiction c2 c4", "compatible c1 c2 c3", "compatible c3 c4",
            ])
    }

    @Test("the view tells speakers, dates, grades and the words in the source")
    func view() throws {
        let engine = try TestEngine(setting: Self.setting)
        try engine.run(
            #"""
            add source s3 "Report" -- He said that "about 1,500 are there", she that "3,000 came".
            add claim said=2024-10-18 speaker=nis about=e1 stance=estimates quantity="~1500 soldiers" source=s3 grade=B2 quote="about 1,500 are there"
            add claim said=2024-10-24 speaker=kyiv about=e1 stance=estimates quantity="3000 soldiers" source=s3 grade=C3 quote="3,000 came"
            """#)
        #expect(
            try engine.run("show conflicts") == """
                sort           about  claims  why
                ─────────────  ─────  ──────  ─────────────────────────────────────────────────────────
                contradiction  e1     c1, c2  ~1500 soldiers and 3000 soldiers have no number in common
                1 contradiction, 0 updates, 0 compatible groups among 2 claims

                c1  National Intelligence Service  2024-10-18  estimates  B2  ~1500 soldiers
                  “about 1,500 are there”  (s3)

                c2  Kyiv  2024-10-24  estimates  C3  3000 soldiers
                  “3,000 came”  (s3)

                """)
        #expect(try engine.run("show conflicts speaker:nis") == "no conflicts among 1 claim\n")
        guard case .object(let json) = try engine.json("show conflicts") else {
            Issue.record("no object")
            return
        }
        #expect(
            json["contradictions"]?.text
                == #"[{"claims": ["c1", "c2"], "about": ["e1"], "why": "~1500 soldiers and 3000 soldiers have no number in common", "certainty": "certainly"}]"#
        )
        #expect(json["updates"]?.text == "[]" && json["compatible"]?.text == "[]")
    }
}
