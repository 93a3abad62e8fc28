/// The thirteen ways in which two spans of time can lie (Allen, "Maintaining knowledge about temporal intervals", 1983).
public enum AllenRelation: Int, Sendable, Hashable, CaseIterable {
    /// Ends before the other begins, with time between them.
    case before
    /// Ends right before the other begins.
    case meets
    /// Begins first, ends within the other.
    case overlaps
    /// Begins with the other, ends first.
    case starts
    /// Begins after the other and ends before it.
    case during
    /// Begins after the other, ends with it.
    case finishes
    /// Begins and ends with the other.
    case equals
    /// Begins before the other, ends with it.
    case finishedBy
    /// Begins before the other and ends after it.
    case contains
    /// Begins with the other, ends after it.
    case startedBy
    /// Begins within the other, ends after it.
    case overlappedBy
    /// Begins right after the other ends.
    case metBy
    /// Begins after the other ends, with time between them.
    case after

    /// The same relation seen from the other side.
    public var inverse: AllenRelation {
        AllenRelation(rawValue: AllenRelation.after.rawValue - rawValue) ?? self
    }
}
