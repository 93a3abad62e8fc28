import TestSupport
import Testing

@testable import DossierTime

@Suite("dates that are read fast") struct PlainDateTests {
    private static let pieces = [
        "2024", "1999", "0000", "9999", "-", "-02", "-04", "-12", "-13", "-00", "-29", "-30", "-31", "-01", "/",
        "/2025",
        "/2024-10-21", "/..", "?", "~", "%", "X", "2", "T10:00:00Z",
    ]

    @Test("what is read fast is what the grammar reads", arguments: [UInt64(5), 2_024])
    func asTheGrammar(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var count = 0
        for _ in 0..<20_000 {
            let text = generator.text(of: Self.pieces, count: generator.pick(0...5))
            guard let plain = EDTFPlainDate.bounds(text.utf8Span.span) else { continue }
            count += 1
            let expression = try #require(EDTFReader.expression(text), "seed \(seed): \(text)")
            let when = try When(text)
            #expect(
                when.firstSecond == expression.bounds.first && when.lastSecond == expression.bounds.last,
                "seed \(seed): \(text)")
            #expect(plain.marks == When.Marks(expression), "seed \(seed): \(text)")
        }
        #expect(count > 500, "seed \(seed): \(count) plain dates")
    }
}
