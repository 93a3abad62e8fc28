/// The search for the bytes at which the plain run of a JSON string stops: `"`, `\` and control characters.
enum JSONStringStop {
    /// The offset of the first such byte from an offset on, or the length of the text.
    ///
    /// - Parameter onlyASCII: set to false where a byte of 128 or more was met; bytes close behind the stop may count too.
    @inline(__always)
    static func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, onlyASCII: inout Bool) -> Int {
        var offset = start
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
        let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
        let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
        let firstPrintable = SIMD16<UInt8>(repeating: 0x20)
        var seen = SIMD16<UInt8>(repeating: 0)
        while offset &+ 16 <= bytes.count {
            let block = base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            seen |= block
            let isStop = (block .== quote) .| (block .== backslash) .| (block .< firstPrintable)
            // Two words instead of sixteen lanes: the lowest set bit tells the first lane that is true.
            let words = unsafeBitCast(isStop, to: SIMD2<UInt64>.self)
            if words[0] | words[1] != 0 {
                if hasHighBit(seen) { onlyASCII = false }
                let lane = words[0] != 0 ? words[0].trailingZeroBitCount : 64 &+ words[1].trailingZeroBitCount
                return offset &+ lane / 8
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
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            offset &+= 1
        }
        return offset
    }

    /// Whether eight bytes are ASCII without a stop, by the usual borrow of one byte from the next.
    @inline(__always)
    private static func isPlainASCII(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = (word ^ (ones &* UInt64(UInt8(ascii: "\"")))) &- ones
        let backslashes = (word ^ (ones &* UInt64(UInt8(ascii: "\\")))) &- ones
        let controls = word &- ones &* 0x20
        return (word | quotes | backslashes | controls) & 0x8080_8080_8080_8080 == 0
    }

    @inline(__always)
    private static func hasHighBit(_ block: SIMD16<UInt8>) -> Bool {
        let words = unsafeBitCast(block, to: SIMD2<UInt64>.self)
        return (words[0] | words[1]) & 0x8080_8080_8080_8080 != 0
    }
}
