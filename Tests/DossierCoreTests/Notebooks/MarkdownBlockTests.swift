import Testing

@testable import DossierOutput

/// Fenced blocks as CommonMark 0.31 defines them, §4.5, with the numbers of its examples.
@Suite struct MarkdownBlockTests {
    private func blocks(_ text: String) -> [(words: [String], lines: [String])] {
        let bytes = Array(text.utf8)
        let lines = MarkdownLine.all(in: bytes)
        return MarkdownBlock.all(in: bytes, lines).map { block in
            (block.fence.words, lines[block.lines].map { String(decoding: bytes[$0.content], as: UTF8.self) })
        }
    }

    @Test(
        "a fence is closed by as many of its own marks or more",
        arguments: [
            ("```\n<\n >\n```\n", ["<", " >"]), ("~~~\n<\n >\n~~~\n", ["<", " >"]),  // 119, 120
            ("```\naaa\n~~~\n```\n", ["aaa", "~~~"]), ("~~~\naaa\n```\n~~~\n", ["aaa", "```"]),  // 122, 123
            ("````\naaa\n```\n``````\n", ["aaa", "```"]), ("~~~~\naaa\n~~~\n~~~~\n", ["aaa", "~~~"]),  // 124, 125
            ("```\n", []), ("`````\n\n```\naaa\n", ["", "```", "aaa"]),  // 126, 127
            ("```\n\n  \n```\n", ["", "  "]), ("```\n```\n", []),  // 129, 130
            ("   ```\n   aaa\n  aaa\n  ```\n", ["   aaa", "  aaa"]),  // 133
            ("```\naaa\n  ```\n", ["aaa"]), ("   ```\naaa\n  ```\n", ["aaa"]),  // 135, 136
            ("```\naaa\n    ```\n", ["aaa", "    ```"]), ("```\naaa\n``` x\n", ["aaa", "``` x"]),  // 137, 147
            ("~~~~\naaa\n~~~ ~~\n", ["aaa", "~~~ ~~"]), ("```\naaa\n``` \t\n", ["aaa"]),  // 139
        ])
    func closing(text: String, lines: [String]) {
        let found = blocks(text)
        #expect(found.count == 1)
        #expect(found.first?.lines == lines)
    }

    @Test(
        "what looks like a fence and is none",
        arguments: [
            "``\nfoo\n``\n", "    ```\n    aaa\n    ```\n", "``` ```\naaa\n", "```` aa ````\naaa\n", "> ```\n> aaa\n",
        ])
    func none(text: String) { #expect(blocks(text).isEmpty) }

    @Test("the words after a fence; tildes may have marks among them")
    func words() {
        #expect(blocks("```dossier width=60\tquiet  \n```\n").first?.words == ["dossier", "width=60", "quiet"])
        #expect(blocks("~~~ aa ``` ~~~\n~~~\n").first?.words == ["aa", "```", "~~~"])
        #expect(blocks("~~~~    ruby startline=3 $%@#$\n~~~~\n").first?.words == ["ruby", "startline=3", "$%@#$"])
    }

    @Test("a fence interrupts a paragraph, and the next one begins where the first is closed")
    func several() {
        #expect(blocks("foo\n```\nbar\n```\nbaz\n~~~\nbar\n~~~\n").map(\.lines) == [["bar"], ["bar"]])
    }

    @Test("lines end in LF or CR LF, and a byte order mark stands before the first")
    func lineEnds() {
        #expect(blocks("\u{FEFF}```a\r\nx\r\n```\r\n```b\ny\rz").map(\.lines) == [["x"], ["y\rz"]])
    }

    @Test("what stands in a comment or in raw HTML is no block")
    func html() {
        #expect(blocks("<!-- one line -->\n```a\n```\n").count == 1)
        #expect(blocks("<!--\n```a\n```\n-->\n~~~b\n~~~\n").map(\.words) == [["b"]])
        #expect(blocks("  <PRE>\n```a\n```\n</pre>\n```b\n```\n").map(\.words) == [["b"]])
        #expect(blocks("<prelude>\n```a\n```\n").map(\.words) == [["a"]])
        #expect(blocks("    <!--\n```a\n```\n").map(\.words) == [["a"]])
    }
}
