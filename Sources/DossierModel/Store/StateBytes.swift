/// The bytes of a state, in memory or mapped from a file. Their address is stable while the object lives.
public final class StateBytes: Sendable {
    /// The first byte.
    public nonisolated(unsafe) let first: UnsafePointer<UInt8>
    /// How many there are.
    public let count: Int
    private let release: @Sendable () -> Void

    /// Takes bytes that stand in memory.
    ///
    /// - Parameter release: gives the memory back when nobody holds it any more.
    public init(first: UnsafePointer<UInt8>, count: Int, release: @escaping @Sendable () -> Void) {
        self.first = first
        self.count = count
        self.release = release
    }

    /// Copies bytes.
    public convenience init(_ bytes: [UInt8]) {
        nonisolated(unsafe) let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        bytes.withUnsafeBufferPointer { source in
            if let first = source.baseAddress { memory.initialize(from: first, count: source.count) }
        }
        self.init(first: UnsafePointer(memory), count: bytes.count) { memory.deallocate() }
    }

    deinit { release() }

    /// All of them.
    public var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: first, count: count) }

    /// Some of them as a text.
    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(start: first + range.lowerBound, count: range.count), as: UTF8.self)
    }
}
