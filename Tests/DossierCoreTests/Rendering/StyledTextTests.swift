import Testing

@testable import DossierCommands
@testable import DossierLanguage
@testable import DossierOutput

@Suite("Styled text and its colours")
struct StyledTextTests {
    private let coloured = Palette(isColoured: true)
    private let uncoloured = Palette(isColoured: false)

    @Test("a meaning is put on and taken off again around its words")
    func colour() {
        let text = StyledText("e12", .identifier) + " met " + StyledText("e7", .identifier)
        #expect(coloured.render(text) == "\u{1B}[1;36me12\u{1B}[0m met \u{1B}[1;36me7\u{1B}[0m")
        #expect(uncoloured.render(text) == "e12 met e7")
        #expect(text.plain == "e12 met e7")
        #expect(text.width == 10)
        #expect(coloured.render("") == "")
    }

    @Test("no data reaches the terminal as a control", arguments: TextStyle.allCases)
    func hostile(style: TextStyle) {
        let text = StyledText("\u{1B}[2J\u{202E}\n\u{9B}", style)
        #expect(uncoloured.render(text) == "^[[2J\\u{202E}⏎\\u{9B}")
        #expect(coloured.render(text).contains("^[[2J\\u{202E}⏎\\u{9B}"))
        #expect(text.width == 20)
    }

    @Test("newlines begin a line only where asked")
    func newlines() {
        #expect(uncoloured.render("a\nb", keepingNewlines: true) == "a\nb")
    }

    @Test("every meaning but plain text looks different from it, and none uses yellow, white, black or a bright colour")
    func attributes() throws {
        for style in TextStyle.allCases {
            let rendered = coloured.render(StyledText("x", style))
            #expect((rendered == "x") == (style == .plain))
            let codes = rendered.split(separator: "m")[0].split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
            #expect(codes.allSatisfy { [1, 2, 4, 31, 32, 34, 35, 36].contains($0) })
        }
    }

    @Test("the help on colours shows every meaning as it looks")
    func legend() throws {
        let page = try #require(HelpTopics.page("colours"))
        let lines = Renderer(palette: Palette(isColoured: true)).text(of: page).split(separator: "\n")
        for style in TextStyle.allCases {
            let look = Palette(isColoured: true).render(StyledText(style.meaning, style))
            #expect(lines.contains { $0.contains(style.rawValue) && $0.hasSuffix(look) }, "\(style)")
        }
        #expect(lines.last?.contains("NO_COLOR") == true)
    }

    @Test("texts are joined with a separator between them")
    func joined() {
        #expect([StyledText("a"), StyledText("b", .good)].joined(separator: ", ").plain == "a, b")
        #expect([StyledText]().joined().isEmpty)
        #expect(StyledText("", .good).isEmpty)
    }
}
