/// What stands between the cells of a file that does not say it.
enum CSVDelimiter {
    private static let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]

    /// How many rows are looked at.
    private static let few = 10

    /// The one of comma, tab and semicolon that makes as many cells in each of the first rows, and most of them; where none
    /// does, the one that makes most in the first row.
    static func guess(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8 {
        let counts = candidates.map { rows(in: bytes, from: start, $0) }
        let even = candidates.indices.filter { index in
            let first = counts[index].first ?? 0
            return first > 0 && counts[index].allSatisfy { $0 == first }
        }
        let open = even.isEmpty ? Array(candidates.indices) : even
        // Of equal ones the first: `max` would take the last.
        var best = open.first ?? 0
        for index in open where (counts[index].first ?? 0) > (counts[best].first ?? 0) { best = index }
        return candidates[best]
    }

    /// How often a byte stands outside quotation marks in each of the first rows.
    private static func rows(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ delimiter: UInt8) -> [Int] {
        var counts: [Int] = []
        var count = 0
        var isQuoted = false
        var index = start
        var rowStart = start
        while index < bytes.count, counts.count < few {
            switch bytes[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted:
                if index > rowStart { counts.append(count) }
                count = 0
                rowStart = index + 1
            case delimiter where !isQuoted: count += 1
            default: break
            }
            index += 1
        }
        if index == bytes.count, index > rowStart { counts.append(count) }
        return counts
    }
}
