/// The quoting of strings: only what RFC 8259 §7 requires is escaped.
enum JSONEscaping {
    /// Appends a string in double quotes.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        text.utf8.span.withUnsafeBufferPointer { append($0, to: &bytes) }
    }

    private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var isASCII = true
        var start = 0
        var stop = JSONStringStop.first(in: text, from: 0, onlyASCII: &isASCII)
        bytes.append(UInt8(ascii: "\""))
        while stop < text.count {
            appendRun(text, from: start, to: stop, to: &bytes)
            appendEscape(of: text[stop], to: &bytes)
            start = stop + 1
            stop = JSONStringStop.first(in: text, from: start, onlyASCII: &isASCII)
        }
        appendRun(text, from: start, to: text.count, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends bytes that need no escape, in one go: an array checks its room at each call.
    @inline(__always)
    private static func appendRun(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, to bytes: inout [UInt8]
    ) {
        guard end > start else { return }
        bytes.append(addingCapacity: end - start) { output in
            output.withUnsafeMutableBufferPointer { buffer, count in
                let run = UnsafeBufferPointer(rebasing: text[start..<end])
                count += buffer[count...].update(fromContentsOf: run) - count
            }
        }
    }

    private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(hexadecimalDigit(byte >> 4))
            bytes.append(hexadecimalDigit(byte & 0xF))
        }
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
