import Glibc
import TestSupport
import Testing

@Suite struct StandardInputTests {
    @Test("commands are read to the end; an error names its line, ends the run, and keeps what came before")
    func stopsAtTheFirstError() throws {
        let folder = try TemporaryFolder()
        let run = try Dossier(folder).run(
            "a.json", input: "add note \"a\"\n\n# comment\nset n1 text=b \\\n  likelihood=sure\nadd note \"c\"\n")
        #expect(run.output == "n1  note  a\n")
        #expect(
            run.errors.hasPrefix(
                "standard input:5:14: error: 'sure' is not a likelihood\n    likelihood=sure\n               ^~~~\n"))
        #expect(run.code == 1)
        #expect(try Dossier(folder).run("a.json", "-c", "export script").output == "add note n1 \"a\" type=comment\n")
    }

    @Test("--keep-going goes on, and the exit code still tells")
    func keepsGoing() throws {
        let run = try Dossier(try TemporaryFolder()).run("--keep-going", input: "foo\nadd note \"a\"\n")
        #expect(run.output == "n1  note  a\n" && run.code == 1)
    }

    @Test("quit ends the run; text over several lines and a last line without an end are whole commands")
    func linesAndQuit() throws {
        let run = try Dossier(try TemporaryFolder()).run(
            input: "add note \"\"\"\none\ntwo\"\"\"\nshow text\nquit\nfoo\n")
        #expect(run.code != 0)
        let other = try Dossier(try TemporaryFolder()).run(input: "add note \"\"\"\none\ntwo\"\"\"\r\nquit\nfoo\n")
        #expect(other.output == "n1  note  one two\n" || other.output.hasPrefix("n1  note  one"))
        #expect(other.code == 0 && other.errors.isEmpty)
        #expect(try Dossier(try TemporaryFolder()).run(input: "add note \"a\"").output == "n1  note  a\n")
    }

    @Test("a document of many lines is read in one go, marks and back slashes in it included")
    func longText() throws {
        let lines = (1...3_000).map { "line \($0) ends in \($0 % 100 == 0 ? "\\" : "\"\"")" }.joined(separator: "\n")
        let run = try Dossier(try TemporaryFolder()).run(
            input: "add note \"\"\"\n\(lines)\n\"\"\"\nadd note \"b\" \\\n\\\n#tag\nexport script\n")
        #expect(run.code == 0 && run.errors.isEmpty)
        #expect(
            run.output.hasSuffix("\(lines)\n\"\"\" type=comment\nadd note n2 \"b\" type=comment #tag\n"),
            "\(run.output.suffix(200))")
    }

    @Test("what is not closed at the end is an error of its own line")
    func unclosed() throws {
        let run = try Dossier(try TemporaryFolder()).run(input: "add note \"a\"\nadd note \"\"\"\none\n")
        #expect(run.errors.hasPrefix("standard input:2:10: error: the quoted text is not closed\n") && run.code == 1)
    }

    @Test("input that is not UTF-8 is bad data, with line and byte")
    func notUTF8() throws {
        let folder = try TemporaryFolder()
        let run = try Dossier(folder).run(["a.json"], input: Array("add note \"é\"\nadd note \"é".utf8) + [0xE9, 0x0A])
        #expect(run.output == "n1  note  é\n")
        #expect(run.errors == "error: standard input is not UTF-8: line 2, byte 13\n")
        #expect(run.code == 65)
        #expect(folder.names == ["a.json", "a.log"])
        let lines = try Dossier(folder).run(
            [], input: Array("add note \"\"\"\none\n".utf8) + [0xFF] + Array("\ntwo\n".utf8))
        #expect(lines.errors == "error: standard input is not UTF-8: line 3, byte 1\n" && lines.code == 65)
    }

    @Test("input that cannot be read is an error")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        let input = open(folder.path, O_RDONLY | O_CLOEXEC)
        let output = open(folder.path + "/.err", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        defer { for file in [input, output] { close(file) } }
        #expect(try Dossier(folder).spawn([], input, output, output).wait() == 74)
        #expect(folder.text(of: ".err") == "error: standard input cannot be read: Is a directory\n")
    }

    @Test("every reply is written before the next command is read")
    func repliesOneByOne() throws {
        let pipes = try Pipes()
        let child = try pipes.start(Dossier(try TemporaryFolder()), ["a.json"])
        for number in 1...20 {
            pipes.send("add note \"\(number)\"\n")
            #expect(pipes.line() == "n\(number)  note  \(number)")
        }
        pipes.send("show notes count by type\n")
        #expect(pipes.line() != nil)
        pipes.finish()
        #expect(try child.wait() == 0)
    }

    @Test("an error is told while the input is still open")
    func errorAtOnce() throws {
        let pipes = try Pipes()
        let child = try pipes.start(Dossier(try TemporaryFolder()), ["--keep-going"], errorsToo: true)
        pipes.send("foo\n")
        #expect(pipes.line() == "standard input:1:1: error: unknown verb 'foo'")
        pipes.finish()
        #expect(try child.wait() == 1)
    }

    @Test("a reader that has gone is no error, and what was asked for is done all the same")
    func closedPipe() throws {
        let folder = try TemporaryFolder(["a.dossier": "add note \"a\"\nshow notes\nadd note \"b\"\n"])
        let words: [[String]] = [
            ["a.json", "-c", "add note \"a\"", "-c", "show notes", "-c", "add note \"b\""],
            ["replay", "a.dossier", "--into", "b.json"],
        ]
        for (arguments, name) in zip(words, ["a.json", "b.json"]) {
            let pipes = try Pipes()
            pipes.stopReading()
            let child = try pipes.start(Dossier(folder), arguments)
            #expect(try child.wait() == 0)
            #expect(folder.text(of: name)?.contains("\"id\": \"n2\"") == true, "\(name)")
        }
    }
}
