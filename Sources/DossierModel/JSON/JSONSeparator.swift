/// What stands before a key or a value: nothing, a comma, a space or a new line after it.
struct JSONSeparator: Sendable {
    /// Its bytes, the first of them lowest, and what is no part of it behind them.
    private let block: UInt16
    /// How many bytes it has.
    private let count: Int

    /// The most bytes that are touched where it is written.
    static let greatestSize = 2

    private init(_ comma: UInt8?, _ blank: UInt8?) {
        let (first, second) = (comma ?? blank ?? 0, comma == nil ? 0 : blank ?? 0)
        block = UInt16(first) | UInt16(second) << 8
        count = (comma == nil ? 0 : 1) + (blank == nil ? 0 : 1)
    }

    /// Nothing.
    @inline(__always)
    static var none: JSONSeparator { JSONSeparator(nil, nil) }

    /// What stands between two values of a style.
    @inline(__always)
    static func between(_ style: JSONStyle) -> JSONSeparator {
        JSONSeparator(UInt8(ascii: ","), style == .spaced ? UInt8(ascii: " ") : nil)
    }

    /// The same with a new line in the place of the space.
    var withLineBreak: JSONSeparator {
        let comma = UInt8(ascii: ",")
        return JSONSeparator(UInt8(truncatingIfNeeded: block) == comma ? comma : nil, UInt8(ascii: "\n"))
    }

    /// Writes it.
    @inline(__always)
    func write(at cursor: inout ByteCursor) { cursor.put(block.littleEndian, count: count) }
}
