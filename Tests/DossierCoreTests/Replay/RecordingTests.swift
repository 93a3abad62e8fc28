import Testing

@Suite struct RecordingTests {
    @Test("what succeeds between record and record off stands in the script, and the script makes the same")
    func record() throws {
        let notebook = try TestNotebook()
        try notebook.run("record a.dossier")
        for command in [
            "add note \"a\"", "add claim \"b\" -- and so on", "show notes", "set _ likelihood=likely", "undo", "redo",
        ] {
            try notebook.run(command)
        }
        #expect(notebook.error("foo").contains("unknown verb"))
        try notebook.run("add note \"\"\"\nover\nlines\"\"\"")
        #expect(try notebook.run("record off") == "recorded /work/a.dossier\n")
        try notebook.run("undo\nredo")
        #expect(
            notebook.disk.text("/work/a.dossier") == """
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
        let copy = try TestNotebook(files: ["a.dossier": notebook.disk.text("/work/a.dossier") ?? ""])
        try copy.replay("a.dossier")
        #expect(copy.state == notebook.state)
        #expect(try notebook.run("record off") == "nothing was being recorded\n")
    }

    @Test("a replay is recorded as one command, a failed one not at all")
    func recordReplay() throws {
        let notebook = try TestNotebook(files: [
            "b.dossier": "add note \"b\"\n", "bad.dossier": "add note \"x\"\nfoo\n",
        ])
        try notebook.run("record a.dossier\nreplay b.dossier")
        #expect(notebook.error("replay bad.dossier").contains("unknown verb"))
        try notebook.run("record off")
        #expect(notebook.disk.text("/work/a.dossier") == "replay b.dossier\n")
    }

    @Test("a script that is there goes on at its end; a name that is no script's is refused")
    func recordAtTheEnd() throws {
        let notebook = try TestNotebook(files: ["a.dossier": "# mine\n"])
        try notebook.run("record a.dossier\nadd note \"a\"\nrecord off")
        #expect(notebook.disk.text("/work/a.dossier") == "# mine\nadd note \"a\"\n")
        #expect(notebook.error("record a.json").contains("'a.json' is neither a script nor a notebook"))
    }
}
