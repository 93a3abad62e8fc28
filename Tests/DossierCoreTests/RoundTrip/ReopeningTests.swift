import Testing

@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

@Suite struct ReopeningTests {
    private static let path = "/work/a.json"

    /// A session on a disk, filled, saved and opened again now and then.
    private func filled(_ seed: UInt64) throws -> TestEngine {
        let disk = MemoryDisk()
        var engine = try TestEngine(opening: Self.path, on: disk)
        var generator = SessionGenerator(seed: seed)
        for number in 1...70 {
            _ = try? engine.run(generator.command(for: engine.session))
            if number % 9 == 0, engine.engine.unsavedCount > 0 { try engine.run("save") }
            if number % 25 == 0 {
                let state = engine.state
                try engine.engine.close()
                engine = try TestEngine(opening: Self.path, on: disk)
                #expect(engine.state == state, "seed \(seed)")
            }
        }
        return engine
    }

    private func copy(_ engine: TestEngine, _ names: [String]) -> MemoryDisk {
        let disk = MemoryDisk()
        for name in names { disk[name] = engine.disk[name] }
        return disk
    }

    @Test("the state and the log, each alone and both, give the same session", arguments: Seeds.some)
    func reopens(seed: UInt64) throws {
        let engine = try filled(seed)
        let log = try TestEngine(opening: Self.path, on: copy(engine, ["/work/a.log"]))
        #expect(log.state == engine.state, "log only, seed \(seed)")
        let both = try TestEngine(opening: Self.path, on: copy(engine, [Self.path, "/work/a.log"]))
        #expect(both.state == engine.state, "unsaved, seed \(seed)")
        try engine.engine.close()
        let state = try TestEngine(opening: Self.path, on: copy(engine, [Self.path]))
        #expect(state.state == engine.state, "state only, seed \(seed)")
        let saved = try TestEngine(opening: Self.path, on: copy(engine, [Self.path, "/work/a.log"]))
        #expect(saved.state == engine.state, "saved, seed \(seed)")
        #expect(saved.engine.unsavedCount == 0)
        try IndexProof.check(saved.session)
    }

    @Test("undo and redo give the same after reopening as before", arguments: Seeds.few)
    func undoAfterReopening(seed: UInt64) throws {
        let engine = try filled(seed)
        if engine.engine.unsavedCount > 0 { try engine.run("save") }
        let twins = [
            try TestEngine(opening: Self.path, on: copy(engine, [Self.path, "/work/a.log"])),
            try TestEngine(opening: Self.path, on: copy(engine, ["/work/a.log"])),
        ]
        let steps = try engine.engine.steps().done.count
        for twin in twins { #expect(try twin.engine.steps().done.count == steps) }
        var wanted: [String] = []
        for command in Array(repeating: "undo", count: steps) + Array(repeating: "redo", count: steps) {
            try engine.run(command)
            wanted.append(engine.state)
            for twin in twins {
                try twin.run(command)
                #expect(twin.state == wanted.last, "seed \(seed), \(command) \(wanted.count)")
            }
        }
    }

    @Test("the ids of commands that are in effect are not free after reopening, all others are", arguments: Seeds.few)
    func identifiersStayGiven(seed: UInt64) throws {
        let engine = try filled(seed)
        let entries = try engine.engine.journal.whole().lines.map { try $0.entry() }
        let given = EffectiveCommands(entries).entries.flatMap { $0.changes.compactMap(\.id) }
        try engine.engine.close()
        for files in [[Self.path, "/work/a.log"], ["/work/a.log"]] {
            let again = try TestEngine(opening: Self.path, on: copy(engine, files))
            for id in entries.flatMap({ $0.changes.compactMap(\.id) }) {
                #expect(again.session.wasGiven(id) == given.contains(id), "\(id), seed \(seed)")
            }
            #expect(again.session.given == engine.session.given, "seed \(seed)")
        }
    }
}
