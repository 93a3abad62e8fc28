import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierImporting
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite("an import in a script or a notebook") struct ImportInScriptTests {
    private static let good = "town,day\nKursk,2024-10-21\nSudzha,2024-10-22\n"
    private static let bad = "town,day\nKursk,2024-10-21\nSudzha,2024-13\n"
    private static let command = "import csv data/battles.csv kind=event title={town} when={day} place={town}"

    private func engine(_ script: String, _ data: String = good) throws -> TestEngine {
        try TestEngine(files: ["a.dossier": script, "a.md": script, "data/battles.csv": data])
    }

    @Test("it does what it does when it is typed")
    func same() throws {
        let typed = try engine("")
        try typed.run(Self.command)
        let script = try engine(Self.command + "\n")
        try script.replay("a.dossier")
        #expect(script.state == typed.state)
        let markdown = try engine("```dossier quiet\n> \(Self.command)\n```\n")
        try markdown.replay("a.md")
        #expect(markdown.state == typed.state)
    }

    @Test("an error names the script's line, and the file's line, row, column and cell; nothing has changed")
    func error() throws {
        let engine = try engine("add note -- before\n\(Self.command)\n", Self.bad)
        do throws(Diagnostic) {
            try engine.replay("a.dossier")
            Issue.record("it did not fail")
        } catch {
            #expect(
                TestEngine.text(of: error) == """
                    a.dossier:2:53: error: there is no month 13
                      import csv data/battles.csv kind=event title={town} when={day} place={town}
                                                                          ^~~~~~~~~~
                      expected: a month, 01 to 12, or a season, 21 to 41
                      did you mean '2024-12'?
                      data/battles.csv:3:8: row 2, column 'day' is '2024-13'

                    """)
        }
        #expect(engine.session.isEmpty)
    }

    @Test("where the script goes on after the error, nothing of the import is left")
    func goesOn() throws {
        let engine = try engine("\(Self.command)\nadd note -- after\n", Self.bad)
        var errors = 0
        try engine.engine.replay("/work/a.dossier", keepGoing: true, failure: { _ in errors += 1 }) { _ in }
        #expect(errors == 1)
        #expect(engine.session.count == 1 && engine.session.count(of: .note) == 1)
    }

    @Test("an error that a notebook expects leaves nothing of the import")
    func expected() throws {
        let cell = "```dossier quiet\n> \(Self.command)\nerror: …\n```\n"
        let engine = try engine(cell + "\n```dossier quiet\n> add note -- after\n```\n", Self.bad)
        try engine.replay("a.md")
        #expect(engine.session.count == 1 && engine.session.count(of: .note) == 1)
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
        let engine = try engine(script)
        try engine.replay("a.dossier")
        #expect(try engine.run("show notes with text").contains("3 notes"))
        #expect(engine.session.count(of: .event) == 0 && engine.session.count(of: .entity) == 0)
        try engine.run("undo")
        #expect(engine.session.isEmpty)
    }

    @Test("plain lines after it are still written down at once")
    func plainLines() throws {
        let engine = try engine("\(Self.command)\nadd note -- one\nadd note -- two\nundo\n")
        try engine.replay("a.dossier")
        #expect(engine.session.count(of: .note) == 1 && engine.session.count(of: .event) == 2)
    }

    @Test("it reads below the script's folder only")
    func folder() throws {
        let engine = try TestEngine(files: [
            "in/a.dossier": "import csv ../battles.csv kind=event title={town}\n", "battles.csv": Self.good,
        ])
        #expect(throws: Diagnostic.self) { try engine.replay("in/a.dossier") }
        #expect(engine.session.isEmpty)
        #expect(engine.error("import csv ../x.csv kind=event title={a}").contains("is not below /work"))
    }

    @Test(
        "where the user wants it to end, session and log are as they were",
        arguments: Effort.cases(1...3, sampled: 1))
    func cancel(after words: Int) throws {
        let rows = (0..<20_000).map { "Town \($0),2024-10-21\n" }.joined()
        let engine = try engine("\(Self.command)\n", "town,day\n" + rows)
        try engine.run("add note -- before")
        let (before, count) = (engine.state, engine.engine.journal.nextNumber)
        let watch = StubWatch(endingAfter: words)
        engine.engine.surroundings.watch = watch
        #expect(engine.error(Self.command).hasPrefix("error: cancelled"))
        #expect(watch.notes.allSatisfy { $0.title == "importing data/battles.csv" && $0.unit == .bytes })
        #expect(engine.state == before && engine.engine.journal.nextNumber == count)
        watch.end(after: words)
        #expect(throws: Diagnostic.self) { try engine.replay("a.dossier") }
        #expect(engine.state == before && engine.engine.journal.nextNumber == count)
    }

    @Test("it is recorded as one command")
    func recorded() throws {
        let engine = try engine("")
        try engine.run("record r.dossier")
        try engine.run(Self.command)
        try engine.run("record off")
        #expect(engine.disk.text("/work/r.dossier") == Self.command + "\n")
    }
}
