extension UTF8Check {
    /// The offset of the first byte that is not UTF-8; nil where all is well.
    public static func firstFault(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { firstFault(in: $0, from: 0, to: $0.count) }
    }
}
