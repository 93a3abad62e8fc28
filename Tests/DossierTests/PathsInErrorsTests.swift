import Glibc
import TestSupport
import Testing

@Suite("paths in errors and commands") struct PathsInErrorsTests {
    @Test("an error in a called script names both scripts and the file as they can be opened from where one stands")
    func called() throws {
        let folder = try TemporaryFolder()
        for name in ["proj", "proj/sub"] { try #require(mkdir(folder.file(name), 0o755) == 0) }
        try folder.write("# calls\nreplay sub/b.dossier\n", to: "proj/a.dossier")
        try folder.write("add event 2024 \"ok\"\nimport csv data.csv kind=event\n", to: "proj/sub/b.dossier")
        try folder.write("when,title\nnever,A\n", to: "proj/sub/data.csv")
        let run = try Dossier(folder).run("replay", "proj/a.dossier")
        #expect(run.code == 65)
        #expect(run.errors.hasPrefix("proj/sub/b.dossier:2:12: error: "), "\(run.errors)")
        #expect(run.errors.contains("proj/sub/data.csv:2:1: row 1"), "\(run.errors)")
        #expect(run.errors.contains("called at proj/a.dossier:2\n"), "\(run.errors)")
        let typed = try Dossier(folder).run("-c", "replay proj/a.dossier")
        #expect(typed.errors.contains("proj/sub/b.dossier:2:12: error: "), "\(typed.errors)")
    }

    @Test("a script that is a symbolic link reads beside the file that it leads to")
    func linked() throws {
        let folder = try TemporaryFolder()
        try #require(mkdir(folder.file("etc"), 0o755) == 0)
        try folder.write("add source s1 \"T\" file=text.txt\n", to: "etc/a.dossier")
        try folder.write("words", to: "etc/text.txt")
        try #require(symlink("etc/a.dossier", folder.file("link.dossier")) == 0)
        let run = try Dossier(folder).run("replay", "link.dossier")
        #expect(run.code == 0 && run.output == "s1  source  T\n", "\(run.errors)")
    }

    @Test("~/ is the home folder where a person types it, and a name in a script")
    func home() throws {
        let (folder, home) = (try TemporaryFolder(), try TemporaryFolder(["x.csv": "when,title\n2024,A\n"]))
        var dossier = Dossier(folder)
        dossier.environment["HOME"] = home.path
        let run = try dossier.run("-c", "import csv ~/x.csv kind=event", "-c", "export csv to ~/out.csv")
        #expect(run.code == 0 && run.output.contains("imported 1"), "\(run.errors)")
        #expect(home.text(of: "out.csv")?.contains("2024") == true)
        try folder.write("import csv ~/x.csv kind=event\n", to: "a.dossier")
        #expect(try dossier.run("replay", "a.dossier").code != 0)
        dossier.environment["HOME"] = "relative"
        #expect(try dossier.run("-c", "import csv ~/x.csv kind=event").code == 66)
    }
}
