import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

@Suite("references") struct ReferenceTests {
    private static let setting = [
        #"add entity nis "National Intelligence Service" alias=NIS alias="국가정보원""#,
        #"add entity dprk "North Korea" alias="조선민주주의인민공화국" alias="ＤＰＲＫ""#,
        #"add entity kim-1 "Kim Jong-un" alias=Kim"#, #"add entity kim-2 "Kim Hong-kyun" alias=Kim"#,
        #"add event e1 2024-10 "Arrival" #troops"#, #"add event e2 "Summons""#,
        #"add event e3 2024-11 "Answer" #troops"#,
        #"add event e9 "Later""#, #"add claim c1 "Denial""#,
    ]

    /// The records that a command's argument names, as `show` finds them.
    private func named(_ reference: String, after commands: [String] = []) throws(Diagnostic) -> String {
        let engine = try TestEngine(setting: Self.setting + commands)
        try engine.run("show " + reference)
        return engine.engine.selection.identifiers.map(\.text).joined(separator: " ")
    }

    @Test(
        "a record is named by its id, an entity by any of its names, without regard to case and width",
        arguments: [
            ("e1", "e1"), ("nis", "nis"), ("NIS", "nis"), ("NiS", "nis"), ("\"National Intelligence Service\"", "nis"),
            ("\"national intelligence SERVICE\"", "nis"), ("국가정보원", "nis"), ("\"국가정보원\"", "nis"), ("DPRK", "dprk"),
            ("dprk", "dprk"),
            ("\"Ｎorth　Korea\"", "dprk"), ("조선민주주의인민공화국", "dprk"), ("\"e1\"", "e1"),
        ])
    func names(reference: String, ids: String) throws {
        #expect(try named(reference) == ids)
    }

    @Test("a Hangul name is found composed or decomposed")
    func decomposed() throws {
        #expect(try named("\"\u{1100}\u{116E}\u{11A8}\u{1100}\u{1161}정보원\"") == "nis")
    }

    @Test(
        "a list, a run and a query name several records, each once",
        arguments: [
            ("e1,e3", "e1 e3"), ("e3,e1,e3", "e3 e1"), ("e1..e9", "e1 e2 e3 e9"), ("e2..e3,c1", "e2 e3 c1"),
            ("e2..e500", "e2 e3 e9"),
            ("kim-1..kim-2", "kim-1 kim-2"), ("nis..kim-1", "nis dprk kim-1"), ("(events #troops)", "e1 e3"),
            ("(#troops or claims)", "e1 e3"),
            ("(events when:2024-10)", "e1"),
        ])
    func several(reference: String, ids: String) throws {
        #expect(try named(reference) == ids)
    }

    @Test("_ is what the last command made or showed, and %3 a row of the last table")
    func selection() throws {
        #expect(try named("_", after: ["add event \"Next\""]) == "e10")
        #expect(try named("_", after: ["show events by -title", "help"]) == "e2 e9 e1 e3")
        #expect(try named("%2", after: ["show events by -title"]) == "e9")
        #expect(try named("%2..%4", after: ["show events"]) == "e2 e3 e9")
        #expect(try named("%1,%3", after: ["show events"]) == "e1 e3")
        #expect(try named("_", after: ["link e1,e2 part-of e3"]) == "l1 l2")
    }

    @Test("after a drop _ means nothing, and a row of a dropped record is told")
    func selectionAfterDrop() throws {
        let engine = try TestEngine(setting: Self.setting + ["show events", "drop e2"])
        #expect(engine.failure("show _")?.code == .nothingSelected)
        let other = try TestEngine(setting: Self.setting + ["show events"])
        #expect(try other.run("set _ status=reported").contains("e9  status: (empty) → reported"))
    }

    @Test(
        "what names nothing is an error under the words at fault",
        arguments: [
            ("drop e1,nsi", Diagnostic.Code.unknownReference, "nsi", "nis"),
            ("drop e1..e3,e4", .unknownReference, "e4", ""),
            ("drop 국가정보윈", .unknownReference, "국가정보윈", "국가정보원"),
            ("drop \"Kim Jong-in\"", .unknownReference, "\"Kim Jong-in\"", "Kim Jong-un"),
            ("drop zzzzzz", .unknownReference, "zzzzzz", ""), ("drop kim", .ambiguousName, "kim", ""),
            ("drop e1,", .emptyReference, "", ""),
            ("drop ,e1", .emptyReference, "", ""), ("drop e3..e1", .backwardRun, "e3..e1", ""),
            ("drop e1..c1", .backwardRun, "e1..c1", ""),
            ("drop kim-2..nis", .backwardRun, "kim-2..nis", ""), ("drop e1..nis", .backwardRun, "e1..nis", ""),
            ("drop e100..e200", .emptyRun, "e100..e200", ""),
            ("drop e4..e8", .emptyRun, "e4..e8", ""), ("drop nis..nobody", .unknownReference, "nis..nobody", ""),
            ("drop %1", .noSuchRow, "%1", ""),
            ("drop %x", .invalidRow, "%x", ""), ("drop %+1", .invalidRow, "%+1", ""), ("drop %", .invalidRow, "%", ""),
            ("drop _", .nothingSelected, "_", ""),
            ("drop (events #nothing)", .emptyQuery, "(events #nothing)", ""), ("drop -e1", .notAReference, "-", ""),
            ("drop e1..", .unknownReference, "e1..", ""),
        ])
    func errors(text: String, rule: Diagnostic.Code, fault: String, suggestion: String) throws {
        let engine = try TestEngine(
            setting: Array(Self.setting.dropLast()) + ["add claim c1 \"Denial\"", "undo", "redo"])
        let error = try #require(engine.failure(text))
        #expect(error.code == rule && error.place.text == fault, "\(error.code) '\(error.place.text)'")
        if !suggestion.isEmpty { #expect(error.suggestion == suggestion) }
    }

    @Test(
        "a record of the command itself may be named by its id in quotation marks, an unknown quoted name makes an entity"
    )
    func making() throws {
        let engine = try TestEngine(setting: Self.setting)
        let answer = try engine.run(
            #"add event "Visit" actor="Vladimir Putin" target="vladimir putin" place="Pyongyang" target="nis""#)
        #expect(
            answer
                == "e10  event  Visit\n  new entity vladimir-putin  Vladimir Putin\n  new place pyongyang  Pyongyang\n")
        #expect(
            engine.session[Identifier(known: "e10")]?.references(.target).map(\.text) == ["vladimir-putin", "nis"])
        #expect(engine.failure("add event \"X\" actor=putin")?.code == .unknownReference)
        #expect(engine.failure("add event \"X\" source=\"New Source\"")?.code == .unknownReference)
        #expect(try engine.run("link \"New Actor\" allied-with nis").contains("new entity new-actor  New Actor"))
    }

    @Test("references are read from words, texts and parentheses")
    func forms() throws {
        var lexer = Lexer(SourceText("x e1,_,%2..%3,a..b (events) \"A B\""))
        let tokens = try #require(try lexer.nextCommand())
        let references = try ReferenceParser.parse(tokens[1...])
        let forms = references.map { reference in
            switch reference.form {
            case .previous: "previous"
            case .rows(let rows): "rows \(rows.lowerBound)-\(rows.upperBound)"
            case .word(let word): "word \(word)"
            case .name(let name): "name \(name)"
            case .run(let first, let last): "run \(first) \(last)"
            case .query(let query): "query \(query.kind?.rawValue ?? "")"
            }
        }
        #expect(forms == ["word e1", "previous", "rows 2-3", "run a b", "query event", "name A B"])
        #expect(references.map(\.place.text) == ["e1", "_", "%2..%3", "a..b", "(events)", "\"A B\""])
    }
}
