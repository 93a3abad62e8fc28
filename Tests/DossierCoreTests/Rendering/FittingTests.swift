import TestSupport
import Testing

@testable import DossierLanguage
@testable import DossierOutput
@testable import DossierText

@Suite("Cutting, padding and wrapping text")
struct FittingTests {
    @Test(
        "a text that is too wide is cut and says so",
        arguments: [
            ("minister", 8, "minister"), ("minister", 7, "minist…"), ("minister", 1, "…"), ("minister", 0, ""),
            ("", 0, ""),
            ("minister", -3, ""), ("한글문서", 8, "한글문서"), ("한글문서", 7, "한글문…"), ("한글문서", 6, "한글…"), ("한글문서", 2, "…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"), ("👩‍👩‍👧👩‍👩‍👧", 2, "…"),
        ])
    func cut(text: String, width: Int, expected: String) {
        #expect(text.cut(toWidth: width) == expected)
        #expect(StyledText(text).cut(toWidth: width).plain == expected)
    }

    @Test("the mark of a cut can be ASCII, and is cut itself where it must be")
    func cutEnding() {
        #expect("minister".cut(toWidth: 6, ending: "...") == "min...")
        #expect("minister".cut(toWidth: 2, ending: "...") == "..")
    }

    @Test("a text is padded by columns, not by characters")
    func padded() {
        #expect("한글".padded(toWidth: 6) == "한글  ")
        #expect("42".padded(toWidth: 5, alignment: .right) == "   42")
        #expect("한".padded(toWidth: 5, alignment: .center) == " 한  ")
        #expect("too wide".padded(toWidth: 3) == "too wide")
        #expect("e\u{301}".padded(toWidth: 2) == "e\u{301} ")
        #expect(StyledText("42", .good).padded(toWidth: 4, alignment: .right).plain == "  42")
    }

    @Test("a text is wrapped at spaces, and the spaces go")
    func wrapsAtSpaces() {
        #expect("the minister met them".wrapped(toWidth: 12) == ["the minister", "met them"])
        #expect("the  minister   met".wrapped(toWidth: 13) == ["the  minister", "met"])
        #expect("".wrapped(toWidth: 5) == [""])
        #expect("   ".wrapped(toWidth: 2) == [""])
        #expect("one\n\ntwo\n".wrapped(toWidth: 9) == ["one", "", "two", ""])
        #expect("one\r\ntwo".wrapped(toWidth: 9) == ["one", "two"])
    }

    @Test("Chinese, Japanese and Korean text is wrapped between characters, but not before closing punctuation")
    func wrapsBetweenWideCharacters() {
        #expect("장관은 새벽에 만났다".wrapped(toWidth: 9) == ["장관은 새", "벽에 만났", "다"])
        #expect("日本語文書".wrapped(toWidth: 4) == ["日本", "語文", "書"])
        #expect("日本語文書".wrapped(toWidth: 5) == ["日本", "語文", "書"])
        #expect("日本、語".wrapped(toWidth: 4) == ["日", "本、", "語"])
        #expect("日「本語」".wrapped(toWidth: 4) == ["日", "「本", "語」"])
    }

    @Test("a word longer than a line is broken, but no cluster is")
    func wrapsLongWords() {
        #expect("abcdefgh".wrapped(toWidth: 3) == ["abc", "def", "gh"])
        #expect("x abcdefgh".wrapped(toWidth: 3) == ["x", "abc", "def", "gh"])
        #expect("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧".wrapped(toWidth: 4) == ["👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"])
        #expect("e\u{301}e\u{301}e\u{301}".wrapped(toWidth: 2) == ["e\u{301}e\u{301}", "e\u{301}"])
        #expect("한글".wrapped(toWidth: 1) == ["한", "글"])
        #expect("ab".wrapped(toWidth: 0) == ["a", "b"])
    }

    @Test("meanings stay with their words when styled text is wrapped and cut")
    func styled() {
        let text = StyledText("the min", .quote) + StyledText("ister met", .match) + " them"
        let lines = text.wrapped(toWidth: 12)
        #expect(lines.map(\.plain) == ["the minister", "met them"])
        #expect(lines[0].spans == [StyledSpan("the min", .quote), StyledSpan("ister", .match)])
        #expect(lines[1].spans == [StyledSpan("met", .match), StyledSpan(" them")])
        let cut = text.cut(toWidth: 9)
        #expect(cut.spans == [StyledSpan("the min", .quote), StyledSpan("i", .match), StyledSpan("…", .faint)])
    }

    @Test(
        "what is cut or wrapped is never wider than the width, and wrapping loses nothing but spaces",
        arguments: Effort.cases(0..<300, sampled: 60))
    func property(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = SampleText.tame(length: Int.random(in: 0...40, using: &generator), using: &generator)
        let width = Int.random(in: 3...30, using: &generator)
        #expect(TextWidth.of(text.cut(toWidth: width)) <= width, "seed \(seed)")
        let lines = text.wrapped(toWidth: width)
        #expect(lines.allSatisfy { TextWidth.of($0) <= width && !$0.hasSuffix(" ") }, "seed \(seed)")
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "seed \(seed)")
        #expect(StyledText(text).wrapped(toWidth: width).map(\.plain) == lines, "seed \(seed)")
    }
}
