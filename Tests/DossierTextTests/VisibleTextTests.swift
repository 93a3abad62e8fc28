import TestSupport
import Testing

@testable import DossierText

@Suite("Showing what hides in text")
struct VisibleTextTests {
    @Test("no control character is left, whichever it is", arguments: Array(0...0x1F) + Array(0x7F...0x9F))
    func controls(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let visible = VisibleText.escaping("a\(Character(scalar))b")
        #expect(visible.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        let expected =
            switch value {
            case 0x0A: "⏎"
            case 0..<0x20: "^\(Character(try #require(Unicode.Scalar(value + 0x40))))"
            case 0x7F: "^?"
            default: "\\u{\(String(value, radix: 16, uppercase: true))}"
            }
        #expect(visible == "a\(expected)b")
    }

    @Test(
        "what could drive a terminal, reorder text or hide in it is shown",
        arguments: [
            ("\u{1B}[31mred\u{1B}[0m", "^[[31mred^[[0m"), ("\u{1B}]52;c;aGk=\u{7}", "^[]52;c;aGk=^G"),
            ("\u{9B}2J", "\\u{9B}2J"),
            ("a\tb", "a^Ib"), ("one\ntwo", "one⏎two"), ("one\r\ntwo", "one⏎two"), ("one\rtwo", "one^Mtwo"),
            ("\u{0}", "^@"),
            ("user\u{202E}nimda", "user\\u{202E}nimda"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
            ("\u{200E}\u{200F}\u{61C}", "\\u{200E}\\u{200F}\\u{61C}"), ("\u{FEFF}x", "\\u{FEFF}x"),
            ("a\u{200B}b", "a\\u{200B}b"),
            ("a\u{2028}b\u{2029}c", "a\\u{2028}b\\u{2029}c"), ("soft\u{AD}hyphen", "soft\\u{AD}hyphen"),
            ("a\u{200D}b", "a\\u{200D}b"), ("a\u{200C}b", "a\\u{200C}b"), ("\u{3164}", "\\u{3164}"),
            ("\u{FFA0}", "\\u{FFA0}"),
            ("a\u{E0041}\u{E0042}", "a\\u{E0041}\\u{E0042}"), ("\u{FE0F}a", "\\u{FE0F}a"), (" \u{FE0F}", " \\u{FE0F}"),
            ("a\u{FE0F}\u{FE01}\u{FE02}", "a\u{FE0F}\\u{FE01}\\u{FE02}"),
            ("x\u{FFF9}y\u{FFFA}z\u{FFFB}", "x\\u{FFF9}y\\u{FFFA}z\\u{FFFB}"),
            ("\u{1F3F4}\u{E0061}\u{E0062}\u{E007F}", "\u{1F3F4}\\u{E0061}\\u{E0062}\\u{E007F}"),
            ("\u{200D}", "\\u{200D}"),
            ("\u{115F}a", "\\u{115F}a"), ("a\u{1160}", "a\\u{1160}"), ("\u{2060}\u{2063}", "\\u{2060}\\u{2063}"),
        ])
    func shows(text: String, expected: String) {
        #expect(VisibleText.escaping(text) == expected)
    }

    @Test(
        "text that hides nothing stays as it is",
        arguments: [
            "", "plain ASCII ~", "C:\\new\\table", "한글 문서", "\u{1112}\u{1161}\u{11AB}", "e\u{301}", "日本語、。",
            "“quotes” – dash…", "\u{A0}",
            "👩‍👩‍👧‍👦", "❤️", "🏳️‍🌈", "🏴‍☠️", "👍🏽", "🇰🇷", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می‌خواهم", "क्‍ष", "葛\u{E0100}城", "\u{115F}\u{1161}",
            "\u{1100}\u{1160}\u{11AB}",
            "السلام", "\u{FFFD}", "\u{E000}",
        ])
    func keeps(text: String) {
        #expect(VisibleText.escaping(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    }

    @Test("newlines stay where asked, every other control does not")
    func keepsNewlines() {
        #expect(VisibleText.escaping("a\nb\r\nc\rd\u{1B}", keepingNewlines: true) == "a\nb\nc^Md^[")
    }

    @Test(
        "what was shown once is shown the same again, and nothing hides in it",
        arguments: Effort.cases(0..<500, sampled: 100))
    func idempotent(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let text = SampleText.any(length: Int.random(in: 0...30, using: &generator), using: &generator)
        let visible = VisibleText.escaping(text)
        #expect(VisibleText.escaping(visible).unicodeScalars.elementsEqual(visible.unicodeScalars), "seed \(seed)")
        #expect(!visible.unicodeScalars.contains { $0.properties.isBidiControl }, "seed \(seed)")
        #expect(!visible.unicodeScalars.contains { $0.properties.generalCategory == .control }, "seed \(seed)")
    }

    @Test(
        "every scalar is either visible or shown, and no control comes through alone",
        arguments: [0...0x33FF, 0xA000...0xABFF, 0xD7A4...0x11FFF, 0x1BC00...0x1FFFF, 0xE0000...0xE1000]
            as [ClosedRange<UInt32>])
    func everyScalar(range: ClosedRange<UInt32>) {
        for value in range {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let visible = VisibleText.escaping(String(scalar))
            if scalar.properties.isBidiControl || scalar.properties.isDefaultIgnorableCodePoint
                || scalar.properties.generalCategory == .control
            {
                #expect(!visible.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
            } else if visible.unicodeScalars.first != scalar {
                #expect([0x2028, 0x2029, 0xFFF9, 0xFFFA, 0xFFFB].contains(value), "U+\(String(value, radix: 16))")
            }
        }
    }
}
