/// Figures of one unit added up: the least, the best and the most of the sum, each apart.
///
/// The doubt is kept. A figure without a least or a most leaves that end of the sum open. The sum has a best number only if
/// each figure has one. An approximate figure, `~1500`, counts from a quarter less to a quarter more, as in comparisons.
public struct QuantitySum: Sendable, Hashable {
    /// How many figures were added.
    public private(set) var count = 0
    private var lows = Part()
    private var bests = Part()
    private var highs = Part()

    /// Makes the sum of no figures.
    public init() {}

    /// The least that the sum may be; nil where it has no limit.
    public var low: Decimal? { lows.value }

    /// The sum of the best numbers; nil where a figure has none.
    public var best: Decimal? { bests.value }

    /// The most that the sum may be; nil where it has no limit.
    public var high: Decimal? { highs.value }

    /// Adds a figure; its unit is not looked at.
    ///
    /// - Throws: where the sum has more than 38 digits.
    public mutating func add(_ quantity: Quantity) throws(ValueError) {
        let ends = quantity.widestEnds
        try lows.add(ends.low)
        try bests.add(quantity.best)
        try highs.add(ends.high)
        count += 1
    }

    /// Adds all figures of another sum.
    ///
    /// - Throws: where the sum has more than 38 digits.
    public mutating func add(_ other: QuantitySum) throws(ValueError) {
        try lows.add(other.lows, 1)
        try bests.add(other.bests, 1)
        try highs.add(other.highs, 1)
        count += other.count
    }

    /// Takes figures out again that were added.
    ///
    /// - Throws: where the sum has more than 38 digits.
    public mutating func remove(_ other: QuantitySum) throws(ValueError) {
        try lows.add(other.lows, -1)
        try bests.add(other.bests, -1)
        try highs.add(other.highs, -1)
        count -= other.count
    }

    /// The numbers of one sort, those that are missing counted.
    private struct Part: Hashable {
        private var sum = Decimal.zero
        private var missing = 0

        /// The sum; nil where a number is missing.
        var value: Decimal? { missing == 0 ? sum : nil }

        mutating func add(_ number: Decimal?) throws(ValueError) {
            guard let number else {
                missing += 1
                return
            }
            sum = try sum + number
        }

        mutating func add(_ other: Part, _ sign: Int) throws(ValueError) {
            sum = try sign > 0 ? sum + other.sum : sum - other.sum
            missing += sign * other.missing
        }
    }
}
