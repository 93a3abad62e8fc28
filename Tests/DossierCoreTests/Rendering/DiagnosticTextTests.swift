import Testing

@testable import DossierLanguage
@testable import DossierOutput
@testable import DossierText

@Suite("errors on a terminal") struct DiagnosticTextTests {
    private func lines(_ command: String, width: Int) throws -> [String] {
        let engine = try TestEngine()
        do throws(Diagnostic) {
            try engine.run(command)
            return []
        } catch {
            return DiagnosticText(width: width).lines(of: error).map(\.plain)
        }
    }

    @Test("what is expected is wrapped to the terminal, between words", arguments: [40, 60, 80])
    func wraps(width: Int) throws {
        let lines = try lines("frobnicate", width: width)
        #expect(lines.allSatisfy { TextWidth.of($0) <= width })
        #expect(lines.count > 4 && lines.last?.hasPrefix("    ") == true)
    }

    @Test("a long line is cut around the words at fault, and the caret stands under them", arguments: [40, 80])
    func cuts(width: Int) throws {
        let title = String(repeating: "병사 ", count: 60)
        let lines = try lines("add event \"\(title)\" statu=confirmed place=\"Seoul\" type=protest", width: width)
        let caret = try #require(lines.first { $0.contains("^") })
        let excerpt = lines[1]
        #expect(TextWidth.of(excerpt) <= width)
        let before = TextWidth.of(String(caret.prefix { $0 == " " }))
        var column = 0
        var found = ""
        for character in excerpt {
            if column >= before { found.append(character) }
            column += TextWidth.of(character)
        }
        #expect(found.hasPrefix("statu"))
    }
}
