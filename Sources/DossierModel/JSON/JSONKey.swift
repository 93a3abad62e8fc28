/// A key as it stands before its value, ready to be written: `"title": `.
public struct JSONKey: Sendable {
    /// Its bytes, and what is no part of it behind them.
    let block: SIMD16<UInt8>
    /// How many bytes it has.
    let count: Int

    /// The most bytes that are touched where it is written.
    static let greatestSize = 16

    /// Makes a key of a name in which nothing must be escaped, in the style of the saved state; nil where it is too long.
    public init?(_ name: String) {
        let bytes = Array("\"\(name)\": ".utf8)
        if bytes.count > JSONKey.greatestSize { return nil }
        var block = SIMD16<UInt8>(repeating: 0)
        for (index, byte) in bytes.enumerated() { block[index] = byte }
        self.block = block
        count = bytes.count
    }
}
