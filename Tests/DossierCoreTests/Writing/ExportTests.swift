import TestSupport
import Testing

@testable import DossierLanguage
@testable import DossierStorage

@Suite("what an export replaces") struct ExportTests {
    @Test("a file that is there stays, unless it is to be overwritten; a script's own is refused like any other")
    func there() throws {
        let engine = try TestEngine(files: ["mine.txt": "mine"], setting: [#"add event e1 2024 "First""#])
        try engine.run("export csv to new.csv")
        #expect(
            engine.error("export csv to new.csv") == """
                error: 'new.csv' exists already; --overwrite replaces it
                  export csv to new.csv
                                ^~~~~~~

                """)
        #expect(engine.error("export markdown to ./mine.txt").contains("'./mine.txt' exists already"))
        #expect(engine.disk.text("/work/mine.txt") == "mine")
        try engine.run("set e1 title=Second")
        for command in ["export --overwrite csv to new.csv", "export csv events to new.csv --overwrite"] {
            try engine.run(command)
            #expect(engine.disk.text("/work/new.csv")?.contains("Second") == true)
        }
    }

    @Test("the flag needs a file, and a file needs a name")
    func names() throws {
        let engine = try TestEngine(setting: [#"add event e1 2024 "First""#])
        #expect(engine.error("export csv --overwrite").contains("'--overwrite' needs 'to PATH'"))
        #expect(engine.error("save --overwrite").contains("'--overwrite' needs PATH"))
        for name in [#""""#, "out/", "-", #""-""#, #""a.json\u{0}.csv""#] {
            #expect(engine.error("export csv to \(name)").contains("is not the name of a file"), "\(name)")
        }
        try engine.run("export csv to ./-")
        try engine.run(#"export csv to "two\nlines.csv""#)
        #expect(engine.disk.paths == ["/work/-", "/work/two\nlines.csv"])
    }

    @Test(
        "a file that must not go stays, and nothing else is left",
        arguments: ["write", "sync", "rename", "open"])
    func failure(operation: String) throws {
        let engine = try TestEngine(files: ["a.csv": "old"], setting: [#"add event e1 2024 "First""#])
        engine.disk.fail(operation, "No space left on device")
        #expect(engine.error("export csv to a.csv --overwrite").contains("cannot be written: No space left"))
        #expect(engine.disk.text("/work/a.csv") == "old" && engine.disk.paths == ["/work/a.csv"])
    }

    @Test("a file that is write-protected stays, with the flag too")
    func writeProtected() throws {
        let engine = try TestEngine(setting: [#"add event e1 2024 "First""#])
        _ = try engine.disk.open("/work/a.csv", .create(permissions: 0o444))
        let error = #expect(throws: Diagnostic.self) { try engine.run("export csv to a.csv --overwrite") }
        #expect(error?.message == "'a.csv' is write-protected" && error?.exit == .noPermission)
    }
}
