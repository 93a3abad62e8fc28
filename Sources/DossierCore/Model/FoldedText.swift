@_spi(_Unicode) import Swift

/// Text made alike for searching: without regard to case, width, and composed or decomposed letters, in any script.
///
/// The standard library's own normaliser is used (NFC); full-width forms are folded by their fixed distance from ASCII.
public enum FoldedText {
    /// The folded form of a text. ASCII is only made lower case.
    public static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return text.utf8.contains { $0 >= 0x41 && $0 <= 0x5A } ? text.lowercased() : text
        }
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased()._nfc {
            switch scalar.value {
            case 0xFF01...0xFF5E:
                let narrow = Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                folded.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
            case 0x3000, 0xA0: folded.append(" ")
            case 0x2018, 0x2019: folded.append("'")
            case 0x201C, 0x201D: folded.append("\"")
            case 0x2010...0x2015: folded.append("-")
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// Whether a folded text stands in another text, which is folded here.
    static func contains(_ text: String, folded needle: String) -> Bool {
        of(text).utf8Contains(needle)
    }
}

extension String {
    /// Whether the bytes of another text stand in this one.
    func utf8Contains(_ other: String) -> Bool {
        var text = self
        var needle = other
        return text.withUTF8 { bytes in
            needle.withUTF8 { wanted in
                guard let first = wanted.first else { return true }
                guard bytes.count >= wanted.count else { return false }
                var index = 0
                let last = bytes.count - wanted.count
                while index <= last {
                    if bytes[index] == first {
                        var length = 1
                        while length < wanted.count, bytes[index + length] == wanted[length] { length += 1 }
                        if length == wanted.count { return true }
                    }
                    index += 1
                }
                return false
            }
        }
    }
}
