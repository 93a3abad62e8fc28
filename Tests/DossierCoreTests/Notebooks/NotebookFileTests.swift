import Testing

@testable import DossierLanguage
@testable import DossierOutput

@Suite struct NotebookFileTests {
    private func file(_ text: String) throws -> NotebookFile {
        try NotebookFile(SourceText(text, name: "a.md"))
    }

    private func commands(_ text: String) throws -> [String] {
        try file(text).cells.map { $0.command.text(0..<$0.command.bytes.count) }
    }

    @Test("lines with the mark are commands, those under them their answers")
    func cells() throws {
        let cells = try file("# a\n\n```dossier\n\n> one\na\n b  \n\n> two\n> three\nc\n```\n").cells
        #expect(cells.map { $0.command.text(0..<5) } == ["one", "two", "three"])
        #expect(cells.map(\.answer) == [["a", " b"], [], ["c"]])
        #expect(cells.map(\.line) == [5, 9, 10])
    }

    @Test("a command goes on over lines that have the mark, and no further than to its end")
    func continuation() throws {
        let text = #"""
            ```dossier
            > add note """
            >
            > ```
            >  two"""
            n1
            > add note \
            >   "b"
            > show notes
            > add note """
            open
            ```
            """#
        #expect(
            try commands(text) == [
                "add note \"\"\"\n\n```\n two\"\"\"", "add note \\\n  \"b\"", "show notes", "add note \"\"\"",
            ])
    }

    @Test("only blocks whose first word is dossier are the language's")
    func otherBlocks() throws {
        let text = """
            ```
            > a
            ```
            ```sh dossier
            > b
            ```
            ```dossiers
            > c
            ```
            ````md
            ```dossier
            > d
            ```
            ````
              ~~~ dossier title="x"
              > e
                > an answer
              ~~~
            """
        #expect(try commands(text) == ["e"])
        #expect(try file(text).cells.first?.answer == ["  > an answer"])
    }

    @Test("width and quiet stand after the word, and a width that is none is an error at its line")
    func format() throws {
        let cell = try #require(try file("~~~dossier other width=60 quiet\n> a\n").cells.first)
        #expect(cell.format.width == 60 && cell.format.isQuiet)
        for width in ["5", "x", "", "100000"] {
            let error = #expect(throws: Diagnostic.self) { try file("a\n```dossier width=\(width)\n```\n") }
            #expect(error?.code == .invalidValue && error?.place.line == 2)
        }
    }

    @Test("a line that would be a command or the end of the block stands behind a backslash")
    func escaping() {
        let text = "> a\n>\n>b\n\\> c\n```\n  ````  \n``\n``` x\n~~~\n\\\\```\n\ttab \t\n\n\n"
        let lines = NotebookAnswer(text, in: MarkdownFence(words: [])).lines
        #expect(
            lines == [
                "\\> a", "\\>", ">b", "\\\\> c", "\\```", "\\  ````", "``", "``` x", "~~~", "\\\\\\```", "\ttab",
            ])
    }

    @Test(
        "answers are written in, and every other byte stays",
        arguments: [
            ("```dossier\n> a\n```\n", "```dossier\n> a\nx\n\n y\n```\n"),
            ("```dossier\n> a\nold\n\n\n```\n", "```dossier\n> a\nx\n\n y\n\n\n```\n"),
            ("  ```dossier\n  > a\n old\n  ```", "  ```dossier\n  > a\n  x\n\n   y\n  ```"),
            ("~~~dossier\r\n> a\r\nold\r\n~~~\r\n", "~~~dossier\r\n> a\r\nx\r\n\r\n y\r\n~~~\r\n"),
            ("```dossier\n> a", "```dossier\n> a\nx\n\n y"), ("```dossier\r\n> a", "```dossier\r\n> a\r\nx\r\n\r\n y"),
            ("```dossier\n> a\nold", "```dossier\n> a\nx\n\n y"), ("```dossier\n> a\n", "```dossier\n> a\nx\n\n y\n"),
            ("\u{FEFF}```dossier\n> a\nx  \n\t\n y\n```\nold\n", "\u{FEFF}```dossier\n> a\nx  \n\t\n y\n```\nold\n"),
        ])
    func writing(before: String, after: String) throws {
        let file = try file(before)
        let answers = file.cells.map { NotebookAnswer("x\n\n y\n", in: $0.fence) }
        #expect(file.bytes(with: answers) == Array(after.utf8))
        let again = try self.file(after)
        #expect(again.bytes(with: answers) == Array(after.utf8))
        #expect(zip(again.cells, answers).allSatisfy { $0.holds($1) })
    }

    @Test("an answer that is empty takes the lines away")
    func emptyAnswer() throws {
        for (before, after) in [
            ("```dossier\n> a\nold\n\n```\n", "```dossier\n> a\n\n```\n"),
            ("```dossier\n> a\nold", "```dossier\n> a\n"),
        ] {
            let file = try file(before)
            #expect(file.bytes(with: [NotebookAnswer("", in: MarkdownFence(words: []))]) == Array(after.utf8))
        }
    }
}
