/// A word of up to sixteen bytes as two numbers, so that it is compared with many others at once: verbs, kinds, names of
/// fields, words of a vocabulary.
public struct ShortWord: Sendable, Hashable {
    private let first: UInt64
    private let second: UInt64

    /// Takes the bytes of a word; nil where there are more than sixteen, or one is 0, which no word has.
    @inline(__always)
    public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count <= 16 else { return nil }
        var (first, second) = (UInt64(0), UInt64(0))
        for index in bytes.indices {
            let byte = unsafe UInt64(bytes[index])
            if byte == 0 { return nil }
            if index < 8 { first = first << 8 | byte } else { second = second << 8 | byte }
        }
        (self.first, self.second) = (first, second)
    }

    /// Takes a word; nil where it has more than sixteen bytes, or one is 0.
    public init?(_ text: String) {
        var text = text
        guard let word = text.withUTF8({ unsafe ShortWord($0) }) else { return nil }
        self = word
    }
}
