import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage
@testable import DossierText
@testable import DossierTime

@Suite struct ChangeCountTests {
    private static let rows = "day,title\n2024-10-21,One\n2024-10-22,Two\n2024-10-23,Three\n"
    private static let script = "add event \"A\"\nadd event \"B\"\nundo\n"

    @Test(
        "a command that changes the session counts once, however many records it changes; a script or an import is one")
    func counts() throws {
        let engine = try TestEngine(files: ["rows.csv": Self.rows, "s.dossier": Self.script])
        for (command, count) in [
            ("show events", 0), ("add source s1", 1),
            ("import csv rows.csv kind=event when={day} title={title} source=s1", 2),
            ("set e1..e3 status=reported", 3), ("replay s.dossier", 4), ("undo", 5), ("redo", 6), ("check", 6),
        ] {
            _ = engine.answer(command, width: 80)
            #expect(engine.engine.changeCount == count, "\(command)")
        }
    }

    @Test("opened again without a save, a session counts as before; saved, it counts from nothing")
    func reopening() throws {
        let disk = MemoryDisk(["/work/rows.csv": Self.rows, "/work/s.dossier": Self.script])
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add note \"a\"\nreplay s.dossier\nimport csv rows.csv kind=event when={day} title={title}")
        #expect(engine.engine.changeCount == 3)
        let log = try engine.engine.journal.whole()
        #expect(ChangeCount(log.lines).count == 3)
        try engine.run("save")
        #expect(engine.engine.changeCount == 0)
        try engine.run("add note \"b\"")
        #expect(engine.engine.changeCount == 1)
    }
}
