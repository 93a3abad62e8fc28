/// How a text in quotation marks is written.
enum Quotes: Sendable {
    /// Between two marks, as it stands: `'…'`, or `"…"` without escapes.
    case plain
    /// `"…"` with escapes.
    case escaped
    /// `"""` to `"""`, over several lines.
    case lines

    /// What it says. The lexer has found its end, and its escapes to be some.
    func text(of source: SourceText, from start: Int, to end: Int) -> String {
        switch self {
        case .plain: source.text((start + 1)..<(end - 1))
        case .escaped: source.bytes.withUnsafeBufferPointer { Quotes.unescaped($0, from: start + 1, to: end - 1) }
        case .lines: source.bytes.withUnsafeBufferPointer { Quotes.lines($0, from: start + 3, to: end - 3) }
        }
    }

    private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(end - start)
        var index = start
        while index < end {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\\") {
                if let scalar = escape(in: bytes, at: &index) { text.append(contentsOf: String(scalar).utf8) }
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// As it stands, the line end after the opening mark left out, CR LF read as LF.
    private static func lines(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> String {
        func isCarriageReturn(_ index: Int) -> Bool {
            bytes[index] == UInt8(ascii: "\r") && index + 1 < end && bytes[index + 1] == UInt8(ascii: "\n")
        }
        var text: [UInt8] = []
        text.reserveCapacity(end - start)
        for index in start..<end where !isCarriageReturn(index) { text.append(bytes[index]) }
        if text.first == UInt8(ascii: "\n") { text.removeFirst() }
        return String(decoding: text, as: UTF8.self)
    }

    /// The character of the escape whose letter stands at an index, which moves behind it; nil where it is none, and the
    /// index then stands behind what was taken for one.
    static func escape(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar? {
        let letter = bytes[index]
        index += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return scalar(in: bytes, at: &index)
        default:
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
            return nil
        }
    }

    /// `{1F4CC}`: one to six hexadecimal digits.
    private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Unicode.Scalar? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return nil }
        index += 1
        let start = index
        while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "}"),
            bytes[index] != UInt8(ascii: "\"")
        {
            index += 1
        }
        let digits = String(decoding: bytes[start..<index], as: UTF8.self)
        guard index < bytes.count, bytes[index] == UInt8(ascii: "}") else { return nil }
        index += 1
        guard (1...6).contains(digits.utf8.count), !digits.hasPrefix("+"), let value = UInt32(digits, radix: 16) else {
            return nil
        }
        return Unicode.Scalar(value)
    }
}
