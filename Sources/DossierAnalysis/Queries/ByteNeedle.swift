import DossierModel

/// A run of bytes that is searched for, ASCII letters without regard to case: by its two rarest bytes, 64 places at a time.
struct ByteNeedle: Sendable {
    private let bytes: [UInt8]
    private let rare: Int
    private let second: Int

    /// - Parameter folded: the bytes, ASCII letters in lower case.
    init(_ folded: [UInt8]) {
        bytes = folded
        let order = folded.indices.sorted { ByteNeedle.frequency(folded[$0]) < ByteNeedle.frequency(folded[$1]) }
        rare = order.first ?? 0
        second = order.dropFirst().first ?? rare
    }

    var isEmpty: Bool { bytes.isEmpty }
    var count: Int { bytes.count }

    /// Bytes of reports and their JSON, the most frequent first.
    private static let frequent = Array(#" "etaonisrhdlcmupfgywbv,:-.k0213456789_/jxqz"#.utf8)

    private static func frequency(_ byte: UInt8) -> Int {
        frequent.firstIndex(of: byte).map { 100 - $0 } ?? (byte >= 0x80 ? 50 : 10)
    }

    /// The first offset in a range at which the bytes stand; nil where they do not.
    func first(in text: StateBytes, from start: Int, to end: Int) -> Int? {
        let last = end - bytes.count
        guard start <= last else { return nil }
        return bytes.withUnsafeBufferPointer { needle in
            let (one, two) = (Pattern(needle[rare], at: rare), Pattern(needle[second], at: second))
            var cursor = start
            // A block may reach behind the range, but never behind the text.
            while cursor <= last, cursor &+ needle.count &+ 64 <= text.count {
                let block = UnsafeRawPointer(text.first) + cursor
                let places = SIMD8(
                    lowHalf: SIMD4(
                        lowHalf: Pattern.places(of: one, and: two, in: block),
                        highHalf: Pattern.places(of: one, and: two, in: block + 16)),
                    highHalf: SIMD4(
                        lowHalf: Pattern.places(of: one, and: two, in: block + 32),
                        highHalf: Pattern.places(of: one, and: two, in: block + 48)))
                let halves = places.lowHalf | places.highHalf
                if (halves[0] | halves[1]) | (halves[2] | halves[3]) != 0,
                    let place = first(of: places, from: cursor, in: text, needle)
                {
                    return place <= last ? place : nil
                }
                cursor &+= 64
            }
            while cursor <= last {
                if stands(needle, at: cursor, in: text) { return cursor }
                cursor += 1
            }
            return nil
        }
    }

    /// The first of 64 places at which the bytes stand, among those that are marked.
    @inline(__always)
    private func first(
        of places: SIMD8<UInt64>, from start: Int, in text: StateBytes, _ needle: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        for index in 0..<8 {
            var lanes = places[index]
            while lanes != 0 {
                let lane = lanes.trailingZeroBitCount / 8
                let place = start &+ index &* 8 &+ lane
                if stands(needle, at: place, in: text) { return place }
                lanes &= ~(0xFF << UInt64(lane &* 8))
            }
        }
        return nil
    }

    @inline(__always)
    private func stands(_ needle: UnsafeBufferPointer<UInt8>, at place: Int, in text: StateBytes) -> Bool {
        for index in 0..<needle.count {
            let byte = text.first[place &+ index]
            if byte != needle[index], byte | 0x20 != needle[index] || byte & 0xDF < 0x41 || byte & 0xDF > 0x5A {
                return false
            }
        }
        return true
    }
}

/// One byte of a needle, as 16 places are asked for it at once.
private struct Pattern {
    private let offset: Int
    private let bytes: SIMD16<UInt8>
    /// The bit that makes an ASCII letter lower case, in each of eight bytes; nothing for other bytes.
    private let caseBits: UInt64

    /// - Parameter offset: where the byte stands in the needle.
    init(_ byte: UInt8, at offset: Int) {
        self.offset = offset
        bytes = SIMD16(repeating: byte)
        caseBits = byte >= 0x61 && byte <= 0x7A ? 0x2020_2020_2020_2020 : 0
    }

    /// The places of a block at which both bytes stand, a byte of ones for each.
    @inline(__always)
    static func places(of one: Pattern, and two: Pattern, in block: UnsafeRawPointer) -> SIMD2<UInt64> {
        let (left, right) = (one.places(in: block), two.places(in: block))
        return SIMD2(left[0] & right[0], left[1] & right[1])
    }

    @inline(__always)
    private func places(in block: UnsafeRawPointer) -> SIMD2<UInt64> {
        // Words, lane by lane: the operators of vectors of bytes go through each byte.
        let words = (block + offset).loadUnaligned(as: SIMD2<UInt64>.self)
        let lower = SIMD2(words[0] | caseBits, words[1] | caseBits)
        return unsafeBitCast(unsafeBitCast(lower, to: SIMD16<UInt8>.self) .== bytes, to: SIMD2<UInt64>.self)
    }
}
