import Testing

@testable import DossierEngine
@testable import DossierModel

@Suite("edit and history") struct EditTests {
    private let setting = [#"add event e1 2024-10-21 "Summons" -- one"#]

    @Test("what the editor makes of a text is one 'set' in the log, which undo takes back")
    func edits() throws {
        let engine = try TestEngine(setting: setting)
        let shell = StubShell { $0 + "\n\"two\" \\ 북한\u{1B}" }
        engine.engine.shell = shell
        try engine.run("edit e1")
        #expect(shell.shown == ["one"])
        #expect(engine.session[Identifier(known: "e1")]?.text(.text) == "one\n\"two\" \\ 북한\u{1B}")
        #expect(engine.engine.unsavedCount == 2)
        #expect(try engine.run("show log verb=set").contains("set e1 text="))
        try engine.run("undo")
        #expect(engine.session[Identifier(known: "e1")]?.text(.text) == "one")
    }

    @Test("another field may be named, an empty text clears it, and one that is as it was changes nothing")
    func fields() throws {
        let engine = try TestEngine(setting: setting)
        engine.engine.shell = StubShell { _ in "Protest" }
        #expect(try engine.run("edit e1 title") == "e1  title: Summons → Protest\n")
        #expect(try engine.run("edit (events) title") == "nothing changed\n")
        #expect(engine.engine.unsavedCount == 2)
        engine.engine.shell = StubShell { _ in "" }
        try engine.run("edit e1")
        #expect(engine.session[Identifier(known: "e1")]?.text(.text) == nil)
    }

    @Test("an editor that fails changes nothing")
    func failure() throws {
        let engine = try TestEngine(setting: setting)
        engine.engine.shell = StubShell { _ throws(EditorFailure) in
            throw EditorFailure("the editor 'x' ended with code 1")
        }
        #expect(engine.error("edit e1").contains("error: the editor 'x' ended with code 1"))
        #expect(engine.engine.unsavedCount == 1)
    }

    @Test("a text that cannot stand is not lost: its command is in the history")
    func refused() throws {
        let engine = try TestEngine(setting: [
            "add source s1 \"Report\" -- The words that count.",
            #"add claim c1 "C" source=s1 quote="words that count""#,
        ])
        let shell = StubShell { _ in "Other text" }
        engine.engine.shell = shell
        #expect(engine.error("edit s1").contains("press Up"))
        #expect(shell.entries == [#"set s1 text="Other text""#])
        #expect(engine.session[Identifier(known: "s1")]?.text(.text) == "The words that count.")
    }

    @Test("a recorded script holds the 'set', not the 'edit'")
    func recorded() throws {
        let engine = try TestEngine(setting: setting)
        engine.engine.shell = StubShell()
        try engine.run("record a.dossier\nedit e1\nhistory\nrecord off")
        #expect(engine.disk.text("/work/a.dossier") == "set e1 text=\"one.\"\n")
    }

    @Test("scripts run no editor and see no history")
    func scripts() throws {
        let engine = try TestEngine(files: ["a.dossier": "edit e1\n", "b.dossier": "history\n"], setting: setting)
        let shell = StubShell()
        engine.engine.shell = shell
        #expect(engine.error("replay a.dossier").contains("a script cannot use 'edit'"))
        #expect(engine.error("replay b.dossier").contains("a script cannot use 'history'"))
        #expect(shell.shown == [])
    }

    @Test("history shows the last entries whole, those that hold all words, with their numbers")
    func history() throws {
        let engine = try TestEngine()
        engine.engine.shell = StubShell(entries: [
            "link e1 supports c1", "show events", "add note \"\"\"\na\"\"\"", "LINK it",
        ])
        #expect(try engine.run("history 2") == "  3  add note \"\"\"\n     a\"\"\"\n  4  LINK it\n")
        #expect(try engine.run("history link") == "  1  link e1 supports c1\n  4  LINK it\n")
        #expect(try engine.json("history 1 link e1") == .array([.string("link e1 supports c1")]))
        #expect(try engine.run("history nothing") == "no entries\n")
    }
}
