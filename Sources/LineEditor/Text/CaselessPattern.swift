/// A text to be found inside others without regard to the case of ASCII letters.
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
        guard let first = bytes.first else { return 0 }
        var text = text
        return text.withUTF8 { haystack in
            guard haystack.count >= bytes.count else { return nil }
            return (0...(haystack.count - bytes.count)).first { start in
                lowercased(haystack[start]) == first
                    && bytes.indices.allSatisfy { lowercased(haystack[start + $0]) == bytes[$0] }
            }
        }
    }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
