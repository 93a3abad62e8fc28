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
        let leftCase = SIMD32<UInt8>(repeating: ByteNeedle.caseBit(left))
        let rightCase = SIMD32<UInt8>(repeating: ByteNeedle.caseBit(right))
        let (lefts, rights) = (SIMD32<UInt8>(repeating: left), SIMD32<UInt8>(repeating: right))
        let base = UnsafeRawPointer(text.first)
        // A block may reach behind the range, but never behind the text.
        while cursor <= last, cursor &+ bytes.count &+ 32 <= text.count {
            let one = base.loadUnaligned(fromByteOffset: cursor &+ rare, as: SIMD32<UInt8>.self)
            let two = base.loadUnaligned(fromByteOffset: cursor &+ second, as: SIMD32<UInt8>.self)
            let both = ((one | leftCase) .== lefts) .& ((two | rightCase) .== rights)
            let words = unsafeBitCast(both, to: SIMD4<UInt64>.self)
            if words[0] | words[1] | words[2] | words[3] != 0 {
                for index in 0..<4 {
                    var lanes = words[index]
                    while lanes != 0 {
                        let lane = lanes.trailingZeroBitCount / 8
                        let place = cursor &+ index &* 8 &+ lane
                        if place > last { return nil }
                        if stands(at: place, in: text) { return place }
                        lanes &= ~(0xFF << UInt64(lane &* 8))
                    }
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

    /// The bit that makes an ASCII letter lower case; nothing for other bytes.
    private static func caseBit(_ byte: UInt8) -> UInt8 { byte >= 0x61 && byte <= 0x7A ? 0x20 : 0 }
}
