/// A table of distinct runs of bytes, each with a number from 0 on, in the order in which they were met.
///
/// It holds where a run stands, not the run: open addressing over numbers, doubled when two thirds full.
struct ByteTable: Sendable {
    /// Where each run stands.
    private(set) var ranges = ContiguousArray<Range<Int>>()
    private var cells: ContiguousArray<Int32>

    init(capacity: Int = 0) {
        var size = 64
        while size * 2 < capacity * 3 { size *= 2 }
        cells = ContiguousArray(repeating: -1, count: size)
        ranges.reserveCapacity(capacity)
    }

    /// The number of the run at a range; a new one where none like it is there.
    @inline(__always)
    mutating func insert(_ range: Range<Int>, of bytes: UnsafePointer<UInt8>) -> Int32 {
        let (number, cell) = find(bytes + range.lowerBound, range.count, in: bytes)
        if number >= 0 { return number }
        let new = Int32(ranges.count)
        ranges.append(range)
        cells[cell] = new
        if ranges.count * 3 > cells.count * 2 { grow(bytes) }
        return new
    }

    /// The number of a run; nil where there is none like it.
    func number(of first: UnsafePointer<UInt8>, _ count: Int, in bytes: UnsafePointer<UInt8>) -> Int32? {
        let number = find(first, count, in: bytes).number
        return number < 0 ? nil : number
    }

    /// The number of the run, or -1 and the cell where it belongs.
    @inline(__always)
    private func find(_ first: UnsafePointer<UInt8>, _ count: Int, in bytes: UnsafePointer<UInt8>)
        -> (number: Int32, cell: Int)
    {
        let mask = cells.count &- 1
        var cell = Int(truncatingIfNeeded: ByteTable.hash(first, count)) & mask
        while true {
            let number = cells[cell]
            if number < 0 { return (-1, cell) }
            let known = ranges[Int(number)]
            if known.count == count, ByteTable.areAlike(bytes + known.lowerBound, first, count) {
                return (number, cell)
            }
            cell = (cell &+ 1) & mask
        }
    }

    private mutating func grow(_ bytes: UnsafePointer<UInt8>) {
        let mask = cells.count * 2 - 1
        cells = ContiguousArray(repeating: -1, count: mask + 1)
        for (number, range) in ranges.enumerated() {
            var cell = Int(truncatingIfNeeded: ByteTable.hash(bytes + range.lowerBound, range.count)) & mask
            while cells[cell] >= 0 { cell = (cell + 1) & mask }
            cells[cell] = Int32(number)
        }
    }

    @inline(__always)
    private static func areAlike(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let (left, right) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
        var offset = 0
        while offset &+ 8 <= count {
            let mine = left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if mine != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
            offset &+= 8
        }
        while offset < count {
            let mine = left.load(fromByteOffset: offset, as: UInt8.self)
            if mine != right.load(fromByteOffset: offset, as: UInt8.self) { return false }
            offset &+= 1
        }
        return true
    }

    /// Eight bytes at a time, multiplied and folded; the table is built anew in each run, so nobody can know it before.
    @inline(__always)
    private static func hash(_ first: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        let bytes = UnsafeRawPointer(first)
        var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        var offset = 0
        while offset &+ 8 <= count {
            hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset &+= 8
        }
        var rest: UInt64 = 0
        while offset < count {
            rest = rest << 8 | UInt64(bytes.load(fromByteOffset: offset, as: UInt8.self))
            offset &+= 1
        }
        return mixed(hash ^ rest)
    }

    @inline(__always)
    private static func mixed(_ word: UInt64) -> UInt64 {
        let (high, low) = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return high ^ low
    }
}
