extension JSONScanner {
    /// Reads a string: its bytes are checked to be UTF-8 without control characters, its escapes to be whole.
    public mutating func string() throws(JSONError) -> JSONRawString {
        skipWhiteSpace()
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw failure("expected a string") }
        let start = offset + 1
        var hasEscapes = false
        var hasOnlyASCII = true
        var cursor = start
        while true {
            cursor = JSONStringStop.first(in: bytes, from: cursor, onlyASCII: &hasOnlyASCII)
            guard cursor < bytes.count else { throw failure("the string that begins here is not closed") }
            let stop = bytes[cursor]
            if stop == UInt8(ascii: "\"") { break }
            guard stop == UInt8(ascii: "\\") else {
                throw failure("a control character must be escaped in a string", at: cursor)
            }
            hasEscapes = true
            cursor = try endOfEscape(at: cursor)
        }
        if !hasOnlyASCII, let fault = UTF8Check.firstFault(in: bytes, from: start, to: cursor) {
            throw failure("not UTF-8", at: fault)
        }
        offset = cursor + 1
        return JSONRawString(start: start, end: cursor, hasEscapes: hasEscapes)
    }

    /// The text of a string this scanner has read, its escapes resolved.
    public func text(of raw: JSONRawString) -> String {
        let part = UnsafeBufferPointer(rebasing: bytes[raw.range])
        guard raw.hasEscapes else {
            // The scanner has checked the bytes already; a second check would cost as much as the copy.
            return String(copying: UTF8Span(unchecked: Span(_unsafeElements: part)))
        }
        return String(unsafeUninitializedCapacity: part.count) { output in
            JSONUnescaping.write(part, to: output)
        }
    }

    /// Whether a string this scanner has read stands in the text exactly so: no escapes, the same bytes.
    @inline(__always)
    public func matches(_ raw: JSONRawString, _ key: StaticString) -> Bool {
        let length = raw.end - raw.start
        guard length == key.utf8CodeUnitCount, key.hasPointerRepresentation else { return false }
        for index in 0..<length where bytes[raw.start + index] != key.utf8Start[index] {
            return false
        }
        return true
    }

    /// The offset after the escape at an offset (RFC 8259 §7); a surrogate must come as a pair, high half first.
    private func endOfEscape(at backslash: Int) throws(JSONError) -> Int {
        guard backslash + 1 < bytes.count else { throw failure("the string that begins here is not closed") }
        switch bytes[backslash + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return backslash + 2
        case UInt8(ascii: "u"):
            let unit = try codeUnit(at: backslash)
            guard unit & 0xF800 == 0xD800 else { return backslash + 6 }
            let next = backslash + 6
            guard unit < 0xDC00, next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\\"),
                bytes[next + 1] == UInt8(ascii: "u"), try codeUnit(at: next) & 0xFC00 == 0xDC00
            else { throw failure("half of a surrogate pair is not a character", at: backslash) }
            return backslash + 12
        default:
            throw failure("unknown escape in a string", at: backslash)
        }
    }

    private func codeUnit(at backslash: Int) throws(JSONError) -> UInt16 {
        guard backslash + 6 <= bytes.count, let unit = JSONUnescaping.codeUnit(bytes, at: backslash + 2) else {
            throw failure("expected four hexadecimal digits after \\u", at: backslash)
        }
        return unit
    }
}
