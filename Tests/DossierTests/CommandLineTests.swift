import DossierText
import Glibc
import TestSupport
import Testing

@testable import dossier

@Suite struct CommandLineTests {
    @Test("--version and --help answer on standard output and read nothing")
    func versionAndHelp() throws {
        let dossier = Dossier(try TemporaryFolder())
        let version = try dossier.run("--version", input: "foo\n")
        #expect(version.output == "dossier 0.1.0\n" && version.errors.isEmpty && version.code == 0)
        for word in ["--help", "-h"] {
            let help = try dossier.run(word)
            #expect(help.output.hasPrefix("dossier report.json  ") && help.errors.isEmpty && help.code == 0)
        }
    }

    @Test("the help of each task has its options and its examples, and leaves room for a prompt on a screen of 24 rows")
    func helpOfTasks() throws {
        let dossier = Dossier(try TemporaryFolder())
        for scope in Option.Scope.allCases {
            let help = try dossier.run(scope == .session ? ["--help"] : [scope.rawValue, "--help"]).output
            let lines = help.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(lines.count <= 23, "\(scope)")
            #expect(lines.allSatisfy { TextWidth.of(String($0)) <= 80 }, "\(scope)")
            #expect(lines.allSatisfy { !$0.hasSuffix("…") || $0 == scope.usage }, "a line of \(scope) is cut")
            for option in scope.options { #expect(help.contains("\n  \(option.usage) "), "\(option.name)") }
            if scope != .session { #expect(help.contains("dossier \(scope.rawValue)")) }
        }
        #expect(try dossier.run("replay", "--help").output.contains("dossier replay --verify report.md"))
    }

    @Test("help and version as words do what their options do, unless a file has that name or -- stands before it")
    func helpAsWord() throws {
        let folder = try TemporaryFolder()
        let dossier = Dossier(folder)
        #expect(try dossier.run("help").output == dossier.run("--help").output)
        #expect(try dossier.run("help", "replay").output == dossier.run("replay", "--help").output)
        #expect(try dossier.run("version").output == dossier.run("--version").output)
        #expect(try dossier.run("help", "me").errors.hasPrefix("dossier: unexpected word 'me': one session at a time"))
        #expect(try dossier.run("--", "version", input: "add event 2024 \"Breach\"\n").output.hasPrefix("e1"))
        #expect(try dossier.run("version", input: "show e1\n").output.contains("Breach"))
        #expect(try dossier.run("help", "-c", "add event 2024 \"Breach\"").code == 0)
        #expect(try dossier.run("help", input: "show e1\n").output.contains("Breach"))
    }

    @Test("a session that is not there answers no question, and the nearest is named")
    func missingSession() throws {
        let dossier = Dossier(try TemporaryFolder())
        #expect(try dossier.run("dam.json", "-c", "add event 2024 \"Breach\"").code == 0)
        for commands in [["show events"], ["help", "show events"], ["export script"], ["check", "log"]] {
            let missing = try dossier.run(["dma.json"] + commands.flatMap { ["-c", $0] })
            #expect(missing.code == 66 && missing.output.isEmpty, "\(commands)")
            #expect(missing.errors == "error: there is no session 'dma.json'; did you mean 'dam.json'?\n")
        }
        #expect(try dossier.run("dma.json", "--read-only", input: "show events\n").code == 66)
        #expect(try dossier.run("dma.json", "-c", "help").code == 0)
        #expect(dossier.folder.text(of: "dma.json") == nil && dossier.folder.text(of: "dma.log") == nil)
        #expect(try dossier.run("dma.json", "-c", "show events", "-c", "add event 2024 \"Breach\"").code == 0)
        #expect(try dossier.run("dma.json", "-c", "show events").code == 0)
    }

    @Test(
        "a command line that is none is an error of usage",
        arguments: [
            (["--nope"], "dossier: unknown option '--nope'"),
            (["--jsn"], "dossier: unknown option '--jsn'; did you mean '--json'?"),
            (["-c"], "dossier: '-c' needs COMMAND"),
            (["a.json", "b.json"], "dossier: unexpected word 'b.json': one session at a time"),
            (["--width", "x"], "dossier: '--width' must be a number of columns from 10 to 10000"),
            (["--trust", "me"], "dossier: '--trust' must be 'state' or 'log'"),
            (["--json=yes"], "dossier: '--json' does not accept a value"),
            (["replay"], "dossier: 'replay' needs a script"),
            (["schema", "a.json"], "dossier: unexpected word 'a.json': 'schema' takes no other words"),
            (["schema", "--json"], "dossier: '--json' cannot be used with 'schema'"),
            (["--into", "a.json"], "dossier: '--into' can be used only with 'replay' and 'repair'"),
            (["replay", "a.dossier", "-c", "x"], "dossier: '-c' cannot be used with 'replay'"),
            (
                ["replay", "a.md", "b.dossier", "--verify"],
                "dossier: 'b.dossier' is not a notebook, NAME.md: it has no answers"
            ),
            (["replay", "a.md", "--verify", "--update"], "dossier: '--verify' and '--update' cannot be used together"),
            (["--verify", "a.md"], "dossier: '--verify' can be used only with 'replay'"),
            (["manual", "x"], "dossier: unexpected word 'x': 'manual' takes no other words"),
            (["completions"], "dossier: 'completions' needs a shell: bash, zsh, fish"),
            (["completions", "zhs"], "dossier: there are no completions for 'zhs'; did you mean 'zsh'?"),
            (["completions", "zsh", "fish"], "dossier: unexpected word 'fish': one shell at a time"),
        ])
    func usage(arguments: [String], message: String) throws {
        let folder = try TemporaryFolder()
        let run = try Dossier(folder).run(arguments)
        let task = arguments.first.flatMap(Option.Scope.named).map { $0.rawValue + " " } ?? ""
        #expect(run.errors == message + "\n'dossier \(task)--help' lists the options\n")
        #expect(run.output.isEmpty && run.code == 64)
        #expect(folder.names.isEmpty)
    }

    @Test("'schema' prints the JSON Schema of a session and reads nothing")
    func schema() throws {
        let folder = try TemporaryFolder()
        let run = try Dossier(folder).run("schema", input: "foo\n")
        #expect(run.output.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"))
        #expect(run.output.hasSuffix("\n}\n") && run.errors.isEmpty && run.code == 0)
        #expect(folder.names.isEmpty)
    }

    @Test("a word that is no task is a session, 'session' too")
    func session() throws {
        let folder = try TemporaryFolder()
        let run = try Dossier(folder).run("session", "-c", "add note \"a\"")
        #expect(run.output == "n1  note  a\n" && run.code == 0 && folder.names.contains("session"))
    }

    @Test("each command of -c is answered, and the first that fails ends the run")
    func commands() throws {
        let folder = try TemporaryFolder()
        let run = try Dossier(folder).run("a.json", "-c", "add note \"a\"", "-c", "foo", "-c", "add note \"b\"")
        #expect(run.output == "n1  note  a\n")
        #expect(run.errors.hasPrefix("error: unknown verb 'foo'\n  foo\n  ^~~\n"))
        #expect(run.code == 1)
        #expect(folder.text(of: "a.json")?.contains("\"id\": \"n2\"") == false)
        let going = try Dossier(folder).run("a.json", "--keep-going", "-c", "foo", "-c", "add note \"b\"")
        #expect(going.output == "n2  note  b\n" && going.code == 1)
    }

    @Test("--quiet says nothing of changes and everything that was asked for")
    func quiet() throws {
        let run = try Dossier(try TemporaryFolder()).run(
            "--quiet", "-c", "add note \"a\"", "-c", "show n1", "-c", "undo")
        #expect(run.output.contains("n1") && !run.output.contains("undone") && run.code == 0)
        #expect(run.output.split(separator: "\n").filter { $0 == "n1  note  a" }.count <= 1)
    }

    @Test("--json prints one JSON value a line for each answer")
    func json() throws {
        let run = try Dossier(try TemporaryFolder()).run("--json", "-c", "add note \"a\nb\"", input: "")
        #expect(run.code == 1, "a text ends with its line")
        let other = try Dossier(try TemporaryFolder()).run(
            "--json", "-c", "add note \"a\\nb\"", "-c", "show notes", "-c", "check", "-c", "help")
        let lines = other.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 5 && lines.last == "")
        for line in lines.dropLast() { #expect(line.hasPrefix("{") || line.hasPrefix("["), "\(line)") }
    }

    @Test("--width fits tables, and without it lines to a file are as long as they are")
    func width() throws {
        let words = String(repeating: "word ", count: 40)
        let commands = ["-c", "add note \"\(words)\"", "-c", "show notes"]
        let narrow = try Dossier(try TemporaryFolder()).run(["--width", "40"] + commands)
        for line in narrow.output.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
        let wide = try Dossier(try TemporaryFolder()).run(commands)
        #expect(wide.output.contains(words.dropLast()))
    }

    @Test(
        "no colour to a file, whatever the environment says",
        arguments: [["TERM": "dumb"], ["NO_COLOR": "1"], ["TERM": "xterm"], [:]])
    func colour(environment: [String: String]) throws {
        var dossier = Dossier(try TemporaryFolder())
        dossier.environment = environment
        let run = try dossier.run("-c", "add note \"a\"", "-c", "show notes", "-c", "foo")
        #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
        #expect(try dossier.run("--no-color", "-c", "add note \"a\"").output == "n1  note  a\n")
    }

    @Test("every script works under LC_ALL=C, as arguments and as standard input")
    func locale() throws {
        var dossier = Dossier(try TemporaryFolder())
        dossier.environment = ["LC_ALL": "C"]
        #expect(try dossier.run("-c", "add entity \"국가정보원\"").output == "국가정보원  entity\n")
        #expect(try dossier.run(input: "add note \"노트 🚩\"\n").output == "n1  note  노트 🚩\n")
    }

    @Test("a script that is missing, a folder or not UTF-8 is an error of its own")
    func scripts() throws {
        let folder = try TemporaryFolder()
        try folder.write([0x61, 0xFF], to: "bytes.dossier")
        for (name, problem, code) in [
            ("none.dossier", "cannot be read: No such file or directory", Int32(66)),
            (".", "cannot be read: it is a folder, not a regular file", 65),
            ("bytes.dossier", "is not UTF-8: byte 2 is FF", 65),
        ] {
            let run = try Dossier(folder).run("replay", name, "--into", "a.json")
            #expect(run.errors.hasPrefix("error: '\(folder.path)/\(name)' \(problem)\n"), "\(run.errors)")
            #expect(run.code == code)
        }
        #expect(folder.names == ["bytes.dossier"])
    }

    @Test("a session of more than 4 GiB is refused before it is read")
    func tooLong() throws {
        let folder = try TemporaryFolder(["a.json": ""])
        try #require(truncate(folder.file("a.json"), (1 << 32) + 1) == 0)
        let run = try Dossier(folder).run("a.json", "-c", "show session")
        #expect(
            run.errors == "error: '\(folder.path)/a.json' cannot be read: it is 4.1 GiB; the limit is 4 GiB\n"
        )
        #expect(run.code == 65)
    }

    @Test("a session that another process has open is read, and whoever has it is named")
    func locked() throws {
        let folder = try TemporaryFolder()
        let pipes = try Pipes()
        let child = try pipes.start(Dossier(folder), ["a.json"])
        pipes.send("add note \"a\"\n")
        #expect(pipes.line() == "n1  note  a")
        let reader = try Dossier(folder).run("a.json", "-c", "export script")
        #expect(reader.output == "add note n1 \"a\" type=comment\n" && reader.code == 0)
        #expect(!reader.errors.contains("has it open"), "a question needs no lock")
        for arguments in [
            ["a.json", "-c", "add note \"b\""], ["a.json"], ["replay", "x.dossier", "--append", "--into", "a.json"],
            ["compact", "a.json"],
        ] {
            let writer = try Dossier(folder).run(arguments + ["--wait", "0.1"])
            #expect(
                writer.errors == """
                    error: '\(folder.path)/a.json' is in use: process \(child.id) (dossier) has it open (waited 0.1 s)
                      --wait SECONDS waits longer; --read-only needs no lock

                    """, "\(writer.errors)")
            #expect(writer.code == 75)
        }
        pipes.finish()
        #expect(try child.wait() == 0)
        #expect(try Dossier(folder).run("a.json", "-c", "add note \"b\"").output == "n2  note  b\n")
    }

    @Test("a process that is ended loses nothing that was answered")
    func killed() throws {
        let folder = try TemporaryFolder()
        let pipes = try Pipes()
        let child = try pipes.start(Dossier(folder), ["a.json"])
        for number in 1...5 {
            pipes.send("add note \"\(number)\"\n")
            #expect(pipes.line() != nil)
        }
        kill(child.id, SIGKILL)
        #expect(try child.wait() == -SIGKILL)
        let run = try Dossier(folder).run(
            "a.json", "-c", "show notes count by type", "-c", "undo", "-c", "add note \"x\"")
        #expect(run.output.hasSuffix("undone: add note \"5\"\ndropped n5  note  5\nn5  note  x\n"), "\(run.output)")
    }

    @Test("a session that never changed makes no file; one that did has its state and its log")
    func files() throws {
        let folder = try TemporaryFolder(["bad.dossier": "add note \"a\"\nfoo\n"])
        _ = try Dossier(folder).run("a.json", "-c", "show session", "-c", "undo")
        _ = try Dossier(folder).run("replay", "bad.dossier", "--into", "a.json")
        _ = try Dossier(folder).run("a.json", input: "show notes\n")
        #expect(folder.names == ["bad.dossier"])
        _ = try Dossier(folder).run("a.json", "-c", "add note \"a\"")
        #expect(folder.names == ["a.json", "a.log", "bad.dossier"])
    }
}
