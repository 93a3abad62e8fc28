import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

@Suite("at an entry of the log") struct StandpointTests {
    private static let path = "/work/a.json"

    @Test("a record, a kind and a view are shown as they stood after an entry")
    func entries() throws {
        let engine = try TestEngine(setting: [
            "add event e1 2024-10-08 \"Arrival\" status=reported", "set e1 status=confirmed #troops", "drop e1",
            "add event e2 \"Other\"", "undo 2",
        ])
        #expect(
            try engine.run("show e1 at 1") == """
                e1  event  2024-10-08  Arrival
                  when    2024-10-08 (8 October 2024)
                  status  reported
                as the session stood after entry 1 (2024-10-23T09:00:00Z, ana)

                """)
        #expect(try engine.run("show events at 3").hasPrefix("no events\n"))
        #expect(try engine.run("show events at 4 with title").contains("1  e2  Other"))
        #expect(try engine.run("show events at 5 with title").contains("1  e1  Arrival"))
        #expect(try engine.run("show session at 1").contains("events    1  2024-10-08 to 2024-10-08"))
        #expect(try engine.run("show log at 2").contains("2 entries"))
        #expect(try engine.run("show log limit 1 at 2").contains("set e1"))
        #expect(try engine.run("show changes e1 at 1").contains("\n1 change\n"))
        #expect(try engine.run("show e1").contains("status  confirmed"))
    }

    @Test("a time means the last entry up to its end")
    func times() throws {
        let engine = try TestEngine(setting: ["add event e1 \"a\""])
        engine.engine.surroundings.now = { "2024-10-24T10:30:00Z" }
        try engine.run("set e1 status=reported")
        engine.engine.surroundings.now = { "2024-11-01T00:00:00Z" }
        try engine.run("set e1 status=confirmed")
        for (time, entry) in [
            ("2024-10-23", 1), ("2024-10-24T10:29:59Z", 1), ("2024-10-24T10:30:00Z", 2), ("2024-10", 2), ("2024-11", 3),
        ] { #expect(try engine.run("show e1 at \(time)").contains("after entry \(entry) "), "\(time)") }
    }

    @Test("in a script its own commands are entries")
    func scripts() throws {
        let engine = try TestEngine(files: ["s.dossier": "add event e1 \"a\"\nset e1 title=b\nshow e1 at 2\n"])
        #expect(try engine.replay("s.dossier").contains("e1  event  a\n"))
        #expect(try engine.run("show e1 at 3").hasPrefix("e1  event  b\n"))
    }

    @Test("both standpoints may be taken at once")
    func both() throws {
        let engine = try TestEngine(setting: [
            "add source s1 published=2024-10-20", "add claim c1 \"a\" source=s1", "set s1 published=2024-10-25",
        ])
        #expect(try engine.run("show claims at 2 as-of 2024-10-21").contains("1 claim\n"))
        #expect(try engine.run("show claims as-of 2024-10-21").contains("no claims\n"))
    }

    @Test("an entry that was folded is an error that says so")
    func folded() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        for title in ["a", "b"] { try engine.run("add event \"\(title)\"") }
        _ = try engine.engine.compact(keepsArchive: true)
        try engine.engine.close()
        let again = try TestEngine(opening: Self.path, on: disk.unlocked)
        try again.run("add event \"c\"")
        #expect(again.error("show events at 1").hasPrefix("error: entry 1 was folded by 'dossier compact'\n"))
        #expect(try again.run("show events at 4 with title").contains("2 events"))
        #expect(try again.run("show changes e1").contains("folded: earlier changes are not shown"))
    }

    @Test("a change from outside that was accepted is an entry like others to go back over")
    func outside() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: Self.path, on: disk)
        for line in ["add event e1 \"a\"", "set e1 title=b", "save"] { try engine.run(line) }
        try engine.engine.close()
        let state = try #require(disk.text(Self.path))
        disk[Self.path] = Array(state.replacing("\"b\"", with: "\"c\"").utf8)
        let again = try TestEngine(opening: Self.path, on: disk.unlocked, trust: .state)
        for (entry, title) in [(1, "a"), (2, "b"), (4, "c")] {
            #expect(try again.run("show events at \(entry) with title as csv") == "id,title\ne1,\(title)\n")
        }
    }

    @Test("after any commands every entry gives the bytes that it gave when it was the last", arguments: Seeds.some)
    func everyEntry(seed: UInt64) throws {
        let disk = MemoryDisk()
        var filled = FilledNotebook(seed: seed, try TestEngine(opening: Self.path, on: disk))
        var states: [(entry: Int, state: String)] = []
        try filled.fill(60) { engine in
            states.append((engine.engine.journal.nextNumber - 1, engine.state))
        }
        try filled.engine.engine.close()
        let reopened = try TestEngine(opening: Self.path, on: disk.unlocked)
        for engine in [filled.engine, reopened] {
            let lines = try engine.engine.journal.whole().lines
            let entries = try lines.map { line throws in try line.entry() }
            for (entry, state) in states {
                let session = try engine.session.rewound(before: entries.filter { $0.number > entry })
                #expect(SessionFile.bytes(of: session).elementsEqual(state.utf8), "seed \(seed), entry \(entry)")
                if entry % 20 == 0 { try IndexProof.check(session) }
            }
        }
    }
}
