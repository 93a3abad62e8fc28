import Glibc
import TestSupport
import Testing

@Suite("sessions that several processes use") struct SharedSessionTests {
    @Test("programs that change one session at once wait for each other, also where it is not there yet")
    func waiting() throws {
        let folder = try TemporaryFolder()
        let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(nowhere) }
        let children = try (1...8).map { number in
            try Dossier(folder).spawn(
                ["s.json", "-c", "add note -- number \(number)", "--wait", "60"], nowhere, nowhere, nowhere)
        }
        for child in children { #expect(try child.wait() == 0) }
        let shown = try Dossier(folder).run("s.json", "-c", "show notes as csv")
        for number in 1...8 { #expect(shown.output.contains("number \(number)"), "\(shown.output)") }
        #expect(folder.names == ["s.json", "s.log"])
    }

    @Test("a program that waits goes on from what the other left")
    func turn() throws {
        let folder = try TemporaryFolder()
        let pipes = try Pipes()
        let holder = try pipes.start(Dossier(folder), ["a.json"])
        pipes.send("add note \"a\"\n")
        #expect(pipes.line() == "n1  note  a")
        let next = try Pipes()
        let waiter = try next.start(Dossier(folder), ["a.json", "--wait", "60"])
        next.send("show notes count by type as csv\nadd note \"c\"\n")
        pipes.send("add note \"b\"\n")
        #expect(pipes.line() == "n2  note  b")
        pipes.finish()
        #expect(try holder.wait() == 0)
        #expect(next.line() == "type,count" && next.line() == "comment,2" && next.line() == "n3  note  c")
        next.finish()
        #expect(try waiter.wait() == 0)
    }

    @Test("a program that changes nothing leaves no file, and a question makes none")
    func questions() throws {
        let folder = try TemporaryFolder()
        #expect(try Dossier(folder).run("a.json", input: "show events\nnonsense\n").code == 1)
        #expect(try Dossier(folder).run("a.json", "-c", "add note \"a\"", "-c", "undo 2").code == 1)
        #expect(folder.names == ["a.json", "a.log"], "a note is there")
        let other = try TemporaryFolder()
        #expect(try Dossier(other).run("a.json", "-c", "undo").code == 1)
        #expect(try Dossier(other).run("a.json", input: "").code == 0)
        #expect(other.names == [])
    }

    @Test(
        "a session over symbolic links is the one that they lead to",
        arguments: ["y.json", "sub/z.json", "dangling.json"])
    func links(name: String) throws {
        let folder = try TemporaryFolder()
        try #require(mkdir(folder.file("sub"), 0o755) == 0)
        try #require(symlink("x.json", folder.file("y.json")) == 0)
        try #require(symlink("../y.json", folder.file("sub/z.json")) == 0)
        try #require(symlink("x.json", folder.file("dangling.json")) == 0)
        let dossier = Dossier(folder)
        if name != "dangling.json" { #expect(try dossier.run("x.json", "-c", "add note \"first\"").code == 0) }
        #expect(try dossier.run(name, "-c", "add note \"over the link\"", "-c", "save").code == 0)
        var status = stat()
        #expect(lstat(folder.file(name), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(folder.names.filter { $0.hasSuffix(".log") } == ["x.log"])
        #expect(try dossier.run("x.json", "-c", "show notes as csv").output.contains("over the link"))
        let pipes = try Pipes()
        let holder = try pipes.start(dossier, [name])
        pipes.send("add note \"held\"\n")
        #expect(pipes.line()?.hasSuffix("held") == true)
        #expect(try dossier.run("x.json", "-c", "undo", "--wait", "0").code == 75, "the lock is one")
        pipes.finish()
        #expect(try holder.wait() == 0)
        #expect(
            try dossier.run("repair", name, "--into", "new.json").output.hasPrefix(
                "saved: '\(folder.path)/new.json' holds"))
        let own = try dossier.run("replay", "none.dossier", "--into", name, "--overwrite")
        #expect(own.code != 0 && folder.text(of: "x.json")?.contains("held") == true)
    }

    @Test("a log that another program replaces under a program that runs is told, and what was answered is kept")
    func replaced() throws {
        let folder = try TemporaryFolder()
        let dossier = Dossier(folder)
        #expect(try dossier.run("x.json", "-c", "add note \"first\"").code == 0)
        let old = folder.text(of: "x.log") ?? ""
        let pipes = try Pipes()
        let program = try pipes.start(dossier, ["x.json", "--keep-going"])
        pipes.send("add note \"answered\"\n")
        #expect(pipes.line() == "n2  note  answered")
        try folder.write(old, to: "old.log")
        try #require(rename(folder.file("old.log"), folder.file("x.log")) == 0)
        pipes.send("add note \"not answered\"\n")
        pipes.finish()
        #expect(try program.wait() == 65)
        #expect(pipes.line(seconds: 0) == nil)
        let kept = try dossier.run("x.kept.json", "-c", "show notes as csv", "-c", "show log limit 1")
        #expect(kept.output.contains("answered") && !kept.output.contains("not answered"), "\(kept.output)")
        #expect(folder.text(of: "x.log") == old)
        #expect(try dossier.run("x.json", "-c", "show notes").code == 0)
    }
}
