/// Records as they stand in a state, one behind the other in memory: what a long script adds takes no more room there than in
/// a file, and is read when it is asked for.
struct RecordArena: Sendable {
    private var blocks: [Block] = []

    /// A piece of memory that is filled from its beginning and never moves.
    ///
    /// Sendable although its memory is not: bytes are written once, before their place is given out, and every copy of a
    /// session goes on behind what any other has written.
    private final class Block: @unchecked Sendable {
        let memory: UnsafeMutableRawBufferPointer
        var count = 0

        init(capacity: Int) { memory = .allocate(byteCount: capacity, alignment: 16) }

        deinit { memory.deallocate() }
    }

    /// Where a record stands.
    struct Place: Sendable {
        fileprivate let block: Int32
        fileprivate let offset: Int32
        fileprivate let count: Int32
    }

    private static let blockSize = 1 << 20

    /// Keeps a record.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) -> Place {
        if blocks.last.map({ $0.memory.count - $0.count < bytes.count }) ?? true {
            blocks.append(Block(capacity: max(RecordArena.blockSize, bytes.count)))
        }
        let block = blocks[blocks.count - 1]
        let offset = block.count
        UnsafeMutableRawBufferPointer(rebasing: block.memory[offset...]).copyMemory(from: UnsafeRawBufferPointer(bytes))
        block.count += bytes.count
        return Place(block: Int32(blocks.count - 1), offset: Int32(offset), count: Int32(bytes.count))
    }

    /// The bytes at a place; they stay there as long as the session is held.
    func bytes(at place: Place) -> UnsafeBufferPointer<UInt8> {
        let start = Int(place.offset)
        return UnsafeRawBufferPointer(rebasing: blocks[Int(place.block)].memory[start..<(start + Int(place.count))])
            .assumingMemoryBound(to: UInt8.self)
    }
}
