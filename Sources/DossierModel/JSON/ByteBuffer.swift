/// Bytes that grow at their end.
///
/// Room is made once for all that is written in one go, which is then written through a cursor: an array would look at each
/// byte whether it has room for it, and whether it is the only one of its kind.
public struct ByteBuffer: Sendable {
    /// What was written, and zeros behind it.
    private var storage: [UInt8] = []
    /// How many bytes were written.
    public private(set) var count = 0

    /// Holds nothing yet.
    public init() {}

    /// What was written.
    public var written: ArraySlice<UInt8> { storage[..<count] }

    /// Writes bytes.
    ///
    /// - Parameter most: how many bytes may be written, or be touched behind those that are.
    @inline(__always)
    public mutating func append(atMost most: Int, _ write: (inout ByteCursor) -> Void) {
        if storage.count &- count < most { grow(by: most) }
        let start = count
        count = storage.withUnsafeMutableBufferPointer { room in
            guard let base = room.baseAddress else { return start }
            var cursor = ByteCursor(base + start)
            write(&cursor)
            return cursor.place - base
        }
    }

    /// Whether what was written is these bytes.
    func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count == count else { return false }
        return storage.withUnsafeBufferPointer { storage in
            // Without a way out in the middle it goes through many bytes at once.
            var difference: UInt8 = 0
            for index in 0..<count { difference |= storage[index] ^ bytes[index] }
            return difference == 0
        }
    }

    /// Forgets what was written, and keeps the room.
    public mutating func removeAll() { count = 0 }

    @inline(never)
    private mutating func grow(by most: Int) {
        let least = 64
        storage.append(contentsOf: repeatElement(0, count: max(most, storage.count, least)))
    }
}
