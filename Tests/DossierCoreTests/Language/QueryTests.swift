import Testing

@testable import DossierAnalysis
@testable import DossierLanguage
@testable import DossierModel

/// Every question that a query can ask, of one small session.
@Suite("queries") struct QueryTests {
    private let engine: TestEngine

    init() throws {
        engine = try TestEngine(setting: [
            #"add source s1 "Seoul protests" publisher=Reuters published=2024-10-22 reliability=C language=en tlp=green -- The NIS said that 1,500 troops had come."#,
            #"add source s2 "NIS briefing" published=2024-10-18 reliability=A author="Cho Tae-yong" derived=s1 #primary"#,
            #"add source s3 "Blog" reliability=F"#,
            #"add entity rok "South Korea" type=country alias="대한민국" coordinates=37.5,127"#,
            #"add entity nis "National Intelligence Service" type=organization alias=NIS alias="국가정보원" country=rok"#,
            #"add entity dprk "North Korea" type=country alias="ＤＰＲＫ""#,
            #"add event e1 2024-10-08/2024-10-13 "First contingent arrives" actor=dprk place="Vladivostok" status=reported type=movement source=s1 #troops x.dead=12"#,
            #"add event e2 2024-10-21 "Seoul summons the ambassador" actor=rok status=confirmed #diplomacy #Seoul"#,
            #"add event e3 2024-06 "Putin visits Pyongyang" status=confirmed type=visit"#,
            #"add event e4 2024 "A year of visits" status=expected"#,
            #"add event e5 "Undated""#,
            #"add event e6 [2024-10-30..2024-11-02] "One of four days" status=disputed -- 북한군 파병"#,
            #"add claim c1 "1,500 are there" said=2024-10-18 speaker=nis about=e1 stance=estimates source=s1 quote="1,500 troops" grade=B2 likelihood=likely"#,
            #"add claim c2 "None are there" speaker=dprk about=e1 stance=denies source=s1 source=s3 grade=F6 likelihood=55..90%"#,
            #"add claim c3 "More will come" speaker=nis about=e6 stance=forecasts grade=C3 likelihood=20%"#,
            #"add note n1 "No second service" type=gap target=e1"#,
            #"add note n2 "They will fight" type=forecast likelihood=very-likely confidence=low due=2025-01 outcome=yes"#,
            #"add note n3 "Plausible" type=judgement target=c1 confidence=high tlp=amber"#,
            #"link e2 responds-to e1 strength=strong -- the protest names the troops"#,
            #"link c2 contradicts c1 grade=B3"#,
        ])
    }

    private func check(_ query: String, _ ids: String) throws {
        #expect(try engine.found(query) == ids, "\(query)")
    }

    @Test("a kind, all records, tags and texts")
    func terms() throws {
        try check("events", "e1 e2 e3 e4 e5 e6")
        try check("event", "e1 e2 e3 e4 e5 e6")
        try check("#troops", "e1")
        try check("#SEOUL", "e2")
        try check("#nothing", "")
        try check("sources tag:primary", "s2")
        try check("events tags:troops,diplomacy", "e1 e2")
        try check("\"summons\"", "e2")
        try check("events SUMMONS ambassador", "e2")
        try check("\"북한군\"", "e6")
        try check("events \"대한민국\"", "e2")
        try check("events \"dprk\"", "e1")
        try check("\"1,500 TROOPS\"", "s1 c1")
        try check("events \"e3\"", "e3")
        try check("events \"reported\"", "e1")
    }

    @Test("or, - and parentheses")
    func logic() throws {
        try check("events #troops or #diplomacy", "e1 e2")
        try check("events -#troops status:confirmed", "e2 e3")
        try check("events -(#troops or #diplomacy) has:when", "e3 e4 e6")
        try check("events (#troops or #diplomacy) -status:confirmed", "e1")
        try check("events --#troops", "")
        try check("(events)", "e1 e2 e3 e4 e5 e6")
        try check("events or claims", "e1 e2 e3 e4 e5 e6 c1 c2 c3")
        try check("(events #troops or claims) -stance:denies", "e1 c1 c3")
        try check("events -has:when or #troops", "e1 e5")
    }

    @Test("a time has three answers, and what is only possible is marked")
    func times() throws {
        try check("events when:2024-10", "e1 e2 e4? e6?")
        try check("events when=2024-10", "e1 e2")
        try check("events when:2024", "e1 e2 e3 e4 e6")
        try check("events when:2024-10-21", "e2 e4?")
        try check("events -when:2024-10", "e3 e4? e5 e6?")
        try check("events when<2024-10", "e3 e4?")
        try check("events when<=2024-10-21", "e1 e2 e3 e4?")
        try check("events when>2024-10-13", "e2 e4? e6")
        try check("events when>=2024-10-08", "e1 e2 e4? e6")
        try check("events before:2024-10", "e3 e4?")
        try check("events after:2024-10", "e4? e6?")
        try check("events during:2024-10", "e1 e2 e4? e6?")
        try check("events before:e2", "e1 e3 e4?")
        try check("events after:e1", "e2 e4? e6")
        try check("events during:e4", "e2? e3? e4? e6?")
        try check("claims said:2024-10", "c1")
        try check("sources published<2024-10-20", "s2")
        try check("notes due>2024", "n2")
        try check("when:2024-10", "e1 e2 e4? e6?")
    }

    @Test("grades, reliability and likelihood are compared by rank and range; F and 6 have none")
    func ranks() throws {
        try check("claims grade:B2", "c1")
        try check("claims grade:B", "c1")
        try check("claims grade=B2", "c1")
        try check("claims grade>=C3", "c1 c3")
        try check("claims grade>C3", "c1")
        try check("claims grade<=C3", "c3")
        try check("claims grade<B2", "c3")
        try check("claims grade:F6", "c2")
        try check("claims -grade:F6", "c1 c3")
        try check("links grade:B3", "l2")
        try check("sources reliability:A", "s2")
        try check("sources reliability>=C", "s1 s2")
        try check("sources reliability<A", "s1")
        try check("sources reliability<=C", "s1")
        try check("sources reliability>C", "s2")
        try check("sources reliability=F", "s3")
        try check("claims likelihood:likely", "c1 c2?")
        try check("claims likelihood=likely", "c1")
        try check("claims likelihood>50%", "c1 c2")
        try check("claims likelihood<50%", "c3")
        try check("claims likelihood>=80%", "c1? c2?")
        try check("claims likelihood<=55%", "c1? c2? c3")
        try check("notes likelihood:very-likely", "n2")
    }

    @Test("words of a vocabulary are matched whole, and compared in the order of their list")
    func words() throws {
        try check("events status:confirmed", "e2 e3")
        try check("events status:confirmed,disputed", "e2 e3 e6")
        try check("events status<disputed", "e1 e2 e3")
        try check("events status<=disputed", "e1 e2 e3 e6")
        try check("events status>confirmed", "e4 e6")
        try check("events status>=disputed", "e4 e6")
        try check("events type:visit", "e3")
        try check("notes confidence>low", "n3")
        try check("notes outcome:yes", "n2")
        try check("notes type:gap,forecast", "n1 n2")
        try check("tlp>=green", "s1 n3")
        try check("tlp:amber", "n3")
        try check("links strength:strong", "l1")
        try check("entities type:country", "rok dprk")
        try check("claims stance:denies", "c2")
    }

    @Test("records are asked by what they name, and by the names of those")
    func references() throws {
        try check("events actor:dprk", "e1")
        try check("events actor:rok,dprk", "e1 e2")
        try check("events actor:korea", "e1 e2")
        try check("events actor=\"North Korea\"", "e1")
        try check("claims speaker:\"intelligence\"", "c1 c3")
        try check("claims speaker:국가정보원", "c1 c3")
        try check("claims about:e1..e6", "c1 c2 c3")
        try check("claims source:s3", "c2")
        try check("notes target:e1,c1", "n1 n3")
        try check("entities country:rok", "nis")
        try check("sources derived:s1", "s2")
        try check("from:e2", "l1")
        try check("events place:vladi", "e1")
    }

    @Test("links, relations, ids, kinds, and what a record holds")
    func specials() throws {
        try check("linked:e1", "e2")
        try check("linked:c1,e2", "e1 c2")
        try check("relation:contradicts", "c1 c2 l2")
        try check("events relation:answered-by", "e1 e2")
        try check("links relation:responds-to", "l1")
        try check("id:e1..e3", "e1 e2 e3")
        try check("id:nis,c2", "nis c2")
        try check("kind:claim #troops", "")
        try check("kind:claims", "c1 c2 c3")
        try check("claims has:quote", "c1")
        try check("events has:links", "e1 e2")
        try check("events has:notes", "e1")
        try check("events -has:claims", "e2 e3 e4 e5")
        try check("events has:x.dead", "e1")
        try check("has:tag", "s2 e1 e2")
    }

    @Test("texts contain with : and are equal with =; fields of one's own are texts")
    func texts() throws {
        try check("sources publisher:reut", "s1")
        try check("sources publisher=reuters", "s1")
        try check("sources publisher=reut", "")
        try check("sources author:cho", "s2")
        try check("sources language=en,ko", "s1")
        try check("entities name:korea", "rok dprk")
        try check("entities alias:dprk", "dprk")
        try check("entities coordinates:37.5", "rok")
        try check("claims quote:troops", "c1")
        try check("x.dead:12", "e1")
        try check("events title:\"Seoul summons\"", "e2")
    }

    @Test("rows are sorted by any field, what is missing last both ways, and equal rows keep their order")
    func order() throws {
        try check("events by when", "e4 e3 e1 e2 e6 e5")
        try check("events by -when", "e6 e2 e1 e3 e4 e5")
        try check("events by status,title", "e1 e3 e2 e6 e4 e5")
        try check("events by status -title", "e1 e2 e3 e6 e4 e5")
        try check("events by -id", "e6 e5 e4 e3 e2 e1")
        try check("claims by grade", "c1 c3 c2")
        try check("claims by likelihood", "c3 c1 c2")
        try check("sources by reliability", "s2 s1 s3")
        try check("entities by name", "nis dprk rok vladivostok")
        try check("claims by speaker", "c2 c1 c3")
        try check("has:quote or #troops by -kind", "c1 e1")
    }

    @Test("limit takes the first rows")
    func limit() throws {
        try check("events by when limit 2", "e4 e3")
        #expect(try engine.run("show events limit 2").hasSuffix("2 of 6 events\n"))
        #expect(try engine.run("show events #none") == "no events\n")
        #expect(try engine.run("show #none") == "no records\n")
    }

    @Test("possible rows are marked and counted")
    func certainty() throws {
        #expect(
            try engine.run("show events when:2024-10 by when with when") == """
                %  ?  id  when
                ─  ─  ──  ────────────────────────
                1  ?  e4  2024
                2     e1  2024-10-08/2024-10-13
                3     e2  2024-10-21
                4  ?  e6  [2024-10-30..2024-11-02]
                4 events: 2 certainly, 2 possibly (?)

                """)
    }

    @Test("count by tells how many rows have each value, the most first")
    func counts() throws {
        #expect(
            try engine.run("show events count by status") == """
                status     count
                ─────────  ─────
                confirmed      2
                reported       1
                expected       1
                (none)         1
                disputed       1
                6 events

                """)
        #expect(try engine.run("show events when:2024-10 count by kind as csv") == "kind,count,possibly\nevent,2,2\n")
        #expect(try engine.run("show claims count by source limit 1 as csv") == "source,count\ns1,2\n")
    }

    @Test("each rule of the help finds what it promises", arguments: QueryRules.all)
    func rules(rule: QueryRules.Rule) throws {
        let engine = try TestEngine(setting: ["add event e1 " + rule.field])
        let found = try engine.found("events " + rule.query)
        #expect(found == (rule.certainty == .no ? "" : rule.certainty == .possibly ? "e1?" : "e1"))
    }

    @Test("what a question finds together counts as one, in every format, spelled as most records spell it")
    func folded() throws {
        let engine = try TestEngine(setting: [
            #"add event "A" type=Raid x.who="Café" #Alpha #alpha quantity="5 soldiers""#,
            #"add event "B" type=raid x.who="Cafe\u{301}" #ALPHA quantity="5 Soldier""#,
            #"add event "C" type=raid x.who="CAFÉ" quantity="5 mW""#, #"add event "D" quantity="5 MW""#,
            #"add entity "NIS" type=Organisation"#, #"add entity "FSB" type=organization"#,
        ])
        #expect(try engine.run("show events count by type as csv") == "type,count\nraid,3\n,1\n")
        #expect(try engine.run("show events count by x.who as csv") == "x.who,count\nCafé,3\n,1\n")
        #expect(
            try engine.run("show events count by tags limit 1")
                == "tags   count\n─────  ─────\nAlpha      2\n4 events\n")
        #expect(
            try engine.run("show events count by type as json") == #"[{"type": "raid", "count": 3}, {"count": 1}]"#
                + "\n")
        #expect(
            try engine.run("show events count by quantity as csv")
                == "quantity,count\n5 soldiers,2\n5 mW,1\n5 MW,1\n")
        #expect(try engine.run("show entities count by type as csv") == "type,count\norganization,2\n")
        #expect(try engine.run("show timeline events by type").contains("Raid") == false)
    }

    @Test("records that an older version wrote in the other spelling are found and counted with the listed one")
    func olderSpelling() throws {
        var session = try TestEngine(setting: [#"add entity a "A" type=organization"#]).session
        var record = Record(.entity, Identifier(known: "b"))
        record[.name] = [.text("B")]
        record[.type] = [.text("organisation")]
        session.apply(.put(record))
        let engine = TestEngine(holding: session)
        #expect(try engine.found("entities type:organization") == "a b")
        #expect(try engine.found("entities type:organisation") == "a b")
        #expect(try engine.run("show entities count by type as csv") == "type,count\norganization,2\n")
    }

    @Test("a column that is asked for twice is there once, and the id is the first")
    func columnsTwice() throws {
        #expect(
            try engine.run("show events #troops with title,id,title as csv")
                == "id,title\ne1,First contingent arrives\n")
        #expect(try engine.run("show events #troops with id as csv") == "id\ne1\n")
        #expect(
            try engine.run("show events #troops with id,title,title as json")
                == "[{\"id\": \"e1\", \"title\": \"First contingent arrives\"}]\n")
    }

    @Test("an answer as CSV, JSON, Markdown or a table")
    func formats() throws {
        #expect(
            try engine.run("show events #troops with title,quantity as csv")
                == "id,title,quantity\ne1,First contingent arrives,\n")
        #expect(
            try engine.run("show events #troops with title as json")
                == "[{\"id\": \"e1\", \"title\": \"First contingent arrives\"}]\n")
        #expect(
            try engine.run("show events #troops with title as markdown")
                == "| id | title |\n| --- | --- |\n| e1 | First contingent arrives |\n\n1 event\n")
        #expect(
            try engine.run("show events #troops with title as table")
                == (try engine.run("show events #troops with title")))
        #expect(try engine.run("show log limit 1 as csv").hasPrefix("entry,at,by,what\n20,2024-10-23T09:00:00Z,ana,"))
    }

    @Test(
        "a question that makes no sense is an error under the words at fault",
        arguments: [
            ("events actr:x", Diagnostic.Code.unknownQueryField, "actr"),
            ("claims place:x", .unknownQueryField, "place"), ("events when:", .missingQueryValue, ""),
            ("events when:2024-13", .invalidValue, "13"), ("events status:confirmd", .invalidValue, "confirmd"),
            ("claims grade:Z", .invalidValue, "Z"),
            ("claims likelihood:maybee", .invalidValue, "maybee"), ("claims quantity:many", .invalidValue, "many"),
            ("sources reliability:X", .invalidValue, "X"),
            ("events actor:nobody", .unknownReference, "nobody"), ("events actor=korea", .unknownReference, "korea"),
            ("events actor<nis", .notOrdered, "actor<nis"),
            ("events title>b", .notOrdered, "title>b"), ("kind:x", .unknownKindInQuery, "x"),
            ("relation:x", .unknownRelation, "x"), ("has:x", .unknownQueryField, "x"),
            ("before:nis", .recordWithoutTime, "nis"), ("before:2024-13", .invalidValue, "13"),
            ("linked:zz", .unknownReference, "zz"), ("id:e99", .unknownReference, "e99"),
            ("events by x", .unknownQueryField, "x"), ("events with when,x", .unknownQueryField, "x"),
            ("events count by x", .unknownQueryField, "x"), ("events sum by x", .unknownQueryField, "x"),
            ("notes sum", .unknownQueryField, "sum"), ("entities count by month", .unknownQueryField, "month"),
            ("events as xml", .unknownTableFormat, "xml"),
        ])
    func errors(query: String, rule: Diagnostic.Code, fault: String) throws {
        let error = try #require(engine.failure("show " + query))
        #expect(error.code == rule && error.place.text == fault, "\(error.code) '\(error.place.text)'")
    }
}
