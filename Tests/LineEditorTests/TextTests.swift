import TestSupport
import Testing

@testable import DossierText
@testable import LineEditor

@Suite("Text")
struct TextTests {
    init() { #expect(Terminal.useUnicodeLocale()) }

    @Test(
        "a text is as wide as its grapheme clusters",
        arguments: [
            ("abc", 3), ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("e\u{301}", 1), ("👨‍👩‍👧‍👦", 2), ("🇰🇷", 2), ("漢a", 3),
            ("", 0),
        ])
    func width(_ example: (text: String, width: Int)) {
        #expect(TextWidth.of(example.text) == example.width)
    }

    @Test(
        "a text is cut between clusters, and an ellipsis says so",
        arguments: [
            ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("한글날", 5, "한글…"), ("한글날", 4, "한…"), ("abc", 1, "…"),
            ("abc", 0, ""),
        ])
    func cut(_ example: (text: String, width: Int, expected: String)) {
        #expect(truncated(example.text, to: example.width) == example.expected)
    }

    @Test("no control is left in visible or harmless text")
    func controls() {
        for value in UInt32(0)...0x2100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a" + String(scalar) + "b"
            #expect(!visible(text).unicodeScalars.contains(where: isTerminalControl))
            let left = harmless(text).unicodeScalars.filter(isTerminalControl)
            #expect(left.allSatisfy { $0 == "\n" || $0 == "\t" })
        }
    }

    @Test(
        "controls are shown by name",
        arguments: [
            ("\u{1B}[2J", "^[[2J"), ("\u{7F}", "^?"), ("\0", "^@"), ("\u{9B}", "\\u{9B}"), ("\u{202E}", "\\u{202E}"),
            ("한\n글", "한^J글"),
        ])
    func shown(_ example: (text: String, shown: String)) {
        #expect(visible(example.text) == example.shown)
    }

    @Test("every kind of line end becomes a newline")
    func lineEnds() {
        #expect(harmless("a\nb\r\nc\rd\n\r\ne") == "a\nb\nc\nd\n\ne")
    }

    @Test("wide characters and back")
    func wide() {
        let text = "a한e\u{301}😀"
        let wide = ("\0" + text).wideCharacters
        let back = wide.dropLast().withUnsafeBufferPointer { String(wideCharacters: $0) }
        #expect(back == text)
    }

    @Test(
        "a prompt's colours and its marks without a width stand before a character with a width",
        arguments: [
            ("> ", "> ", 2), ("\u{1B}[1m>\u{1B}[0m ", "\u{1}\u{1B}[1m\u{1}>\u{1}\u{1B}[0m\u{1} ", 2),
            ("\u{1B}[1m\u{1B}[31m노> \u{1B}[0m", "\u{1}\u{1B}[1m\u{1B}[31m\u{1}노>\u{1}\u{1B}[0m\u{1} ", 4),
            (">\u{1B}[0m", ">\u{1}\u{1B}[0m\u{1} ", 2), ("\u{1B}]0;x\u{7}", "^[]0;x^G", 8), ("\u{1B}[2J", "^[[2J", 5),
            ("e\u{301}a> ", "e\u{1}\u{301}\u{1}a> ", 4), ("नर\u{947}> ", "नर\u{1}\u{947}\u{1}> ", 4),
            ("e\u{301}\u{1B}[0m", "e\u{1}\u{301}\u{1B}[0m\u{1} ", 2),
        ])
    func prompt(_ example: (text: String, marked: String, width: Int)) {
        let prompt = Prompt(example.text)
        let marked = prompt.wideCharacters.dropLast().withUnsafeBufferPointer { String(wideCharacters: $0) }
        #expect(marked == example.marked)
        #expect(prompt.width == example.width)
    }

    @Test("words are found in any script")
    func words() {
        #expect(WordMotion.back(in: "assert 서울.  ") == "서울.  ")
        #expect(WordMotion.back(in: "...") == "...")
        #expect(WordMotion.forward(in: "  e\u{301}te\u{301} x") == "  e\u{301}te\u{301}")
        #expect(WordMotion.forward(in: "") == "")
    }

    @Test("a pattern without regard to case agrees with a search character by character")
    func pattern() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let text = random.text(of: ["a", "A", "b", "B", "한", "글"], count: random.below(12))
            let query = random.text(of: ["a", "B", "한"], count: random.below(4))
            let lowered = Array(text.lowercased())
            let wanted = Array(query.lowercased())
            let starts = 0..<max(lowered.count - wanted.count + 1, 0)
            let expected = starts.first { Array(lowered[$0..<($0 + wanted.count)]) == wanted }
            let offset = CaselessPattern(query).offset(in: text)
            #expect(offset == expected.map { text.prefix($0).utf8.count }, "seed \(seed): \(query) in \(text)")
        }
    }
}
