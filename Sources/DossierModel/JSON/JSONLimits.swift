/// What a JSON text may ask of the reader before it is refused (RFC 8259 §9 lets a reader set such limits).
public struct JSONLimits: Sendable, Hashable {
    /// The greatest depth that can be allowed: reading, comparing and freeing a value recurse, and the stack ends somewhere.
    public static let greatestDepth = 2048

    /// How many arrays and objects may stand inside each other, at most ``greatestDepth``.
    public var depth: Int
    /// The greatest length of the whole text, in bytes.
    public var bytes: Int

    /// Limits for one text: 512 levels and 4 GiB unless told otherwise.
    public init(depth: Int = 512, bytes: Int = 1 << 32) {
        self.depth = depth
        self.bytes = bytes
    }

    /// The limits of a line of a session's log: a record stands two levels deeper there than in the state that it came from.
    public static let log = JSONLimits(depth: JSONLimits().depth + 2)
}
