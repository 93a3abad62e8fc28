/// A place in memory at which bytes are written, one behind the other. Whoever makes it has made room for them.
public struct ByteCursor {
    /// Where the next byte goes.
    public private(set) var place: UnsafeMutablePointer<UInt8>

    /// Begins at a place.
    @inline(__always)
    public init(_ place: UnsafeMutablePointer<UInt8>) { self.place = place }

    /// Writes a byte.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        place.pointee = byte
        place += 1
    }

    /// Writes bytes.
    @inline(__always)
    public mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        place.update(from: base, count: bytes.count)
        place += bytes.count
    }

    /// Writes bytes that the program knows.
    @inline(__always)
    public mutating func put(_ text: StaticString) {
        put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes the first bytes of a block or a word; the rest of its bytes is touched.
    @inline(__always)
    mutating func put<Block: BitwiseCopyable>(_ block: Block, count: Int) {
        UnsafeMutableRawPointer(place).storeBytes(of: block, as: Block.self)
        place += count
    }

    /// Writes a whole number in digits.
    @inline(__always)
    mutating func put(_ number: Int) {
        if number < 0 { put(UInt8(ascii: "-")) }
        var rest = number.magnitude
        var count = 1
        var limit: UInt = 10
        while rest >= limit, count < 20 {
            count &+= 1
            limit = count == 20 ? .max : limit &* 10
        }
        for index in stride(from: count &- 1, through: 0, by: -1) {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            place[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
        }
        place += count
    }

    /// Leaves room for bytes that are written in another way.
    @inline(__always)
    public mutating func skip(_ count: Int) { place += count }
}
