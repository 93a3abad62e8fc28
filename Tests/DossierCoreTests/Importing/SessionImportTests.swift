import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierImporting
@testable import DossierModel
@testable import DossierStorage

@Suite("an import of another session") struct SessionImportTests {
    private func engine(_ other: TestEngine, setting: [String] = []) throws -> TestEngine {
        try TestEngine(files: ["other.json": other.state], setting: setting)
    }

    @Test("in an empty session it makes the same one, but for its title", arguments: Seeds.some)
    func same(seed: UInt64) throws {
        var filled = FilledNotebook(seed: seed, try TestEngine())
        try filled.fill(60)
        let engine = try engine(filled.engine)
        try engine.run("import session other.json")
        let (mine, theirs) = (engine.session, filled.engine.session)
        for kind in Kind.listed {
            #expect(Array(mine.records(of: kind)) == Array(theirs.records(of: kind)), "seed \(seed)")
        }
        #expect(mine.header[.relation] == theirs.header[.relation])
        #expect(try engine.run("check references").hasPrefix("nothing found"))
    }

    @Test("with a prefix every id and every reference has it, and the check finds nothing", arguments: Seeds.some)
    func prefix(seed: UInt64) throws {
        var filled = FilledNotebook(seed: seed, try TestEngine())
        try filled.fill(60)
        let engine = try engine(filled.engine, setting: Example.setting)
        let before = engine.state
        try engine.run("import session other.json prefix=a-")
        let theirs = filled.engine.session
        for record in theirs.records {
            let copy = engine.session[Identifier(known: "a-" + record.id.text)]
            let names = copy?.entries.map(\.name).filter { $0 != .tlp }
            #expect(names == record.entries.map(\.name).filter { $0 != .tlp }, "seed \(seed)")
            let inherited = theirs.header.marking == nil ? nil : theirs.marking(of: record)
            #expect(copy?.marking == record.marking ?? inherited, "seed \(seed)")
            #expect(copy?.mentions == record.mentions.map { Identifier(known: "a-" + $0.text) }, "seed \(seed)")
        }
        #expect(engine.session.count == theirs.count + 8)
        #expect(try engine.run("check references quotes digests").hasPrefix("nothing found"), "seed \(seed)")
        try engine.run("undo")
        #expect(engine.state == before)
    }

    @Test("it is one entry of the log, and _ is what was taken over")
    func oneEntry() throws {
        let other = try TestEngine(setting: ["add note -- one", "add note -- two"])
        let engine = try engine(other)
        #expect(try engine.run("import session other.json") == "imported 2 notes from other.json\n")
        #expect(engine.engine.journal.nextNumber == 2)
        try engine.run("set _ tlp=red")
        #expect(try engine.run("show notes tlp=red with text").contains("2 notes"))
    }

    @Test("what stands in the file and is unknown to this version is kept")
    func unknown() throws {
        let engine = try TestEngine(files: [
            "other.json": """
            {
            "dossier": {"format": 1},
            "sources": [], "entities": [], "events": [{"id": "e1", "title": "Talks", "later": {"a": 1}}],
            "claims": [], "notes": [], "links": []
            }

            """
        ])
        try engine.run("import session other.json prefix=b.")
        #expect(engine.state.contains(#"{"id": "b.e1", "title": "Talks", "later": {"a": 1}}"#))
    }
}
