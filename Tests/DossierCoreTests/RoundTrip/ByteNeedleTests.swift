import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierModel

/// Bytes are found where a search byte by byte finds them.
@Suite struct ByteNeedleTests {
    /// The first place at or after a start at which the bytes stand whole within the range.
    private func place(of needle: [UInt8], in text: [UInt8], from start: Int, to end: Int) -> Int? {
        func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
        guard end - needle.count >= start else { return nil }
        return (start...(end - needle.count)).first { place in
            needle.indices.allSatisfy { text[place + $0] == needle[$0] || lower(text[place + $0]) == needle[$0] }
        }
    }

    @Test("whatever the text, the needle and the range, without regard to the case of ASCII", arguments: Seeds.few)
    func agrees(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let letters = Array("abAB@`{[kK \u{E9}\u{AD6D}".utf8)
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? 0
            }
            let length = Int.random(in: 1...5, using: &random)
            let needle = (0..<length).map { _ in
                (letters.filter { $0 < 0x41 || $0 > 0x5A }).randomElement(using: &random) ?? 0
            }
            let start = Int.random(in: 0...text.count, using: &random)
            let end = Int.random(in: start...text.count, using: &random)
            #expect(
                ByteNeedle(needle).first(in: StateBytes(text), from: start, to: end)
                    == place(of: needle, in: text, from: start, to: end),
                "\(needle) in \(text) from \(start) to \(end), seed \(seed)")
        }
    }
}
