import TestSupport
import Testing

@testable import DossierText

@Suite("Width of text")
struct TextWidthTests {
    @Test(
        "a text takes the columns a terminal gives it",
        arguments: [
            ("", 0), ("plain ASCII", 11), ("한글 문서", 9), ("日本語、", 8), ("ﾊﾝｶｸ", 4), ("ＡＢ", 4), ("naïve – “quoted”…", 17),
            ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}", 4), ("e\u{301}", 1), ("z\u{351}\u{36B}\u{343}", 1),
            ("की", 2), ("ส่ำ", 2), ("السَّلَام", 6), ("⏎─│", 3), ("€£©®", 4), ("\u{200B}\u{2060}", 0),
        ])
    func texts(text: String, width: Int) {
        #expect(TextWidth.of(text) == width)
    }

    @Test(
        "an emoji sequence, a keycap and a flag take two columns",
        arguments: ["😀", "❤️", "👍🏽", "⛹🏽", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🏴‍☠️", "🧑🏽‍🚀", "🇰🇷", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "⌚"])
    func emoji(text: String) {
        #expect(TextWidth.of(text) == 2)
        #expect(TextWidth.of(Character(text)) == 2)
        #expect(TextWidth.of("a\(text)b") == 4)
    }

    @Test("an emoji that shows as text by default takes one column")
    func textPresentation() {
        #expect(TextWidth.of("❤") == 1)
        #expect(TextWidth.of("7") == 1)
    }

    @Test("controls take none", arguments: (0..<0x20).map { UInt8($0) } + [0x7F, 0x80, 0x9F])
    func controls(byte: UInt8) {
        #expect(TextWidth.of(String(Unicode.Scalar(byte))) == 0)
    }

    @Test(
        "the short way for common characters gives what the sum over clusters gives",
        arguments: Effort.cases(0..<200, sampled: 50))
    func shortWay(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = SampleText.any(length: Int.random(in: 0...20, using: &generator), using: &generator)
        #expect(TextWidth.of(text) == text.reduce(0) { $0 + TextWidth.of($1) }, "seed \(seed)")
    }
}
