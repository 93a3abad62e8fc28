/// The search for the bytes at which the plain run of a JSON string stops: `"`, `\` and control characters.
enum JSONStringStop {
    /// The offset of the first such byte from an offset on, or the length of the text.
    ///
    /// - Parameter onlyASCII: set to false where a byte of 128 or more was met; bytes close behind the stop may count too.
    @inline(__always)
    static func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, onlyASCII: inout Bool) -> Int {
        var offset = start
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
        var seen = SIMD16<UInt8>(repeating: 0)
        while offset &+ 16 <= bytes.count {
            let block = base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            seen |= block
            let place = first(in: block)
            if place < 16 {
                if hasHighBit(seen) { onlyASCII = false }
                return offset &+ place
            }
            offset &+= 16
        }
        if hasHighBit(seen) { onlyASCII = false }
        return firstInRest(of: bytes, from: offset, onlyASCII: &onlyASCII)
    }

    /// The search through the last bytes, of which there are fewer than sixteen.
    @inline(__always)
    private static func firstInRest(
        of bytes: UnsafeBufferPointer<UInt8>, from start: Int, onlyASCII: inout Bool
    ) -> Int {
        var offset = start
        if offset + 8 <= bytes.count {
            let word = UnsafeRawPointer(bytes.baseAddress)?.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ?? 0
            if isPlainASCII(word) { offset += 8 }
        }
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte >= 0x80 { onlyASCII = false }
            if isStop(byte) { break }
            offset &+= 1
        }
        return offset
    }

    /// Whether a byte is one.
    @inline(__always)
    static func isStop(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
    }

    /// The place of the first among sixteen bytes; 16 where there is none.
    @inline(__always)
    static func first(in block: SIMD16<UInt8>) -> Int {
        let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
        let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
        let firstPrintable = SIMD16<UInt8>(repeating: 0x20)
        let isStop = (block .== quote) .| (block .== backslash) .| (block .< firstPrintable)
        // Two words instead of sixteen lanes: the lowest set bit tells the first lane that is true.
        let words = unsafeBitCast(isStop, to: SIMD2<UInt64>.self)
        if words[0] | words[1] == 0 { return 16 }
        return (words[0] != 0 ? words[0].trailingZeroBitCount : 64 &+ words[1].trailingZeroBitCount) / 8
    }

    /// The place of the first among eight bytes; 8 where there is none.
    @inline(__always)
    static func first(in word: UInt64) -> Int { places(in: word).trailingZeroBitCount / 8 }

    /// The high bit of the first stop among eight bytes, by the usual borrow of one byte from the next; bits of bytes
    /// behind it mean nothing, and without a stop none is set.
    @inline(__always)
    private static func places(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let isQuote = (quotes &- ones) & ~quotes
        let isBackslash = (backslashes &- ones) & ~backslashes
        let isControl = (word &- ones &* 0x20) & ~word
        return (isQuote | isBackslash | isControl) & 0x8080_8080_8080_8080
    }

    /// Whether eight bytes are ASCII without a stop.
    @inline(__always)
    private static func isPlainASCII(_ word: UInt64) -> Bool {
        word & 0x8080_8080_8080_8080 | places(in: word) == 0
    }

    @inline(__always)
    private static func hasHighBit(_ block: SIMD16<UInt8>) -> Bool {
        let words = unsafeBitCast(block, to: SIMD2<UInt64>.self)
        return (words[0] | words[1]) & 0x8080_8080_8080_8080 != 0
    }
}
