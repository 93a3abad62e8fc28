import Testing

@testable import DossierLanguage
@testable import DossierModel

@Suite("quotes") struct QuoteTests {
    private static let text =
        "Rutte said that it “represents a significant escalation”.\nSeoul called the escalation a threat. 북한군이 왔다."

    private func engine(_ commands: String...) throws(Diagnostic) -> TestEngine {
        try TestEngine(
            files: ["article.txt": Self.text],
            setting: ["add source s1 file=article.txt", "add source s2 \"No text\""] + commands)
    }

    private func quote(_ id: String, _ engine: TestEngine) -> String {
        guard let quote = engine.session[Identifier(known: id)]?.quote else { return "none" }
        let place = quote.position.map { " \($0.lowerBound)-\($0.upperBound)" } ?? ""
        return "\(quote.source) [\(quote.exact)]\(place)"
    }

    @Test("words that stand once are found, with what stands around them")
    func found() throws {
        let engine = try engine(
            "add claim c1 source=s1 quote=\"significant escalation\"", "annotate s1 \"북한군이\" -- Who?")
        #expect(quote("c1", engine) == "s1 [significant escalation] 33-55")
        #expect(quote("n1", engine) == "s1 [북한군이] 96-100")
        let selector = try #require(engine.session[Identifier(known: "c1")]?.quote)
        #expect(
            selector.prefix == "utte said that it “represents a "
                && selector.suffix == "”.\nSeoul called the escalation a")
        #expect(
            try engine.run("check references quotes digests circles")
                == "nothing found: references, quotes, digests, circles\n")
    }

    @Test(
        "words that differ only in case, width, white space or quotation marks are suggested as they stand",
        arguments: [
            ("Significant Escalation", "significant escalation"), ("IT \\\"represents a", "it “represents a"),
            ("북\u{1112}\u{1161}\u{11AB}군이  왔다", "북한군이 왔다"), ("signiﬁcant esca\u{AD}lation", "significant escalation"),
            ("a  significant\\nescalation", "a significant escalation"),
            ("escalation”. Seoul", "escalation”.\nSeoul"), ("ｔｈｒｅａｔ", "threat"),
        ])
    func nearest(typed: String, words: String) throws {
        let error = try #require(try engine().failure("add claim source=s1 quote=\"\(typed)\""))
        #expect(error.code == .quoteNotFound && error.suggestion == words)
    }

    @Test("curly and straight quotation marks are one, and what is kept is what the source says")
    func quotationMarks() throws {
        let engine = try engine(
            #"add claim c1 source=s1 quote="it \"represents a significant escalation\".""#,
            #"add source s3 -- He said "no" and it's so."#, "add claim c2 source=s3 quote=\"“no” and it’s\"")
        #expect(quote("c1", engine) == "s1 [it “represents a significant escalation”.] 16-57")
        #expect(quote("c2", engine) == "s3 [\"no\" and it's] 8-21")
        #expect(try engine.run("check quotes") == "nothing found: quotes\n")
    }

    @Test("words that stand nowhere, or only elsewhere, are refused")
    func notFound() throws {
        let engine = try engine()
        #expect(engine.failure("annotate s1 \"withdrawal\" -- ?")?.code == .quoteNotFound)
        #expect(engine.failure("add claim quote=\"threat\"")?.code == .quoteWithoutSource)
        #expect(engine.failure("add claim source=s1 quote+=\"threat\"")?.code == .quoteIsOne)
        #expect(engine.session.count(of: .claim) == 0)
    }

    @Test("of words that stand twice one is chosen by number, or by more words")
    func twice() throws {
        let engine = try engine()
        let error = try #require(engine.failure("annotate s1 \"escalation\" -- Which?"))
        #expect(error.code == .quoteAmbiguous && error.notes.count == 2)
        #expect(error.notes.allSatisfy { !$0.contains("\n") })
        try engine.run("annotate s1 \"escalation\" occurrence=2 -- This")
        #expect(quote("n1", engine) == "s1 [escalation] 75-85")
        try engine.run("add claim c1 source=s1 quote=\"escalation\" occurrence=1")
        #expect(quote("c1", engine) == "s1 [escalation] 45-55")
        for wrong in ["0", "3", "x", "-1"] {
            #expect(engine.failure("annotate s1 \"escalation\" occurrence=\(wrong) -- ?")?.code == .noSuchOccurrence)
        }
        #expect(
            try engine.run("check references quotes digests circles")
                == "nothing found: references, quotes, digests, circles\n")
    }

    @Test("on an event or a claim the words are looked for in its sources, in the order in which it names them")
    func throughRecords() throws {
        let engine = try engine(
            "add source s3 -- another threat", "add event e1 \"E\" source=s3 source=s1", "annotate e1 \"threat\" -- a",
            "annotate e1 \"Rutte\" -- b")
        #expect(quote("n1", engine) == "s3 [threat] 8-14")
        #expect(quote("n2", engine) == "s1 [Rutte] 0-5")
    }

    @Test("a source without text takes words as they are given, until it gets a text")
    func withoutText() throws {
        let engine = try engine("add claim c1 source=s2 quote=\"any words\"")
        #expect(quote("c1", engine) == "s2 [any words]")
        #expect(
            try engine.run("check references quotes digests circles")
                == "nothing found: references, quotes, digests, circles\n")
        #expect(engine.failure("set s2 text=\"other words\"")?.code == .quoteWouldFall)
        try engine.run("set s2 text=\"not any words of ours\"")
        #expect(quote("c1", engine) == "s2 [any words] 4-13")
    }

    @Test("a quote moves with its words when the text changes, and keeps the text from losing them")
    func moving() throws {
        let engine = try engine("add claim c1 source=s1 quote=\"a threat\"")
        try engine.run("set s1 text=\"It is a threat.\"")
        #expect(quote("c1", engine) == "s1 [a threat] 6-14")
        #expect(engine.failure("set s1 text=\"It is not.\"")?.code == .quoteWouldFall)
        #expect(engine.failure("set s1 text=\"a threat is a threat\"")?.code == .quoteWouldFall)
        #expect(engine.failure("set c1 source=")?.code == .quoteWouldFall)
        try engine.run("set s1 text=")
        #expect(quote("c1", engine) == "s1 [a threat]")
        try engine.run("set c1 quote=")
        #expect(quote("c1", engine) == "none")
        try engine.run("undo 3")
        #expect(quote("c1", engine) == "s1 [a threat] 86-94")
    }

    @Test("of several alike the quote keeps to the one with the same words around it")
    func alike() throws {
        let text = (1...3).map {
            "before number \($0), some forty letters of text around the words in question, after number \($0). "
        }.joined()
        let engine = try TestEngine(setting: [
            "add source s1 text=\"\(text)\"", "annotate s1 \"words in question\" occurrence=2 -- a",
        ])
        #expect(engine.failure("set s1 text=\"\(text + text)\"")?.code == nil)
        #expect(
            try engine.run("check references quotes digests circles")
                == "nothing found: references, quotes, digests, circles\n")
    }
}
