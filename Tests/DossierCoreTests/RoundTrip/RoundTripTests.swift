import Testing

@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

@Suite struct SessionRoundTripTests {
    private func filled(_ seed: UInt64, _ count: Int = 80) throws -> TestEngine {
        let engine = try TestEngine()
        var filled = FilledNotebook(seed: seed, engine)
        try filled.fill(count)
        #expect(filled.failures < count * 3 / 4, "the generator makes too little")
        #expect(engine.session.count > 5)
        return engine
    }

    @Test("a script that export writes makes the same bytes again", arguments: Seeds.some)
    func scriptMakesTheSame(seed: UInt64) throws {
        let engine = try filled(seed)
        let script = try #require(engine.script)
        let copy = try TestEngine(files: ["copy.dossier": script])
        do { try copy.replay("copy.dossier") } catch { Issue.record("seed \(seed): \(TestEngine.text(of: error))") }
        #expect(copy.state.utf8.elementsEqual(engine.state.utf8), "seed \(seed)")
        #expect(copy.script == script)
    }

    @Test("a state reads back and is written with the same bytes", arguments: Seeds.some)
    func stateReadsBack(seed: UInt64) throws {
        let engine = try filled(seed)
        let bytes = SessionFile.bytes(of: engine.session)
        #expect(
            SessionFile.bytes(of: try SessionFile.session(from: StateBytes(bytes), path: "a.json")) == bytes,
            "seed \(seed)")
    }

    @Test("the same commands give the same bytes", arguments: Seeds.few)
    func commandsAreRepeatable(seed: UInt64) throws {
        #expect(try filled(seed).state == filled(seed).state)
    }

    @Test("undoing everything gives the empty session, redoing everything gives all back", arguments: Seeds.some)
    func undoAndRedo(seed: UInt64) throws {
        let engine = try filled(seed)
        let state = engine.state
        let steps = try engine.engine.steps().done.count
        try engine.run("undo \(steps)")
        #expect(engine.state == (try TestEngine()).state, "seed \(seed)")
        try engine.run("redo \(steps)")
        #expect(engine.state.utf8.elementsEqual(state.utf8), "seed \(seed)")
        for _ in 0..<steps { try engine.run("undo") }
        #expect(engine.session.isEmpty)
        for _ in 0..<steps { try engine.run("redo") }
        #expect(engine.state.utf8.elementsEqual(state.utf8), "seed \(seed)")
    }

    @Test("applying every change twice does no harm", arguments: Seeds.some)
    func changesApplyTwice(seed: UInt64) throws {
        let engine = try filled(seed)
        var session = Session()
        for line in engine.engine.journal.lines {
            for change in try line.entry().changes { for _ in 0..<2 { session.apply(change) } }
            for change in try line.entry().changes { session.apply(change) }
        }
        #expect(SessionFile.bytes(of: session) == SessionFile.bytes(of: engine.session), "seed \(seed)")
        try IndexProof.check(session)
    }

    @Test("a record is written as the value that it makes", arguments: Seeds.some)
    func recordsWrite(seed: UInt64) throws {
        for record in try filled(seed).session.records {
            var writer = JSONWriter()
            record.write(to: &writer, kind: true)
            #expect(writer.text.utf8.elementsEqual(record.json(kind: true).text.utf8), "seed \(seed)")
        }
    }

    @Test("a command that fails changes nothing", arguments: Seeds.few)
    func failureChangesNothing(seed: UInt64) throws {
        let engine = try TestEngine()
        var generator = SessionGenerator(seed: seed)
        for _ in 0..<60 {
            let before = engine.state
            let entries = engine.engine.journal.lines.count
            do { try engine.run(generator.command(for: engine.session)) } catch {
                #expect(engine.state == before, "seed \(seed)")
                #expect(engine.engine.journal.lines.count == entries)
            }
        }
    }

    @Test("every reference exists and every quote stands after any commands", arguments: Seeds.some)
    func checkFindsNothing(seed: UInt64) throws {
        let answer = try filled(seed).run("check references quotes digests")
        #expect(answer == "nothing found: references, quotes, digests\n", "seed \(seed)")
    }
}

extension TestEngine {
    /// What `export script` writes.
    var script: String? {
        if case .string(let text)? = try? json("export script") { return text }
        return nil
    }
}
