/// Finds the records of a state by its lines, without reading them: this program writes one record to a line.
struct StateLines {
    /// Where each record begins.
    private(set) var starts = ContiguousArray<Int>()
    /// The other lines, by where they begin: the brackets, the headings of lists, the header.
    private(set) var others: [Int] = []

    private static let record = Array(#"{"id": ""#.utf8)

    /// Goes through all lines.
    init(_ bytes: StateBytes) {
        let parts = Processors.parts(of: bytes.count)
        let found = Processors.map(parts) { part in
            StateLines(bytes, Processors.range(part, of: parts, count: bytes.count))
        }
        guard let first = found.first else { return }
        if found.count == 1 {
            self = first
            return
        }
        starts.reserveCapacity(found.reduce(0) { $0 + $1.starts.count })
        for part in found {
            starts.append(contentsOf: part.starts)
            others += part.others
        }
    }

    /// Goes through the lines that begin in a range.
    private init(_ bytes: StateBytes, _ range: Range<Int>) {
        starts.reserveCapacity(range.count / 256)
        let first = UnsafeRawPointer(bytes.first)
        let record = Self.record.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
        let lineEnd = SIMD32<UInt8>(repeating: 0x0A)
        if range.lowerBound == 0 { note(0, in: bytes, record) }
        // A line begins in the range where the one before ends one byte earlier.
        var cursor = max(range.lowerBound - 1, 0)
        let end = range.upperBound - 1
        while cursor &+ 32 <= end {
            let block = first.loadUnaligned(fromByteOffset: cursor, as: SIMD32<UInt8>.self)
            let words = unsafeBitCast(block .== lineEnd, to: SIMD4<UInt64>.self)
            if words[0] | words[1] | words[2] | words[3] != 0 {
                for index in 0..<4 {
                    var lanes = words[index]
                    while lanes != 0 {
                        let lane = lanes.trailingZeroBitCount / 8
                        note(cursor &+ index &* 8 &+ lane &+ 1, in: bytes, record)
                        lanes &= ~(0xFF << UInt64(lane &* 8))
                    }
                }
            }
            cursor &+= 32
        }
        while cursor < end {
            if bytes.first[cursor] == 0x0A { note(cursor + 1, in: bytes, record) }
            cursor &+= 1
        }
    }

    /// - Parameter record: how a line with a record begins, as one word.
    @inline(__always)
    private mutating func note(_ start: Int, in bytes: StateBytes, _ record: UInt64) {
        if start &+ 8 <= bytes.count,
            UnsafeRawPointer(bytes.first).loadUnaligned(fromByteOffset: start, as: UInt64.self) == record
        {
            starts.append(start)
        } else if start < bytes.count {
            others.append(start)
        }
    }
}
