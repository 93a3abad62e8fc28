import Glibc
import TestSupport
import Testing

/// Files that are none, or too large, wherever the program reads one.
@Suite struct UnusualFilesTests {
    private let folder: TemporaryFolder
    private var dossier: Dossier { Dossier(folder) }

    init() throws {
        folder = try TemporaryFolder()
        #expect(mkfifo(folder.file("fifo"), 0o600) == 0)
        #expect(mkfifo(folder.file("fifo.json"), 0o600) == 0)
        #expect(mkfifo(folder.file("fifo.dossier"), 0o600) == 0)
        #expect(mkfifo(folder.file("fifo.md"), 0o600) == 0)
        #expect(mkfifo(folder.file("log.log"), 0o600) == 0)
        for name in ["big", "big.json", "long.log"] {
            let sparse = open(folder.file(name), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
            #expect(ftruncate(sparse, 20 << 30) == 0)
            close(sparse)
        }
    }

    @Test("the text of a source is a regular file of at most 64 MiB; a script that names another ends")
    func sourceFiles() throws {
        for (name, reason) in [
            ("fifo", "it is a FIFO, not a regular file"), ("big", "it is 20 GiB; the limit is 64 MiB"),
            (".", "it is a folder, not a regular file"),
        ] {
            try folder.write("add source s \"x\" file=\(name)\n", to: "a.dossier")
            let run = try dossier.run("replay", "a.dossier", "--into", "s.json")
            #expect(run.code == 65)
            #expect(run.errors.contains("cannot be read: \(reason)\n  add source s \"x\" file=\(name)\n"))
            let typed = try dossier.run("s.json", "-c", "add source s \"x\" file=\(name)")
            #expect(typed.code == 65 && typed.errors.contains(reason))
        }
        #expect(!folder.names.contains("s.json"))
    }

    @Test(
        "whatever is read: scripts, notebooks, files that are imported, sessions and their logs",
        arguments: [
            (["replay", "fifo.dossier"], "a FIFO"), (["replay", "fifo.md", "--verify"], "a FIFO"),
            (["replay", "fifo.md", "--update"], "a FIFO"), (["replay", "/dev/zero"], "a device"),
            (["replay", "big"], "64 MiB"), (["-c", "replay fifo.dossier"], "a FIFO"),
            (["-c", "import csv fifo kind=event"], "a FIFO"), (["-c", "import jsonl fifo kind=event"], "a FIFO"),
            (["-c", "import session fifo.json"], "a FIFO"), (["-c", "import csv big kind=event"], "4 GiB"),
            (["-c", "import session big.json"], "4 GiB"), (["-c", "open fifo.json"], "a FIFO"),
            (["fifo.json", "-c", "show events"], "a FIFO"), (["big.json", "-c", "show events"], "4 GiB"),
            (["log.json", "-c", "show events"], "a FIFO"), (["long.json", "-c", "show events"], "4 GiB"),
            (["repair", "fifo.json", "--into", "n.json"], "a FIFO"),
            (["repair", "log.json", "--into", "n.json"], "a FIFO"),
            (["compact", "fifo.json"], "a FIFO"), (["/dev/zero", "-c", "show events"], "a device"),
        ])
    func everyReader(arguments: [String], kind: String) throws {
        let run = try dossier.run(arguments)
        #expect(run.code == 65, "\(arguments)")
        #expect(run.errors.contains(kind), "\(run.errors)")
        #expect(run.errors.contains(kind.hasSuffix("B") ? "the limit is" : "not a regular file"), "\(run.errors)")
    }

    @Test("a recording and a log are not begun in what is no regular file")
    func writers() throws {
        #expect(mkfifo(folder.file("r.dossier"), 0o600) == 0)
        let record = try dossier.run("-c", "record r.dossier", "-c", "add note \"a\"")
        #expect(record.code == 1 && record.errors.contains("'r.dossier' is not a regular file"))
        let log = try dossier.run("log.json", "-c", "add note \"a\"")
        #expect(log.code == 65 && log.errors.contains("'\(folder.file("log.log"))'"))
    }

    @Test("settings that are no regular file are told, and the shell of a pipe never reads them")
    func settings() throws {
        try folder.write("", to: "dossier/x")
        #expect(mkfifo(folder.file("dossier/config"), 0o600) == 0)
        var dossier = dossier
        dossier.environment["XDG_CONFIG_HOME"] = folder.path
        #expect(try dossier.run("-c", "show settings").code == 0)
    }

    @Test("a script that a shell hands over through a pipe is read, and its files lie where the program was started")
    func pipedScript() throws {
        try folder.write("words", to: "text.txt")
        let script = "add source s \"x\" file=text.txt\nshow text s\n"
        let run = try dossier.run("replay", "/dev/stdin", input: script)
        #expect(run.code == 0 && run.output.hasSuffix("words\n"), "\(run.errors)")
        let pipes = try Pipes()
        let child = try pipes.start(dossier, ["replay", "/dev/fd/0", "--into", "s.json"], errorsToo: true)
        pipes.send(script)
        pipes.finish()
        #expect(try child.wait() == 0)
        #expect(folder.names.contains("s.json"))
        #expect(try dossier.run("replay", "/dev/fd/99").code == 74)
        try folder.write("replay /dev/stdin\n", to: "inner.dossier")
        let inner = try Pipes()
        inner.send(script)
        #expect(try inner.start(dossier, ["replay", "inner.dossier"]).wait() == 77)
    }
}
