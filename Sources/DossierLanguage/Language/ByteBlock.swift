/// Sixteen bytes, of which each is asked the same at once. An answer is a block whose bytes are 0 or 255.
struct ByteBlock {
    private typealias Bytes = SIMD16<UInt8>

    private let bytes: Bytes

    /// Takes the bytes that stand there.
    @inline(__always)
    init(at pointer: UnsafeRawPointer) { bytes = pointer.loadUnaligned(as: Bytes.self) }

    @inline(__always)
    private init(_ bytes: Bytes) { self.bytes = bytes }

    /// Which bytes are this one.
    @inline(__always)
    func equals(_ byte: UInt8) -> ByteBlock {
        ByteBlock(unsafeBitCast(bytes .== Bytes(repeating: byte), to: Bytes.self))
    }

    /// Which bytes are one of so many, from one on.
    @inline(__always)
    func isOne(of count: UInt8, from first: UInt8) -> ByteBlock {
        ByteBlock(unsafeBitCast((bytes &- Bytes(repeating: first)) .< Bytes(repeating: count), to: Bytes.self))
    }

    /// The bytes with bits set in all of them.
    @inline(__always)
    static func | (block: ByteBlock, bits: UInt8) -> ByteBlock { ByteBlock(block.bytes | Bytes(repeating: bits)) }

    /// Where one of two answers is yes.
    @inline(__always)
    static func | (left: ByteBlock, right: ByteBlock) -> ByteBlock { ByteBlock(left.bytes | right.bytes) }

    /// Where an answer is no.
    @inline(__always)
    static prefix func ~ (answer: ByteBlock) -> ByteBlock { ByteBlock(~answer.bytes) }

    /// The first byte of which an answer is yes; nil where there is none.
    @inline(__always)
    var first: Int? {
        // Two words in the place of sixteen bytes: the lowest bit that is set tells the first of them.
        let words = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
        if words[0] != 0 { return words[0].trailingZeroBitCount / 8 }
        return words[1] != 0 ? 8 + words[1].trailingZeroBitCount / 8 : nil
    }
}
