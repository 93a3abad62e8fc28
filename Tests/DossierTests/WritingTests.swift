import TestSupport
import Testing

@Suite("files that the program writes") struct WritingTests {
    @Test("where standard output is a file an export to it goes on after the answers")
    func standardOutput() throws {
        let folder = try TemporaryFolder()
        for path in ["/dev/stdout", ".out", "/proc/self/fd/1"] {
            let run = try Dossier(folder).run(
                "-c", "add note \"a\"", "-c", "export csv notes to \(path)", "-c", "show notes count by type as csv")
            let parts = ["n1  note  a\nid,", "n1,a,", "wrote \(path)  ", "comment,1\n"]
            #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
            #expect(parts.allSatisfy(run.output.contains), "\(run.output)")
        }
    }

    @Test("the file that commands are read from, and the scripts that are still to come, are kept")
    func commands() throws {
        let folder = try TemporaryFolder([
            "a.dossier": "export csv to b.dossier --overwrite\n", "b.dossier": "show session\n",
        ])
        let typed = try Dossier(folder).run("s.json", input: "export csv to .in --overwrite\n")
        #expect(
            typed.code == 1 && typed.errors.contains("'.in' is what the commands are read from; choose another file"))
        let scripts = try Dossier(folder).run("replay", "a.dossier", "b.dossier", "--allow-write", ".")
        #expect(scripts.code == 1 && scripts.errors.contains("'b.dossier' is a script of this replay"))
        #expect(folder.text(of: "b.dossier") == "show session\n")
    }

    @Test(
        "a replay in the place of a session leaves it where a script fails, and writes none of its files before the end"
    )
    func inPlace() throws {
        let folder = try TemporaryFolder([
            "a.dossier": "add note \"new\"\n", "bad.dossier": "foo\n",
            "into.dossier": "add note \"x\"\nexport csv to s.log --overwrite\n",
        ])
        let dossier = Dossier(folder)
        _ = try dossier.run("s.json", "-c", "add note \"old\"")
        for script in ["bad.dossier", "into.dossier"] {
            let run = try dossier.run(
                "replay", "a.dossier", script, "--into", "s.json", "--overwrite", "--allow-write", ".")
            #expect(run.code == 1, "\(run.errors)")
            #expect(try dossier.run("s.json", "-c", "export script").output == "add note n1 \"old\" type=comment\n")
        }
        let open = try dossier.run("replay", "a.dossier", "--into", "s.json", "--overwrite", "--append")
        #expect(open.code == 64)
        #expect(try dossier.run("replay", "a.dossier", "--overwrite").code == 64)
        #expect(try dossier.run("replay", "a.dossier", "--into", "s.json", "--overwrite").code == 0)
        #expect(try dossier.run("s.json", "-c", "export script").output == "add note n1 \"new\" type=comment\n")
        #expect(folder.names == ["a.dossier", "bad.dossier", "into.dossier", "s.json", "s.log"])
    }
}
