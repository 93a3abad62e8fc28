import Testing

@testable import DossierLanguage
@testable import DossierModel

@Suite("quotes") struct QuoteTests {
    private static let text =
        "Rutte said that it “represents a significant escalation”.\nSeoul called the escalation a threat. 북한군이 왔다."

    private func notebook(_ commands: String...) throws(Diagnostic) -> TestNotebook {
        try TestNotebook(
            files: ["article.txt": Self.text],
            setting: ["add source s1 file=article.txt", "add source s2 \"No text\""] + commands)
    }

    private func quote(_ id: String, _ notebook: TestNotebook) -> String {
        guard let quote = notebook.session[Identifier(known: id)]?.quote else { return "none" }
        let place = quote.position.map { " \($0.lowerBound)-\($0.upperBound)" } ?? ""
        return "\(quote.source) [\(quote.exact)]\(place)"
    }

    @Test("words that stand once are found, with what stands around them")
    func found() throws {
        let notebook = try notebook(
            "add claim c1 source=s1 quote=\"significant escalation\"", "annotate s1 \"북한군이\" -- Who?")
        #expect(quote("c1", notebook) == "s1 [significant escalation] 33-55")
        #expect(quote("n1", notebook) == "s1 [북한군이] 96-100")
        let selector = try #require(notebook.session[Identifier(known: "c1")]?.quote)
        #expect(
            selector.prefix == "utte said that it “represents a "
                && selector.suffix == "”.\nSeoul called the escalation a")
        #expect(
            try notebook.run("check references quotes digests circles")
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
        let error = try #require(try notebook().failure("add claim source=s1 quote=\"\(typed)\""))
        #expect(error.rule == .quoteNotFound && error.suggestion == words)
    }

    @Test("curly and straight quotation marks are one, and what is kept is what the source says")
    func quotationMarks() throws {
        let notebook = try notebook(
            #"add claim c1 source=s1 quote="it \"represents a significant escalation\".""#,
            #"add source s3 -- He said "no" and it's so."#, "add claim c2 source=s3 quote=\"“no” and it’s\"")
        #expect(quote("c1", notebook) == "s1 [it “represents a significant escalation”.] 16-57")
        #expect(quote("c2", notebook) == "s3 [\"no\" and it's] 8-21")
        #expect(try notebook.run("check quotes") == "nothing found: quotes\n")
    }

    @Test("words that stand nowhere, or only elsewhere, are refused")
    func notFound() throws {
        let notebook = try notebook()
        #expect(notebook.failure("annotate s1 \"withdrawal\" -- ?")?.rule == .quoteNotFound)
        #expect(notebook.failure("add claim quote=\"threat\"")?.rule == .quoteWithoutSource)
        #expect(notebook.failure("add claim source=s1 quote+=\"threat\"")?.rule == .quoteIsOne)
        #expect(notebook.session.count(of: .claim) == 0)
    }

    @Test("of words that stand twice one is chosen by number, or by more words")
    func twice() throws {
        let notebook = try notebook()
        let error = try #require(notebook.failure("annotate s1 \"escalation\" -- Which?"))
        #expect(error.rule == .quoteAmbiguous && error.notes.count == 2)
        #expect(error.notes.allSatisfy { !$0.contains("\n") })
        try notebook.run("annotate s1 \"escalation\" occurrence=2 -- This")
        #expect(quote("n1", notebook) == "s1 [escalation] 75-85")
        try notebook.run("add claim c1 source=s1 quote=\"escalation\" occurrence=1")
        #expect(quote("c1", notebook) == "s1 [escalation] 45-55")
        for wrong in ["0", "3", "x", "-1"] {
            #expect(notebook.failure("annotate s1 \"escalation\" occurrence=\(wrong) -- ?")?.rule == .noSuchOccurrence)
        }
        #expect(
            try notebook.run("check references quotes digests circles")
                == "nothing found: references, quotes, digests, circles\n")
    }

    @Test("on an event or a claim the words are looked for in its sources, in the order in which it names them")
    func throughRecords() throws {
        let notebook = try notebook(
            "add source s3 -- another threat", "add event e1 \"E\" source=s3 source=s1", "annotate e1 \"threat\" -- a",
            "annotate e1 \"Rutte\" -- b")
        #expect(quote("n1", notebook) == "s3 [threat] 8-14")
        #expect(quote("n2", notebook) == "s1 [Rutte] 0-5")
    }

    @Test("a source without text takes words as they are given, until it gets a text")
    func withoutText() throws {
        let notebook = try notebook("add claim c1 source=s2 quote=\"any words\"")
        #expect(quote("c1", notebook) == "s2 [any words]")
        #expect(
            try notebook.run("check references quotes digests circles")
                == "nothing found: references, quotes, digests, circles\n")
        #expect(notebook.failure("set s2 text=\"other words\"")?.rule == .quoteWouldFall)
        try notebook.run("set s2 text=\"not any words of ours\"")
        #expect(quote("c1", notebook) == "s2 [any words] 4-13")
    }

    @Test("a quote moves with its words when the text changes, and keeps the text from losing them")
    func moving() throws {
        let notebook = try notebook("add claim c1 source=s1 quote=\"a threat\"")
        try notebook.run("set s1 text=\"It is a threat.\"")
        #expect(quote("c1", notebook) == "s1 [a threat] 6-14")
        #expect(notebook.failure("set s1 text=\"It is not.\"")?.rule == .quoteWouldFall)
        #expect(notebook.failure("set s1 text=\"a threat is a threat\"")?.rule == .quoteWouldFall)
        #expect(notebook.failure("set c1 source=")?.rule == .quoteWouldFall)
        try notebook.run("set s1 text=")
        #expect(quote("c1", notebook) == "s1 [a threat]")
        try notebook.run("set c1 quote=")
        #expect(quote("c1", notebook) == "none")
        try notebook.run("undo 3")
        #expect(quote("c1", notebook) == "s1 [a threat] 86-94")
    }

    @Test("of several alike the quote keeps to the one with the same words around it")
    func alike() throws {
        let text = (1...3).map {
            "before number \($0), some forty letters of text around the words in question, after number \($0). "
        }.joined()
        let notebook = try TestNotebook(setting: [
            "add source s1 text=\"\(text)\"", "annotate s1 \"words in question\" occurrence=2 -- a",
        ])
        #expect(notebook.failure("set s1 text=\"\(text + text)\"")?.rule == nil)
        #expect(
            try notebook.run("check references quotes digests circles")
                == "nothing found: references, quotes, digests, circles\n")
    }
}
