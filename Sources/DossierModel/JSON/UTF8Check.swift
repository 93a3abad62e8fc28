/// The check that bytes are well-formed UTF-8 (Unicode 17, table 3-7; RFC 3629 §4): no overlong form, no surrogate.
public enum UTF8Check {
    /// The offset of the first byte of the first ill-formed sequence in a range, nil where there is none.
    public static func firstFault(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        // Most text is well-formed, and that is told many bytes at a time; the place of a fault need not be found fast.
        var offset = endOfASCII(base, from: start, to: end)
        if UTF8Blocks.areWellFormed(base, from: offset, to: end) { return nil }
        while offset < end {
            let length = sequenceLength(base + offset, available: end - offset)
            if length == 0 { return offset }
            offset += length
        }
        return nil
    }

    /// The offset of an early byte before which all are ASCII, found eight at a time.
    private static func endOfASCII(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        let bytes = UnsafeRawPointer(base)
        var offset = start
        while offset &+ 8 <= end,
            bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            offset &+= 8
        }
        return offset
    }

    /// The length of the sequence that begins at a byte; 0 where it is ill-formed.
    private static func sequenceLength(_ sequence: UnsafePointer<UInt8>, available: Int) -> Int {
        let lead = sequence[0]
        let length: Int
        let second: ClosedRange<UInt8>
        switch lead {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard available >= length, second ~= sequence[1] else { return 0 }
        for index in 2..<max(2, length) where sequence[index] & 0xC0 != 0x80 {
            return 0
        }
        return length
    }
}
