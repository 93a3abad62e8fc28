import Testing

@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

@Suite("a change from outside") struct OutsideChangeTests {
    private static let (path, log) = ("/work/a.json", "/work/a.log")

    /// A saved session of two events, a note and a link.
    private func disk() throws -> MemoryDisk {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        try engine.run(
            """
            add event e1 2024 "First" actor="Unit 5"
            add event e2 2024-05 "Second"
            add note n1 "x"
            link e1 precedes e2
            save
            """)
        try engine.engine.close()
        return disk.unlocked
    }

    private func edit(_ disk: MemoryDisk, _ old: String, _ new: String) throws {
        let text = try #require(disk.text(Self.path))
        #expect(text.contains(old))
        disk[Self.path] = Array(text.replacing(old, with: new).utf8)
    }

    @Test(
        "that is accepted is one entry, which undo takes back, redo brings back, and the log alone tells",
        arguments: [
            ("a field", "\"Second\"", "\"Second, by hand\""),
            ("a record that comes in", "{\"id\": \"n1\"", "{\"id\": \"by-hand\", \"text\": \"new\"},\n{\"id\": \"n1\""),
            (
                "a record that goes", "\"notes\": [\n{\"id\": \"n1\", \"text\": \"x\", \"type\": \"comment\"}\n]",
                "\"notes\": []"
            ),
            ("another kind", "\"notes\": [\n{\"id\": \"n1\"", "\"notes\": [\n{\"id\": \"h1\""),
            ("the title", "{\"format\": 1}", "{\"format\": 1, \"title\": \"By hand\"}"),
            ("what this version does not know", "\"links\": [", "\"x-later\": {\"a\": 1},\n\"links\": ["),
            ("a field of a record that it does not know", "\"Second\"", "\"Second\", \"later\": [1, 2]"),
        ])
    func accepted(what: String, old: String, new: String) throws {
        let disk = try disk()
        let before = try #require(disk.text(Self.path))
        try edit(disk, old, new)
        let edited = try #require(disk.text(Self.path))
        #expect(throws: StorageError.self) { try TestEngine(opening: Self.path, on: disk) }
        let engine = try TestEngine(opening: Self.path, on: disk, trust: .state)
        let after = engine.state
        let number = engine.engine.journal.log.count - 1
        let notices = engine.engine.notices
        #expect(notices.count == 1 && notices[0].hasPrefix("the change from outside is entry \(number) of the log ("))
        #expect(try engine.run("show log limit 2").contains("change from outside"))
        let crashed = try TestEngine(opening: Self.path, on: disk.unlocked)
        #expect(crashed.state == after && crashed.engine.notices == [], "\(what)")
        #expect(try engine.run("undo").hasPrefix("undone: change from outside\n"))
        if !what.hasPrefix("what") { #expect(engine.state == before, "\(what)") }
        try engine.run("redo")
        #expect(engine.state == after)
        try engine.engine.close()
        let saved = disk.unlocked
        #expect(try SessionFile.session(from: StateBytes(Array(edited.utf8)), path: "").count == engine.session.count)
        saved[Self.path] = nil
        #expect(try TestEngine(opening: Self.path, on: saved).state == after, "the log alone: \(what)")
        #expect(try engine.run("check --storage").contains("error:") == false)
    }

    @Test("that cannot be saved is in the log all the same, and not asked for again")
    func unsavedAcceptance() throws {
        let disk = try disk()
        try edit(disk, "\"Second\"", "\"Second, by hand\"")
        disk.fail("rename", "No space left on device")
        #expect(throws: StorageError.self) { try TestEngine(opening: Self.path, on: disk, trust: .state) }
        let again = try TestEngine(opening: Self.path, on: disk.unlocked)
        #expect(again.state.contains("by hand"))
        #expect(try again.run("undo").hasPrefix("undone: change from outside\n"))
    }

    @Test("is dated, attributed and told of the records that it touches")
    func told() throws {
        let disk = try disk()
        try edit(disk, "\"Second\"", "\"Second, by hand\"")
        let engine = try TestEngine(opening: Self.path, on: disk, trust: .state)
        #expect(
            engine.engine.notices == [
                "the change from outside is entry 6 of the log (0 records added, 0 removed, 1 changed); 'undo' reverses it"
            ])
        let changes = try engine.run("show changes e2")
        #expect(changes.contains("change from outside") && changes.contains("title: Second → Second, by hand"))
        #expect(try engine.run("show log e2").contains("change from outside"))
        #expect(try engine.run("show log verb=outside").contains("1 of"))
        #expect(try !engine.run("show events at 3").contains("by hand"))
        try engine.run("undo")
        #expect(try engine.run("show changes e2").contains("(undone)"))
    }

    @Test("with entries that were never saved takes these back too, and undo brings them again")
    func unsaved() throws {
        let disk = try disk()
        try TestEngine(opening: Self.path, on: disk).run("add note n2 \"unsaved\"")
        let crashed = disk.unlocked
        try edit(crashed, "\"First\"", "\"First, by hand\"")
        let engine = try TestEngine(opening: Self.path, on: crashed, trust: .state)
        #expect(engine.session.count(of: .note) == 1)
        try engine.run("undo")
        #expect(engine.session.count(of: .note) == 2 && !engine.state.contains("by hand"))
    }

    @Test("that only sorts records or lays the file out anew is none")
    func order() throws {
        let disk = try disk()
        let text = try #require(disk.text(Self.path))
        let events = text.split(separator: "\n").filter { $0.hasPrefix("{\"id\": \"e") }.map {
            $0.replacing("},", with: "}")
        }
        #expect(events.count == 2)
        let sorted = text.replacing(events.joined(separator: ",\n"), with: events.reversed().joined(separator: ",\n"))
        #expect(sorted != text)
        for other in [sorted, text.replacing("\n", with: "  \n")] {
            let copy = disk.unlocked
            copy[Self.path] = Array(other.utf8)
            let engine = try TestEngine(opening: Self.path, on: copy)
            #expect(engine.state == text)
            let trusting = try TestEngine(opening: Self.path, on: copy.unlocked, trust: .state)
            #expect(
                trusting.engine.notices == [] && !trusting.engine.journal.lines.contains { $0.sort == .outside })
        }
    }

    @Test("is not logged by who only reads, and changes nothing without trust")
    func reader() throws {
        let disk = try disk()
        try edit(disk, "\"Second\"", "\"Second, by hand\"")
        let log = disk[Self.log]
        let reader = try TestEngine(opening: Self.path, on: disk, readOnly: true, trust: .state)
        #expect(reader.state.contains("by hand") && disk[Self.log] == log)
    }

    @Test("of a state that the log began beside is told by the log alone from then on")
    func adopted() throws {
        let disk = MemoryDisk([
            Self.path: "{\"dossier\": {\"format\": 1}, \"notes\": [{\"id\": \"n1\", \"text\": \"theirs\"}]}"
        ])
        let first = try TestEngine(opening: Self.path, on: disk)
        try first.run("add note \"ours\"")
        try first.engine.close()
        let copy = disk.unlocked
        try edit(copy, "\"ours\"", "\"by hand\"")
        let engine = try TestEngine(opening: Self.path, on: copy, trust: .state)
        try engine.engine.close()
        copy[Self.path] = nil
        let alone = try TestEngine(opening: Self.path, on: copy.unlocked)
        #expect(alone.state == engine.state && alone.session.count == 2)
    }

    @Test("that is given up for the log is kept under another name, as is a file that is not a session")
    func givenUp() throws {
        for (text, trust) in [("\"First\" by hand", Trust.neither), ("\"First, by hand\"", .log)] {
            let disk = try disk()
            try edit(disk, "\"First\"", text)
            let edited = disk[Self.path]
            let engine = try TestEngine(opening: Self.path, on: disk, trust: trust)
            #expect(disk["/work/a.outside.json"] == nil, "nothing is written before a save")
            try engine.run("add note \"more\"")
            let notices = try engine.engine.close()
            #expect(notices == ["the file found in place of the state is kept as '/work/a.outside.json'"])
            #expect(disk["/work/a.outside.json"] == edited)
            #expect(disk.text(Self.path) == engine.state)
        }
        let older = try disk()
        let state = older[Self.path]
        try TestEngine(opening: Self.path, on: older).run("add note \"b\"\nsave")
        let restored = older.unlocked
        restored[Self.path] = state
        let engine = try TestEngine(opening: Self.path, on: restored, trust: .log)
        try engine.engine.close()
        #expect(restored["/work/a.outside.json"] == nil, "an older state is in the log")
    }
}
