/// A word of up to eight bytes as one number, so that it is compared in one step: the verbs, and the words for kinds.
struct ShortWord: Sendable, Hashable {
    private let bits: UInt64

    /// Takes the bytes of a word; nil where there are more than eight, or one is 0, which no word has.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count <= 8 else { return nil }
        var bits: UInt64 = 0
        for byte in bytes {
            if byte == 0 { return nil }
            bits = bits << 8 | UInt64(byte)
        }
        self.bits = bits
    }

    /// Takes a word; nil where it has more than eight bytes, or one is 0.
    init?(_ text: String) {
        var text = text
        guard let word = text.withUTF8({ ShortWord($0) }) else { return nil }
        self = word
    }
}
