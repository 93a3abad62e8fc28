/// Comparisons of quantities, in three answers.
///
/// A quantity stands for one number from `low` to `high`; `best` takes no part. The mark `~` opens both limits by a
/// quarter of them, so that `~1500` may be any number from 1,125 to 1,875; about 0 reaches from -1 to 1.
extension Quantity {
    /// How two quantities may be compared.
    public enum Comparison: Sendable, Hashable, CaseIterable {
        /// Both are the same number.
        case equal
        /// The left number is the lesser.
        case less
        /// The left number is the lesser, or the same.
        case lessOrEqual
        /// The left number is the greater.
        case greater
        /// The left number is the greater, or the same.
        case greaterOrEqual
        /// The left number is in the range that the right quantity names: possibly where the ranges share a number,
        /// certainly where the left range lies within the right one as it is written.
        case overlaps
    }

    /// Answers whether this quantity stands to another in a way.
    ///
    /// - Throws: where both have a unit and these differ. Units are not converted. A side without a unit compares with any.
    public func compare(_ comparison: Comparison, _ other: Quantity) throws(ValueError) -> Certainty {
        if let unit, let otherUnit = other.unit, !MeasuredUnit.isSame(unit, otherUnit) {
            throw ValueError(
                "'\(unit)' and '\(otherUnit)' cannot be compared",
                expectation: "quantities in the same unit, since units are not converted")
        }
        let limits = limits
        let otherLimits = other.limits
        switch comparison {
        case .less: return limits.isLess(than: otherLimits)
        case .greater: return otherLimits.isLess(than: limits)
        case .lessOrEqual: return !otherLimits.isLess(than: limits)
        case .greaterOrEqual: return !limits.isLess(than: otherLimits)
        case .equal:
            guard limits.meet(otherLimits) else { return .no }
            let isOne = limits.low != nil && limits.low == limits.high && limits == otherLimits
            return isOne ? .certainly : .possibly
        case .overlaps:
            guard limits.meet(otherLimits) else { return .no }
            return limits.isInside(Limits(low: other.low, high: other.high)) ? .certainly : .possibly
        }
    }

    /// The least and the greatest number that it may be, with the tolerance of `~`; nil where there is no limit.
    var widestEnds: (low: Decimal?, high: Decimal?) { (limits.low, limits.high) }

    private var limits: Limits {
        guard isApproximate else { return Limits(low: low, high: high) }
        return Limits(low: low.flatMap { $0.opened(by: -1) }, high: high.flatMap { $0.opened(by: 1) })
    }
}

/// A least and a greatest number, either of which may be missing.
private struct Limits: Hashable {
    var low: Decimal?
    var high: Decimal?

    /// Whether a number within is less than one within the others.
    func isLess(than other: Limits) -> Certainty {
        if let high, let otherLow = other.low, high < otherLow { return .certainly }
        if let low, let otherHigh = other.high, low >= otherHigh { return .no }
        return .possibly
    }

    /// Whether some number is within both.
    func meet(_ other: Limits) -> Bool {
        if let high, let otherLow = other.low, high < otherLow { return false }
        if let low, let otherHigh = other.high, low > otherHigh { return false }
        return true
    }

    /// Whether every number within is also within the others.
    func isInside(_ other: Limits) -> Bool {
        let isAbove = other.low.map { limit in low.map { $0 >= limit } ?? false } ?? true
        let isBelow = other.high.map { limit in high.map { $0 <= limit } ?? false } ?? true
        return isAbove && isBelow
    }
}

extension Decimal {
    /// The number moved down (-1) or up (1) by a quarter of itself; nil, without a limit, where that has too many digits.
    fileprivate func opened(by direction: Int128) -> Decimal? {
        if coefficient == 0 { return Decimal(direction < 0 ? -1 : 1) }
        let sign: Int128 = coefficient < 0 ? -1 : 1
        return multiplied(by: 100 + 25 * sign * direction, scaleAdded: 2)
    }
}
