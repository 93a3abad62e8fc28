import DossierModel
import DossierTime

/// How two claims about the same subject relate: contradiction, update or compatible.
package struct ClaimComparison {
    /// The sorts, which are never merged.
    package enum Sort: String, CaseIterable {
        /// Both cannot be so.
        case contradiction
        /// The later one takes the place of the earlier.
        case update
        /// Both can be so.
        case compatible
        /// The analyst looked at the two and linked them as compatible.
        case settled
    }

    let sort: Sort
    let certainty: Certainty
    let reason: String
    /// What the two give, where figures or times were compared.
    var values: [FieldValue] = []
    /// Whether the second claim comes first in time.
    var isTurned = false
    /// Whether only times differ that may be of different things: all of these about an event are told together.
    var isOfTimesApart = false
}

extension ClaimComparison {
    /// All that the comparison of two claims gives: by stance, by figures, and where neither has figures by times.
    static func all(_ first: ComparedClaim, _ second: ComparedClaim) -> [ClaimComparison] {
        let isDenied = [(first, second), (second, first)].contains { denier, other in
            denier.mood.isDenial && denier.claim.references(.about).contains(other.claim.id)
        }
        if isDenied {
            return [ClaimComparison(sort: .contradiction, certainty: .certainly, reason: "one denies the other")]
        }
        let subject = first.sharesSubject(with: second)
        guard subject != .no else { return [] }
        let figures = FigureComparison(first.claim, second.claim)
        if first.mood.isDenial != second.mood.isDenial {
            return stances(first, second, subject, figures).map { [$0] } ?? []
        }
        guard let sort = first.mood.sort, sort == second.mood.sort else { return [] }
        if let figures {
            guard times(first.claim, second.claim) != .no else { return [] }
            return [ClaimComparison.figures(first, second, subject, figures)]
        }
        guard !first.subjects.isEmpty, first.claim.quantities(.quantity).isEmpty,
            second.claim.quantities(.quantity).isEmpty, let left = first.claim.when(.when),
            let right = second.claim.when(.when)
        else { return [] }
        return [times(first, second, subject, left, right)]
    }

    /// Whether the times that two claims speak of can be one; certainly where one of them names none.
    private static func times(_ first: Record, _ second: Record) -> Certainty {
        guard let left = first.when(.when), let right = second.when(.when) else { return .certainly }
        return left.overlaps(right)
    }

    /// A denial against what affirms or forecasts the same; the later one of the same speaker is a change of mind.
    private static func stances(
        _ first: ComparedClaim, _ second: ComparedClaim, _ subject: Certainty, _ figures: FigureComparison?
    ) -> ClaimComparison? {
        guard !first.subjects.isEmpty, let strength = (first.mood.isDenial ? second : first).mood.againstDenial else {
            return nil
        }
        // Who denies one figure, or one time, does not deny another.
        let certainty = subject && strength && (figures?.meeting ?? .certainly) && times(first.claim, second.claim)
        guard certainty != .no else { return nil }
        let words = [first, second].map { $0.claim.text(.stance) ?? Stance.unstated }
        if first.sharesOrigin(with: second), let order = Order(first, second), order.certainty != .no {
            let inOrder = order.isTurned ? Array(words.reversed()) : words
            return ClaimComparison(
                sort: .update, certainty: certainty && order.certainty, reason: "\(inOrder[0]), then \(inOrder[1])",
                isTurned: order.isTurned)
        }
        return ClaimComparison(
            sort: .contradiction, certainty: certainty, reason: "one \(words[0]), the other \(words[1])")
    }

    private static func figures(
        _ first: ComparedClaim, _ second: ComparedClaim, _ subject: Certainty, _ figures: FigureComparison
    ) -> ClaimComparison {
        let base = subject && figures.comparability && times(first.claim, second.claim)
        let values = [figures.first, figures.second].map { FieldValue.quantity($0) }
        if !figures.isSame, let update = update(first, second, base, values) { return update }
        let (left, right) = (figures.first.text, figures.second.text)
        if figures.meeting == .no {
            return ClaimComparison(
                sort: .contradiction, certainty: base, reason: "\(left) and \(right) have no number in common",
                values: values)
        }
        let reason = figures.isSame ? "the same figure" : "the ranges overlap"
        return ClaimComparison(
            sort: .compatible, certainty: base && figures.meeting,
            reason: figures.meeting == .certainly ? reason : "\(left) and \(right) meet only by the tolerance of ~",
            values: values)
    }

    private static func times(
        _ first: ComparedClaim, _ second: ComparedClaim, _ subject: Certainty, _ left: When, _ right: When
    ) -> ClaimComparison {
        let values = [FieldValue.when(left), .when(right)]
        if left != right, let update = update(first, second, subject, values) { return update }
        if left.overlaps(right) != .no {
            return ClaimComparison(
                sort: .compatible, certainty: subject, reason: left == right ? "the same time" : "the times can be one",
                values: values)
        }
        let reason = "\(left.text) and \(right.text) have no time in common"
        guard first.givesTime(ofAnEventWith: second) else {
            return ClaimComparison(
                sort: .contradiction, certainty: .possibly, reason: reason, values: values, isOfTimesApart: true)
        }
        // The marks ~ and ? give no width; what they leave open is possible.
        let isOpen = [left, right].contains { $0.isApproximate || $0.isUncertain }
        return ClaimComparison(
            sort: .contradiction, certainty: subject && (isOpen ? .possibly : .certainly), reason: reason,
            values: values)
    }

    /// A later value of the same speaker or origin; nil where another gives it, or both were said at the same time.
    private static func update(
        _ first: ComparedClaim, _ second: ComparedClaim, _ base: Certainty, _ values: [FieldValue]
    ) -> ClaimComparison? {
        guard first.sharesOrigin(with: second) else { return nil }
        let words = values.map(\.typed)
        guard let order = Order(first, second) else {
            return ClaimComparison(
                sort: .update, certainty: base && .possibly,
                reason: "\(words[0]) and \(words[1]); which is later is not known", values: values)
        }
        guard order.certainty != .no else { return nil }
        let inOrder = order.isTurned ? Array(words.reversed()) : words
        return ClaimComparison(
            sort: .update, certainty: base && order.certainty, reason: "\(inOrder[0]), then \(inOrder[1])",
            values: values, isTurned: order.isTurned)
    }

    /// Which of two claims was said first; nil where it is not known when one was.
    private struct Order {
        let certainty: Certainty
        let isTurned: Bool

        init?(_ first: ComparedClaim, _ second: ComparedClaim) {
            guard let left = first.said, let right = second.said else { return nil }
            let (forward, backward) = (left.before(right), right.before(left))
            certainty = max(forward, backward)
            isTurned = backward > forward
        }
    }
}

extension ComparedClaim.Mood {
    var isDenial: Bool {
        if case .denial = self { return true }
        return false
    }

    /// How surely a claim of this mood contradicts a denial; nil where it says nothing of whether it is so.
    var againstDenial: Certainty? {
        switch self {
        case .affirmation(let isStated): isStated ? .certainly : .possibly
        case .forecast: .possibly
        case .denial, .demand, .attitude: nil
        }
    }

    /// The sort of its figures and times: of what is, of what will be, of what must be. Only those of one sort are compared,
    /// and those of denials not among each other.
    var sort: Int? {
        switch self {
        case .affirmation, .attitude: 0
        case .forecast: 1
        case .demand: 2
        case .denial: nil
        }
    }
}
