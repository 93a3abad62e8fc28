import DossierModel

/// How much a piece of evidence counts: credibility times relevance, each 1/√2, 1 or √2 for low, medium and high.
///
/// Every sum of such products is (a + b√2)/2 with whole a and b, so that sums are exact and equal ones are equal.
package struct EvidenceWeight: Hashable, Comparable {
    private var whole = 0
    private var roots = 0

    /// Nothing.
    static let zero = EvidenceWeight()

    /// A step of credibility or of relevance.
    package enum Level: String {
        case low, medium, high

        fileprivate var exponent: Int {
            switch self {
            case .low: -1
            case .medium: 0
            case .high: 1
            }
        }

        /// The lesser of two.
        static func lesser(_ left: Level, _ right: Level) -> Level { left.exponent < right.exponent ? left : right }
    }

    private init() {}

    /// The product.
    init(credibility: Level, relevance: Level) {
        switch credibility.exponent + relevance.exponent {
        case -2: whole = 1
        case -1: roots = 1
        case 0: whole = 2
        case 1: roots = 2
        default: whole = 4
        }
    }

    static func + (left: EvidenceWeight, right: EvidenceWeight) -> EvidenceWeight {
        var sum = left
        sum.whole += right.whole
        sum.roots += right.roots
        return sum
    }

    static func * (weight: EvidenceWeight, times: Int) -> EvidenceWeight {
        var product = weight
        product.whole *= times
        product.roots *= times
        return product
    }

    package static func < (left: EvidenceWeight, right: EvidenceWeight) -> Bool {
        let (whole, roots) = (right.whole - left.whole, right.roots - left.roots)
        // Whether whole + roots·√2 is above zero, without rounding.
        if whole >= 0, roots >= 0 { return whole > 0 || roots > 0 }
        if whole <= 0, roots <= 0 { return false }
        return whole > 0 ? whole * whole > 2 * roots * roots : 2 * roots * roots > whole * whole
    }

    /// The nearest number of double precision.
    package var value: Double { (Double(whole) + Double(roots) * 2.0.squareRoot()) / 2 }
}

extension Grade {
    /// How credible what bears the grade is: the lesser of what the letter and the figure say. A, B, 1 and 2 are high, C and
    /// 3 medium, the others low; F and 6, which cannot be judged, count as medium.
    var level: EvidenceWeight.Level {
        let figure: EvidenceWeight.Level =
            switch credibility {
            case 1, 2: .high
            case 3, 6: .medium
            default: .low
            }
        return EvidenceWeight.Level.lesser(reliability.level, figure)
    }

    /// Whether a part of it cannot be judged.
    package var isUnjudged: Bool { reliability == .f || credibility == 6 }
}

extension Reliability {
    /// How credible what comes from such a source is, where nothing else is known.
    var level: EvidenceWeight.Level {
        switch self {
        case .a, .b: .high
        case .c, .f: .medium
        case .d, .e: .low
        }
    }
}
