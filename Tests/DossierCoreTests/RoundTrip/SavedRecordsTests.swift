import TestSupport
import Testing

@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage

/// A session that reads its records when they are asked for answers as one that holds them all.
@Suite struct SavedRecordsTests {
    /// The same records, once as values and once as the bytes of a state.
    private struct Twins {
        let read: TestEngine
        let saved: TestEngine

        init(_ engine: TestEngine) throws {
            let bytes = StateBytes(SessionFile.bytes(of: engine.session))
            var values = Session()
            for record in [engine.session.header] + engine.session.records { values.apply(.put(record)) }
            #expect(values.saved == nil)
            let records = try #require(SavedRecords(bytes))
            #expect(records.count == values.count)
            var session = Session(records)
            values.given = engine.session.given
            session.given = engine.session.given
            read = TestEngine(holding: values)
            saved = TestEngine(holding: session)
        }
    }

    private func filled(_ seed: UInt64) throws -> TestEngine {
        let engine = try TestEngine()
        var filled = FilledNotebook(seed: seed, engine)
        try filled.fill(60)
        return engine
    }

    /// What may be asked, of every form, with texts that stand in the session.
    private func questions(_ session: Session, _ seed: UInt64) -> [String] {
        var random = SplitMix64(seed: seed)
        let ids = session.records.map(\.id.text).shuffled(using: &random)
        let texts = session.records.flatMap { record in
            record.entries.flatMap { entry -> [String] in
                guard case .values(let values) = entry.content else { return [] }
                return values.map(\.typed)
            }
        }.shuffled(using: &random).prefix(12)
        var terms = [
            "north", "KOREA", "\"-\"", "\"'\"", "\" \"", "\"\\\"\"", "\"\\\\\"", "é", "ß", "북한", "the", "e", "i",
            "tlp:red", "tlp>=amber", "has:links", "has:notes", "has:claims", "has:tags", "has:when", "-has:source",
            "when:2024", "when<2024-10-21", "when>=1950", "kind:event", "#troops or #desk", "relation:supports",
            "quantity>1000", "grade>=B2", "-(north or tlp:red)", "x.own:a", "title:o", "text:n", "name:o",
            "reliability>C", "likelihood>50%", "status:reported,confirmed", "quote:a",
        ]
        for text in texts {
            let part = text.prefix(Int.random(in: 1...6, using: &random))
            terms.append(ScriptText.quoted(String(part)))
            terms.append("title:" + ScriptText.quoted(String(part)))
        }
        for id in ids.prefix(3) {
            terms += ["linked:\(id)", "id:\(id)", "actor:\(id)", "source:\(id)", "#\(id)"]
        }
        var questions: [String] = []
        for term in terms {
            let kind = Kind.listed.randomElement(using: &random) ?? .event
            questions.append(
                ["show \(kind.plural) \(term)", "show kind:event \(term)", "show \(term)"].oneOf(&random) ?? "")
        }
        for kind in Kind.listed {
            for field in kind.definition.fields.map(\.name.text) + ["id"] {
                let order = Bool.random(using: &random) ? field : "-\(field) with id,\(field) limit 4"
                questions.append(
                    "show \(kind.plural) " + (Bool.random(using: &random) ? "by \(order)" : "count by \(field)"))
            }
        }
        questions += ids.prefix(4).flatMap { ["show \($0)", "show graph \($0)"] }
        for (id, other) in zip(ids.prefix(12), ids.reversed()) {
            let terms = [
                "", " limit 40", " -relation:source,supports", " relation:about,target,quote,from,to", " max=2",
            ]
            questions.append("show path \(id) to \(other)" + (terms.randomElement(using: &random) ?? ""))
        }
        questions += ["show central limit 200", "show central events sample=5", "show central entities"]
        return questions + [
            "show session", "show timeline", "show quantities", "check", "export json", "export script",
        ]
    }

    private func compare(_ twins: Twins, _ seed: UInt64) throws {
        #expect(twins.saved.state.utf8.elementsEqual(twins.read.state.utf8), "seed \(seed)")
        for session in [twins.saved.session, twins.read.session] { try NetworkProof.check(session, "seed \(seed)") }
        let asked = questions(twins.read.session, seed)
        // What is asked again is answered by an index.
        for question in asked + asked.filter({ $0.hasPrefix("show ") }) {
            let wanted = twins.read.answer(question, width: 120)
            let answer = twins.saved.answer(question, width: 120)
            #expect(answer == wanted, "\(question), seed \(seed)")
            if answer != wanted { break }
        }
    }

    @Test("every answer is the same", arguments: Seeds.fewest)
    func answersAgree(seed: UInt64) throws {
        let twins = try Twins(try filled(seed))
        try compare(twins, seed)
        try IndexProof.check(twins.saved.session)
    }

    @Test(
        "letters that are ignored, and so fold to nothing, are found alike", arguments: ["\u{202E}", "\u{AD}\u{200D}"])
    func ignoredLetters(text: String) throws {
        let twins = try Twins(try filled(3))
        for term in [
            "title:\"\(text)\"", "\"\(text)\"", "actor:\"\(text)\"", "text=\"\(text)\"", "-status:\"\(text)\"",
        ] {
            for question in ["show events \(term)", "show \(term)", "show events \(term)"] {
                #expect(
                    twins.saved.answer(question, width: 120) == twins.read.answer(question, width: 120), "\(question)")
            }
        }
    }

    @Test("few rows that an index leads to, and the first of an order, are the same, however often they are asked for")
    func fewAgree() throws {
        let places = (1...40).map { "add entity place-\($0) \"Place \($0)\" type=place" }
        let times = ["2024-10-21", "2024-06", "2024", "[2024-03-01..2024-03-09]", "2023-12-01/..", "2024-06~"]
        let events = (0..<400).map { number in
            let status = number % 3 == 0 ? "" : " status=reported"
            let second = number % 7 == 0 ? " place=place-1" : ""
            return
                "add event \(times[number % 6]) \"Event \(number * 37 % 400)\" place=place-\(number % 40 + 1)\(second)\(status)"
        }
        let twins = try Twins(try TestEngine(setting: places + events))
        let questions = [
            "show events place:place-3 by when limit 4", "show events place:place-3 by -when limit 1",
            "show events place:place-3,place-4 by title limit 2", "show events place:place-3 limit 3",
            "show events place:place-3 by when,title limit 2",
            "show events place:place-1 by when with x.own,status,place",
            "show events when:2024-03-05 place:place-3 by when", "show events -place:place-3 by status limit 5",
            "show events when>2025 by -title limit 3", "show place:place-3 by when limit 4",
            "show events by when limit 0",
        ]
        for question in questions {
            for time in 1...4 {
                let wanted = twins.read.answer(question, width: 100)
                #expect(twins.saved.answer(question, width: 100) == wanted, "\(question), asked \(time) times")
            }
        }
    }

    @Test("every answer is the same after further commands", arguments: Seeds.fewest)
    func answersAgreeAfterChanges(seed: UInt64) throws {
        let twins = try Twins(try filled(seed))
        var generator = SessionGenerator(seed: seed &+ 7)
        for number in 1...40 {
            let command = generator.command(for: twins.read.session)
            let wanted = twins.read.answer(command, width: 100)
            #expect(twins.saved.answer(command, width: 100) == wanted, "\(command), \(number), seed \(seed)")
        }
        try compare(twins, seed)
        try IndexProof.check(twins.saved.session)
    }

    @Test("what stands between records too is searched for to the end", arguments: [",", "}", "{", "},"])
    func betweenRecords(text: String) throws {
        let twins = try Twins(
            try TestEngine(setting: [
                "add event \"say \\\"hi\\\"\"", "add event \"a, b\"", "add event \"plain\"", "add event \"한글\"",
                "add note -- {\\\"x\\\"}", "add note \"last\"",
            ]))
        for question in ["show events \"\(text)\"", "show notes \"\(text)\"", "show \"\(text)\""] {
            #expect(twins.saved.answer(question, width: 80) == twins.read.answer(question, width: 80), "\(question)")
        }
    }

    @Test(
        "a text is found in values and lists of them, not in names of fields and what stands between",
        arguments: [
            ", ", ": ", "[", "]", " [", "title", "tags", "alias", "name", "id", "text", "a, ", "title, ", ": [", "], ",
            "border", "orde", "north-korea", "org", "x.own", "own", "type", "actor", "when", "target", "author",
            "relation",
        ])
    func betweenValues(text: String) throws {
        let twins = try Twins(
            try TestEngine(setting: [
                "add entity \"North Korea\" type=country alias=\", \" alias=\": \" alias=title alias=\"[\" alias=border",
                "add entity tags type=organization alias=\"a, b\" alias=\"c: [\" role=\", \" role=\"]\" -- border",
                "add event \": [\" actor=north-korea #border #title -- tags: [a, b], title",
                "add event \", \" actor=north-korea,tags #alias #border #text x.own=border",
                "add note #one #border target=e1 -- , ",
                "add source \"a\" author=\"id\" author=\", \" author=\"the border\"",
                "link e1 supports e2 -- ]",
            ]))
        for what in ["entities", "events", "notes", "sources", "links", ""] {
            let question = "show \(what) \"\(text)\""
            #expect(twins.saved.answer(question, width: 80) == twins.read.answer(question, width: 80), "\(question)")
        }
    }

    @Test("a state that is laid out in another way is not taken for one of ours")
    func otherLayouts() throws {
        let state = try TestEngine(setting: ["add event summons 2024 \"Seoul\"", "add entity NIS"]).state
        func isOurs(_ text: String) -> Bool { SavedRecords(StateBytes(Array(text.utf8))) != nil }
        #expect(isOurs(state))
        for (old, new) in [
            ("[\n{\"id\"", "[ \n{\"id\""), ("{\n\"dossier\"", "{ \n\"dossier\""), ("{\n\"dossier\"", "{\"dossier\""),
            ("\"format\": 1", "\"format\": 2"), ("\"format\": 1", "\"format\": true"), ("\n}\n", "\n"),
            ("\"claims\": []", "\"claims\": {}"), ("\"claims\": [],\n", ""), ("]\n}\n", "]\n}\n{}\n"),
            ("{\"id\"", "{ \"id\""), ("\"notes\": []", "\"claims\": []"),
        ] {
            let other = state.replacing(old, with: new, maxReplacements: 1)
            #expect(other != state)
            #expect(!isOurs(other), "\(other)")
        }
    }

    @Test("whatever bytes are flipped, reading what is left of the records does not crash", arguments: Seeds.few)
    func damage(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let bytes = SessionFile.bytes(of: try filled(seed).session)
        for _ in 0..<60 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: damaged.indices, using: &random)
                damaged[index] =
                    [UInt8.random(in: 0...255, using: &random), 0x22, 0x5C, 0x5D, 0x7D, 0x0A].randomElement(
                        using: &random) ?? 0
            }
            guard let records = SavedRecords(StateBytes(damaged)) else { continue }
            let engine = TestEngine(holding: Session(records))
            for question in ["show session", "show north", "show events when:2024 by title", "show linked:e1", "check"]
            {
                _ = engine.answer(question, width: 80)
            }
            #expect(Array(engine.session.records).count == records.count)
        }
    }
}
