import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

@Suite struct ReplayTests {
    private func error(_ engine: TestEngine, _ script: String, writableFolder: String? = nil) -> String {
        do throws(Diagnostic) {
            return "no error, but: " + (try engine.replay(script, writableFolder: writableFolder))
        } catch {
            return TestEngine.text(of: error)
        }
    }

    @Test("a script is whole or nothing, and its first error names file, line and column")
    func wholeOrNothing() throws {
        let engine = try TestEngine(files: [
            "a.dossier": "# first\nadd note \"a\"\n\nadd note \"b\" \\\n  likelihood=sure\nadd note \"c\"\n"
        ])
        try engine.run("add note \"mine\"")
        let state = engine.state
        #expect(
            error(engine, "a.dossier") == """
                a.dossier:5:14: error: 'sure' is not a likelihood
                    likelihood=sure
                               ^~~~
                  expected: a word of ICD 203 (almost-no-chance, very-unlikely, unlikely, roughly-even-chance, likely, very-likely, \
                almost-certain), a percentage (70%) or a range (55..80%)

                """)
        #expect(engine.state == state)
        #expect(try engine.run("show _") == engine.run("show n1"), "what was selected before is selected still")
        #expect(engine.error("undo 2").contains("there are not that many steps to undo, only 1"))
        try engine.run("add note \"next\"")
        #expect(engine.session[Identifier(known: "n2")] != nil, "ids of a script that failed were never given")
    }

    @Test("a replay that keeps going tells each error and keeps what went well")
    func keepGoing() throws {
        let engine = try TestEngine(files: [
            "a.dossier": "add note \"a\"\nfoo\nadd note \"b\"\nset n9 text=x\nadd note '\nadd note \"c\"\n"
        ])
        var errors: [String] = []
        let result = try engine.engine.replay(
            "/work/a.dossier", keepGoing: true, failure: { errors.append("\($0.place.line): \($0.code)") },
            reply: { _ in })
        #expect(result.failed)
        #expect(errors == ["2: unknownVerb", "4: unknownReference", "5: unclosedString"])
        #expect(engine.session.count == 3)
        try engine.run("undo")
        #expect(engine.session.isEmpty)
    }

    @Test("one undo takes a replay back, one redo brings it again, also after reopening")
    func oneUndo() throws {
        let disk = MemoryDisk(["/work/b.dossier": "add note \"b\"\nset n1 text=changed\nadd note \"c\"\n"])
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add note \"a\"")
        let before = engine.state
        try engine.replay("b.dossier")
        let after = engine.state
        try engine.run("undo")
        #expect(engine.state == before)
        let again = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
        #expect(try again.run("redo").hasPrefix("redone: replay b.dossier\nn"))
        #expect(again.state == after)
        #expect(try again.run("undo 2").hasPrefix("undone: replay b.dossier\nundone: add note \"a\"\ndropped n"))
    }

    @Test("undo inside a script steps through its own commands and never further")
    func undoInside() throws {
        let files = [
            "a.dossier": "add note \"b\"\nadd note \"c\"\nundo\nredo\nundo\n", "b.dossier": "add note \"d\"\nundo 2\n",
        ]
        let engine = try TestEngine(files: files, setting: ["add note \"a\""])
        try engine.replay("a.dossier")
        #expect(engine.session.count == 2)
        #expect(
            error(engine, "b.dossier").hasPrefix(
                "b.dossier:2:1: error: there are not that many steps to undo, only 1"))
        try engine.run("undo")
        #expect(engine.session.count == 1)
        try engine.run("redo")
        #expect(engine.session.count == 2)
    }

    @Test("a script that calls another runs it as one step, below its own folder")
    func nested() throws {
        let files = [
            "a.dossier": "add note \"a\"\nreplay sub/b.dossier\nadd note \"d\"\n",
            "sub/b.dossier": "add note \"b\"\nreplay c.dossier\n",
            "sub/c.dossier": "add source file=text.txt\nadd note \"c\"\n",
            "sub/text.txt": "words", "undo.dossier": "add note \"a\"\nreplay sub/b.dossier\nundo\n",
        ]
        let engine = try TestEngine(files: files)
        try engine.replay("a.dossier")
        #expect(engine.session.count == 5)
        try engine.run("undo")
        #expect(engine.session.isEmpty)
        try engine.replay("undo.dossier")
        #expect(engine.session.records(of: .note).map(\.title) == ["a"])
    }

    @Test("an error in a script that another calls names its own file, and takes all of both back")
    func nestedError() throws {
        let files = [
            "a.dossier": "add note \"a\"\nreplay sub/b.dossier\n", "sub/b.dossier": "add note \"b\"\n  drop n7\n",
        ]
        let engine = try TestEngine(files: files)
        #expect(error(engine, "a.dossier").hasPrefix("sub/b.dossier:2:8: error: no record is named 'n7'\n"))
        #expect(engine.session.isEmpty)
        var errors: [String] = []
        try engine.engine.replay(
            "/work/a.dossier", keepGoing: true, failure: { errors.append($0.place.source.name ?? "") }, reply: { _ in })
        #expect(errors == ["sub/b.dossier"])
        #expect(engine.session.count == 2)
    }

    @Test("a script that calls itself ends after 16 calls")
    func tooDeep() throws {
        let engine = try TestEngine(files: ["a.dossier": "add note \"a\"\nreplay a.dossier\n"])
        #expect(
            error(engine, "a.dossier").hasPrefix(
                "a.dossier:2:1: error: scripts call each other more than 16 levels deep"))
        #expect(engine.session.isEmpty)
        try engine.run("add note \"b\"")
    }

    @Test("quit ends a script, and not the one that called it")
    func quit() throws {
        let files = [
            "a.dossier": "add note \"a\"\nreplay b.dossier\nadd note \"c\"\n", "b.dossier": "quit\nadd note \"b\"\n",
        ]
        let engine = try TestEngine(files: files)
        try engine.replay("a.dossier")
        #expect(engine.session.records(of: .note).map(\.title) == ["a", "c"])
    }

    @Test("a script that is missing or not UTF-8 is an error at the word that names it")
    func unreadable() throws {
        let engine = try TestEngine(setting: ["add note \"a\""])
        engine.disk["/work/b.dossier"] = Array("add note \"".utf8) + [0xFF]
        #expect(
            engine.error("replay none.dossier") == """
                error: '/work/none.dossier' cannot be read: No such file or directory
                  replay none.dossier
                  ^~~~~~~~~~~~~~~~~~~

                """)
        #expect(
            engine.error("replay b.dossier").hasPrefix(
                "error: '/work/b.dossier' is not UTF-8: byte 11 is FF\n"))
    }

    @Test("a script may not open, save or record, nor read outside its folder, nor write without leave")
    func restrictions() throws {
        let commands = [
            ("open b.json", "a script cannot use 'open'"), ("save", "a script cannot use 'save'"),
            ("record r.dossier", "a script cannot use 'record'"),
            ("add source file=../secret.txt", "'../secret.txt' is not below /work/in"),
            ("add source file=/secret.txt", "'/secret.txt' is not below /work/in"),
            ("replay ../a.dossier", "'../a.dossier' is not below /work/in"),
            ("export json to out.json", "the script is not allowed to write 'out.json'"),
        ]
        for (command, message) in commands {
            let engine = try TestEngine(files: [
                "in/a.dossier": command + "\n", "secret.txt": "x", "a.dossier": "show session\n",
            ])
            #expect(error(engine, "in/a.dossier").contains("error: " + message), "\(command)")
            let failure = #expect(throws: Diagnostic.self) { try engine.replay("in/a.dossier") }
            #expect(failure?.exit == .noPermission)
        }
    }

    @Test("with leave a script writes below that folder only")
    func writing() throws {
        let files = [
            "in/a.dossier": "add note \"a\"\nexport script to ../out/b.dossier\n",
            "in/c.dossier": "export json to ../other/c.json\n",
        ]
        let engine = try TestEngine(files: files)
        try engine.replay("in/a.dossier", writableFolder: "/work/out")
        #expect(engine.disk.text("/work/out/b.dossier") == "add note n1 \"a\" type=comment\n")
        #expect(
            error(engine, "in/c.dossier", writableFolder: "/work/out").contains("expected: a path below /work/out"))
        #expect(engine.disk["/work/other/c.json"] == nil)
    }
}
