/// A year as EDTF states it: exact, with unspecified digits, or with significant digits.
struct EDTFYear: Sendable, Hashable {
    /// The digit that stands for an unspecified one.
    static let unspecified: Int8 = -1

    /// The first and the last year that it may be.
    var bounds: ClosedRange<Int>
    /// The year as written; with unspecified digits the one nearest to 0.
    var stated: Int
    /// Four digits, of which at least one is unspecified; nil where the year is a number.
    var digits: SIMD4<Int8>?
    /// How many of its digits are significant, where that is said (`1950S2`).
    var significantDigits: Int?

    /// A year that is a number.
    init(_ year: Int) {
        bounds = year...year
        stated = year
    }

    /// A year of four digits, some unspecified; nil for `-0000`, which is no year.
    init?(digits: SIMD4<Int8>, isNegative: Bool) {
        func value(replacement: Int8) -> Int {
            (0..<4).reduce(0) { $0 * 10 + Int(digits[$1] == EDTFYear.unspecified ? replacement : digits[$1]) }
        }
        let nearest = value(replacement: 0)
        let farthest = value(replacement: 9)
        if isNegative {
            guard farthest > 0 else { return nil }
            bounds = -farthest...(-max(nearest, 1))
            stated = -nearest
        } else {
            bounds = nearest...farthest
            stated = nearest
        }
        if nearest != farthest { self.digits = digits }
    }

    /// Whether it may be this year.
    func contains(_ year: Int) -> Bool {
        guard bounds.contains(year) else { return false }
        guard let digits else { return true }
        var rest = abs(year)
        for place in stride(from: 3, through: 0, by: -1) {
            let digit = Int8(rest % 10)
            if digits[place] != EDTFYear.unspecified && digits[place] != digit { return false }
            rest /= 10
        }
        return true
    }

    /// The first year it may be, from a year on.
    func first(from year: Int) -> Int? {
        var candidate = max(year, bounds.lowerBound)
        while candidate <= bounds.upperBound {
            if contains(candidate) { return candidate }
            candidate += 1
        }
        return nil
    }

    /// The last year it may be, up to a year.
    func last(upTo year: Int) -> Int? {
        var candidate = min(year, bounds.upperBound)
        while candidate >= bounds.lowerBound {
            if contains(candidate) { return candidate }
            candidate -= 1
        }
        return nil
    }
}
