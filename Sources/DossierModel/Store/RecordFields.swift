/// Goes through the fields of a record as it stands in a saved state: `{"id": "e1", "title": "…", "actor": ["a"]}`.
///
/// The bytes are ones that this program wrote, so nothing is checked but that no step leaves the record; where they are
/// damaged all the same, the fields end there.
public struct RecordFields {
    private let first: UnsafePointer<UInt8>
    /// How many bytes the whole state has, up to which whole blocks may be read.
    private let count: Int
    private let end: Int
    private var cursor: Int
    /// Where the name of the field stands, without its quotes.
    public private(set) var key: Range<Int>
    /// Where its value stands.
    public private(set) var value: Range<Int>

    /// Begins before the first field of a record.
    ///
    /// The bytes must be held as long as the fields are gone through: they are not counted here, since that costs more than
    /// the way through them.
    public init(_ bytes: StateBytes, _ record: Range<Int>) {
        first = bytes.first
        count = bytes.count
        end = record.upperBound
        cursor = record.lowerBound + 1
        key = cursor..<cursor
        value = cursor..<cursor
    }

    /// Goes to the next field; false where there is none.
    @inline(__always)
    public mutating func next() -> Bool {
        while cursor < end, first[cursor] == 0x20 || first[cursor] == UInt8(ascii: ",") { cursor &+= 1 }
        guard cursor < end, first[cursor] == UInt8(ascii: "\"") else { return false }
        let keyEnd = Self.endOfString(first, count, from: cursor &+ 1, to: end)
        key = Range(uncheckedBounds: (cursor &+ 1, keyEnd))
        cursor = keyEnd &+ 1
        while cursor < end, first[cursor] == 0x20 || first[cursor] == UInt8(ascii: ":") { cursor &+= 1 }
        guard cursor < end else { return false }
        let start = cursor
        cursor = Self.endOfValue(first, count, from: start, to: end)
        value = Range(uncheckedBounds: (start, cursor))
        return true
    }

    /// Whether the name of the field is this one.
    @inline(__always)
    public func isNamed(_ name: [UInt8]) -> Bool {
        guard name.count == key.count else { return false }
        return name.withUnsafeBufferPointer { name in
            for index in 0..<name.count where first[key.lowerBound &+ index] != name[index] { return false }
            return true
        }
    }

    /// Hands out the values one by one: the elements of a list, or the one value.
    @inline(__always)
    public static func forEachElement(_ bytes: StateBytes, of value: Range<Int>, _ body: (Range<Int>) -> Void) {
        let (first, count) = (bytes.first, bytes.count)
        guard first[value.lowerBound] == UInt8(ascii: "[") else { return body(value) }
        var cursor = value.lowerBound &+ 1
        let end = value.upperBound &- 1
        while cursor < end {
            let byte = first[cursor]
            if byte == 0x20 || byte == UInt8(ascii: ",") {
                cursor &+= 1
                continue
            }
            let start = cursor
            cursor = max(endOfValue(first, count, from: start, to: end), start &+ 1)
            body(Range(uncheckedBounds: (start, cursor)))
        }
    }

    /// Where the id of a quote's source stands.
    static func quotedSource(_ bytes: StateBytes, _ quote: Range<Int>) -> Range<Int>? {
        let name = Array("source".utf8)
        var members = RecordFields(bytes, quote)
        while members.next() {
            if members.isNamed(name), members.value.count >= 2 {
                return (members.value.lowerBound + 1)..<(members.value.upperBound - 1)
            }
        }
        return nil
    }

    /// The offset behind a value.
    @inline(__always)
    private static func endOfValue(
        _ first: UnsafePointer<UInt8>, _ count: Int, from start: Int, to end: Int
    ) -> Int {
        if first[start] == UInt8(ascii: "\"") {
            return min(endOfString(first, count, from: start &+ 1, to: end) &+ 1, end)
        }
        var depth = 0
        var cursor = start
        while cursor < end {
            switch first[cursor] {
            case UInt8(ascii: "\""): cursor = endOfString(first, count, from: cursor &+ 1, to: end)
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth &+= 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if depth == 0 { return cursor }
                depth &-= 1
                if depth == 0 { return cursor &+ 1 }
            case UInt8(ascii: ",") where depth == 0: return cursor
            default: break
            }
            cursor &+= 1
        }
        return end
    }

    /// The offset of the quote that ends a string.
    @inline(__always)
    static func endOfString(_ first: UnsafePointer<UInt8>, _ count: Int, from start: Int, to end: Int) -> Int {
        let raw = UnsafeRawPointer(first)
        let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
        let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
        var cursor = start
        while cursor &+ 16 <= count {
            let block = raw.loadUnaligned(fromByteOffset: cursor, as: SIMD16<UInt8>.self)
            let isStop = (block .== quote) .| (block .== backslash)
            let words = unsafeBitCast(isStop, to: SIMD2<UInt64>.self)
            if words[0] | words[1] == 0 {
                cursor &+= 16
                if cursor >= end { return end }
                continue
            }
            let lane = words[0] != 0 ? words[0].trailingZeroBitCount : 64 &+ words[1].trailingZeroBitCount
            cursor &+= lane / 8
            if cursor >= end { return end }
            if first[cursor] == UInt8(ascii: "\"") { return cursor }
            cursor &+= 2
        }
        while cursor < end, first[cursor] != UInt8(ascii: "\"") {
            cursor &+= first[cursor] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(cursor, end)
    }

    /// The offset of the last quotation mark in a range; nil where there is none.
    public static func lastQuote(_ bytes: StateBytes, in range: Range<Int>) -> Int? {
        let raw = UnsafeRawPointer(bytes.first)
        let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
        var cursor = range.upperBound
        while cursor &- 16 >= range.lowerBound {
            let block = raw.loadUnaligned(fromByteOffset: cursor &- 16, as: SIMD16<UInt8>.self)
            let words = unsafeBitCast(block .== quote, to: SIMD2<UInt64>.self)
            if words[1] != 0 { return cursor &- 1 &- words[1].leadingZeroBitCount / 8 }
            if words[0] != 0 { return cursor &- 9 &- words[0].leadingZeroBitCount / 8 }
            cursor &-= 16
        }
        while cursor > range.lowerBound {
            cursor &-= 1
            if bytes.first[cursor] == UInt8(ascii: "\"") { return cursor }
        }
        return nil
    }
}
