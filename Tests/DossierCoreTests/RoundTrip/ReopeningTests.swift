import Testing

@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

@Suite struct ReopeningTests {
    private static let path = "/work/a.json"

    /// A session on a disk, filled, saved and opened again now and then.
    private func filled(_ seed: UInt64) throws -> TestNotebook {
        let disk = MemoryDisk()
        var notebook = try TestNotebook(opening: Self.path, on: disk)
        var generator = SessionGenerator(seed: seed)
        for number in 1...70 {
            _ = try? notebook.run(generator.command(for: notebook.session))
            if number % 9 == 0, notebook.notebook.unsavedCount > 0 { try notebook.run("save") }
            if number % 25 == 0 {
                let state = notebook.state
                try notebook.notebook.close()
                notebook = try TestNotebook(opening: Self.path, on: disk)
                #expect(notebook.state == state, "seed \(seed)")
            }
        }
        return notebook
    }

    private func copy(_ notebook: TestNotebook, _ names: [String]) -> MemoryDisk {
        let disk = MemoryDisk()
        for name in names { disk[name] = notebook.disk[name] }
        return disk
    }

    @Test("the state and the log, each alone and both, give the same session", arguments: Seeds.some)
    func reopens(seed: UInt64) throws {
        let notebook = try filled(seed)
        let log = try TestNotebook(opening: Self.path, on: copy(notebook, ["/work/a.log"]))
        #expect(log.state == notebook.state, "log only, seed \(seed)")
        let both = try TestNotebook(opening: Self.path, on: copy(notebook, [Self.path, "/work/a.log"]))
        #expect(both.state == notebook.state, "unsaved, seed \(seed)")
        try notebook.notebook.close()
        let state = try TestNotebook(opening: Self.path, on: copy(notebook, [Self.path]))
        #expect(state.state == notebook.state, "state only, seed \(seed)")
        let saved = try TestNotebook(opening: Self.path, on: copy(notebook, [Self.path, "/work/a.log"]))
        #expect(saved.state == notebook.state, "saved, seed \(seed)")
        #expect(saved.notebook.unsavedCount == 0)
        try IndexProof.check(saved.session)
    }

    @Test("undo and redo give the same after reopening as before", arguments: Seeds.few)
    func undoAfterReopening(seed: UInt64) throws {
        let notebook = try filled(seed)
        if notebook.notebook.unsavedCount > 0 { try notebook.run("save") }
        let twins = [
            try TestNotebook(opening: Self.path, on: copy(notebook, [Self.path, "/work/a.log"])),
            try TestNotebook(opening: Self.path, on: copy(notebook, ["/work/a.log"])),
        ]
        let steps = try notebook.notebook.steps().done.count
        for twin in twins { #expect(try twin.notebook.steps().done.count == steps) }
        var wanted: [String] = []
        for command in Array(repeating: "undo", count: steps) + Array(repeating: "redo", count: steps) {
            try notebook.run(command)
            wanted.append(notebook.state)
            for twin in twins {
                try twin.run(command)
                #expect(twin.state == wanted.last, "seed \(seed), \(command) \(wanted.count)")
            }
        }
    }

    @Test("the ids of commands that are in effect are not free after reopening, all others are", arguments: Seeds.few)
    func identifiersStayGiven(seed: UInt64) throws {
        let notebook = try filled(seed)
        let entries = try notebook.notebook.journal.whole().lines.map { try $0.entry() }
        let given = EffectiveCommands(entries).entries.flatMap { $0.changes.compactMap(\.id) }
        try notebook.notebook.close()
        for files in [[Self.path, "/work/a.log"], ["/work/a.log"]] {
            let again = try TestNotebook(opening: Self.path, on: copy(notebook, files))
            for id in entries.flatMap({ $0.changes.compactMap(\.id) }) {
                #expect(again.session.wasGiven(id) == given.contains(id), "\(id), seed \(seed)")
            }
            #expect(again.session.given == notebook.session.given, "seed \(seed)")
        }
    }
}
