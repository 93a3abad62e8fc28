/// A run of bytes that is searched for, ASCII letters without regard to case: by its two rarest bytes, 32 places at a time.
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
        var cursor = start
        guard cursor <= last else { return nil }
        let (left, right) = (bytes[rare], bytes[second])
        let (leftCase, rightCase) = (ByteNeedle.caseBits(left), ByteNeedle.caseBits(right))
        let (lefts, rights) = (SIMD32<UInt8>(repeating: left), SIMD32<UInt8>(repeating: right))
        let base = UnsafeRawPointer(text.first)
        // A block may reach behind the range, but never behind the text.
        while cursor <= last, cursor &+ bytes.count &+ 32 <= text.count {
            let one = ByteNeedle.places(of: lefts, leftCase, in: base + cursor + rare)
            let two = ByteNeedle.places(of: rights, rightCase, in: base + cursor + second)
            for index in 0..<4 {
                var lanes = one[index] & two[index]
                while lanes != 0 {
                    let lane = lanes.trailingZeroBitCount / 8
                    let place = cursor &+ index &* 8 &+ lane
                    if place > last { return nil }
                    if stands(at: place, in: text) { return place }
                    lanes &= ~(0xFF << UInt64(lane &* 8))
                }
            }
            cursor &+= 32
        }
        while cursor <= last {
            if stands(at: cursor, in: text) { return cursor }
            cursor += 1
        }
        return nil
    }

    @inline(__always)
    private func stands(at place: Int, in text: StateBytes) -> Bool {
        for index in bytes.indices {
            let byte = text.first[place &+ index]
            if byte != bytes[index], byte | 0x20 != bytes[index] || byte & 0xDF < 0x41 || byte & 0xDF > 0x5A {
                return false
            }
        }
        return true
    }

    /// The bytes of a block that are a byte, as words of eight lanes each.
    @inline(__always)
    private static func places(
        of byte: SIMD32<UInt8>, _ caseBits: UInt64, in block: UnsafeRawPointer
    ) -> SIMD4<UInt64> {
        var words = block.loadUnaligned(as: SIMD4<UInt64>.self)
        // Lane by lane: the operators of vectors of bytes go through each byte.
        for index in 0..<4 { words[index] |= caseBits }
        return unsafeBitCast(unsafeBitCast(words, to: SIMD32<UInt8>.self) .== byte, to: SIMD4<UInt64>.self)
    }

    /// The bit that makes an ASCII letter lower case, in each of eight bytes; nothing for other bytes.
    private static func caseBits(_ byte: UInt8) -> UInt64 { byte >= 0x61 && byte <= 0x7A ? 0x2020_2020_2020_2020 : 0 }
}
