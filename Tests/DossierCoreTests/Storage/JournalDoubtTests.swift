import Testing

@testable import DossierEngine
@testable import DossierModel

@Suite("a log in doubt") struct JournalDoubtTests {
    @Test("after a failed sync whose bytes could not be taken back, the next append cuts them away first")
    func truncateFails() throws {
        let notebook = try TestNotebook(opening: "/work/a.json", on: MemoryDisk())
        try notebook.run("add note \"a\"")
        let (log, disk) = (notebook.disk["/work/a.log"], notebook.disk)
        disk.fail("sync", "Input/output error", code: 5)
        disk.fail("truncate", "Input/output error", code: 5)
        #expect(notebook.error("add note \"lost\"").contains("Input/output error"))
        #expect(notebook.session.count == 1 && disk["/work/a.log"] != log)
        disk.fail("sync", nil)
        #expect(notebook.error("add note \"lost\"").contains("Input/output error"), "nothing is added in doubt")
        #expect(notebook.session.count == 1)
        disk.fail("truncate", nil)
        try notebook.run("add note \"b\"")
        let again = try TestNotebook(opening: "/work/a.json", on: disk.unlocked)
        #expect(again.state == notebook.state && !again.notebook.notices.contains { $0.contains("incomplete") })
        #expect(disk.text("/work/a.log")?.contains("lost") == false)
    }

    @Test("undo of several steps is one line: cut anywhere it is there whole or not at all")
    func undoIsOneLine() throws {
        let notebook = try TestNotebook(opening: "/work/a.json", on: MemoryDisk())
        for name in ["a", "b", "c"] { try notebook.run("add note \"\(name)\"") }
        let (before, log) = (notebook.state, notebook.disk["/work/a.log"] ?? [])
        try notebook.run("undo 3")
        let whole = notebook.disk["/work/a.log"] ?? []
        for length in log.count...whole.count {
            let crashed = MemoryDisk()
            crashed["/work/a.log"] = Array(whole.prefix(length))
            let again = try TestNotebook(opening: "/work/a.json", on: crashed)
            #expect(again.state == (length == whole.count ? notebook.state : before), "\(length)")
        }
        let again = try TestNotebook(opening: "/work/a.json", on: notebook.disk.unlocked)
        try again.run("redo")
        #expect(again.session.count == 1)
        try again.run("redo 2")
        #expect(again.state == before)
        try again.run("undo\nundo 2\nredo 3")
        #expect(again.state == before)
    }

    @Test("undo and redo say which records came and went, each once")
    func report() throws {
        let notebook = try TestNotebook(setting: ["add event e1 \"A\" status=reported"])
        try notebook.run("set e1 status=confirmed")
        #expect(try notebook.run("undo") == "undone: set e1 status=confirmed\ne1  status: confirmed → reported\n")
        #expect(try notebook.run("redo") == "redone: set e1 status=confirmed\ne1  status: reported → confirmed\n")
        #expect(
            try notebook.run("undo 2")
                == "undone: set e1 status=confirmed\nundone: add event e1 \"A\" status=reported\ndropped e1  event  A\n"
        )
        #expect(
            try notebook.json("redo").text.contains(
                "\"redone\": [\"add event e1 \\\"A\\\" status=reported\"], \"changes\": [{\"put\""))
        try notebook.run("drop e1")
        #expect(try notebook.run("undo") == "undone: drop e1\ne1  event  A\n")
        for number in 1...20 { try notebook.run("add note \"\(number)\"") }
        #expect(try notebook.run("undo 20").hasSuffix("dropped n10  note  10\n… and 9 lines more\n"))
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
        let notebook = try TestNotebook(opening: "/work/a.json", on: disk)
        try notebook.run("add event e1 \"a\"")
        try notebook.run("add event e2 \"c\"")
        try notebook.notebook.replay("/work/b.dossier") { _ in }
        // Behind the eleventh note: the twelfth, two fields, a judgement in three lines, and what was dropped.
        #expect(try notebook.run("undo").hasSuffix("dropped n6  note\n… and 5 lines more\n"))
        #expect(try notebook.run("redo").hasSuffix("n11  note\n… and 7 lines more\n"))
    }
}
