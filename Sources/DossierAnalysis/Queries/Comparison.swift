import DossierModel
import DossierTime

extension Condition.Order {
    /// Compares the times of two records, each with its own doubt.
    func holds(_ left: When, _ right: When) -> Certainty {
        switch self {
        case .before: left.before(right)
        case .after: left.after(right)
        case .during: left.during(right)
        case .overlaps: left.overlaps(right)
        case .meets: left.meets(right)
        case .equals: left.equals(right)
        }
    }
}

/// How values of each type are compared; questions about time, quantity and likelihood have three answers.
extension Condition.Comparison {
    /// Compares ranks, the lesser the earlier in its vocabulary.
    func holds(_ left: Int, _ right: Int) -> Bool {
        switch self {
        case .matches, .equal: left == right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }

    /// Compares a time with the period that the question names: whether it falls in it, before it or after it.
    func holds(_ left: When, _ right: When) -> Certainty {
        switch self {
        case .matches: left.falls(in: right)
        case .equal: left.falls(in: right) == .certainly ? .certainly : .no
        case .less: left.falls(before: right)
        case .lessOrEqual: left.falls(upTo: right)
        case .greater: left.falls(after: right)
        case .greaterOrEqual: left.falls(from: right)
        }
    }

    /// Compares quantities; those of another unit cannot be, and answer as is said.
    func holds(_ left: Quantity, _ right: Quantity, ofOtherUnit: Certainty) -> Certainty {
        do throws(ValueError) {
            switch self {
            case .matches: return try left.compare(.overlaps, right)
            case .equal: return try left.compare(.overlaps, right) == .certainly ? .certainly : .no
            case .less: return try left.compare(.less, right)
            case .lessOrEqual: return try left.compare(.lessOrEqual, right)
            case .greater: return try left.compare(.greater, right)
            case .greaterOrEqual: return try left.compare(.greaterOrEqual, right)
            }
        } catch {
            return ofOtherUnit
        }
    }

    /// Compares grades: the greater is the better on both scales; F and 6 are no rank.
    func holds(_ left: Grade, _ right: Grade) -> Bool {
        switch self {
        case .matches, .equal: left == right
        case .greaterOrEqual: left.isAtLeast(right)
        case .greater: left.isAtLeast(right) && left != right
        case .lessOrEqual: right.isAtLeast(left)
        case .less: right.isAtLeast(left) && left != right
        }
    }

    /// Compares reliabilities: the greater is the more reliable; F is no rank.
    func holds(_ left: Reliability, _ right: Reliability) -> Bool {
        if self == .matches || self == .equal { return left == right }
        guard let own = left.rank, let other = right.rank else { return false }
        return holds(other, own)
    }

    /// Compares likelihoods by their ranges.
    func holds(_ left: Likelihood, _ right: Likelihood) -> Certainty {
        switch self {
        case .matches:
            if left.low >= right.low, left.high <= right.high { return .certainly }
            return left.low <= right.high && right.low <= left.high ? .possibly : .no
        case .equal: return Certainty(left.low >= right.low && left.high <= right.high)
        case .less: return Condition.Comparison.less(left, right, orEqual: false)
        case .lessOrEqual: return Condition.Comparison.less(left, right, orEqual: true)
        case .greater: return Condition.Comparison.less(right, left, orEqual: false)
        case .greaterOrEqual: return Condition.Comparison.less(right, left, orEqual: true)
        }
    }

    private static func less(_ left: Likelihood, _ right: Likelihood, orEqual: Bool) -> Certainty {
        if left.high < right.low || (orEqual && left.high <= right.low) { return .certainly }
        return left.low < right.high || (orEqual && left.low <= right.high) ? .possibly : .no
    }
}
