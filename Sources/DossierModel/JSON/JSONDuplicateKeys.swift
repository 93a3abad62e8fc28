/// What the reader does with an object in which a key stands twice (RFC 8259 §4 leaves it open).
public enum JSONDuplicateKeys: Sendable, Hashable {
    /// Every member is kept, in order; a look-up by key finds the last.
    case allowed
    /// The text is refused.
    case refused
}
