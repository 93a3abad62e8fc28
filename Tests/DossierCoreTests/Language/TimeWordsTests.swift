import Testing

@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage
@testable import DossierTime

@Suite("times in words") struct TimeWordsTests {
    private let engine: TestEngine

    init() throws {
        engine = try TestEngine(setting: [
            #"add source s1 "Article" published=2024-10-22 -- Text."#, #"add source s2 "Undated""#,
        ])
    }

    @Test("words are read against the day on which the source was published, and the answer shows the EDTF")
    func published() throws {
        #expect(
            try engine.run(#"add event "Visit" when="last June" source=s1"#) == """
                e1  event  2024-06  Visit
                  when “last June” is 2024-06, June 2024

                """)
        #expect(engine.session[Identifier(known: "e1")]?.when(.when)?.text == "2024-06")
    }

    @Test("as-of names the day, also for a source itself and in set")
    func asOf() throws {
        try engine.run(#"add event e1 "Visit" when="on Monday" as-of=2024-10-23"#)
        #expect(engine.session[Identifier(known: "e1")]?.when(.when)?.text == "2024-10-21")
        try engine.run(#"set s2 published="yesterday" as-of=2024-10-23"#)
        #expect(engine.session[Identifier(known: "s2")]?.when(.published)?.text == "2024-10-22")
        try engine.run(#"set e1 when="between October 8 and 13" source=s1"#)
        #expect(engine.session[Identifier(known: "e1")]?.when(.when)?.text == "[2024-10-08..2024-10-13]")
    }

    @Test("a note's words are read against the source of what it is on")
    func note() throws {
        try engine.run(#"annotate s1 type=forecast due="the end of the year" -- Combat."#)
        let due = engine.session[Identifier(known: "n1")]?.when(.due)
        #expect(due != nil && due?.latestDay == "2024-12-31")
    }

    @Test(
        "what is due, forecast, demanded or expected lies ahead, wherever that is said in the command",
        arguments: [
            (#"add claim r "Out" when="by Saturday" stance=forecasts source=s1"#, FieldName.when, "[..2024-10-26]"),
            (#"add claim r "Out" stance=demands source=s1 when="on Saturday""#, .when, "2024-10-26"),
            (#"add claim r "Out" stance=asserts source=s1 when="on Saturday""#, .when, "2024-10-19"),
            (#"add claim r "Out" stance=forecasts source=s1 said="on Saturday""#, .said, "2024-10-19"),
            (#"add event r "Summit" status=expected source=s1 when="in March""#, .when, "2025-03"),
            (#"annotate s1 id=r type=forecast due="Saturday" -- Rain."#, .due, "2024-10-26"),
        ])
    func ahead(command: String, field: FieldName, time: String) throws {
        try engine.run(command)
        #expect(engine.session[Identifier(known: "r")]?.when(field)?.text == time)
    }

    @Test("a source's zone is given to the times of day that are read in it, and to no EDTF")
    func zone() throws {
        try engine.run("set s1 zone=+3")
        #expect(engine.session[Identifier(known: "s1")]?.text(.zone) == "+03:00")
        try engine.run(
            """
            add event a "A" source=s1 when="02:40 on Monday"
            add event b "B" source=s1 when="14:30 UTC on Monday"
            add event c "C" source=s1 when="between 2 and 3 am on Monday"
            add event d "D" source=s1 when=2024-10-21T02:40:00
            add event e "E" source=s1 when="on Monday"
            add event f "F" source=s2 when="02:40 on 21 October 2024"
            """)
        let times = ["a", "b", "c", "d", "e", "f"].map { engine.session[Identifier(known: $0)]?.when(.when)?.text }
        #expect(
            times == [
                "2024-10-21T02:40:00+03:00", "2024-10-21T14:30:00Z", "[2024-10-21T02:00+03:00..2024-10-21T03:00+03:00]",
                "2024-10-21T02:40:00", "2024-10-21", "2024-10-21T02:40:00",
            ])
        #expect(engine.error("set s1 zone=Moscow").contains("is not an offset from UTC"))
    }

    @Test("a local time is never called UTC, and is asked for by its hours")
    func local() throws {
        try engine.run(
            """
            add event a "A" source=s1 when="02:40 on Monday"
            add event b "B" when=2024-10-20T18:00/2024-10-20T23:15
            """)
        #expect(try !engine.run("show a").contains("UTC"))
        #expect(try !engine.run("export markdown").contains("UTC"))
        #expect(try engine.found("events when:2024-10-20T20:00") == "b")
        #expect(try engine.found("events when>=2024-10-21T02:00") == "a")
        #expect(try engine.found("events after:b") == "a")
        #expect(
            try engine.json("show date \"about 02:40 on Monday\" as-of 2024-10-22").text == """
                {"edtf": "2024-10-21T02:40:00~", "level": "ISO 8601-1", "earliest": "2024-10-21T02:40:00", \
                "latest": "2024-10-21T02:40:00", "reading": "about 02:40 on 21 October 2024"}
                """)
    }

    @Test("without a day to read them against, words that need one are an error; those that need none are not")
    func missing() throws {
        #expect(engine.error(#"add event "Visit" when="last June" source=s2"#).contains("as-of=DATE"))
        #expect(
            engine.error(#"add event "Visit" when="05/06/2024" source=s1"#).contains(
                "2024-06-05 (day first) or 2024-05-06"))
        #expect(try engine.run(#"add event "Visit" when="21 October 2024""#).contains("2024-10-21"))
    }

    @Test("the log keeps the words, the change the EDTF")
    func log() throws {
        try engine.run(#"add event "Visit" when="last June" source=s1"#)
        let entry = try #require(engine.engine.journal.lines.last).entry()
        #expect(entry.summary.contains("last June"))
        #expect(entry.changes.last?.new?.when(.when)?.text == "2024-06")
    }

    @Test("a script that is exported says the EDTF, so that it needs no words again")
    func script() throws {
        try engine.run(#"add event "Visit" when="last June" source=s1"#)
        let script = try engine.run("export script")
        #expect(script.contains("2024-06") && !script.contains("last June"))
    }

    @Test("show date explains dates and words, to people and to programs")
    func date() throws {
        #expect(
            try engine.json("show date last June as-of 2024-10-22").text
                == #"{"edtf": "2024-06", "level": 0, "earliest": "2024-06-01", "latest": "2024-06-30", "reading": "June 2024"}"#
        )
        #expect(engine.error("show date 2024-02-30").contains("February 2024 has 29 days"))
        #expect(engine.error("show date").contains("a date is missing"))
    }

    @Test("every record for programs has its bounds beside its time")
    func bounds() throws {
        try engine.run("add event e1 2024-10 \"Month\"")
        let bounds = #""when": "2024-10", "earliest": "2024-10-01", "latest": "2024-10-31""#
        #expect(try engine.json("show events").text.contains(bounds))
        #expect(try engine.json("show e1").text.contains(bounds))
        #expect(try engine.run("export json").contains(bounds))
    }

    @Test("records are asked how their times lie to another's: before, after, during, overlaps, meets, equals")
    func relations() throws {
        try engine.run(
            """
            add event a 2024-10-08/2024-10-13 "A"
            add event b 2024-10-14/2024-10-20 "B"
            add event c 2024-10-10 "C"
            add event d 2024-10-08/2024-10-13 "D"
            """)
        #expect(try engine.found("events before:b") == "a c d")
        #expect(try engine.found("events after:a") == "b")
        #expect(try engine.found("events during:a") == "a c d")
        #expect(try engine.found("events overlaps:c") == "a c d")
        #expect(try engine.found("events meets:b") == "a d")
        #expect(try engine.found("events equals:a") == "a d")
    }

    @Test("figures in another unit are not compared, and the answer names both units")
    func units() throws {
        try engine.run("add event \"A\" quantity=\"1500 soldiers\"\nadd event \"B\" quantity=\"7 ships\"")
        let answer = try engine.run("show events quantity>\"1000 soldiers\"")
        #expect(answer.contains("not compared with soldiers: 1 figure in ships"))
        #expect(try !engine.run("show events quantity>1000").contains("not compared"))
    }
}
