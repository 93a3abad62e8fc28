import CUtf8proc

/// What of a text's letters is made alike, by the tables of utf8proc (Unicode Standard Annex 15, and the case folding and the
/// default-ignorable characters of the Unicode Character Database).
package struct UnicodeForm: OptionSet, Sendable {
    /// The bits of the options.
    package let rawValue: UInt8

    /// Makes a set of its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Capital and small letters, by full case folding: `ß` and `ss`, `ς` and `σ`.
    package static let caseless = UnicodeForm(rawValue: 1)
    /// Forms of a letter that are kept for compatibility: full width, ligatures, superscripts.
    package static let compatible = UnicodeForm(rawValue: 2)
    /// Letters and marks are joined into one letter where there is one, instead of taken apart.
    package static let composed = UnicodeForm(rawValue: 4)

    /// A text in this form, without the characters that are ignored by default, such as soft hyphens and joiners.
    package func of(_ text: String) -> String {
        unsafe scalars(of: text) { scalars in
            unsafe String(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
                var count = 0
                for index in scalars.indices {
                    guard let place = bytes.baseAddress else { break }
                    unsafe count += Int(utf8proc_encode_char(scalars[index], place + count))
                }
                return count
            }
        }
    }

    /// Hands on the code points of a text in this form; the room may be changed.
    func scalars<Result>(of text: String, _ body: (UnsafeMutableBufferPointer<Int32>) -> Result) -> Result {
        var text = text
        return text.withUTF8 { bytes in
            // No letter of one byte becomes more than 4 code points, and few become more than 1.
            let usual = unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: bytes.count + 8) { room in
                let count = unsafe decompose(bytes, into: room)
                return unsafe count <= room.count ? (body(self.finish(room, count)), 0) : (nil, count)
            }
            if let result = usual.0 { return result }
            return unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: usual.1 + 8) { room in
                unsafe body(finish(room, decompose(bytes, into: room)))
            }
        }
    }

    private func decompose(_ bytes: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableBufferPointer<Int32>) -> Int {
        unsafe max(0, utf8proc_decompose(bytes.baseAddress, bytes.count, room.baseAddress, room.count, options))
    }

    private func finish(
        _ room: UnsafeMutableBufferPointer<Int32>, _ count: Int
    ) -> UnsafeMutableBufferPointer<Int32> {
        let length = unsafe contains(.composed) ? utf8proc_normalize_utf32(room.baseAddress, count, options) : count
        return unsafe UnsafeMutableBufferPointer(rebasing: room[..<max(0, length)])
    }

    private var options: utf8proc_option_t {
        var options = UTF8PROC_STABLE.rawValue | UTF8PROC_IGNORE.rawValue
        options |= contains(.composed) ? UTF8PROC_COMPOSE.rawValue : UTF8PROC_DECOMPOSE.rawValue
        if contains(.caseless) { options |= UTF8PROC_CASEFOLD.rawValue }
        if contains(.compatible) { options |= UTF8PROC_COMPAT.rawValue }
        return utf8proc_option_t(rawValue: options)
    }
}
