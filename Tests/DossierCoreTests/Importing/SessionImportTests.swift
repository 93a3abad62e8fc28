import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

@Suite("an import of another session") struct SessionImportTests {
    private func notebook(_ other: TestNotebook, setting: [String] = []) throws -> TestNotebook {
        try TestNotebook(files: ["other.json": other.state], setting: setting)
    }

    @Test("in an empty session it makes the same one, but for its title", arguments: Seeds.some)
    func same(seed: UInt64) throws {
        var filled = FilledNotebook(seed: seed, try TestNotebook())
        try filled.fill(60)
        let notebook = try notebook(filled.notebook)
        try notebook.run("import session other.json")
        let (mine, theirs) = (notebook.session, filled.notebook.session)
        for kind in Kind.listed {
            #expect(Array(mine.records(of: kind)) == Array(theirs.records(of: kind)), "seed \(seed)")
        }
        #expect(mine.header[.relation] == theirs.header[.relation])
        #expect(try notebook.run("check references").hasPrefix("nothing found"))
    }

    @Test("with a prefix every id and every reference has it, and the check finds nothing", arguments: Seeds.some)
    func prefix(seed: UInt64) throws {
        var filled = FilledNotebook(seed: seed, try TestNotebook())
        try filled.fill(60)
        let notebook = try notebook(filled.notebook, setting: Example.setting)
        let before = notebook.state
        try notebook.run("import session other.json prefix=a-")
        let theirs = filled.notebook.session
        for record in theirs.records {
            let copy = notebook.session[Identifier(known: "a-" + record.id.text)]
            let names = copy?.entries.map(\.name).filter { $0 != .tlp }
            #expect(names == record.entries.map(\.name).filter { $0 != .tlp }, "seed \(seed)")
            let inherited = theirs.header.marking == nil ? nil : theirs.marking(of: record)
            #expect(copy?.marking == record.marking ?? inherited, "seed \(seed)")
            #expect(copy?.mentions == record.mentions.map { Identifier(known: "a-" + $0.text) }, "seed \(seed)")
        }
        #expect(notebook.session.count == theirs.count + 8)
        #expect(try notebook.run("check references quotes digests").hasPrefix("nothing found"), "seed \(seed)")
        try notebook.run("undo")
        #expect(notebook.state == before)
    }

    @Test("it is one entry of the log, and _ is what was taken over")
    func oneEntry() throws {
        let other = try TestNotebook(setting: ["add note -- one", "add note -- two"])
        let notebook = try notebook(other)
        #expect(try notebook.run("import session other.json") == "imported 2 notes from other.json\n")
        #expect(notebook.notebook.journal.nextNumber == 2)
        try notebook.run("set _ tlp=red")
        #expect(try notebook.run("show notes tlp=red with text").contains("2 notes"))
    }

    @Test("what stands in the file and is unknown to this version is kept")
    func unknown() throws {
        let notebook = try TestNotebook(files: [
            "other.json": """
            {
            "dossier": {"format": 1},
            "sources": [], "entities": [], "events": [{"id": "e1", "title": "Talks", "later": {"a": 1}}],
            "claims": [], "notes": [], "links": []
            }

            """
        ])
        try notebook.run("import session other.json prefix=b.")
        #expect(notebook.state.contains(#"{"id": "b.e1", "title": "Talks", "later": {"a": 1}}"#))
    }
}
