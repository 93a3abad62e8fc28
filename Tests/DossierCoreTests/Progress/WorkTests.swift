import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput

@Suite("long work") struct WorkTests {
    private static let setting = [
        "add source s1 \"Report\" -- Words that count.", "add event e1 2024-10-21 \"Summons\"",
        "add event e2 2024-10-22 \"Protest\"", "link e1 causes e2", "add claim c1 about=e1 stance=asserts \"Yes\"",
        "add claim c2 about=e1 stance=denies \"No\"", "add note n1 type=hypothesis -- Peace.", "link c1 supports n1",
    ]

    /// A saved session of which the log is longer than the state.
    private func engine(_ watch: StubWatch) throws -> TestEngine {
        let files = [
            "a.dossier": String(repeating: "add note -- one\n", count: 3_000),
            "a.csv": "title\n" + String(repeating: "one\n", count: 30_000),
            "a.md": "```dossier\n" + String(repeating: "> add note -- one\n", count: 30) + "```\n",
        ]
        let disk = MemoryDisk(files.reduce(into: [:]) { $0["/work/" + $1.key] = $1.value })
        let engine = try TestEngine(opening: "/work/s.json", on: disk)
        for command in WorkTests.setting { try engine.run(command) }
        try engine.engine.close()
        return try TestEngine(opening: "/work/s.json", on: disk, watch: watch)
    }

    @Test(
        "a long command says how far it is; where the user wants it to end, session and log are as they were",
        arguments: [
            "replay a.dossier", "replay a.md", "import csv a.csv kind=note text={title}", "show events",
            "show timeline", "show central", "check",
            "check independence", "check duplicates", "show duplicates", "show forecasts", "show conflicts",
            "show events as-of 2024-10", "show session at 3", "show matrix", "show support e1",
            "check --storage",
            "log verify",
            "export csv", "export json", "export markdown", "export dot", "export graphml", "export gexf",
            "export obsidian to vault/", "export script", "export csv tlp=green",
            "export csv to out.csv",
        ])
    func cancelled(command: String) throws {
        let watch = StubWatch()
        let engine = try engine(watch)
        let (state, log) = (engine.state, engine.disk.text("/work/s.log"))
        watch.end(after: 1)
        #expect(engine.error(command).contains("error: cancelled\n"))
        #expect(!watch.notes.isEmpty)
        #expect(engine.state == state && engine.disk.text("/work/s.log") == log)
        #expect(engine.disk.text("/work/out.csv") == nil)
        watch.end(after: nil)
        #expect(!engine.error(command).contains("cancelled"))
    }

    @Test("opening another session is ended too, and leaves this one open; the other can still be opened")
    func opening() throws {
        let watch = StubWatch()
        let engine = try engine(watch)
        let state = engine.state
        try TestEngine(opening: "/work/t.json", on: engine.disk).run("add note -- other")
        watch.end(after: 1)
        #expect(engine.error("open t.json").contains("error: cancelled\n"))
        #expect(engine.engine.path == "/work/s.json" && engine.state == state)
        watch.end(after: nil)
        try engine.run("add note -- one")
    }

    @Test("a replay that goes on after errors ends all the same, and leaves nothing")
    func keepGoing() throws {
        let watch = StubWatch()
        let engine = try engine(watch)
        let state = engine.state
        watch.end(after: 20)
        var failures = 0
        do throws(Diagnostic) {
            try engine.engine.replay("/work/a.dossier", keepGoing: true, failure: { _ in failures += 1 }) { _ in }
            Issue.record("it was not cancelled")
        } catch {
            #expect(error.code == .cancelled)
        }
        #expect(failures == 0 && engine.state == state)
    }

    @Test(
        "a notebook that is ended between two of its commands leaves nothing of those before", arguments: [1, 2, 7, 30])
    func betweenCommands(words: Int) throws {
        let watch = StubWatch()
        let engine = try engine(watch)
        let (state, log) = (engine.state, engine.disk.text("/work/s.log"))
        watch.end(after: words)
        #expect(engine.error("replay a.md").contains("error: cancelled\n"))
        #expect(watch.notes.count == words)
        #expect(engine.state == state && engine.disk.text("/work/s.log") == log)
    }

    @Test("a word is said at the first step, then once in a stride, and steps end where they are to end")
    func steps() {
        let watch = StubWatch(endingAfter: 3)
        let work = Work("counting", .records, of: 100, stride: 10, for: watch)
        #expect(Array((0..<100).steps(of: work)) == Array(0..<20))
        #expect(watch.notes.map(\.done) == [0, 10, 20])
        #expect(Array((0..<5).steps(of: Work("counting", .records, of: 5, for: nil))) == [0, 1, 2, 3, 4])
    }

    @Test("laying out a long answer is long work too")
    func rendering() {
        let rows = (1...5_000).map { Table.Row([Table.Cell(StyledText("row \($0)"))]) }
        let value = Answer([.table(Table(columns: [Table.Column("words")], rows: rows))], json: .null)
        var renderer = Renderer(width: 40, palette: Palette(isColoured: false))
        let whole = renderer.text(of: value)
        let watch = StubWatch()
        renderer.watch = watch
        #expect(renderer.text(of: value) == whole && watch.notes.allSatisfy { $0.unit == .rows })
        watch.end(after: 3)
        #expect(renderer.text(of: value).utf8.count < whole.utf8.count)
        #expect(watch.notes.count <= 8)
    }

    @Test("searches that run in parts estimate what they estimate at once")
    func centralInParts() throws {
        let engine = try TestEngine(setting: ["set session relation+=knows/known-by:entity>entity"])
        for number in 0..<1_200 {
            try engine.run("add entity node-\(number) \"N\(number)\"")
            if number == 0 { continue }
            for other in [number / 3, number * 2_654_435 / 1_000 % number] {
                try engine.run("link node-\(number) knows node-\(other)")
            }
        }
        let watch = StubWatch()
        engine.engine.surroundings.watch = watch
        let shown = try engine.json("show central limit 1200")
        #expect(watch.notes.filter { $0.unit == .searches }.count > 1)
        let network = NetworkGraph(engine.session)
        let ends = network.nodes(of: nil)
        let starts = Betweenness.sample(ends, 500)
        let whole = Betweenness.of(network.graph, ends: ends, starts: starts, size: starts.count)
        let rows = try #require(shown.array)
        #expect(rows.count == 1_200)
        for row in rows {
            let id = row.object?["id"]?.string
            let node = try #require(
                network.slots.firstIndex { engine.session.identifier(at: $0)?.text == id })
            #expect(row.object?["between"] == whole[node].json(decimals: 6))
        }
    }
}
