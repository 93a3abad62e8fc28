import Testing

@testable import DossierEngine
@testable import DossierModel

@Suite("a log in doubt") struct JournalDoubtTests {
    @Test("after a failed sync whose bytes could not be taken back, the next append cuts them away first")
    func truncateFails() throws {
        let engine = try TestEngine(opening: "/work/a.json", on: MemoryDisk())
        try engine.run("add note \"a\"")
        let (log, disk) = (engine.disk["/work/a.log"], engine.disk)
        disk.fail("sync", "Input/output error", code: 5)
        disk.fail("truncate", "Input/output error", code: 5)
        #expect(engine.error("add note \"lost\"").contains("Input/output error"))
        #expect(engine.session.count == 1 && disk["/work/a.log"] != log)
        disk.fail("sync", nil)
        #expect(engine.error("add note \"lost\"").contains("Input/output error"), "nothing is added in doubt")
        #expect(engine.session.count == 1)
        disk.fail("truncate", nil)
        try engine.run("add note \"b\"")
        let again = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
        #expect(again.state == engine.state && !again.engine.notices.contains { $0.contains("incomplete") })
        #expect(disk.text("/work/a.log")?.contains("lost") == false)
    }

    @Test("undo of several steps is one line: cut anywhere it is there whole or not at all")
    func undoIsOneLine() throws {
        let engine = try TestEngine(opening: "/work/a.json", on: MemoryDisk())
        for name in ["a", "b", "c"] { try engine.run("add note \"\(name)\"") }
        let (before, log) = (engine.state, engine.disk["/work/a.log"] ?? [])
        try engine.run("undo 3")
        let whole = engine.disk["/work/a.log"] ?? []
        for length in log.count...whole.count {
            let crashed = MemoryDisk()
            crashed["/work/a.log"] = Array(whole.prefix(length))
            let again = try TestEngine(opening: "/work/a.json", on: crashed)
            #expect(again.state == (length == whole.count ? engine.state : before), "\(length)")
        }
        let again = try TestEngine(opening: "/work/a.json", on: engine.disk.unlocked)
        try again.run("redo")
        #expect(again.session.count == 1)
        try again.run("redo 2")
        #expect(again.state == before)
        try again.run("undo\nundo 2\nredo 3")
        #expect(again.state == before)
    }

    @Test("undo and redo say which records came and went, each once")
    func report() throws {
        let engine = try TestEngine(setting: ["add event e1 \"A\" status=reported"])
        try engine.run("set e1 status=confirmed")
        #expect(try engine.run("undo") == "undone: set e1 status=confirmed\ne1  status: confirmed → reported\n")
        #expect(try engine.run("redo") == "redone: set e1 status=confirmed\ne1  status: reported → confirmed\n")
        #expect(
            try engine.run("undo 2")
                == "undone: set e1 status=confirmed\nundone: add event e1 \"A\" status=reported\ndropped e1  event  A\n"
        )
        #expect(
            try engine.json("redo").text.contains(
                "\"redone\": [\"add event e1 \\\"A\\\" status=reported\"], \"changes\": [{\"put\""))
        try engine.run("drop e1")
        #expect(try engine.run("undo") == "undone: drop e1\ne1  event  A\n")
        for number in 1...20 { try engine.run("add note \"\(number)\"") }
        #expect(try engine.run("undo 20").hasSuffix("dropped n10  note  10\n… and 9 lines more\n"))
    }

    @Test("what is not shown of many changes is counted by the lines that it would take")
    func linesBehind() throws {
        let disk = MemoryDisk()
        let commands =
            (1...12).map { "add note -- n\($0)" } + [
                "set e1 title=b status=confirmed",
                "add note j type=judgement likelihood=likely confidence=low -- It holds", "drop e2",
            ]
        disk["/work/b.dossier"] = Array(commands.joined(separator: "\n").utf8)
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add event e1 \"a\"")
        try engine.run("add event e2 \"c\"")
        try engine.engine.replay("/work/b.dossier") { _ in }
        // Behind the eleventh note: the twelfth, two fields, a judgement in three lines, and what was dropped.
        #expect(try engine.run("undo").hasSuffix("dropped n6  note\n… and 5 lines more\n"))
        #expect(try engine.run("redo").hasSuffix("n11  note\n… and 7 lines more\n"))
    }
}
