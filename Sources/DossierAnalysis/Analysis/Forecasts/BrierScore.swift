import DossierModel

/// How far forecasts were from what came (Brier, "Verification of forecasts expressed in terms of probability", 1950): the mean of
/// (p − o)², where p is the probability that was given and o is 1 where it came so and 0 where not.
///
/// 0 is best, 1 worst; who always says 50% has 0.25. The probability of a word or a range is its middle. Sums are exact.
package struct BrierScore: Equatable {
    /// How many forecasts there are.
    package private(set) var count = 0
    /// The sum of the squares, in parts of 20,000².
    private var squares = 0

    /// A probability of 1, twice in hundredths of a percent, so that the middle of a range is whole.
    private static let one = 20_000

    /// No forecasts.
    package init() {}

    /// The score of one forecast.
    init(_ likelihood: Likelihood, cameTrue: Bool) {
        let distance = likelihood.low + likelihood.high - (cameTrue ? BrierScore.one : 0)
        count = 1
        squares = distance * distance
    }

    /// The mean; nil where there are no forecasts.
    package var mean: Double? {
        count == 0 ? nil : Double(squares) / Double(BrierScore.one * BrierScore.one) / Double(count)
    }

    package static func + (left: BrierScore, right: BrierScore) -> BrierScore {
        var sum = left
        sum.count += right.count
        sum.squares += right.squares
        return sum
    }
}

extension Likelihood {
    /// The middle of its range, 0 to 1.
    var middle: Double { Double(low + high) / 20_000 }

    /// The step of ICD 203 that it belongs to: that of its word; of a percentage the one in which its middle lies, the upper
    /// of two that meet there.
    var step: Int {
        if let word = Likelihood.steps.firstIndex(where: { $0.words.contains(text) }) { return word }
        return Likelihood.steps.lastIndex { $0.range.lowerBound * 200 <= low + high } ?? 0
    }
}
