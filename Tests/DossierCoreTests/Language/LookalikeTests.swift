import Testing

@testable import DossierStorage

@Suite("letters that look like others") struct LookalikeTests {
    @Test(
        "are named beside the error of a command",
        arguments: [
            ("add event e1 2024 “First contingent”", "“ in column 19 is not a quotation mark of the language"),
            ("add event e1 2024 „Erstes Kontingent“", "„ in column 19 is not a quotation mark"),
            ("add\u{A0}event e1 2024 \"x\"", "column 4 contains a no-break space (U+00A0) where a space belongs"),
            ("show\u{3000}events", "ideographic space (U+3000)"),
            ("\u{200B}show events", "zero width space (U+200B), which is invisible"),
            ("drop e1 —with-links", "— in column 9 is not a hyphen"),
            ("<<<<<<< HEAD", "'<<<<<<<' is a conflict marker of git"), ("=======", "conflict marker"),
            (">>>>>>> branch", "conflict marker"),
        ])
    func named(command: String, note: String) throws {
        let error = try TestEngine().error(command)
        #expect(error.hasPrefix("error: ") && error.contains(note), "\(error)")
    }

    @Test("are no matter in a text, nor where a command is right")
    func inTexts() throws {
        let engine = try TestEngine()
        try engine.run("add note \"“quoted” – and\u{A0}spaced\"\nadd note -- “so”\nshow notes “so”")
        #expect(!engine.error("drop n9 \"“x”\"").contains("quotation mark of the language"))
        #expect(!engine.error("add evnt \"“x”\"").contains("quotation mark of the language"))
    }

    @Test("a session and a log in which git left a conflict say so")
    func conflicts() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add note \"a\"\nsave")
        let conflict = "<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b\n"
        for path in ["/work/a.log", "/work/a.json"] {
            let copy = disk.unlocked
            copy[path] = Array(((copy.text(path) ?? "") + conflict).utf8)
            if path.hasSuffix("json") { copy["/work/a.log"] = nil }
            let error = #expect(throws: StorageError.self) { try TestEngine(opening: "/work/a.json", on: copy) }
            #expect(error?.problem.contains("conflict marker of git, '<<<<<<<'") == true, "\(error?.problem ?? "")")
        }
    }
}
