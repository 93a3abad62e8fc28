import Testing

@testable import DossierEngine
@testable import DossierModel

@Suite("edit and history") struct EditTests {
    private let setting = [#"add event e1 2024-10-21 "Summons" -- one"#]

    @Test("what the editor makes of a text is one 'set' in the log, which undo takes back")
    func edits() throws {
        let notebook = try TestNotebook(setting: setting)
        let shell = StubShell { $0 + "\n\"two\" \\ 북한\u{1B}" }
        notebook.notebook.shell = shell
        try notebook.run("edit e1")
        #expect(shell.shown == ["one"])
        #expect(notebook.session[Identifier(known: "e1")]?.text(.text) == "one\n\"two\" \\ 북한\u{1B}")
        #expect(notebook.notebook.unsavedCount == 2)
        #expect(try notebook.run("show log verb=set").contains("set e1 text="))
        try notebook.run("undo")
        #expect(notebook.session[Identifier(known: "e1")]?.text(.text) == "one")
    }

    @Test("another field may be named, an empty text clears it, and one that is as it was changes nothing")
    func fields() throws {
        let notebook = try TestNotebook(setting: setting)
        notebook.notebook.shell = StubShell { _ in "Protest" }
        #expect(try notebook.run("edit e1 title") == "e1  title: Summons → Protest\n")
        #expect(try notebook.run("edit (events) title") == "nothing changed\n")
        #expect(notebook.notebook.unsavedCount == 2)
        notebook.notebook.shell = StubShell { _ in "" }
        try notebook.run("edit e1")
        #expect(notebook.session[Identifier(known: "e1")]?.text(.text) == nil)
    }

    @Test("an editor that fails changes nothing")
    func failure() throws {
        let notebook = try TestNotebook(setting: setting)
        notebook.notebook.shell = StubShell { _ throws(EditorFailure) in
            throw EditorFailure("the editor 'x' ended with code 1")
        }
        #expect(notebook.error("edit e1").contains("error: the editor 'x' ended with code 1"))
        #expect(notebook.notebook.unsavedCount == 1)
    }

    @Test("a text that cannot stand is not lost: its command is in the history")
    func refused() throws {
        let notebook = try TestNotebook(setting: [
            "add source s1 \"Report\" -- The words that count.",
            #"add claim c1 "C" source=s1 quote="words that count""#,
        ])
        let shell = StubShell { _ in "Other text" }
        notebook.notebook.shell = shell
        #expect(notebook.error("edit s1").contains("press Up"))
        #expect(shell.entries == [#"set s1 text="Other text""#])
        #expect(notebook.session[Identifier(known: "s1")]?.text(.text) == "The words that count.")
    }

    @Test("a recorded script holds the 'set', not the 'edit'")
    func recorded() throws {
        let notebook = try TestNotebook(setting: setting)
        notebook.notebook.shell = StubShell()
        try notebook.run("record a.dossier\nedit e1\nhistory\nrecord off")
        #expect(notebook.disk.text("/work/a.dossier") == "set e1 text=\"one.\"\n")
    }

    @Test("scripts run no editor and see no history")
    func scripts() throws {
        let notebook = try TestNotebook(files: ["a.dossier": "edit e1\n", "b.dossier": "history\n"], setting: setting)
        let shell = StubShell()
        notebook.notebook.shell = shell
        #expect(notebook.error("replay a.dossier").contains("a script cannot use 'edit'"))
        #expect(notebook.error("replay b.dossier").contains("a script cannot use 'history'"))
        #expect(shell.shown == [])
    }

    @Test("history shows the last entries whole, those that hold all words, with their numbers")
    func history() throws {
        let notebook = try TestNotebook()
        notebook.notebook.shell = StubShell(entries: [
            "link e1 supports c1", "show events", "add note \"\"\"\na\"\"\"", "LINK it",
        ])
        #expect(try notebook.run("history 2") == "  3  add note \"\"\"\n     a\"\"\"\n  4  LINK it\n")
        #expect(try notebook.run("history link") == "  1  link e1 supports c1\n  4  LINK it\n")
        #expect(try notebook.json("history 1 link e1") == .array([.string("link e1 supports c1")]))
        #expect(try notebook.run("history nothing") == "no entries\n")
    }
}
