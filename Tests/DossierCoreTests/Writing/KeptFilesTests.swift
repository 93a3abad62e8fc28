import Glibc
import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierStorage

@Suite("files that nothing is written over") struct KeptFilesTests {
    /// The verbs that write a file, each with its flag.
    private static let verbs = ["export csv to %", "save %", "record %"]

    /// The error of a command; nil where it has none.
    private func error(_ engine: Engine, _ command: String) -> Diagnostic? {
        do throws(Diagnostic) {
            try engine.run(command)
            return nil
        } catch {
            return error
        }
    }

    /// A folder with a session that was saved, folded once, and goes on; `names` lead to its files.
    private func session() throws -> (TemporaryFolder, Engine) {
        let folder = try TemporaryFolder(["sub/x.txt": ""])
        let first = try folder.engine("s.json")
        try first.run("add note \"a\"\nadd note \"b\"")
        _ = try first.compact(keepsArchive: true)
        try first.close()
        let engine = try folder.engine("s.json")
        try engine.run("add note \"c\"")
        return (folder, engine)
    }

    @Test("the state, the log and what was folded of it are kept under every name, with the flag and without")
    func ownFiles() throws {
        let (folder, engine) = try session()
        symlink("s.json", folder.file("state.csv"))
        symlink(folder.path, folder.file("sub/back"))
        link(folder.file("s.log"), folder.file("log.csv"))
        link(folder.file("s.log.1"), folder.file("archive.csv"))
        let before = folder.names.map { folder.text(of: $0) }
        for (path, what) in [
            ("s.json", "this session's state"), ("sub/../s.json", "this session's state"),
            ("./s.json", "this session's state"), (folder.file("s.json"), "this session's state"),
            ("state.csv", "this session's state"), ("sub/back/s.json", "this session's state"),
            ("s.log", "this session's log"), ("log.csv", "this session's log"),
            ("s.log.1", "kept with this session's log"), ("s.log.7", "kept with this session's log"),
            ("archive.csv", "kept with this session's log"),
        ] {
            for flag in ["", " --overwrite"] {
                let error = error(engine, "export csv to \(path)\(flag)")
                #expect(error?.message == "'\(path)' is \(what); choose another file", "\(path)\(flag)")
                #expect(error?.exit == .failure)
            }
        }
        #expect(folder.names.map { folder.text(of: $0) } == before)
        try engine.run("add note \"d\"")
        try engine.close()
        #expect(try folder.engine("s.json").session.count == 4)
    }

    @Test("they are kept before they are there, where a link leads to them too")
    func filesToCome() throws {
        let folder = try TemporaryFolder()
        let engine = try folder.engine("s.json")
        symlink("s.log", folder.file("dangling.csv"))
        for path in ["s.json", "s.log", "dangling.csv", "s.log.1"] {
            #expect(error(engine, "export csv to \(path)")?.message.contains("this session's") == true, "\(path)")
        }
        #expect(folder.names == ["dangling.csv"])
    }

    @Test("a log that was moved away while it is open is still the session's")
    func movedLog() throws {
        let (folder, engine) = try session()
        rename(folder.file("s.log"), folder.file("moved.csv"))
        let error = error(engine, "export csv to moved.csv --overwrite")
        #expect(error?.message == "'moved.csv' is this session's log; choose another file")
    }

    @Test("'save' and 'record' keep them too, and 'save' the file that would be its log")
    func otherVerbs() throws {
        let folder = try TemporaryFolder()
        let engine = try folder.engine("s.dossier")
        try engine.run("add note \"a\"\nsave")
        symlink("s.dossier", folder.file("link.dossier"))
        link(folder.file("s.dossier"), folder.file("hard.dossier"))
        for name in ["s.dossier", "link.dossier", "hard.dossier"] {
            for flag in ["", " --overwrite"] {
                let error = error(engine, "record \(name)\(flag)")
                #expect(error?.message == "'\(name)' is this session's state; choose another file")
            }
        }
        #expect(error(engine, "save hard.dossier --overwrite")?.message.contains("this session's state") == true)
        #expect(error(engine, "save s.dossier.json --overwrite")?.message.contains("this session's log") == true)
        try engine.run("save link.dossier")
        #expect(engine.path.map { $0.hasSuffix("/s.dossier") } == true, "its own state under a link is saved as ever")
    }

    @Test("what is recorded, and the scripts that run, are kept")
    func recordingsAndScripts() throws {
        let engine = try TestEngine(files: [
            "a.dossier": "replay b.dossier\nexport csv to b.dossier --overwrite\n",
            "b.dossier": "export csv to a.dossier --overwrite\n", "c.dossier": "export csv to c.dossier --overwrite\n",
            "n.md": "```dossier\n> export csv to n.md --overwrite\n```\n",
        ])
        try engine.run("add note \"a\"\nrecord r.dossier")
        for command in ["export csv to r.dossier --overwrite", "record r.dossier", "save r.dossier --overwrite"] {
            #expect(engine.error(command).contains("'r.dossier' is being recorded; choose another file"))
        }
        for (script, file) in [("a.dossier", "a.dossier"), ("c.dossier", "c.dossier"), ("n.md", "n.md")] {
            let error = #expect(throws: Diagnostic.self) {
                try engine.replay(script, writableFolder: "/work")
            }
            #expect(error?.message == "'\(file)' is a script of this replay; choose another file", "\(script)")
        }
    }

    @Test("the documents of sources are kept by their bytes under each name, and near the session by their name")
    func documents() throws {
        let folder = try TemporaryFolder([
            "docs/m.txt": "An article.", "docs/later.txt": "As it was read.", "rows.csv": "what\nTalks\n",
            "copy.txt": "An article.", "other.txt": "Another article.", "empty.txt": "",
        ])
        let away = try TemporaryFolder(["m.txt": "An article.", "later.txt": "Of the same name."])
        let engine = try folder.engine("s.json")
        try engine.run(
            "add source s file=docs/m.txt\nadd source t file=docs/later.txt\nadd source u file=empty.txt\n"
                + "import csv rows.csv kind=event title={what}")
        try folder.write("Changed since.", to: "docs/later.txt")
        symlink("docs/m.txt", folder.file("link.txt"))
        for (path, what) in [
            ("docs/m.txt", "the document of source 's'"), ("link.txt", "the document of source 's'"),
            ("copy.txt", "the document of source 's'"), (away.file("m.txt"), "the document of source 's'"),
            ("docs/later.txt", "the document of source 't', changed since it was read"),
            ("rows.csv", "the document of source 's1'"),
        ] {
            for verb in ["export csv to \(path)", "save \(path)"] {
                let error = error(engine, verb + " --overwrite")
                #expect(error?.message == "'\(path)' is \(what); choose another file", "\(verb)")
            }
        }
        for path in ["other.txt", away.file("later.txt")] { try engine.run("export csv to \(path) --overwrite") }
        #expect(folder.text(of: "docs/m.txt") == "An article.")
        // Opened elsewhere, the session knows its documents as well.
        try engine.close()
        let surroundings = Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: away.path, files: DiskFiles(PosixDisk()))
        let elsewhere = try Engine(opening: folder.file("s.json"), surroundings: surroundings, disk: PosixDisk())
        for path in [folder.file("docs/m.txt"), folder.file("docs/later.txt")] {
            #expect(
                error(elsewhere, "export csv to \(path) --overwrite")?.message.contains("the document of source")
                    == true)
        }
    }

    @Test("a notebook or script that is a document of a source is not recorded to")
    func recordingToDocuments() throws {
        let engine = try TestEngine(
            files: ["m.dossier": "add note \"quoted\"\n"], setting: ["add source s file=m.dossier"])
        for command in ["record m.dossier", "record m.dossier --overwrite"] {
            #expect(engine.error(command).contains("'m.dossier' is the document of source 's'"))
        }
    }
}
