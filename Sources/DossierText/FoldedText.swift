import CUtf8proc

/// Folds text for comparison and search, in any script.
///
/// The result is NFKC_Casefold (Unicode Standard, section 3.13), which ignores case, composition, width and other compatibility
/// forms, and characters that are ignorable by default. Quotation marks become straight, and hyphens plain.
package enum FoldedText {
    /// The folded form of a text. ASCII is only made lower case.
    package static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return text.utf8.contains { $0 >= 0x41 && $0 <= 0x5A } ? text.lowercased() : text
        }
        return folding(text)
    }

    /// The folded form of any text, by the tables.
    static func folding(_ text: String) -> String {
        let form: UnicodeForm = [.caseless, .compatible, .composed]
        return unsafe form.scalars(of: text) { scalars in
            unsafe String(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
                guard let first = bytes.baseAddress else { return 0 }
                var count = 0
                for index in scalars.indices {
                    unsafe count += Int(utf8proc_encode_char(FoldedText.plain(scalars[index]), first + count))
                }
                return count
            }
        }
    }

    /// Whether a folded text stands in another text, which is folded here.
    package static func contains(_ text: String, folded needle: String) -> Bool {
        of(text).utf8Contains(needle)
    }

    /// The text with straight quotation marks in the place of curly ones, scalar by scalar.
    package static func withStraightQuotationMarks(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var straight = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { straight.append(quotationMark(scalar.value) ?? scalar) }
        return String(straight)
    }

    private static func plain(_ scalar: Int32) -> Int32 {
        guard 0x2010...0x201F ~= scalar else { return scalar }
        if scalar <= 0x2015 { return 0x2D }
        return quotationMark(UInt32(scalar)).map { Int32($0.value) } ?? scalar
    }

    private static func quotationMark(_ scalar: UInt32) -> Unicode.Scalar? {
        switch scalar {
        case 0x2018...0x201B: "'"
        case 0x201C...0x201F: "\""
        default: nil
        }
    }
}

extension String {
    /// Whether the bytes of another text stand in this one.
    package func utf8Contains(_ other: String) -> Bool {
        var text = self
        var needle = other
        return text.withUTF8 { bytes in
            needle.withUTF8 { wanted in
                guard let first = unsafe wanted.first else { return true }
                guard bytes.count >= wanted.count else { return false }
                var index = 0
                let last = bytes.count - wanted.count
                while index <= last {
                    if unsafe bytes[index] == first {
                        var length = 1
                        while length < wanted.count, unsafe bytes[index + length] == wanted[length] { length += 1 }
                        if length == wanted.count { return true }
                    }
                    index += 1
                }
                return false
            }
        }
    }
}
