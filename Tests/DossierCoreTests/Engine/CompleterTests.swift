import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

/// What may be typed next. A `|` marks the cursor in the text.
@Suite("completion") struct CompleterTests {
    private static let setting = [
        #"add source s1 "Seoul protests" -- words"#,
        #"add entity nis "National Intelligence Service" type=organization alias=NIS alias="국가정보원""#,
        #"add entity kim-1 "Kim Jong-un" type=person"#, #"add entity kim-2 "Kim Hong-kyun" type=person"#,
        #"add event e1 2024-10 "First contingent arrives" #troops #war"#,
        #"add event e2 "Seoul summons the ambassador" #troops"#, #"add claim c1 "A denial" about=e1"#,
        #"set session relation+=funds/funded-by"#,
    ]

    /// The relations that an event may begin, and those that may end at it.
    private static let relations =
        Relation.shipped.filter { $0.from.contains(.event) }.map(\.name) + ["funds"]
        + Relation.shipped.filter { !$0.isSymmetric && $0.to.contains(.event) }.map(\.inverse) + ["funded-by"]

    private func complete(_ marked: String) throws -> (result: Completer.Result, text: String) {
        let engine = try TestEngine(setting: Self.setting)
        let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let text = parts.joined()
        let completer = engine.engine.completer { typed in
            ["article.txt", "a b.txt", "reports/", "my files/", "my files/a b.txt"].filter { $0.hasPrefix(typed) }
        }
        return (completer.complete(text, at: parts[0].utf8.count), text)
    }

    private func candidates(_ marked: String) throws -> [String] { try complete(marked).result.candidates.map(\.text) }

    @Test(
        "at each position stands what may be typed there",
        arguments: [
            ("ad|", ["add"]), ("sh|", ["show"]), ("re|", ["replay", "record", "redo"]), ("xyz|", []), ("xyz |", []),
            ("show log gr|", ["groups="]), ("show log groups=|", ["folded", "open"]), ("show log verb=un|", ["undo"]),
            ("log |", ["verify"]), ("check --|", ["--storage"]), ("check as|", ["as-of="]),
            ("add |", ["source", "entity", "event", "claim", "note"]),
            ("show events count by m|", ["merged", "month"]), ("show events sum by we|", ["week"]),
            ("show events su|", ["sum"]), ("show events by mon|", []), ("export csv events count by y|", ["year"]),
            ("add e|", ["entity", "event"]),
            ("add event status=|", ["reported", "confirmed", "disputed", "expected", "cancelled"]),
            ("add event status=c|", ["confirmed", "cancelled"]),
            ("add event \"T\" st|", ["status="]), ("add claim \"T\" gr|", ["grade="]), ("add event a|", ["actor="]),
            ("add claim grade=B|", ["B1", "B2", "B3", "B4", "B5", "B6"]),
            ("add source reliability=|", ["A", "B", "C", "D", "E", "F"]),
            ("add note likelihood=very|", ["very-unlikely", "very-likely"]),
            ("add event actor=k|", ["kim-1", "kim-2"]),
            ("add event actor=nis,k|", ["nis,kim-1", "nis,kim-2"]), ("add event actor=국|", ["nis"]),
            ("add event actor=\"Kim|", ["\"Kim Jong-un\"", "\"Kim Hong-kyun\""]),
            ("add event actor=hong|", ["kim-2"]), ("add event tags=t|", ["troops"]),
            ("add event #|", ["#troops", "#war"]), ("add event #w|", ["#war"]),
            ("add source file=a|", ["article.txt", "\"a b.txt\""]),
            ("open \"rep|", ["\"reports/"]), ("open my|", ["\"my files/", "\"my files/a b.txt\""]),
            ("open \"my files/a|", ["\"my files/a b.txt\""]),
            ("add event confirmed=|", []), ("link |", ["s1", "nis", "kim-1", "kim-2", "e1", "e2", "c1"]),
            ("link e1 contr|", ["contradicts"]), ("link nis memb|", ["member-of"]),
            ("link e1 fund|", ["funds", "funded-by"]),
            ("link e1 supports c|", ["c1"]), ("link e1 supports c1 str|", ["strength="]),
            ("link e1 supports c1 strength=|", ["weak", "moderate", "strong"]),
            ("set e1 act|", ["actor="]), ("set c1 act|", []), ("set e1 status=d|", ["disputed"]),
            ("set session rel|", ["relation="]), ("set nis type=p|", ["person", "place"]),
            ("drop e1 --|", ["--with-links"]),
            ("drop e1,|", ["e1,s1", "e1,nis", "e1,kim-1", "e1,kim-2", "e1,e2", "e1,c1"]),
            ("drop e|", ["e1", "e2"]),
            ("annotate e1 typ|", ["type="]), ("annotate e1 type=hy|", ["hypothesis"]), ("show ev|", ["events"]),
            ("show events when|", ["when:"]), ("show events status:c|", ["confirmed", "cancelled"]),
            ("show events actor:ki|", ["kim-1", "kim-2"]), ("show events linked:e|", ["e1", "e2"]),
            ("show events relation:contr|", ["contradicts"]), ("show claims kind:e|", ["entity", "event"]),
            ("show events by wh|", ["when"]), ("show events with pl|", ["place"]),
            ("show events as |", ["table", "csv", "json", "markdown"]), ("show events count |", ["by"]),
            ("show events #t|", ["#troops"]),
            ("show text |", ["s1"]), ("show graph nis d|", ["depth="]), ("show graph ki|", ["kim-1", "kim-2"]),
            ("show central ent|", ["entities"]), ("show central s|", ["sources", "sample="]),
            ("show forecasts as|", ["as", "as-of", "as-of="]), ("show date 2024 as|", []),
            ("merge ni|", ["nis"]), ("merge nis |", ["into", "kim-1", "kim-2"]),
            ("merge nis kim-1 |", ["into", "kim-2"]), ("merge nis into |", ["kim-1", "kim-2"]),
            ("merge nis into kim|", ["kim-1", "kim-2"]),
            ("merge --|", ["--undo"]), ("show graph nis as|", ["as-of"]), ("show path nis t|", ["to"]),
            ("show path nis to e1 m|", ["max="]),
            ("show path nis to e1 rel|", ["relation:"]), ("show path nis to e1 relation:contr|", ["contradicts"]),
            ("show support ki|", ["kim-1", "kim-2"]), ("show support e1 d|", ["depth="]),
            ("show conflicts sta|", ["status:", "stance:"]), ("show conflicts #w|", ["#war"]),
            ("export m|", ["markdown"]), ("export csv ev|", ["events"]),
            ("export csv events to a|", ["article.txt", "\"a b.txt\""]), ("replay r|", ["reports/"]),
            ("imp|", ["import"]),
            ("import |", ["csv", "xlsx", "jsonl", "json", "geojson", "csl-json", "ics", "session"]),
            ("import csv a|", ["article.txt", "\"a b.txt\""]),
            (
                "import csv a.csv |",
                [
                    "kind=", "rows=", "bad=", "rejects=", "key=", "on-duplicate=", "split=", "empty=", "dates=",
                    "precision=", "blank-end=", "map.FIELD=", "mapping=", "save-mapping=", "delimiter=", "header=",
                    "columns=", "raw=",
                ]
            ),
            ("import csv a.csv kind=e|", ["entity", "event"]), ("import csv a.csv kind=event act|", ["actor="]),
            ("import csv a.csv kind=event status=d|", ["disputed"]),
            ("import csv a.csv kind=event bad=|", ["stop", "skip", "keep"]),
            ("import csv a.csv kind=claim source=s|", ["s1"]), ("import csv a.csv kind=event header=|", ["yes", "no"]),
            ("open \"a |", ["\"a b.txt\""]), ("help grad|", ["grades"]), ("help article |", ["to"]),
            ("help article to a|", ["article.txt", "\"a b.txt\""]), ("check q|", ["quotes"]), ("undo |", []),
            ("add event \"half a ti|", []), ("annotate e1 -- free te|", []), ("add event x -- |", []),
            ("undo\nad|", ["add"]), ("add event x=\"\\q|", []), ("# com|", []),
            (
                "add event |\"T\"",
                [
                    "title=", "when=", "type=", "actor=", "target=", "place=", "quantity=", "source=", "status=",
                    "text=", "tlp=",
                ]
            ), ("show (ev|", ["events"]), ("annotate (events status:c|", ["confirmed", "cancelled"]),
            ("annotate (events #w|", ["#war"]), ("annotate (events) ty|", ["type="]),
            ("undo # com|", []), ("undo\n# com|", []), ("add \\\n|", ["source", "entity", "event", "claim", "note"]),
            ("add event \\\n st|", ["status="]), ("link e1 |", CompleterTests.relations),
        ])
    func positions(marked: String, expected: [String]) throws {
        #expect(try candidates(marked) == expected)
    }

    @Test("the word at the cursor is what is replaced, of a field its value, of an open text the quotation mark too")
    func ranges() throws {
        for (marked, replaced) in [
            ("add ev|", "ev"), ("add event actor=ki|", "ki"), ("add event actor=\"Kim J|", "\"Kim J"),
            ("add event |", ""), ("drop e1,e|", "e1,e"), ("add event #tr|", "#tr"), ("|add", ""),
            ("add event actor=북|한", "북"), ("link e1 supp|orts c1", "supp"),
        ] {
            let (result, text) = try complete(marked)
            let bytes = Array(text.utf8)[result.range]
            #expect(String(decoding: bytes, as: UTF8.self) == replaced, "\(marked)")
        }
    }

    @Test("a name of a field and a folder are not whole, so that no space follows")
    func wholeness() throws {
        #expect(try complete("add event act|").result.candidates.map(\.isWhole) == [false])
        #expect(try complete("replay r|").result.candidates.map(\.isWhole) == [false])
        #expect(try complete("ad|").result.candidates.map(\.isWhole) == [true])
    }

    @Test("each candidate says what it is")
    func details() throws {
        #expect(try complete("show text |").result.candidates.map(\.detail) == ["Seoul protests"])
        #expect(try complete("drop e1|").result.candidates.map(\.detail) == ["2024-10  First contingent arrives"])
        #expect(try complete("add event #tr|").result.candidates.map(\.detail) == ["2"])
        #expect(try complete("add event actor=\"Kim J|").result.candidates.map(\.detail) == ["kim-1"])
    }

    @Test("whatever is offered in the place of the word runs")
    func offersRun() throws {
        for (marked, rest) in [
            ("add event status=|", ""), ("add claim grade=|", ""), ("add note likelihood=|", ""),
            ("add event actor=\"|", ""), ("show |", ""), ("show events by |", ""), ("show events as |", ""),
            ("help |", ""), ("link e1 |", " e2"),
        ] {
            let (result, text) = try complete(marked)
            #expect(!result.candidates.isEmpty)
            for candidate in result.candidates {
                let head = String(decoding: Array(text.utf8)[..<result.range.lowerBound], as: UTF8.self)
                let command = head + candidate.text + rest
                let engine = try TestEngine(setting: Self.setting)
                let needsMore: Set<Diagnostic.Code> = [.missingWord, .relationDoesNotJoin]
                if let error = engine.failure(command), !needsMore.contains(error.code) {
                    Issue.record("\(command): \(error.message)")
                }
            }
        }
    }
}
