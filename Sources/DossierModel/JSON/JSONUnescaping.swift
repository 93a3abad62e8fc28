/// The resolving of escapes in strings that a scanner has already checked (RFC 8259 §7).
enum JSONUnescaping {
    /// Writes the text of an escaped string to a buffer at least as long, and returns how many bytes it wrote.
    static func write(_ input: UnsafeBufferPointer<UInt8>, to output: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var read = 0
        var written = 0
        while read < input.count {
            let byte = input[read]
            guard byte == UInt8(ascii: "\\"), read + 1 < input.count else {
                output[written] = byte
                read += 1
                written += 1
                continue
            }
            let escape = input[read + 1]
            guard escape == UInt8(ascii: "u") else {
                output[written] = character(of: escape)
                read += 2
                written += 1
                continue
            }
            let (scalar, length) = scalar(in: input, at: read)
            read += length
            for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                output[written] = unit
                written += 1
            }
        }
        return written
    }

    /// The number that four hexadecimal digits spell from an offset on; nil where one is something else.
    static func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt16? {
        var unit: UInt16 = 0
        for index in offset..<offset + 4 {
            let digit: UInt8
            switch bytes[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index] - UInt8(ascii: "0")
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[index] - UInt8(ascii: "A") + 10
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[index] - UInt8(ascii: "a") + 10
            default: return nil
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    private static func character(of escape: UInt8) -> UInt8 {
        switch escape {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: escape
        }
    }

    private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (Unicode.Scalar, length: Int) {
        let unit = codeUnit(bytes, at: offset + 2) ?? 0xFFFD
        if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
        guard offset + 12 <= bytes.count, let low = codeUnit(bytes, at: offset + 8) else { return ("\u{FFFD}", 6) }
        let value = 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(low & 0x3FF)
        return (Unicode.Scalar(value) ?? "\u{FFFD}", 12)
    }
}
