/// The quoting of strings: only what RFC 8259 §7 requires is escaped.
enum JSONEscaping {
    /// Appends a string in double quotes.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        text.utf8.span.withUnsafeBufferPointer { append($0, to: &bytes) }
    }

    /// Room is made once for all that is written: an array checks its room at each call.
    private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var isASCII = true
        let stop = JSONStringStop.first(in: text, from: 0, onlyASCII: &isASCII)
        let longestEscape = 6
        let escapes = text[stop...].reduce(0) { $0 + (isStop($1) ? 1 : 0) }
        bytes.append(addingCapacity: text.count + 2 + escapes * (longestEscape - 1)) { output in
            output.withUnsafeMutableBufferPointer { buffer, count in
                buffer[count] = UInt8(ascii: "\"")
                count += 1
                write(text, firstStop: stop, to: buffer, at: &count)
                buffer[count] = UInt8(ascii: "\"")
                count += 1
            }
        }
    }

    @inline(__always)
    private static func isStop(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
    }

    /// Writes runs that need no escape, with the escapes between them.
    @inline(__always)
    private static func write(
        _ text: UnsafeBufferPointer<UInt8>, firstStop: Int, to buffer: UnsafeMutableBufferPointer<UInt8>,
        at end: inout Int
    ) {
        var isASCII = true
        var start = 0
        var stop = firstStop
        while true {
            end = buffer[end...].update(fromContentsOf: UnsafeBufferPointer(rebasing: text[start..<stop]))
            if stop == text.count { return }
            writeEscape(of: text[stop], to: buffer, at: &end)
            start = stop + 1
            stop = JSONStringStop.first(in: text, from: start, onlyASCII: &isASCII)
        }
    }

    private static func writeEscape(of byte: UInt8, to buffer: UnsafeMutableBufferPointer<UInt8>, at end: inout Int) {
        func put(_ byte: UInt8) {
            buffer[end] = byte
            end += 1
        }
        put(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: put(UInt8(ascii: "b"))
        case 0x09: put(UInt8(ascii: "t"))
        case 0x0A: put(UInt8(ascii: "n"))
        case 0x0C: put(UInt8(ascii: "f"))
        case 0x0D: put(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(byte)
        default:
            for letter in "u00".utf8 { put(letter) }
            put(hexadecimalDigit(byte >> 4))
            put(hexadecimalDigit(byte & 0xF))
        }
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
