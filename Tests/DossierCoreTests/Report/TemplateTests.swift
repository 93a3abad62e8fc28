import Testing

@testable import DossierOutput

@Suite("templates") struct TemplateTests {
    private static let values = TemplateValue.object([
        "title": .text("*T*"), "empty": .text(""), "yes": .flag(true), "no": .flag(false), "none": .list([]),
        "names": .texts(["a", "<b>"]), "link": .markup("[1](#a)"), "inner": .object(["title": .text("I")]),
        "items": .list([
            .object(["name": .text("x"), "title": .text(""), "parts": .texts(["1", "2"])]),
            .object(["name": .text("y"), "title": .text("Y"), "parts": .texts([])]),
        ]),
        "lists": .list([.texts(["1", "2"]), .texts(["3"])]),
    ])

    private static let names: Set = [
        "title", "empty", "yes", "no", "none", "names", "link", "inner", "items", "name", "parts", "lists",
    ]

    private func text(_ template: String) throws -> String {
        try Template(Array(template.utf8), names: Self.names).text(of: Self.values) { "‹\($0)›" }
    }

    @Test(
        "a name is written escaped, or as it is",
        arguments: [
            ("{{title}}", "‹*T*›"), ("{{ title }}", "‹*T*›"), ("{{{title}}}", "*T*"), ("{{{ title }}}", "*T*"),
            ("{{&title}}", "*T*"), ("{{& title }}", "*T*"), ("[{{empty}}]", "[‹›]"), ("{{link}}", "[1](#a)"),
            ("{{inner.title}}", "‹I›"), ("{{inner.name}}", ""), ("{{title.name}}", ""), ("{{inner}}", ""),
            ("{{names}}", "‹a›, ‹<b>›"), ("{{yes}} {{no}}", "yes no"), ("a {{!b}} c", "a  c"),
            ("no tag } }", "no tag } }"),
            ("{ {title} }", "{ {title} }"), ("{{! two\nlines }}x", "x"),
        ])
    func variables(template: String, expected: String) throws {
        #expect(try text(template) == expected)
    }

    @Test(
        "a section is written for what is there, once for each value of a list; an inverted one for nothing",
        arguments: [
            ("{{#yes}}a{{/yes}}", "a"), ("{{#no}}a{{/no}}", ""), ("{{^no}}a{{/no}}", "a"), ("{{^yes}}a{{/yes}}", ""),
            ("{{#empty}}a{{/empty}}{{^empty}}b{{/empty}}", "b"), ("{{#none}}a{{/none}}{{^none}}b{{/none}}", "b"),
            ("{{#title}}{{.}}{{/title}}", "‹*T*›"), ("{{#names}}({{.}}){{/names}}", "(‹a›)(‹<b>›)"),
            ("{{#items}}{{name}}{{/items}}", "‹x›‹y›"), ("{{#inner}}{{title}}{{/inner}}", "‹I›"),
            ("{{#items}}{{#parts}}{{name}}{{.}} {{/parts}}{{/items}}", "‹x›‹1› ‹x›‹2› "),
            ("{{#lists}}({{#.}}{{.}}{{/.}}){{/lists}}", "(‹1›‹2›)(‹3›)"),
            ("{{#inner.title}}a{{/inner.title}}", "a"), ("{{#inner.name}}a{{/inner.name}}", ""),
            ("{{# yes }}a{{/ yes }}", "a"), ("{{#yes}}a{{#yes}}b{{/yes}}c{{/yes}}", "abc"),
            // An empty value of an item hides that of the same name around it.
            ("{{#items}}[{{#title}}{{title}}{{/title}}]{{/items}}", "[][‹Y›]"),
        ])
    func sections(template: String, expected: String) throws {
        #expect(try text(template) == expected)
    }

    @Test(
        "a tag that writes nothing takes the line with it that it stands alone in",
        arguments: [
            ("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"), ("a\n  {{#yes}}  \nb\n\t{{/yes}}\nc", "a\nb\nc"),
            ("a\r\n{{#yes}}\r\n{{/yes}}\r\nb", "a\r\nb"), ("  {{#yes}}\n#{{/yes}}\n/", "#\n/"),
            ("#{{#yes}}\n/\n  {{/yes}}", "#\n/\n"), (" {{#yes}}a{{/yes}}\n", " a\n"),
            (" | {{#yes}} {{! b }}\n {{/yes}} | \n", " |  \n  | \n"), ("a\n{{! b }}\nc\n", "a\nc\n"),
            ("a\n{{! b\nc }}\nd\n", "a\nd\n"), ("a {{! b }}\nc", "a \nc"), ("a\n{{=@ @=}}\nb\n", "a\nb\n"),
            ("a\n{{title}}\nb", "a\n‹*T*›\nb"), ("{{^yes}}\na\n{{/yes}}\n", ""),
            ("{{#items}}\n- {{name}}\n{{/items}}\n", "- ‹x›\n- ‹y›\n"),
        ])
    func lines(template: String, expected: String) throws {
        #expect(try text(template) == expected)
    }

    @Test(
        "the marks can be changed",
        arguments: [
            ("{{=<% %>=}}(<%title%>)", "(‹*T*›)"), ("({{=[ ]=}}[title])", "(‹*T*›)"), ("{{= | | =}}|#yes|a|/yes|", "a"),
            ("{{=<% %>=}}<%={{ }}=%>{{title}}", "‹*T*›"), ("{{=@ @=}}{{title}}", "{{title}}"),
            ("|{{= @   @ =}}|", "||"), ("{{=<% %>=}}<%{title}%><%&title%>", "*T**T*"),
        ])
    func marks(template: String, expected: String) throws {
        #expect(try text(template) == expected)
    }

    @Test(
        "an error names its place",
        arguments: [
            ("a\n {{title", 2, 2, "a tag is not closed"), ("북한{{{title}}", 1, 3, "a tag is not closed"),
            ("{{#yes}}", 1, 4, "the section 'yes' is not closed"), ("{{/yes}}", 1, 4, "no section 'yes' is open"),
            ("{{#yes}}\n{{/no}}", 2, 4, "the section that is open is 'yes'"), ("{{ }}", 1, 4, "a tag has no name"),
            ("{{titel}}", 1, 3, "a report has nothing named 'titel'"), ("{{a b}}", 1, 3, "'a b' is not a name"),
            ("{{a..b}}", 1, 3, "'a..b' is not a name"), ("{{inner.titel}}", 1, 3, "a report has nothing named 'titel'"),
            ("{{>part}}", 1, 3, "templates have no partials and no blocks"),
            ("{{=a=}}", 1, 4, "a change of marks needs two marks, without = in them"),
        ])
    func errors(template: String, line: Int, column: Int, problem: String) {
        let error = #expect(throws: TemplateError.self) { try Template(Array(template.utf8), names: Self.names) }
        #expect(
            error?.problem == problem && error?.line == line && error?.column == column, "\(String(describing: error))")
    }

    @Test("the nearest name is suggested, and too many sections in each other are refused")
    func limits() {
        let error = #expect(throws: TemplateError.self) { try Template(Array("{{titel}}".utf8), names: Self.names) }
        #expect(error?.suggestion == "title")
        let deep = String(repeating: "{{#yes}}", count: 33) + String(repeating: "{{/yes}}", count: 33)
        #expect(throws: TemplateError.self) { try Template(Array(deep.utf8), names: Self.names) }
    }

    @Test("a value is never read as a template")
    func values() throws {
        for text in ["{{title}}", "{{/items}}", "{{{", "}}", "{{=a b=}}"] {
            let template = try Template(Array("{{#items}}{{{name}}}|{{/items}}".utf8), names: Self.names)
            let values = TemplateValue.object(["items": .list([.object(["name": .text(text)])])])
            #expect(template.text(of: values) { $0 } == text + "|")
        }
    }
}
