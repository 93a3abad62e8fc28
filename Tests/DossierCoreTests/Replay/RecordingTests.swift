import Testing

@Suite struct RecordingTests {
    @Test("what succeeds between record and record off stands in the script, and the script makes the same")
    func record() throws {
        let engine = try TestEngine()
        try engine.run("record a.dossier")
        for command in [
            "add note \"a\"", "add claim \"b\" -- and so on", "show notes", "set _ likelihood=likely", "undo", "redo",
        ] {
            try engine.run(command)
        }
        #expect(engine.error("foo").contains("unknown verb"))
        try engine.run("add note \"\"\"\nover\nlines\"\"\"")
        #expect(try engine.run("record off") == "recorded /work/a.dossier\n")
        try engine.run("undo\nredo")
        #expect(
            engine.disk.text("/work/a.dossier") == """
                add note "a"
                add claim "b" -- and so on
                show notes
                set _ likelihood=likely
                undo
                redo
                add note \"""
                over
                lines\"""

                """)
        let copy = try TestEngine(files: ["a.dossier": engine.disk.text("/work/a.dossier") ?? ""])
        try copy.replay("a.dossier")
        #expect(copy.state == engine.state)
        #expect(try engine.run("record off") == "nothing was being recorded\n")
    }

    @Test("a replay is recorded as one command, a failed one not at all")
    func recordReplay() throws {
        let engine = try TestEngine(files: [
            "b.dossier": "add note \"b\"\n", "bad.dossier": "add note \"x\"\nfoo\n",
        ])
        try engine.run("record a.dossier\nreplay b.dossier")
        #expect(engine.error("replay bad.dossier").contains("unknown verb"))
        try engine.run("record off")
        #expect(engine.disk.text("/work/a.dossier") == "replay b.dossier\n")
    }

    @Test("a script that is there goes on at its end; a name that is no script's is refused")
    func recordAtTheEnd() throws {
        let engine = try TestEngine(files: ["a.dossier": "# mine\n"])
        try engine.run("record a.dossier\nadd note \"a\"\nrecord off")
        #expect(engine.disk.text("/work/a.dossier") == "# mine\nadd note \"a\"\n")
        #expect(engine.error("record a.json").contains("'a.json' is neither a script nor a notebook"))
    }
}
