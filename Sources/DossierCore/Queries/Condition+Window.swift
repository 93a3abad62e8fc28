extension Condition {
    /// The seconds in which a record's `when` must lie, at least in part, for the condition to hold; nil where it need not.
    var window: ClosedRange<Int>? {
        switch self {
        case .all(let conditions):
            let windows = conditions.compactMap(\.window)
            guard let first = windows.first else { return nil }
            return windows.dropFirst().reduce(first) { narrower, window in
                let low = max(narrower.lowerBound, window.lowerBound)
                return low...max(low, min(narrower.upperBound, window.upperBound))
            }
        case .when(.when, .matches, let period), .when(.when, .equal, let period): return period.secondsRange
        default: return nil
        }
    }
}
