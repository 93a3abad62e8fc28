import Testing

@testable import DossierLanguage
@testable import DossierModel

@Suite("dropping records") struct DropTests {
    private func engine() throws(Diagnostic) -> TestEngine {
        try TestEngine(setting: [
            "add source s1 -- words of a source", "add event e1 \"A\"", "add event e2 \"B\"",
            "add claim c1 \"C\" about=e1 source=s1 quote=\"words\"",
            "link e2 responds-to e1", "link l1 supports c1", "annotate e1 -- on one", "annotate e1,e2 -- on two",
            "annotate s1 \"source\" -- on words", "annotate l1 -- on a link",
        ])
    }

    @Test("a record that others refer to stays, and the error says which do")
    func referred() throws {
        let engine = try engine()
        let before = engine.state
        let error = try #require(engine.failure("drop e1"))
        #expect(error.code == .referredTo)
        #expect(
            error.notes.prefix(4) == [
                "c1 (claim) names it as 'about'", "l1 (link) names it as 'to'", "n1 (note) names it as 'target'",
                "n2 (note) names it as 'target'",
            ])
        #expect(engine.state == before)
    }

    @Test("--with-links also drops its links and the notes on it, and what stands on those, but nothing else")
    func withLinks() throws {
        let engine = try engine()
        #expect(engine.failure("drop e1 --with-links")?.code == .referredTo)
        try engine.run("drop e2 --with-links")
        #expect(engine.session.records.map(\.id.text) == ["s1", "e1", "c1", "n1", "n2", "n3"])
        #expect(engine.session[Identifier(known: "n2")]?.references(.target).map(\.text) == ["e1"])
        #expect(
            try engine.run("check references quotes digests circles")
                == "nothing found: references, quotes, digests, circles\n")
    }

    @Test("one undo brings all back, byte for byte, and redo takes all away again")
    func undo() throws {
        let engine = try engine()
        let before = engine.state
        try engine.run("drop e2 --with-links")
        let after = engine.state
        try engine.run("undo")
        #expect(engine.state == before)
        try engine.run("redo")
        #expect(engine.state == after)
    }

    @Test("records that refer only to one another go together")
    func together() throws {
        let engine = try engine()
        #expect(engine.failure("drop e1,c1 --with-links") == nil)
        #expect(engine.session.records.map(\.id.text) == ["s1", "e2", "n2", "n3"])
        try engine.run("drop s1 --with-links")
        #expect(engine.session.records.map(\.id.text) == ["e2", "n2"])
    }

    @Test("a link that names itself in no other record goes alone, a list or a query goes whole")
    func lists() throws {
        let engine = try engine()
        #expect(engine.failure("drop l1")?.code == .referredTo)
        try engine.run("drop n1..n4")
        try engine.run("drop l2,l1")
        #expect(try engine.run("drop (claims about:e1)") == "dropped c1  claim  C\n")
        #expect(engine.session.records.map(\.id.text) == ["s1", "e1", "e2"])
    }

    @Test("of many referrers the first twelve are named")
    func many() throws {
        let engine = try TestEngine(
            setting: ["add event e1 \"A\""] + (1...20).map { "add claim \"C\($0)\" about=e1" })
        let error = try #require(engine.failure("drop e1"))
        #expect(error.notes.count == 14 && error.notes[12] == "and 8 more")
    }
}
