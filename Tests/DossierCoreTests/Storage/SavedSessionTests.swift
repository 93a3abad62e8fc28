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
        let engine = try TestEngine(opening: "/work/s.json", on: disk)
        try engine.replay("a.dossier")
        let state = engine.state
        let before = engine.answer("show events by when", width: 80)
        #expect(engine.session.saved == nil)
        try engine.run("save")
        #expect(engine.session.saved?.count == engine.session.count && engine.session.isUnchanged)
        #expect(engine.state == state && disk.text("/work/s.json") == state)
        #expect(engine.answer("show events by when", width: 80) == before)
        try IndexProof.check(engine.session)
        // What was dropped keeps its number, and steps go back beyond the save.
        #expect(try engine.run("add event \"Later\"").hasPrefix("e1201 "))
        #expect(engine.error("add event e4 \"Again\"").contains("belonged to a record that was dropped"))
        try engine.run("set e5 title=\"Other\"")
        try engine.run("undo 2")
        #expect(engine.state == state)
        try engine.run("undo")
        #expect(engine.session.isEmpty)
        try engine.run("redo 3")
        try IndexProof.check(engine.session)
        let last = engine.state
        try engine.engine.close()
        #expect(try TestEngine(opening: "/work/s.json", on: disk).state == last)
    }

    @Test("it stands on the state of the other file where it was saved there")
    func savedElsewhere() throws {
        let disk = MemoryDisk(["/work/a.dossier": script])
        let engine = TestEngine(disk)
        try engine.replay("a.dossier")
        let state = engine.state
        try engine.run("save /work/b.json")
        #expect(engine.session.saved != nil && engine.state == state)
        try engine.run("undo")
        #expect(engine.session.isEmpty)
    }
}
