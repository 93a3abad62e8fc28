import Glibc
import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

@Suite("files that are recorded to") struct RecordedFileTests {
    @Test("a script that is there goes on after its last line, whole or not")
    func lastLine() throws {
        for (text, whole) in [
            ("add note \"mine\"", "add note \"mine\"\n"), ("# mine", "# mine\n"), ("", ""),
            ("# mine\n\n", "# mine\n\n"),
        ] {
            let engine = try TestEngine(files: ["a.dossier": text])
            try engine.run("record a.dossier\nadd note \"b\"")
            #expect(engine.disk.text("/work/a.dossier") == whole + "add note \"b\"\n")
        }
    }

    @Test(
        "what is not a script stays as it is, without the flag",
        arguments: [
            "{\"dossier\": {\"format\": 1}}\n", "{\"entry\":1}\n", "title,when\n", "add note \"a\" \\",
            "add note \"\"\"\nopen", "\u{7F}ELF\u{1}",
        ])
    func noScript(text: String) throws {
        let engine = try TestEngine(files: ["a.dossier": text])
        #expect(engine.error("record a.dossier").contains("'a.dossier' exists already and is not a script: "))
        #expect(engine.disk.text("/work/a.dossier") == text)
        try engine.run("record a.dossier --overwrite\nadd note \"b\"")
        #expect(engine.disk.text("/work/a.dossier") == "add note \"b\"\n")
    }

    @Test("with the flag a script or a notebook begins anew, whole or not at all")
    func overwrites() throws {
        let engine = try TestEngine(
            files: ["a.md": "# Mine\n", "a.dossier": "add note \"mine\"\n"], setting: ["add note \"first\""])
        #expect(engine.error("record a.md").contains("'a.md' exists already; --overwrite replaces it"))
        for name in ["a.md", "a.dossier"] {
            engine.disk.fail("sync", "No space left on device")
            #expect(engine.error("record \(name) --overwrite").contains("No space left on device"))
            #expect(engine.disk.text("/work/" + name)?.contains("ine") == true)
            engine.disk.fail("sync", nil)
            try engine.run("record \(name) --overwrite\nadd note \"b\"\nrecord off")
            #expect(engine.disk.text("/work/" + name)?.contains("ine") == false)
        }
    }

    @Test("a recording ends where another program changed its file, which stays as that left it")
    func changed() throws {
        let engine = try TestEngine()
        try engine.run("record a.dossier\nadd note \"a\"")
        engine.disk["/work/a.dossier"] = Array("# edited\n".utf8)
        var notices: [String] = []
        try engine.engine.run(SourceText("add note \"b\"")) { notices += $0.notices }
        #expect(
            notices == [
                "the recording ended before this command: '/work/a.dossier' cannot be written: another program has changed it"
            ])
        #expect(engine.disk.text("/work/a.dossier") == "# edited\n" && engine.session.count == 2)
    }

    @Test("two shells do not record to one file")
    func twoShells() throws {
        let folder = try TemporaryFolder()
        let (first, second) = (try folder.engine("a.json"), try folder.engine("b.json"))
        try first.run("record r.dossier")
        let error = #expect(throws: Diagnostic.self) { try second.run("record r.dossier") }
        #expect(error?.message.hasSuffix("cannot be written: another process is recording to it") == true)
        try first.run("record off")
        try second.run("record r.dossier")
    }

    @Test("a recording follows a link, which stays")
    func link() throws {
        let folder = try TemporaryFolder(["sub/r.dossier": "show session\n"])
        #expect(folder.link("r.dossier", to: "sub/r.dossier") && folder.link("n.dossier", to: "sub/n.dossier"))
        let engine = try folder.engine("a.json")
        try engine.run("record r.dossier\nadd note \"a\"\nrecord n.dossier\nadd note \"b\"\nrecord off")
        #expect(folder.text(of: "sub/r.dossier") == "show session\nadd note \"a\"\n")
        #expect(folder.text(of: "sub/n.dossier") == "add note \"b\"\n")
    }
}
