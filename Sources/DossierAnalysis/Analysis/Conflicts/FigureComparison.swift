import DossierModel
import DossierTime

/// Whether the figures of two claims can be the same number; units are never converted.
struct FigureComparison {
    /// The figures that were compared: those that come nearest to being the same.
    let first: Quantity
    let second: Quantity
    /// Certainly where the ranges as they are written have a number in common, possibly where only the tolerance of `~`
    /// makes them meet.
    let meeting: Certainty
    /// Possibly where one names no unit, or a claim gives several figures of the unit, of which either may be meant.
    let comparability: Certainty
    /// Whether both are written alike.
    let isSame: Bool

    /// Compares the figures of two claims; nil where none of them have a unit in common.
    init?(_ left: Record, _ right: Record) {
        var pairs: [(first: Quantity, second: Quantity, meeting: Certainty)] = []
        for first in left.quantities(.quantity) {
            for second in right.quantities(.quantity) {
                guard let answer = try? first.compare(.equal, second) else { continue }
                let meeting: Certainty = answer == .no ? .no : first.isStatedToMeet(second) ? .certainly : .possibly
                pairs.append((first, second, meeting))
            }
        }
        let hasUnits = pairs.contains { $0.first.unit != nil && $0.second.unit != nil }
        if hasUnits { pairs.removeAll { $0.first.unit == nil || $0.second.unit == nil } }
        guard let meeting = pairs.map(\.meeting).max(), let best = pairs.first(where: { $0.meeting == meeting }) else {
            return nil
        }
        let same = pairs.first { $0.first == $0.second }
        first = same?.first ?? best.first
        second = same?.second ?? best.second
        self.meeting = same == nil ? meeting : .certainly
        let isPlain = pairs.count == 1 && (best.first.unit == nil) == (best.second.unit == nil)
        comparability = isPlain ? .certainly : .possibly
        isSame = same != nil
    }
}

extension Quantity {
    /// Whether the ranges have a number in common as they are written, without the tolerance of `~`.
    fileprivate func isStatedToMeet(_ other: Quantity) -> Bool {
        if let high, let least = other.low, high < least { return false }
        if let low, let most = other.high, low > most { return false }
        return true
    }
}
