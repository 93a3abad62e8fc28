/// How an entry stands in the history file: one entry a line, UTF-8, in which `\n` is a newline, `\r` a carriage return
/// and `\\` a backslash. Every other pair with a backslash stands for itself, so that a file written by hand reads well.
enum HistoryLine {
    /// The line for an entry, without its newline.
    static func encode(_ entry: String) -> String {
        var line = ""
        for scalar in entry.unicodeScalars {
            switch scalar {
            case "\\": line += "\\\\"
            case "\n": line += "\\n"
            case "\r": line += "\\r"
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    /// Whether a byte can be neither an escape nor part of a control. Most lines have no other, and are read fast.
    private static func standsForItself(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x1F, 0x7F, UInt8(ascii: "\\"), 0xC2, 0xD8, 0xE2: false
        default: true
        }
    }

    /// The entry a line stands for.
    static func decode(_ line: ArraySlice<UInt8>) -> String {
        line.withUnsafeBufferPointer { line in
            line.allSatisfy(standsForItself) ? String(decoding: line, as: UTF8.self) : unescaped(line)
        }
    }

    private static func unescaped(_ line: UnsafeBufferPointer<UInt8>) -> String {
        var bytes: [UInt8] = []
        var escaped = false
        for byte in line {
            if escaped {
                escaped = false
                switch byte {
                case UInt8(ascii: "\\"): bytes.append(byte)
                case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
                case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
                default: bytes += [UInt8(ascii: "\\"), byte]
                }
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else {
                bytes.append(byte)
            }
        }
        if escaped { bytes.append(UInt8(ascii: "\\")) }
        return harmless(String(decoding: bytes, as: UTF8.self))
    }
}
