/// Finds the records of a state by its lines, without reading them: this program writes one record to a line.
struct StateLines {
    /// Where each record begins.
    private(set) var starts = ContiguousArray<Int>()
    /// The numbers of ids such as `e12`, with the place of their letter among ``letters``; -1 for ids that are names.
    private(set) var numbers = ContiguousArray<Int32>()
    /// The other lines, by where they begin: the brackets, the headings of lists, the header.
    private(set) var others: [Int] = []

    /// The letters with which ids with numbers begin.
    static let letters = Array("secnl".utf8)
    /// Ids of this number and more are kept as names are.
    static let numberLimit: Int32 = 1 << 24

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
        numbers.reserveCapacity(starts.capacity)
        for part in found {
            starts.append(contentsOf: part.starts)
            numbers.append(contentsOf: part.numbers)
            others += part.others
        }
    }

    /// Goes through the lines that begin in a range.
    private init(_ bytes: StateBytes, _ range: Range<Int>) {
        starts.reserveCapacity(range.count / 256)
        numbers.reserveCapacity(range.count / 256)
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
        if start &+ 8 < bytes.count,
            UnsafeRawPointer(bytes.first).loadUnaligned(fromByteOffset: start, as: UInt64.self) == record
        {
            starts.append(start)
            numbers.append(StateLines.number(bytes.first + start + 8, bytes.count - start - 8))
        } else if start < bytes.count {
            others.append(start)
        }
    }

    /// The number of an id that ends with a quote, and its letter; -1 where it is a name.
    @inline(__always)
    private static func number(_ id: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
        let letter: Int32
        switch id[0] {
        case UInt8(ascii: "s"): letter = 0
        case UInt8(ascii: "e"): letter = 1
        case UInt8(ascii: "c"): letter = 2
        case UInt8(ascii: "n"): letter = 3
        case UInt8(ascii: "l"): letter = 4
        default: return -1
        }
        guard count > 2, id[1] != UInt8(ascii: "0"), id[1] != UInt8(ascii: "\"") else { return -1 }
        var number: Int32 = 0
        var index = 1
        while index < count {
            let digit = id[index] &- UInt8(ascii: "0")
            if digit > 9 { break }
            number = number &* 10 &+ Int32(digit)
            if number >= numberLimit { return -1 }
            index &+= 1
        }
        guard index < count, id[index] == UInt8(ascii: "\"") else { return -1 }
        return number | letter << 24
    }
}
