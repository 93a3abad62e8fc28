import Glibc
import TestSupport
import Testing

@Suite struct NotebookTests {
    private static let standing = "# A\n\n```dossier\n> add note \"a\"\nn1  note  a\n```\n"
    private static let wrong = "# A\n\n```dossier\n> add note \"a\"\nn1  note  b\n```\n"

    @Test("--verify ends with 0 where the answers are as they stand, and with 1 and a diff where one is not")
    func verify() throws {
        let folder = try TemporaryFolder(["a.md": Self.standing, "b.md": Self.wrong])
        let right = try Dossier(folder).run("replay", "a.md", "--verify")
        #expect(right.output == "a.md: 1 answer as written\n" && right.errors.isEmpty && right.code == 0)
        let both = try Dossier(folder).run("replay", "--verify", "b.md", "a.md")
        #expect(
            both.output == """
                b.md:4: the answer differs
                 > add note "a"
                -n1  note  b
                +n1  note  a

                b.md: 1 of 1 answer differ
                a.md: 1 answer as written

                """)
        #expect(both.code == 1 && both.errors.isEmpty)
        let quiet = try Dossier(folder).run("replay", "--verify", "--quiet", "a.md")
        #expect(quiet.output.isEmpty && quiet.code == 0)
        #expect(folder.names == ["a.md", "b.md"])
        #expect(folder.text(of: "b.md") == Self.wrong)
    }

    @Test("--update writes the answers, and leaves a file alone that holds them all")
    func update() throws {
        let folder = try TemporaryFolder([
            "a.md": Self.standing, "b.md": Self.wrong, "c.md": "```dossier\n> foo\n```\n",
        ])
        let before = folder.modified("a.md")
        let run = try Dossier(folder).run("replay", "--update", "a.md", "b.md", "c.md")
        #expect(
            run.output == """
                a.md: nothing changed
                b.md: 1 of 1 answer rewritten
                c.md: 1 of 1 answer rewritten

                """)
        #expect(run.errors == "note: c.md:2: the answer is now an error: unknown verb 'foo'\n" && run.code == 0)
        #expect(folder.text(of: "b.md") == Self.standing)
        #expect(folder.modified("a.md") == before)
        #expect(try Dossier(folder).run("replay", "--verify", "a.md", "b.md", "c.md").code == 0)
    }

    @Test("--update writes through a link, which stays")
    func updateOfLink() throws {
        let folder = try TemporaryFolder(["b.md": Self.wrong])
        #expect(folder.link("link.md", to: "b.md"))
        #expect(try Dossier(folder).run("replay", "--update", "link.md").code == 0)
        #expect(folder.text(of: "b.md") == Self.standing && folder.names == ["b.md", "link.md"])
    }

    @Test("--json tells each notebook as one value a line")
    func json() throws {
        let folder = try TemporaryFolder(["a.md": Self.standing, "b.md": Self.wrong])
        let run = try Dossier(folder).run("replay", "--verify", "--json", "a.md", "b.md")
        #expect(
            run.output == """
                {"notebook": "a.md", "answers": 1, "differences": []}
                {"notebook": "b.md", "answers": 1, "differences": [{"line": 4, "command": "add note \\"a\\"", "written": ["n1  note  b"], "answered": ["n1  note  a"]}]}

                """)
        #expect(run.code == 1)
        let update = try Dossier(folder).run("replay", "--update", "--json", "b.md")
        #expect(update.output == "{\"notebook\": \"b.md\", \"answers\": 1, \"written\": 1}\n")
    }

    @Test("with --into the session is kept, but not that of a notebook whose answers differ")
    func into() throws {
        let folder = try TemporaryFolder(["a.md": Self.standing, "b.md": Self.wrong])
        #expect(try Dossier(folder).run("replay", "--verify", "b.md", "--into", "b.json").code == 1)
        #expect(folder.names == ["a.md", "b.md"])
        #expect(try Dossier(folder).run("replay", "--verify", "a.md", "--into", "a.json").code == 0)
        #expect(try Dossier(folder).run("a.json", "-c", "export script").output == "add note n1 \"a\" type=comment\n")
        #expect(try Dossier(folder).run("replay", "--verify", "a.md", "--into", "a.json").code == 73)
        #expect(try Dossier(folder).run("replay", "a.md", "--into", "c.json").output == "n1  note  a\n")
        #expect(folder.names.contains("c.json"))
    }

    @Test("a notebook that is missing, not UTF-8 or cannot be written has the code of its error")
    func codes() throws {
        let folder = try TemporaryFolder(["a.md": Self.wrong])
        try folder.write([0xFF], to: "b.md")
        #expect(try Dossier(folder).run("replay", "--verify", "none.md").code == 66)
        #expect(try Dossier(folder).run("replay", "--verify", "b.md").code == 65)
        #expect(try Dossier(folder).run("replay", "--verify", "a.md", "none.md").code == 66)
        let malformed = "text\n~~~dossier\nno command\n~~~\n"
        try folder.write(malformed, to: "c.md")
        let run = try Dossier(folder).run("replay", "--update", "c.md")
        #expect(run.errors.hasPrefix("c.md:3:1: error: there is no command above this line\n") && run.code == 1)
        #expect(folder.text(of: "c.md") == malformed)
    }
}

extension TemporaryFolder {
    /// The time of a file's last change.
    fileprivate func modified(_ name: String) -> Int {
        var status = stat()
        return stat(file(name), &status) == 0 ? status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec : 0
    }
}
