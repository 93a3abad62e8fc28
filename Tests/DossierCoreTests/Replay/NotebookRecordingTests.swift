import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierOutput

@Suite struct NotebookRecordingTests {
    /// What was recorded, after proof that it verifies where it stands.
    private func verified(_ engine: TestEngine, _ name: String = "a.md") throws -> String {
        try engine.run("record off")
        let text = try #require(engine.disk.text("/work/" + name))
        let fresh = TestEngine(engine.disk)
        let check = try fresh.check(name)
        #expect(!check.failed, "\(Renderer(palette: Palette(isColoured: false)).text(of: check.comparison.answer))")
        return text
    }

    @Test("commands stand with their answers, and what was typed after # is prose")
    func prose() throws {
        let engine = try TestEngine()
        try engine.run("record a.md\n# # What happened\n#\n# Two lines\n#of prose.")
        try engine.run("add event e1 2024-10-21 \"Summons\" # and not earlier")
        #expect(engine.error("show evnts").contains("error"))
        try engine.run("show events with when")
        try engine.run("# That is all.")
        #expect(
            try verified(engine) == """
                # What happened

                Two lines
                of prose.
                and not earlier

                ```dossier
                > add event e1 2024-10-21 "Summons"
                e1  event  2024-10-21  Summons
                > show events with when
                %  id  when
                ─  ──  ──────────
                1  e1  2024-10-21
                1 event
                ```

                That is all.

                """)
    }

    @Test("prose that would begin a block is written so that it does not")
    func hostileProse() throws {
        let engine = try TestEngine()
        try engine.run("record a.md\n# ```dossier\n# ~~~\n# <!--\n#   ```\nadd note \"a\"")
        #expect(
            try verified(engine).hasPrefix("\\```dossier\n\\~~~\n\\<!--\n\\  ```\n\n```dossier\n> add note \"a\"\n"))
    }

    @Test(
        "a notebook begins with its author's words, and the session that was there stands folded before the first command"
    )
    func heading() throws {
        let engine = try TestEngine(setting: ["add note n1 -- There before"])
        try engine.run("record a.md\n# # What happened\n#\n# First words.\nadd note -- New\n# More words.")
        #expect(
            try verified(engine) == """
                # What happened

                First words.

                <details>
                <summary>The session at the beginning</summary>

                ```dossier quiet
                > add note n1 "There before" type=comment
                ```

                </details>

                ```dossier
                > add note -- New
                n2  note  New
                ```

                More words.

                """)
        let prose = try TestEngine(setting: ["add note n1 -- There before"])
        try prose.run("record b.md\n# # Words alone")
        #expect(try verified(prose, "b.md").hasPrefix("# Words alone\n\n<details>\n"))
    }

    @Test("a session that holds records stands before the first command, in a quiet block")
    func setup() throws {
        let engine = try TestEngine(setting: Example.setting)
        let before = engine.state
        try engine.run("record a.md\nshow events count by status")
        let text = try verified(engine)
        #expect(text.hasPrefix("<details>\n") && text.contains("\n```dossier quiet\n> add source s1 "))
        #expect(text.hasSuffix("2 events\n```\n"))
        let copy = TestEngine(engine.disk)
        try copy.replay("a.md")
        #expect(copy.state == before)
    }

    @Test("every example verifies as it is recorded, or is left out and said so")
    func examples() throws {
        for (name, examples) in OwnedExample.owners where !["record", "open"].contains(name) {
            for example in examples {
                let engine = try TestEngine(for: example, recording: "a.md")
                _ = engine.answer(example.command, width: 80)
                _ = engine.answer("show log", width: 80)
                _ = try verified(engine)
            }
        }
    }

    @Test("what a replay may not do is left out, with a word to the user")
    func leftOut() throws {
        let engine = try TestEngine(files: ["x.txt": "words", "sub/.keep": ""])
        try engine.run("record sub/a.md")
        var notices: [String] = []
        for command in ["add source file=x.txt", "export json to out.json", "show sources"] {
            try engine.engine.run(SourceText(command)) { notices += $0.notices }
        }
        #expect(
            notices == [
                "left out of the notebook: '/work/sub/x.txt' cannot be read: No such file or directory",
                "left out of the notebook: the script is not allowed to write 'out.json'",
            ])
        #expect(try verified(engine, "sub/a.md") == "```dossier\n> show sources\nno sources\n```\n")
    }

    @Test("a notebook that is there is left alone, and ends where another session is opened")
    func ends() throws {
        let engine = try TestEngine(files: ["a.md": "mine\n"])
        #expect(engine.error("record a.md").hasPrefix("error: 'a.md' exists already; --overwrite replaces it\n"))
        #expect(engine.disk.text("/work/a.md") == "mine\n")
        try engine.run("record b.md\nadd note \"a\"")
        #expect(
            engine.disk.text("/work/b.md") == "```dossier\n> add note \"a\"\nn1  note  a\n", "before the next prompt")
        var notices: [String] = []
        try engine.engine.run(SourceText("open s.json")) { notices += $0.notices }
        #expect(notices == ["the notebook /work/b.md ends here: another session is opened"])
        #expect(engine.disk.text("/work/b.md") == "```dossier\n> add note \"a\"\nn1  note  a\n```\n")
        #expect(try engine.run("record off") == "nothing was being recorded\n")
    }
}
