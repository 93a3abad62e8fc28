import Testing

@testable import DossierModel

@Suite struct ScriptExampleTests {
    /// The state that commands make, after proof that the script of it makes the same.
    @discardableResult
    private func rebuilt(_ commands: [String], files: [String: String] = [:]) throws -> TestEngine {
        let engine = try TestEngine(files: files, setting: commands)
        let script = try #require(engine.script)
        let copy = try TestEngine(files: ["copy.dossier": script])
        do { try copy.replay("copy.dossier") } catch { Issue.record("\(TestEngine.text(of: error))\(script)") }
        #expect(copy.state.utf8.elementsEqual(engine.state.utf8), "\(script)")
        return engine
    }

    @Test("every hostile text comes back as title, name, alias, field, note, document and quote")
    func hostileTexts() throws {
        for text in HostileText.own where !text.isEmpty {
            let typed = Typed.escaped(text)
            try rebuilt([
                "add source s1 \(typed) author=\(typed) text=\(typed)", "add entity e-name \(typed) alias=\(typed)",
                "add claim c1 \(typed) source=s1 quote=\(typed)",
                "add note n1 \(typed) x.own=\(typed) x.own=\"second\"",
                "annotate s1 \(typed)", "set session title=\(typed)",
            ])
        }
    }

    @Test("every one of many hostile texts, and each long one, comes back as note, field, claim, quote and speaker")
    func manyHostileTexts() throws {
        var commands = ["add source s1 \"Document\""]
        for text in HostileText.many + HostileText.long where !text.isEmpty {
            let typed = Typed.escaped(text)
            commands.append("add note \(typed) x.own=\(typed)")
            commands.append("add claim \(typed) quote=\(typed) source=s1 speaker=\(typed)")
        }
        let engine = try rebuilt(commands)
        #expect(engine.session.count(of: .claim) == commands.count / 2)
    }

    @Test("a name of signs alone makes an entity that can be typed and opened again")
    func nameOfSigns() throws {
        let engine = try rebuilt([
            "add entity \"!!!\"", "add entity \"???\"", "add entity \"entity\"", "add event actor=\"…\"",
        ])
        let ids = engine.session.records(of: .entity).map(\.id.text)
        #expect(ids == ["unnamed", "unnamed-2", "entity-2", "unnamed-3"])
    }

    @Test("links of later records, and links that end at each other, come back")
    func laterRecords() throws {
        try rebuilt([
            "add event \"a\"", "add event \"b\"", "link e1 supports e2", "link e2 contradicts l1",
            "set l1 to=l2 strength=weak",
            "add claim \"c\"", "add claim \"d\"", "set c1 about=c2,l2", "add source \"s\"", "add source \"t\"",
            "set s1 derived=s2",
            "add note \"on it\"", "set n1 target=l1,l2",
        ])
    }

    @Test("an id that reads as a time stays an id")
    func identifierLikeTime() throws {
        try rebuilt(["add event 2024 \"a\" id=Y170000002", "add note \"b\" id=Y170000003"])
    }

    @Test("a document whose text was cleared keeps the name of its file and is not read again")
    func clearedText() throws {
        let engine = try rebuilt(["add source file=a.txt", "set s1 text="], files: ["a.txt": "words"])
        #expect(engine.session[Identifier(known: "s1")]?.text(.file) == "a.txt")
    }

    @Test("an empty title is left out of the state")
    func emptyTitle() throws {
        let engine = try rebuilt(["add event \"\" status=reported", "add note n1 \"\""])
        #expect(!engine.state.contains("\"\""))
    }

    @Test("a text that changes in its composition alone changes, and the quotes in it move along")
    func composition() throws {
        let engine = try rebuilt(
            ["add source file=a.txt", "add claim \"c\" source=s1 quote=\"words\"", "set s1 file=b.txt"],
            files: ["a.txt": "caf\u{E9} words", "b.txt": "cafe\u{301} words"])
        #expect(engine.session[Identifier(known: "c1")]?.quote?.position == 6..<11)
        #expect(
            try engine.run("check references quotes digests circles")
                == "nothing found: references, quotes, digests, circles\n")
    }

    @Test("a reference typed in another composition names the record as its id is written")
    func referenceInOtherComposition() throws {
        let engine = try rebuilt(["add entity caf\u{E9} \"Café\"", "add event actor=cafe\u{301}"])
        let actor = try #require(engine.session[Identifier(known: "e1")]?.references(.actor).first)
        #expect(actor.text.utf8.elementsEqual("caf\u{E9}".utf8))
    }

    @Test("a quote that stands twice comes back as the one that was chosen")
    func quoteThatStandsTwice() throws {
        let engine = try rebuilt([
            "add source text=\"aaa b aaa\"", "add claim \"c\" source=s1 quote=\"aa\" occurrence=3",
            "annotate s1 \"aaa\" occurrence=2",
            "add source \"no text\"", "add claim \"d\" source=s2 quote=\"words\"",
        ])
        #expect(engine.session[Identifier(known: "c1")]?.quote?.position == 6..<8)
        #expect(engine.session[Identifier(known: "c2")]?.quote?.position == nil)
    }

    @Test("a link cannot be set to what its relation does not join, nor turned round by its inverse")
    func linksKeepToTheirRelation() throws {
        let engine = try TestEngine(setting: [
            "add note \"a\"", "add note \"b\"", "add entity \"z\"", "link n1 supports n2",
        ])
        let state = engine.state
        for command in ["set l1 to=z", "set l1 from=n2", "set l1 relation=causes", "set l1 relation=supported-by"] {
            #expect(engine.error(command).contains("error: "), "\(command)")
        }
        #expect(engine.state == state)
        try engine.run("set l1 from=n2 to=n1")
    }

    @Test("a session declares a relation once, and keeps it while a link states it")
    func declaredRelations() throws {
        let engine = try rebuilt([
            "set session relation=funds/funded-by:entity>entity", "add entity \"a\"", "add entity \"b\"",
            "link a funded-by b",
        ])
        #expect(engine.error("set session relation+=funds:event>event").contains("declared twice"))
        #expect(engine.error("set session relation=").contains("uses 'funds'"))
    }

    @Test("a note that quotes keeps its quote, or the drop that would take its source away is refused")
    func dropThatTakesAQuote() throws {
        let engine = try rebuilt([
            "add source text=\"some words\"", "add event \"a\" source=s1", "add event \"b\"",
            "annotate e1,e2 \"words\"",
        ])
        #expect(engine.error("drop e1 --with-links").contains("the quote of 'n1' would no longer match its source"))
        try engine.run("drop e2 --with-links")
        #expect(engine.session[Identifier(known: "n1")]?.references(.target).map(\.text) == ["e1"])
    }

    @Test("a document cannot be given both as a file and after --")
    func textTwice() throws {
        let engine = try TestEngine(files: ["a.txt": "words"])
        #expect(engine.error("add source file=a.txt -- other words").contains("the text is given twice"))
    }

    @Test("many entities of one name are numbered one after the other, past ids that stand in the way")
    func manyOfOneName() throws {
        let engine = try TestEngine()
        try engine.run("add entity kim-67 \"Another\"")
        for _ in 0..<70 { try engine.run("add entity \"Kim\"") }
        let ids = Set(engine.session.records.map(\.id.text))
        #expect(ids == Set(["kim"] + (2...71).map { "kim-\($0)" }))
        try engine.run("drop kim-9")
        try engine.run("add entity \"Kim\"")
        #expect(Array(engine.session.records).last?.id.text == "kim-72")
    }
}
