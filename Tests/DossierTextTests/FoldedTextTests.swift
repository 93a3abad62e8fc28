import TestSupport
import Testing

@testable import DossierText

@Suite("Folded text")
struct FoldedTextTests {
    @Test(
        "texts that differ in case, form, marks of quotation or what cannot be seen are folded into one",
        arguments: [
            ("Γιώργος", "ΓΙΏΡΓΟΣ"), ("Straße", "STRASSE"), ("ﬁne oﬀice", "FINE OFFICE"), ("Caf\u{E9}", "CAFE\u{301}"),
            ("ＡＢＣ１２", "abc12"), ("ﾊﾝｶｸ", "ハンカク"), ("ſtrong", "Strong"), ("5 K\u{212A}", "5 kk"), ("x²", "X2"),
            ("soft\u{AD}hyphen", "SoftHyphen"), ("zero\u{200B}\u{200D}width\u{FEFF}", "zerowidth"),
            ("“a” ‘b’", "\"A\" 'B'"),
            ("a–b—c\u{2011}d", "A-B-C-D"), ("no\u{A0}break\u{3000}space", "no break space"), ("…", "..."),
            ("\u{1112}\u{1161}\u{11AB}", "한"), ("Ångström", "A\u{30A}NGSTRO\u{308}M"), ("Dž", "dž"), ("ᾈ", "ἀι"),
            ("a\u{301}\u{323}", "A\u{323}\u{301}"),
        ])
    func alike(left: String, right: String) {
        #expect(FoldedText.of(left).utf8.elementsEqual(FoldedText.of(right).utf8))
    }

    @Test(
        "texts that differ in a letter or an accent are not",
        arguments: [("e", "é"), ("o", "ø"), ("ı", "i"), ("は", "ば"), ("a b", "ab"), ("й", "и"), ("½", "12")])
    func unlike(left: String, right: String) { #expect(FoldedText.of(left) != FoldedText.of(right)) }

    @Test("the short way for ASCII gives what the tables give", arguments: 0..<100 as Range<UInt64>)
    func shortWay(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let scalars = (0..<random.pick(0...60)).compactMap { _ in Unicode.Scalar(UInt32(random.pick(0...127))) }
        let text = String(String.UnicodeScalarView(scalars))
        #expect(
            FoldedText.of(text).utf8.elementsEqual(FoldedText.folding(text).utf8),
            "seed \(seed): \(text.debugDescription)")
    }

    @Test("what is folded stays as it is when it is folded again, for every scalar")
    func idempotent() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let folded = FoldedText.of(String(scalar))
            let again = FoldedText.of(folded)
            if !folded.utf8.elementsEqual(again.utf8) {
                Issue.record("U+\(String(value, radix: 16)): \(folded), \(again)")
            }
        }
    }

    @Test("a text of any length and expansion is folded whole")
    func expansion() {
        let long = String(repeating: "\u{FDFA}ﬃ", count: 1000)
        #expect(FoldedText.of(long) == String(repeating: FoldedText.of("\u{FDFA}") + "ffi", count: 1000))
        #expect(FoldedText.of("") == "")
        #expect(FoldedText.of("\u{200B}") == "")
    }

    @Test("straight quotation marks take the place of curly ones, one for one")
    func straight() {
        let text = "“a” ‘b’ „c‟ ‚d‛ «é»"
        let straight = FoldedText.withStraightQuotationMarks(text)
        #expect(straight == "\"a\" 'b' \"c\" 'd' «é»")
        #expect(straight.unicodeScalars.count == text.unicodeScalars.count)
    }
}
