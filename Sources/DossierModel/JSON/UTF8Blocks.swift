/// The fast test whether bytes are well-formed UTF-8, sixteen at a time and without a branch for each sequence.
///
/// A byte must continue a sequence exactly where one of the three bytes before it asks for that; the bytes before are loaded
/// from one, two and three places earlier. What remains are leads that no sequence has, and second bytes that would make
/// an overlong form, a surrogate or a value above U+10FFFF.
enum UTF8Blocks {
    private typealias Block = SIMD16<UInt8>

    /// Whether a range is well-formed; false may also mean that it is too short to tell, or stands behind other text.
    static func areWellFormed(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
        guard end - start >= 16, start >= 3, base[start - 1] | base[start - 2] | base[start - 3] < 0x80,
            base[end - 1] < 0xC0, base[end - 2] < 0xE0, base[end - 3] < 0xF0
        else { return false }
        var faults = Block(repeating: 0)
        var offset = start
        while offset &+ 16 <= end {
            faults |= Self.faults(at: base + offset)
            offset &+= 16
        }
        // The last block overlaps the one before it, so that no byte is left over.
        faults |= Self.faults(at: base + end - 16)
        return faults == Block(repeating: 0)
    }

    /// A byte that is not zero for each byte of a block that does not follow from the three before it.
    @inline(__always)
    private static func faults(at pointer: UnsafePointer<UInt8>) -> Block {
        let bytes = load(pointer)
        let previous = load(pointer - 1)
        let isContinuation = atLeast(0x80, bytes) & below(0xC0, bytes)
        let mustContinue = atLeast(0xC0, previous) | atLeast(0xE0, load(pointer - 2)) | atLeast(0xF0, load(pointer - 3))
        let isNoLead = atLeast(0xF5, bytes) | equal(0xC0, bytes) | equal(0xC1, bytes)
        let isOverlong = equal(0xE0, previous) & below(0xA0, bytes) | equal(0xF0, previous) & below(0x90, bytes)
        let isTooLarge = equal(0xED, previous) & atLeast(0xA0, bytes) | equal(0xF4, previous) & atLeast(0x90, bytes)
        return (isContinuation ^ mustContinue) | isNoLead | isOverlong | isTooLarge
    }

    @inline(__always)
    private static func equal(_ value: UInt8, _ block: Block) -> Block {
        unsafeBitCast(block .== Block(repeating: value), to: Block.self)
    }

    @inline(__always)
    private static func atLeast(_ value: UInt8, _ block: Block) -> Block {
        unsafeBitCast(block .>= Block(repeating: value), to: Block.self)
    }

    @inline(__always)
    private static func below(_ value: UInt8, _ block: Block) -> Block {
        unsafeBitCast(block .< Block(repeating: value), to: Block.self)
    }

    @inline(__always)
    private static func load(_ pointer: UnsafePointer<UInt8>) -> Block {
        UnsafeRawPointer(pointer).loadUnaligned(as: Block.self)
    }
}
