import Glibc
import TestSupport
import Testing

@Suite struct LostOutputTests {
    private static let lost = "dossier: standard output cannot be written: No space left on device\n"

    /// Runs the program with a file as its standard output, or as its standard error.
    private func run(
        _ folder: TemporaryFolder, _ arguments: [String], input: String = "", output: String = "/dev/full",
        errors: String? = nil, flags: Int32 = O_WRONLY
    ) throws -> (code: Int32, errors: String) {
        try folder.write(input, to: ".in")
        let files = [
            open(folder.file(".in"), O_RDONLY | O_CLOEXEC), open(output, flags | O_CLOEXEC),
            open(errors ?? folder.file(".err"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600),
        ]
        defer { for file in files { close(file) } }
        let code = try Dossier(folder).spawn(arguments, files[0], files[1], files[2]).wait()
        return (code, folder.text(of: ".err") ?? "")
    }

    private func notes(in name: String, of folder: TemporaryFolder) throws -> Int {
        try Dossier(folder).run(name, "--read-only", "-c", "export script").output.split(separator: "\n").count
    }

    @Test(
        "whatever is asked, what cannot be printed is an error with its reason",
        arguments: [
            ["s.json", "-c", "show notes"], ["s.json", "-c", "export csv"], ["s.json", "-c", "show notes", "--json"],
            ["s.json", "-c", "help"], ["s.json", "-c", "check"], ["s.json", "-c", "save"], ["s.json", "-c", "undo"],
            ["s.json", "-c", "log verify"], ["s.json", "--keep-going", "-c", "show notes"],
            ["replay", "a.dossier"], ["replay", "a.dossier", "--keep-going"], ["replay", "told.md", "--verify"],
            ["replay", "told.md", "--update"], ["repair", "s.json", "--into", "n.json"], ["compact", "s.json"],
            ["schema"], ["manual"], ["completions", "zsh"], ["--help"], ["--version"],
        ])
    func everyTask(arguments: [String]) throws {
        let folder = try TemporaryFolder([
            "a.dossier": "add note \"a\"\n", "told.md": "```dossier\n> add note \"x\"\n```\n",
        ])
        #expect(try Dossier(folder).run("s.json", "-c", "add note \"a\"").code == 0)
        let run = try run(folder, arguments)
        #expect(run.code == 74)
        #expect(run.errors == Self.lost)
    }

    @Test("a command whose answer is lost is done; those behind it are not")
    func stops() throws {
        let folder = try TemporaryFolder()
        let commands = ["add note \"a\"", "add note \"b\"", "add note \"c\""]
        #expect(try run(folder, ["a.json"] + commands.flatMap { ["-c", $0] }).code == 74)
        #expect(try notes(in: "a.json", of: folder) == 1)
        #expect(try run(folder, ["b.json", "-c", commands.joined(separator: "\n")]).code == 74)
        #expect(try notes(in: "b.json", of: folder) == 1)
        let piped = try run(folder, ["c.json", "--keep-going"], input: commands.joined(separator: "\n"))
        #expect(piped.code == 74 && piped.errors == Self.lost)
        #expect(try notes(in: "c.json", of: folder) == 1)
        let quiet = try run(folder, ["d.json", "--quiet"], input: commands.joined(separator: "\n"))
        #expect(quiet.code == 0 && quiet.errors.isEmpty)
        #expect(try notes(in: "d.json", of: folder) == 3)
    }

    @Test("a replay whose answers are lost is not kept, be it short or long")
    func replay() throws {
        let long = (1...3_000).map { "add note \"number \($0), with words that fill what waits to be written\"\n" }
        let folder = try TemporaryFolder(["short.dossier": "add note \"a\"\n", "long.dossier": long.joined()])
        for name in ["short.dossier", "long.dossier"] {
            let run = try run(folder, ["replay", name, "--into", "s.json", "--keep-going"])
            #expect(run.code == 74 && run.errors == Self.lost)
            #expect(!folder.names.contains("s.json") && !folder.names.contains("s.log"))
        }
    }

    @Test("an error of a command is told beside it, and the loss decides the code")
    func errorBeside() throws {
        let run = try run(try TemporaryFolder(), ["--keep-going"], input: "nonsense\nshow session\nnonsense\n")
        #expect(run.code == 74)
        #expect(run.errors.hasPrefix("standard input:1:1: error: unknown verb 'nonsense'"))
        #expect(run.errors.hasSuffix(Self.lost) && !run.errors.contains("input:3"))
    }

    @Test("output that is open for reading only, or larger than a file may be, is lost with its own reason")
    func otherReasons() throws {
        let folder = try TemporaryFolder(["out": ""])
        let unwritable = try run(folder, ["--version"], output: folder.file("out"), flags: O_RDONLY)
        #expect(unwritable.code == 74 && unwritable.errors.hasSuffix("cannot be written: Bad file descriptor\n"))
        let words = ["-c", "(ulimit -f 1; exec '\(Dossier.program)' manual) > large; echo $?"]
        let limited = try Dossier(folder).run(program: "/bin/sh", words)
        #expect(limited.output == "74\n")
        #expect(limited.errors == "dossier: standard output cannot be written: File too large\n")
    }

    @Test("standard error that cannot be written loses nothing but its words")
    func errorsLost() throws {
        let folder = try TemporaryFolder()
        let output = folder.file("out")
        try folder.write("", to: "out")
        let run = try run(
            folder, ["a.json", "--keep-going"], input: "add note \"a\"\nnonsense\nadd note \"b\"\n", output: output,
            errors: "/dev/full")
        #expect(run.code == 1)
        #expect(folder.text(of: "out") == "n1  note  a\nn2  note  b\n")
        #expect(try notes(in: "a.json", of: folder) == 2)
    }

    @Test("output that another program made not wait is waited for")
    func nonBlocking() throws {
        let folder = try TemporaryFolder()
        let pipes = try Pipes()
        pipes.makeOutputNonBlocking()
        let child = try pipes.start(Dossier(folder), ["manual"])
        var lines = 0
        while pipes.line() != nil { lines += 1 }
        #expect(lines > 100)
        #expect(try child.wait() == 0)
    }
}
