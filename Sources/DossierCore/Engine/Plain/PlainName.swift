/// A short word as two numbers, so that it is compared with many others at once: the name of a field, a word of a vocabulary.
struct PlainName: Sendable, Equatable {
    private let first: UInt64
    private let second: UInt64
    private let count: Int

    /// Takes the bytes of a word; nil where there are more than sixteen.
    @inline(__always)
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.count > 16 { return nil }
        count = bytes.count
        var (first, second) = (UInt64(0), UInt64(0))
        for index in 0..<min(bytes.count, 8) { first = first << 8 | UInt64(bytes[index]) }
        for index in stride(from: 8, to: bytes.count, by: 1) { second = second << 8 | UInt64(bytes[index]) }
        (self.first, self.second) = (first, second)
    }

    /// Takes a word that the program knows; nil where it has more than sixteen bytes.
    init?(_ text: String) {
        guard let name = Array(text.utf8).withUnsafeBufferPointer({ PlainName($0) }) else { return nil }
        self = name
    }
}
