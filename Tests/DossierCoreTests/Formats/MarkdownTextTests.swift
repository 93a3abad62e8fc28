import Testing

@testable import DossierLanguage
@testable import DossierOutput

@Suite("Markdown") struct MarkdownTextTests {
    @Test(
        "nothing in a text is taken for markup",
        arguments: [
            ("plain 북한", "plain 북한"), ("*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"),
            ("[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"), ("<script>&amp;", "\\<script\\>\\&amp;"),
            ("a | b", "a \\| b"), ("a\\", "a\\\\"), ("# a", "\\# a"), ("> a", "\\> a"), ("one\r\n\ntwo", "one   two"),
            ("$x$ a^b^ @doe {.c}", "\\$x\\$ a\\^b\\^ \\@doe \\{.c\\}"), ("it's \"so\"", "it\\'s \\\"so\\\""),
            ("a -- b --- c ...", "a -\\- b -\\-\\- c .\\.\\."), (":smile: 12:30", "\\:smile: 12:30"),
            ("http://a.org www.a.org", "http\\://a.org www\\.a.org"), ("[^1]: a", "\\[\\^1\\]: a"),
        ])
    func inline(text: String, escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    @Test(
        "a text that begins a line begins no list, rule, heading or code",
        arguments: [
            ("- a", "\\- a"), ("+ a", "\\+ a"), ("---", "\\-\\-\\-"), ("===", "\\=\\=\\="), ("1. a", "1\\. a"),
            ("12) a", "12\\) a"), ("1.", "1\\."), ("    a", "a"), ("\ta ", "a"), ("\n- a", "\\- a"), ("1.5", "1.5"),
            ("2024-10", "2024-10"), ("1a. b", "1a. b"), (" ", ""), (": a", "\\: a"), (":::", "\\:::"), ("% a", "\\% a"),
            ("(a) b", "(a\\) b"),
            ("iv. b", "iv\\. b"), ("A) b", "A\\) b"), ("No. 5", "No. 5"), ("(ab) c", "(ab) c"),
        ])
    func beginnings(text: String, escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    @Test(
        "an item of a list that begins like a task gets no check box",
        arguments: [
            ("[x] a", "\\[x\\]&#32;a"), ("[X]\ta", "\\[X\\]&#9;a"), ("[ ] a", "\\[ \\]&#32;a"),
            ("[ \t]  a", "\\[ \t\\]&#32; a"), ("☐ a", "☐&#32;a"), ("☒ a", "☒&#32;a"), ("[y] a", "\\[y\\] a"),
            ("[x]a", "\\[x\\]a"), ("[x]", "\\[x\\]"), ("[x", "\\[x"), ("[ ", "\\["), ("a [x] b", "a \\[x\\] b"),
        ])
    func tasks(text: String, item: String) {
        #expect(MarkdownText.item(MarkdownText.escaped(text)) == "- " + item + "\n")
    }

    @Test("a title that is a check box alone gets none")
    func taskAsTitle() throws {
        let engine = try TestEngine(setting: [#"add event e1 "[x]""#, #"add event e2 "☐""#])
        let text = try engine.run("export markdown")
        #expect(text.contains("- \\[x\\]&#32;(no support)") && text.contains("- ☐&#32;(no support)"), "\(text)")
    }

    @Test("hostile texts keep their words and hold one line")
    func hostile() {
        let markup = Set("\\`*_[]<>|#~&$^@{}\"'".unicodeScalars)
        for text in HostileText.all {
            let escaped = Array(MarkdownText.escaped(text).unicodeScalars)
            #expect(!escaped.contains("\n") && !escaped.contains("\r"))
            var words = String.UnicodeScalarView()
            var rest = escaped[...]
            while let scalar = rest.popFirst() {
                if scalar == "\\", let next = rest.popFirst() {
                    words.append(next)
                } else {
                    #expect(!markup.contains(scalar), "\(text)")
                    words.append(scalar)
                }
            }
            let all = text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }
            let wanted = all.drop { $0.properties.isWhitespace }.reversed().drop { $0.properties.isWhitespace }
            #expect(Array(words) == wanted.reversed(), "\(text)")
        }
    }

    @Test("a cell of a table ends no cell and no row")
    func tables() {
        #expect(MarkdownText.table(["a|b"], [["c\nd|e"], [""]]) == "| a\\|b |\n| --- |\n| c d\\|e |\n|  |\n")
    }

    @Test("what stands in a chart does not end its block")
    func charts() throws {
        let engine = try TestEngine(setting: [#"add event e1 2024-10 "<b>" place="````""#])
        let text = try engine.run("show timeline by place as markdown")
        let lines = text.split(separator: "\n")
        let fence = try #require(lines.first)
        #expect(fence.allSatisfy { $0 == "`" } && lines.last == fence && lines.count { $0 == fence } == 2, "\(text)")
        #expect(lines.contains("````"))
        #expect(
            try TestEngine(setting: ["add event e1 2024-10"]).run("show timeline as markdown").hasPrefix("```\n"))
    }

    @Test("an empty line stands between a paragraph and a list or a table")
    func sorts() {
        let table = Table(columns: [Table.Column("a")], rows: [])
        let blocks: [Block] = [
            .line("one"), .fields([Block.Labelled(label: "a", text: "b")]), .table(table), .line("two"),
        ]
        #expect(
            MarkdownText.text(of: Answer(blocks, json: .null)) == "one  \n\n- **a**: b\n\n| a |\n| --- |\n\ntwo  \n")
    }
}
