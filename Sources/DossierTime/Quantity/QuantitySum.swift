/// Figures of one unit added up: the least, the best and the most of the sum, each apart.
///
/// The doubt is kept. A figure without a least or a most leaves that end of the sum open. The sum has a best number only if
/// each figure has one. An approximate figure, `~1500`, counts from a quarter less to a quarter more, as in comparisons.
public struct QuantitySum: Sendable, Hashable {
    /// How many figures were added.
    public private(set) var count = 0
    /// The least that the sum may be; nil where it has no limit.
    public private(set) var low: Decimal? = .zero
    /// The sum of the best numbers; nil where a figure has none.
    public private(set) var best: Decimal? = .zero
    /// The most that the sum may be; nil where it has no limit.
    public private(set) var high: Decimal? = .zero

    /// Makes the sum of no figures.
    public init() {}

    /// Adds a figure; its unit is not looked at.
    ///
    /// - Throws: where the sum has more than 38 digits.
    public mutating func add(_ quantity: Quantity) throws(ValueError) {
        let ends = quantity.widestEnds
        low = try QuantitySum.sum(low, ends.low)
        best = try QuantitySum.sum(best, quantity.best)
        high = try QuantitySum.sum(high, ends.high)
        count += 1
    }

    private static func sum(_ left: Decimal?, _ right: Decimal?) throws(ValueError) -> Decimal? {
        guard let left, let right else { return nil }
        return try left + right
    }
}
