import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite("an import in a script or a notebook") struct ImportInScriptTests {
    private static let good = "town,day\nKursk,2024-10-21\nSudzha,2024-10-22\n"
    private static let bad = "town,day\nKursk,2024-10-21\nSudzha,2024-13\n"
    private static let command = "import csv data/battles.csv kind=event title={town} when={day} place={town}"

    private func notebook(_ script: String, _ data: String = good) throws -> TestNotebook {
        try TestNotebook(files: ["a.dossier": script, "a.md": script, "data/battles.csv": data])
    }

    @Test("it does what it does when it is typed")
    func same() throws {
        let typed = try notebook("")
        try typed.run(Self.command)
        let script = try notebook(Self.command + "\n")
        try script.replay("a.dossier")
        #expect(script.state == typed.state)
        let markdown = try notebook("```dossier quiet\n> \(Self.command)\n```\n")
        try markdown.replay("a.md")
        #expect(markdown.state == typed.state)
    }

    @Test("an error names the script's line, and the file's line, row, column and cell; nothing has changed")
    func error() throws {
        let notebook = try notebook("add note -- before\n\(Self.command)\n", Self.bad)
        do throws(Diagnostic) {
            try notebook.replay("a.dossier")
            Issue.record("it did not fail")
        } catch {
            #expect(
                TestNotebook.text(of: error) == """
                    a.dossier:2:53: error: there is no month 13
                      import csv data/battles.csv kind=event title={town} when={day} place={town}
                                                                          ^~~~~~~~~~
                      expected: a month, 01 to 12, or a season, 21 to 41
                      did you mean '2024-12'?
                      data/battles.csv:3:8: row 2, column 'day' is '2024-13'

                    """)
        }
        #expect(notebook.session.isEmpty)
    }

    @Test("where the script goes on after the error, nothing of the import is left")
    func goesOn() throws {
        let notebook = try notebook("\(Self.command)\nadd note -- after\n", Self.bad)
        var errors = 0
        try notebook.notebook.replay("/work/a.dossier", keepGoing: true, failure: { _ in errors += 1 }) { _ in }
        #expect(errors == 1)
        #expect(notebook.session.count == 1 && notebook.session.count(of: .note) == 1)
    }

    @Test("an error that a notebook expects leaves nothing of the import")
    func expected() throws {
        let cell = "```dossier quiet\n> \(Self.command)\nerror: …\n```\n"
        let notebook = try notebook(cell + "\n```dossier quiet\n> add note -- after\n```\n", Self.bad)
        try notebook.replay("a.md")
        #expect(notebook.session.count == 1 && notebook.session.count(of: .note) == 1)
    }

    @Test("it is one step of the script, whatever stands around it")
    func undo() throws {
        let script = """
            add note -- one
            \(Self.command)
            add note -- two
            undo 2
            add note -- three
            \(Self.command)
            undo
            redo
            undo
            add note -- four
            """
        let notebook = try notebook(script)
        try notebook.replay("a.dossier")
        #expect(try notebook.run("show notes with text").contains("3 notes"))
        #expect(notebook.session.count(of: .event) == 0 && notebook.session.count(of: .entity) == 0)
        try notebook.run("undo")
        #expect(notebook.session.isEmpty)
    }

    @Test("plain lines after it are still written down at once")
    func plainLines() throws {
        let notebook = try notebook("\(Self.command)\nadd note -- one\nadd note -- two\nundo\n")
        try notebook.replay("a.dossier")
        #expect(notebook.session.count(of: .note) == 1 && notebook.session.count(of: .event) == 2)
    }

    @Test("it reads below the script's folder only")
    func folder() throws {
        let notebook = try TestNotebook(files: [
            "in/a.dossier": "import csv ../battles.csv kind=event title={town}\n", "battles.csv": Self.good,
        ])
        #expect(throws: Diagnostic.self) { try notebook.replay("in/a.dossier") }
        #expect(notebook.session.isEmpty)
        #expect(notebook.error("import csv ../x.csv kind=event title={a}").contains("is not below /work"))
    }

    @Test(
        "where the user wants it to end, session and log are as they were",
        arguments: Effort.cases(1...3, sampled: 1))
    func cancel(after words: Int) throws {
        let rows = (0..<20_000).map { "Town \($0),2024-10-21\n" }.joined()
        let notebook = try notebook("\(Self.command)\n", "town,day\n" + rows)
        try notebook.run("add note -- before")
        let (before, count) = (notebook.state, notebook.notebook.journal.nextNumber)
        let watch = StubWatch(endingAfter: words)
        notebook.notebook.surroundings.watch = watch
        #expect(notebook.error(Self.command).hasPrefix("error: cancelled"))
        #expect(watch.notes.allSatisfy { $0.title == "importing data/battles.csv" && $0.unit == .bytes })
        #expect(notebook.state == before && notebook.notebook.journal.nextNumber == count)
        watch.end(after: words)
        #expect(throws: Diagnostic.self) { try notebook.replay("a.dossier") }
        #expect(notebook.state == before && notebook.notebook.journal.nextNumber == count)
    }

    @Test("it is recorded as one command")
    func recorded() throws {
        let notebook = try notebook("")
        try notebook.run("record r.dossier")
        try notebook.run(Self.command)
        try notebook.run("record off")
        #expect(notebook.disk.text("/work/r.dossier") == Self.command + "\n")
    }
}
