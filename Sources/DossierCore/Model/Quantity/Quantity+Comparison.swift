extension Quantity {
    /// How two quantities may be compared.
    public enum Comparison: Sendable, Hashable, CaseIterable {
        case equal, less, lessOrEqual, greater, greaterOrEqual
        case overlaps
    }

    /// Compares.
    public func compare(_ comparison: Comparison, _ other: Quantity) throws(ValueError) -> Certainty { .possibly }

    /// For people.
    public var reading: String { text }
}
