import TestSupport
import Testing

@testable import DossierModel

@Suite("Checking UTF-8")
struct UTF8CheckTests {
    private static let edges: [UInt8] = [
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
        0xEF, 0xF0,
        0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]

    /// Whether bytes are judged as the standard library judges them, alone and inside other text, where blocks of bytes are
    /// judged at once.
    private func isJudgedRightly(_ bytes: [UInt8]) -> Bool {
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        return (firstFault(in: bytes) == nil) == isValid
            && ["", "한글 문서 0123456789", "0123456789abcdef"].allSatisfy { text in
                let embedded = Array("abc\(text)".utf8) + bytes + Array("\(text)한글".utf8)
                return (firstFault(in: embedded, from: 3) == nil) == isValid
            }
    }

    private func firstFault(in bytes: [UInt8], from start: Int = 0) -> Int? {
        bytes.withUnsafeBufferPointer { UTF8Check.firstFault(in: $0, from: start, to: $0.count) }
    }

    @Test("pairs of bytes are judged as the standard library judges them")
    func pairs() {
        for first in UInt8.min...UInt8.max {
            let wrong = Self.edges.filter { !isJudgedRightly([first, $0]) }
            #expect(wrong.isEmpty, "first byte \(first)")
        }
    }

    @Test("bytes at the edges of the allowed ranges are judged as the standard library judges them", arguments: 0..<40)
    func edges(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let samples = (0..<150).map { _ in
            (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                Self.edges[Int.random(in: Self.edges.indices, using: &generator)]
            }
        }
        #expect(samples.filter { !isJudgedRightly($0) } == [], "seed \(seed)")
    }

    @Test("sequences of three and four bytes are judged as the standard library judges them", arguments: 0..<40)
    func sequences(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let leads = Self.edges.filter { $0 >= 0xE0 }
        let rest = Self.edges.filter { $0 >= 0x7F && $0 <= 0xC0 }
        let samples = (0..<150).map { _ in
            [leads[Int.random(in: leads.indices, using: &generator)]]
                + (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    rest[Int.random(in: rest.indices, using: &generator)]
                }
        }
        #expect(samples.filter { !isJudgedRightly($0) } == [], "seed \(seed)")
    }

    @Test("bytes before the range cannot ask for a continuation inside it")
    func bytesBefore() {
        for before in [[0xF0, 0x41, 0x22], [0x41, 0xE1, 0x22], [0x41, 0x22, 0xC3]] as [[UInt8]] {
            let text = Array("x0123456789abcdef".utf8)
            for position in 0...1 {
                var bytes = before + text
                bytes[3 + position] = 0x80
                #expect(firstFault(in: bytes, from: 3) == 3 + position)
            }
        }
    }

    @Test("every scalar is valid, and its place is told when it is broken")
    func scalars() {
        for value in stride(from: UInt32(0x80), through: 0x10FFFF, by: 1_009) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var bytes = Array("abcdefgh\(Character(scalar))".utf8)
            #expect(isJudgedRightly(bytes))
            bytes.removeLast()
            #expect(firstFault(in: bytes) == 8)
            #expect(firstFault(in: Array("0123".utf8) + bytes + Array("0123456789abcdef".utf8), from: 3) == 12)
        }
    }
}
