import Testing

@testable import DossierEngine
@testable import DossierModel

@Suite("A session that was saved")
struct SavedSessionTests {
    /// More changes than a state may lag behind, with some of every sort.
    private let script: String = {
        var lines = ["add entity nis \"NIS\" alias=국정원", "add source s1 \"A report\" -- some quoted words"]
        for number in 1...1_200 {
            lines.append("add event 2024-10-\(10 + number % 20) \"Event \(number)\" actor=nis #t\(number % 7)")
        }
        lines += ["link e1 precedes e2", "annotate s1 \"quoted words\" -- Why?", "set e3 status=disputed", "drop e4"]
        return lines.joined(separator: "\n")
    }()

    @Test("after many changes it stands on the saved state, and all goes on as before")
    func standsOnSavedState() throws {
        let disk = MemoryDisk(["/work/a.dossier": script])
        let notebook = try TestNotebook(opening: "/work/s.json", on: disk)
        try notebook.replay("a.dossier")
        let state = notebook.state
        let before = notebook.answer("show events by when", width: 80)
        #expect(notebook.session.saved == nil)
        try notebook.run("save")
        #expect(notebook.session.saved?.count == notebook.session.count && notebook.session.isUnchanged)
        #expect(notebook.state == state && disk.text("/work/s.json") == state)
        #expect(notebook.answer("show events by when", width: 80) == before)
        try IndexProof.check(notebook.session)
        // What was dropped keeps its number, and steps go back beyond the save.
        #expect(try notebook.run("add event \"Later\"").hasPrefix("e1201 "))
        #expect(notebook.error("add event e4 \"Again\"").contains("belonged to a record that was dropped"))
        try notebook.run("set e5 title=\"Other\"")
        try notebook.run("undo 2")
        #expect(notebook.state == state)
        try notebook.run("undo")
        #expect(notebook.session.isEmpty)
        try notebook.run("redo 3")
        try IndexProof.check(notebook.session)
        let last = notebook.state
        try notebook.notebook.close()
        #expect(try TestNotebook(opening: "/work/s.json", on: disk).state == last)
    }

    @Test("it stands on the state of the other file where it was saved there")
    func savedElsewhere() throws {
        let disk = MemoryDisk(["/work/a.dossier": script])
        let notebook = TestNotebook(disk)
        try notebook.replay("a.dossier")
        let state = notebook.state
        try notebook.run("save /work/b.json")
        #expect(notebook.session.saved != nil && notebook.state == state)
        try notebook.run("undo")
        #expect(notebook.session.isEmpty)
    }
}
