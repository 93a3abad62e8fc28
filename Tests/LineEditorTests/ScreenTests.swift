import TerminalTesting
import Testing

@Suite("The screen model")
struct ScreenTests {
    private func screen(_ text: String, columns: Int = 10, rows: Int = 4) -> Screen {
        var parser = ScreenParser(screen: Screen(columns: columns, rows: rows))
        for byte in text.utf8 { parser.feed([byte]) }
        return parser.screen
    }

    @Test(
        "text wraps at the right margin, wide characters whole",
        arguments: [
            ("0123456789", ["0123456789"], 0, 9), ("0123456789a", ["0123456789", "a"], 1, 1),
            ("012345678한", ["012345678", "한"], 1, 2), ("가나다라마\r\nb", ["가나다라마", "b"], 1, 1),
        ])
    func wrapping(_ example: (text: String, lines: [String], row: Int, column: Int)) {
        let screen = screen(example.text)
        #expect(screen.lines == example.lines)
        #expect(screen.cursorRow == example.row && screen.cursorColumn == example.column)
    }

    @Test(
        "the cursor moves and rows are erased as ECMA-48 says",
        arguments: [
            ("abc\u{1B}[2D\u{1B}[K", "a"), ("abc\u{1B}[1G\u{1B}[P", "bc"), ("abc\r\u{1B}[@x", "xabc"),
            ("abc\u{8}\u{8}\u{1B}[1K", "  c"),
            ("abc\u{1B}7def\u{1B}8X", "abcXef"), ("ab\tc", "ab      c"), ("한글\r\u{1B}[CX", " X글"),
            ("a\u{1B}]0;title\u{7}b", "ab"),
            ("e\u{301}x", "e\u{301}x"), ("a\u{1B}(Bb", "ab"), ("a\u{1B}[3;5Hb\u{1B}[Hc", "c"),
        ])
    func control(_ example: (text: String, firstRow: String)) {
        #expect(screen(example.text).row(0) == example.firstRow)
    }

    @Test("rows scroll off at the top")
    func scrolling() {
        let screen = screen("1\r\n2\r\n3\r\n4\r\n5")
        #expect(screen.lines == ["2", "3", "4", "5"])
        #expect(screen.scrolledOff == ["1"])
    }

    @Test("faint type, the bell and bracketed paste are noted")
    func modes() {
        let screen = screen("a\u{1B}[2mbc\u{1B}[0md\u{7}\u{1B}[?2004h")
        #expect(screen.faintText == "bc")
        #expect(screen.bells == 1 && screen.takesBracketedPaste)
    }

    @Test("another size breaks wrapped rows anew, and only those")
    func resizing() {
        var screen = screen("one\r\n0123456789abc한")
        screen.resize(columns: 7, rows: 6)
        #expect(screen.lines == ["one", "0123456", "789abc", "한"])
        #expect(screen.cursorRow == 3 && screen.cursorColumn == 2)
        screen.resize(columns: 20, rows: 4)
        #expect(screen.lines == ["one", "0123456789abc한"])
        #expect(screen.cursorRow == 1 && screen.cursorColumn == 15)
    }
}
