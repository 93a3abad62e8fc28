import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage

/// Groups of so many entries that another thread chains and writes them while the script goes on.
@Suite("groups that span chunks") struct LargeGroupTests {
    private static let path = "/work/a.json"
    private static let log = "/work/a.log"
    /// Sizes at which each entry goes to the other thread alone, a few together, and all at once in the thread that runs.
    private static let sizes = [1, 1_000, 1 << 20]

    private static let commands =
        ["add event e1 \"first\""]
        + (2...40).flatMap { number in
            [
                "add event e\(number) 2024-10-\(10 + number % 20) \"a \\\"b\\\" 한글 \(number)\" #tag",
                "set e\(number) x.own=\(number)", "add note -- \(number)", "link e\(number) precedes e1 -- why",
                number % 7 == 0 ? "undo 2" : "annotate e\(number) -- later",
            ]
        }

    private static func script(_ commands: [String]) -> String { commands.map { $0 + "\n" }.joined() }

    /// A session that holds one note, in whose folder scripts stand.
    private func engine(_ chunkSize: Int, _ scripts: [String: String]) throws -> TestEngine {
        let disk = MemoryDisk()
        for (name, text) in scripts { disk["/work/" + name] = Array(text.utf8) }
        let engine = try TestEngine(opening: Self.path, on: disk)
        try engine.run("add note \"before\"")
        engine.engine.journal.chunkSize = chunkSize
        return engine
    }

    /// What each command of a script answers, and the log that it leaves.
    private func answers(_ script: String, _ others: [String: String] = [:], chunkSize: Int) throws
        -> (answers: [String], log: String?, state: String)
    {
        let engine = try engine(chunkSize, others.merging(["b.dossier": script]) { $1 })
        var answers: [String] = []
        let renderer = Renderer(width: nil, palette: Palette(isColoured: false))
        try engine.engine.replay("/work/b.dossier") { answers.append(renderer.text(of: $0.answer)) }
        let again = try TestEngine(opening: Self.path, on: engine.disk.unlocked)
        #expect(again.state == engine.state && again.engine.notices.count == 1, "there is no state file")
        return (answers, engine.disk.text(Self.log), engine.state)
    }

    @Test("the log has the same bytes, however much of a group goes to the other thread at a time")
    func sameBytes() throws {
        let script = Self.script(Self.commands)
        let whole = try answers(script, chunkSize: 1 << 20)
        for size in [1, 400, 1_000, 5_000] {
            let parts = try answers(script, chunkSize: size)
            #expect(parts.log == whole.log && parts.state == whole.state, "\(size)")
        }
    }

    @Test("steps since opening are taken back without the log before them, which is read for those before")
    func stepsSinceOpening() throws {
        let first = try engine(1 << 20, ["b.dossier": Self.script(Self.commands)])
        try first.engine.replay("/work/b.dossier") { _ in }
        try first.engine.close()
        let engine = try TestEngine(opening: Self.path, on: first.disk.unlocked)
        let read = engine.disk.bytesRead(of: Self.log)
        try engine.run("add note \"after\"")
        try engine.run("add note \"last\"")
        for command in ["undo", "undo", "redo 2", "undo", "redo"] { try engine.run(command) }
        #expect(engine.disk.bytesRead(of: Self.log) == read)
        #expect(try engine.run("undo 3").contains("undone: replay b.dossier"))
        #expect(engine.disk.bytesRead(of: Self.log) > read)
        #expect(try engine.run("show notes").contains("before"))
        #expect(engine.error("undo 2").contains("there are not that many steps to undo, only 1"))
        try engine.run("redo 3")
        #expect(engine.state.contains("\"last\""))
    }

    @Test("a session in memory keeps the same lines", arguments: sizes)
    func inMemory(size: Int) throws {
        let script = Self.script(Self.commands)
        let disk = MemoryDisk(["/work/b.dossier": script])
        let engine = TestEngine(disk)
        try engine.run("add note \"before\"")
        engine.engine.journal.chunkSize = size
        try engine.replay("b.dossier")
        let bytes = engine.engine.journal.lines.flatMap(\.bytes)
        #expect(try String(decoding: bytes, as: UTF8.self) == answers(script, chunkSize: 1 << 20).log)
        try engine.run("save a.json")
        let again = try TestEngine(opening: Self.path, on: disk.unlocked)
        #expect(again.state == engine.state)
        #expect(try again.run("check references quotes digests circles --storage").hasPrefix("nothing found"))
        try engine.run("undo")
        #expect(engine.session.count == 1)
    }

    @Test("an import leaves the log that a script of its rows' commands leaves, but for the name of the group")
    func rows() throws {
        let rows = (1...60).map { ["Event \($0)", "2024-10-\(10 + $0 % 20)", "Actor \($0 % 7)"] }
        let script = Self.script(rows.map { "add event title=\"\($0[0])\" when=\($0[1]) actor=\"\($0[2])\"" })
        let command = "import csv b.csv kind=event title={a} when={b} actor={c} source="
        let csv = "a,b,c\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
        let typed = try engine(1 << 20, ["b.dossier": script])
        try typed.replay("b.dossier")
        for size in Self.sizes {
            let engine = try engine(size, ["b.csv": csv])
            try engine.run(command)
            #expect(engine.state == typed.state, "\(size)")
            let again = try TestEngine(opening: Self.path, on: engine.disk.unlocked)
            #expect(again.state == engine.state, "\(size)")
            try again.run("undo")
            #expect(again.session.count == 1 && again.engine.readOnlyReason == nil, "\(size)")
            #expect(try engine.run("check --storage").contains("nothing found"))
        }
    }

    @Test("in a script, what reads the group reads all of it: undo, redo, the log, and scripts that it calls")
    func readsInside() throws {
        let inner = Self.script(["add note \"inner\"", "undo", "redo", "add note \"more\""])
        var commands = Self.commands
        for index in stride(from: 20, to: 180, by: 12) {
            commands.insert(contentsOf: ["replay c.dossier", "show log limit 3", "undo 3", "redo 2"], at: index)
        }
        commands += [
            "add entity one \"One\"", "add entity two \"Two\"", "merge two into one", "merge --undo two",
            "undo \(commands.count / 2)", "redo 4",
            "log verify",
        ]
        let script = Self.script(commands)
        let whole = try answers(script, ["c.dossier": inner], chunkSize: 1 << 20)
        for size in [1, 700, 3_000] {
            let parts = try answers(script, ["c.dossier": inner], chunkSize: size)
            #expect(parts.answers == whole.answers && parts.log == whole.log && parts.state == whole.state, "\(size)")
        }
    }

    @Test("what a file holds leaves memory, and is read where it is asked for", arguments: sizes)
    func leavesMemory(size: Int) throws {
        let engine = try engine(size, ["b.dossier": Self.script(Self.commands)])
        let before = engine.state
        try engine.replay("b.dossier")
        let state = engine.state
        let entries = engine.engine.journal.nextNumber - 1
        #expect(engine.engine.journal.lines.isEmpty == (size < 1 << 20))
        #expect(engine.engine.changeCount == 2, "the script is one")
        try engine.run("add note \"after\"")
        #expect(engine.engine.changeCount == 3)
        #expect(try engine.run("show log limit 1 groups=open").contains(" \(entries + 1)  "))
        #expect(try engine.run("show log").contains("replay b.dossier"))
        #expect(try engine.json("log verify").text.contains("\"entries\": \(entries + 1)"))
        #expect(try engine.run("check references quotes digests circles --storage").hasPrefix("nothing found"))
        try engine.run("undo 2")
        #expect(engine.state == before)
        try engine.run("redo")
        #expect(engine.state == state)
        try engine.run("save c.json")
        let copy = try TestEngine(opening: "/work/c.json", on: engine.disk.unlocked)
        #expect(copy.state == state)
        try copy.run("undo 2")
        #expect(copy.session.isEmpty)
        let whole = try TestEngine(opening: Self.path, on: engine.disk.unlocked, trust: .log)
        #expect(whole.state == state)
        _ = try whole.engine.compact(keepsArchive: true)
        whole.engine.journal.close()
        #expect(try TestEngine(opening: Self.path, on: whole.disk.unlocked).state == state)
    }

    @Test("a group that is dropped leaves no trace", arguments: sizes)
    func dropped(size: Int) throws {
        let scripts = [
            "b.dossier": Self.script(Self.commands + ["foo"]), "c.dossier": Self.script(Self.commands),
        ]
        let engine = try engine(size, scripts)
        let (state, log) = (engine.state, engine.disk[Self.log])
        for _ in 1...2 {
            #expect(throws: Diagnostic.self) { try engine.replay("b.dossier") }
            #expect(engine.state == state && engine.disk[Self.log] == log)
            #expect(engine.engine.changeCount == 1)
        }
        try engine.run("add note \"after\"")
        #expect(engine.engine.changeCount == 2)
        try engine.replay("c.dossier")
        let again = try TestEngine(opening: Self.path, on: engine.disk.unlocked)
        #expect(again.state == engine.state && again.engine.notices.count == 1, "there is no state file")
    }

    @Test("a log that a failed script began alone goes again", arguments: sizes)
    func withdrawn(size: Int) throws {
        let disk = MemoryDisk(["/work/b.dossier": Self.script(Self.commands + ["foo"])])
        let engine = try TestEngine(opening: Self.path, on: disk)
        engine.engine.journal.chunkSize = size
        #expect(throws: Diagnostic.self) { try engine.replay("b.dossier") }
        #expect(disk[Self.log] == nil)
        disk["/work/b.dossier"] = Array(Self.script(Self.commands).utf8)
        try engine.replay("b.dossier")
        #expect(disk[Self.log] != nil)
        #expect(engine.error("foo").contains("foo"))
        #expect(disk[Self.log] != nil)
    }

    @Test("where what was written of the group cannot be read back, what asks for it fails with the system's reason")
    func cannotBeReadBack() throws {
        let engine = try engine(1, ["b.dossier": Self.script(Self.commands.filter { $0 != "undo 2" } + ["undo"])])
        let (state, log) = (engine.state, engine.disk[Self.log])
        var count = 0
        let error = #expect(throws: Diagnostic.self) {
            try engine.engine.replay("/work/b.dossier") { _ in
                count += 1
                if count == 50 { engine.disk.fail("read", "Input/output error", code: 5) }
            }
        }
        #expect(error?.message == "'/work/a.log' cannot be read: Input/output error")
        engine.disk.fail("read", nil)
        #expect(engine.state == state && engine.disk[Self.log] == log)
    }

    @Test(
        "each operation of the disk that fails while a group is written leaves memory as the disk is, and the next goes well",
        arguments: FaultTests.faults)
    func faults(fault: FaultyDisk.Fault) throws {
        let commands = ["add note \"a\"", "replay b.dossier", "add note \"c\""]
        let sound = try FaultRun(chunkSize: 1)
        for command in commands { #expect(sound.run(command).error == nil) }
        let operations = sound.disk.operations
        #expect(operations.count { $0 == "write" } == 6, "each entry of the group is written by itself")
        for index in operations.indices where fault.operations?.contains(operations[index]) ?? true {
            let run = try FaultRun(fault, at: index, chunkSize: 1)
            for command in commands {
                let before = run.state
                let answer = run.run(command)
                let place = "\(fault) at operation \(index + 1), \(operations[index]), in '\(command)': \(answer)"
                if answer.error == nil { continue }
                #expect(answer.says(fault.reason) && run.state == before, "\(place)")
                expectAgreement(run, run.memory.afterPowerCut(PowerCut(keepsNames: false, bytes: .none)), place)
            }
            run.disk.mend()
            let later = run.run("add note \"later\"")
            let place = "\(fault) at operation \(index + 1), \(operations[index]), later: \(later)"
            #expect(later.error == nil && later.notices.isEmpty, "\(place)")
            expectAgreement(run, run.memory.unlocked, place)
        }
    }

    private func expectAgreement(_ run: FaultRun, _ disk: MemoryDisk, _ place: String) {
        do throws(StorageError) {
            let found = FaultRun.text(of: try FaultRun.open(run.engine.path ?? "", on: disk))
            #expect(found == run.state, "\(place)")
        } catch {
            Issue.record("\(place): it does not open: \(error.problem)")
        }
    }
}
