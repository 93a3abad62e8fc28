import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

@Suite struct RecordingFailureTests {
    @Test("a recording that cannot be written ends with a word; the command is done, and the script holds whole lines")
    func ends() throws {
        let engine = try TestEngine(opening: "/work/a.json", on: MemoryDisk())
        try engine.run("add note \"a\"\nrecord r.dossier\nadd note \"b\"")
        // Only the recording syncs what a read leaves, so the session's own log is not touched.
        engine.disk.fail("sync", "No space left on device")
        var notices: [String] = []
        var failed: [Bool] = []
        try engine.engine.run(SourceText("show notes")) {
            notices += $0.notices; failed.append($0.failed)
        }
        #expect(failed == [true])
        #expect(
            notices == [
                "the recording ended before this command: '/work/r.dossier' cannot be written: No space left on device"
            ])
        #expect(engine.disk.text("/work/r.dossier") == "add note \"b\"\n")
        engine.disk.fail("sync", nil)
        try engine.run("add note \"c\"")
        #expect(engine.disk.text("/work/r.dossier") == "add note \"b\"\n")
        #expect(engine.session.count == 3)
    }

    @Test("a notebook ends so too: it holds whole commands, and what is typed goes on")
    func engine() throws {
        let engine = try TestEngine(opening: "/work/a.json", on: MemoryDisk())
        try engine.run("record r.md\nadd note \"a\"")
        let whole = "```dossier\n> add note \"a\"\nn1  note  a\n"
        #expect(engine.disk.text("/work/r.md") == whole)
        engine.disk.fail("sync", "No space left on device")
        var notices: [String] = []
        var failed: [Bool] = []
        try engine.engine.run(SourceText("show notes")) {
            notices += $0.notices; failed.append($0.failed)
        }
        #expect(failed == [true])
        #expect(
            notices == [
                "the recording ended before this command: '/work/r.md' cannot be written: No space left on device"
            ])
        engine.disk.fail("sync", nil)
        try engine.run("# a remark\nadd note \"b\"")
        #expect(engine.disk.text("/work/r.md") == whole)
        #expect(engine.session.count == 2)
    }

    @Test("a remark that cannot be written ends the recording; the command beside it is done")
    func remark() throws {
        for (typed, count) in [("# why", 0), ("show notes # why", 1)] {
            let engine = try TestEngine(opening: "/work/a.json", on: MemoryDisk())
            try engine.run("record r.md")
            engine.disk.fail("sync", "No space left on device")
            var replies: [Reply] = []
            try engine.engine.run(SourceText(typed)) { replies.append($0) }
            #expect(
                replies.flatMap(\.notices) == [
                    "the recording ended before this remark: '/work/r.md' cannot be written: No space left on device"
                ])
            #expect(replies.map(\.failed).contains(true))
            #expect(replies.filter { !$0.answer.blocks.isEmpty }.count == count)
            #expect(engine.disk.text("/work/r.md") == "")
        }
    }

    @Test("a notebook whose beginning cannot be written is not there")
    func beginning() throws {
        let engine = try TestEngine(opening: "/work/a.json", on: MemoryDisk())
        try engine.run("add note \"a\"")
        engine.disk.fail("sync", "No space left on device")
        #expect(engine.error("record r.md").contains("'/work/r.md' cannot be written: No space left on device"))
        #expect(engine.disk.text("/work/r.md") == nil)
    }
}
