import Testing

@testable import DossierAnalysis
@testable import DossierModel

@Suite("labels that records inherit, through other verbs") struct InheritedMarkingTests {
    @Test("merging opens nothing that one of the two inherits")
    func merging() throws {
        let commands = [
            "add entity agent \"Agent\" tlp=red", "add entity a \"A\" country=agent", "add entity b \"B\" tlp=green",
        ]
        for merge in ["merge a into b", "merge b into a"] {
            let engine = try TestEngine(setting: commands + [merge])
            #expect(!(try engine.run("export csv entities tlp=green")).contains("A"), "\(merge)")
            try engine.run("undo")
            #expect(try engine.run("export csv entities tlp=green").contains("\nb,B,"))
        }
        let plain = try TestEngine(setting: ["add entity a \"A\"", "add entity b \"B\" tlp=green", "merge a into b"])
        #expect(plain.session[Identifier(known: "b")]?.text(.tlp) == "green")
    }

    @Test("records of a session that is imported keep what they inherit of its label")
    func importing() throws {
        let other = try TestEngine(setting: [
            "set session tlp=amber", "add event x1 \"Unmarked\"", "add event x2 \"Green\" tlp=green",
            "add event x3 \"Red\" tlp=red", "annotate x3 -- Why?",
        ])
        let engine = try TestEngine(files: ["other.json": other.state], setting: ["add event mine"])
        #expect(
            try engine.run("import session other.json").hasSuffix(
                "\n2 records marked as the other session's label made them\n"))
        #expect(
            engine.session.records.map { "\($0.id) \($0.text(.tlp) ?? "-")" } == [
                "mine -", "x1 amber", "x2 green", "x3 red", "n1 red",
            ])
        let empty = try TestEngine(files: ["other.json": other.state])
        try empty.run("import session other.json")
        #expect(empty.session.header.marking == .amber)
        #expect(empty.session[Identifier(known: "x1")]?.text(.tlp) == nil)
        let strict = try TestEngine(files: ["other.json": other.state], setting: ["set session tlp=red"])
        #expect(try strict.run("import session other.json").hasSuffix("from other.json\n"))
        #expect(strict.session[Identifier(known: "x1")]?.text(.tlp) == nil)
    }
}
