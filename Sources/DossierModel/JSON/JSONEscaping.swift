/// The quoting of strings: only what RFC 8259 §7 requires is escaped.
enum JSONEscaping {
    /// The most bytes that are written or touched beside those of the text: quotes, separator, and what stands behind.
    private static let slack = 24
    /// The longest escape, `\u001f`.
    private static let longest = 6

    /// Adds a string in double quotes, with what stands before it and after it.
    @inline(__always)
    static func append(
        _ text: String, after separator: JSONSeparator, before end: StaticString = "", to buffer: inout ByteBuffer
    ) {
        text.utf8.span.withUnsafeBufferPointer { append(utf8: $0, after: separator, before: end, to: &buffer) }
    }

    /// Adds a string of which the UTF-8 stands somewhere in memory.
    @inline(__always)
    static func append(
        utf8 text: UnsafeBufferPointer<UInt8>, after separator: JSONSeparator, before end: StaticString = "",
        to buffer: inout ByteBuffer
    ) {
        buffer.append(atMost: room(for: text)) { cursor in
            separator.write(at: &cursor)
            cursor.put(UInt8(ascii: "\""))
            put(text, at: &cursor)
            cursor.put(UInt8(ascii: "\""))
            cursor.put(end)
        }
    }

    /// How many bytes a text may take. What must be escaped is counted in a long one alone.
    @inline(__always)
    private static func room(for text: UnsafeBufferPointer<UInt8>) -> Int {
        if text.count < 256 { return text.count &* longest &+ slack }
        return text.count + text.reduce(0) { $0 + (JSONStringStop.isStop($1) ? longest - 1 : 0) } + slack
    }

    /// Writes a text with its escapes. Its bytes are looked at while they are copied, so that they are gone through once.
    @inline(__always)
    private static func put(_ text: UnsafeBufferPointer<UInt8>, at cursor: inout ByteCursor) {
        guard let base = UnsafeRawPointer(text.baseAddress) else { return }
        var offset = 0
        while offset &+ 16 <= text.count {
            let block = base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            let plain = JSONStringStop.first(in: block)
            cursor.put(block, count: plain)
            offset &+= plain
            if plain < 16 {
                cursor = putEscape(of: text[offset], at: cursor)
                offset &+= 1
            }
        }
        while offset &+ 8 <= text.count {
            let word = base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let plain = JSONStringStop.first(in: word)
            cursor.put(word, count: plain)
            offset &+= plain
            if plain < 8 {
                cursor = putEscape(of: text[offset], at: cursor)
                offset &+= 1
            }
        }
        while offset < text.count {
            if JSONStringStop.isStop(text[offset]) {
                cursor = putEscape(of: text[offset], at: cursor)
            } else {
                cursor.put(text[offset])
            }
            offset &+= 1
        }
    }

    /// Gives the cursor back, rather than to change it: so that it stays in a register where there is no escape.
    @inline(never)
    private static func putEscape(of byte: UInt8, at cursor: ByteCursor) -> ByteCursor {
        var cursor = cursor
        cursor.put(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: cursor.put(UInt8(ascii: "b"))
        case 0x09: cursor.put(UInt8(ascii: "t"))
        case 0x0A: cursor.put(UInt8(ascii: "n"))
        case 0x0C: cursor.put(UInt8(ascii: "f"))
        case 0x0D: cursor.put(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): cursor.put(byte)
        default:
            cursor.put("u00")
            cursor.put(hexadecimalDigit(byte >> 4))
            cursor.put(hexadecimalDigit(byte & 0xF))
        }
        return cursor
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
