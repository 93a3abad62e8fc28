/// A text to be found inside others without regard to the case of ASCII letters.
///
/// It runs over every entry of the history at every key, so it compares bytes.
struct CaselessPattern {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = text.utf8.map(lowercased)
    }

    func occurs(in text: String) -> Bool {
        offset(in: text) != nil
    }

    /// The UTF-8 offset of the first occurrence.
    func offset(in text: String) -> Int? {
        var text = text
        return text.withUTF8 { haystack in bytes.withUnsafeBufferPointer { Self.offset(of: $0, in: haystack) } }
    }

    private static func offset(of bytes: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>) -> Int? {
        var start = 0
        while start + bytes.count <= haystack.count {
            var length = 0
            while length < bytes.count && lowercased(haystack[start + length]) == bytes[length] { length += 1 }
            if length == bytes.count { return start }
            start += 1
        }
        return nil
    }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
