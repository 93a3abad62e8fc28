/// A JSON number as it was written, so that reading and writing lose no digit.
///
/// Equality compares the text: `1`, `1.0` and `1e0` differ.
public struct JSONNumber: Sendable, Hashable {
    /// The number as written, in the grammar of RFC 8259 §6.
    public let text: String

    /// A number with the given text; nil unless the text is a number of RFC 8259 §6 and nothing more.
    public init?(_ text: String) {
        let isNumber = text.utf8.span.withUnsafeBufferPointer { bytes in
            var scanner = JSONScanner(bytes)
            guard let range = try? scanner.number() else { return false }
            return range == bytes.indices
        }
        guard isNumber else { return nil }
        self.text = text
    }

    /// A whole number.
    public init(_ integer: Int) {
        text = String(integer)
    }

    /// A number whose text a scanner has already checked.
    init(checked text: String) {
        self.text = text
    }

    /// The value, where the text is a whole number without fraction and exponent that fits 64 bits; else nil.
    public var integer: Int? {
        Int(text)
    }
}
