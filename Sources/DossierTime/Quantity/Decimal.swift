/// An exact decimal number of up to 38 digits.
///
/// The value is an integer coefficient divided by a power of ten. Trailing zeros of the fraction are removed, so two numbers
/// with the same value are equal.
public struct Decimal: Sendable, Hashable {
    /// The digits as a whole number, with the sign.
    let coefficient: Int128
    /// How many of the digits stand after the point, 0 to 38.
    let scale: Int

    /// Zero.
    public static let zero = Decimal(0)

    /// Makes a whole number.
    public init(_ whole: Int) {
        coefficient = Int128(whole)
        scale = 0
    }

    /// Makes a number from its digits and the place of the point, and drops zeros at the end of the fraction.
    init(coefficient: Int128, scale: Int) {
        var coefficient = coefficient
        var scale = scale
        while scale > 0, coefficient % 10 == 0 {
            coefficient /= 10
            scale -= 1
        }
        self.coefficient = coefficient
        self.scale = scale
    }

    /// Reads digits with a point and a sign, without grouping marks: `1500`, `-2.5`.
    ///
    /// - Throws: where the text is no such number, or has more than 38 digits.
    public init(_ text: String) throws(ValueError) {
        var digits = Substring(text)
        let isNegative = digits.hasPrefix("-")
        if isNegative { digits.removeFirst() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let isNumber = parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }
        guard isNumber, let whole = parts.first else {
            throw ValueError("'\(text)' is not a number", expectation: "digits, such as 1500 or 2.5")
        }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard let value = Int128(whole + fraction), whole.utf8.count + fraction.utf8.count <= 38 else {
            throw Decimal.tooLong(text)
        }
        self.init(coefficient: isNegative ? -value : value, scale: fraction.utf8.count)
    }

    /// The sum.
    ///
    /// - Throws: where it has more than 38 digits.
    public static func + (left: Decimal, right: Decimal) throws(ValueError) -> Decimal {
        let scale = max(left.scale, right.scale)
        guard let first = left.coefficient(atScale: scale), let second = right.coefficient(atScale: scale) else {
            throw tooLong("\(left) + \(right)")
        }
        let (sum, overflow) = first.addingReportingOverflow(second)
        guard !overflow, sum.magnitude < powerOfTen(38) else { throw tooLong("\(left) + \(right)") }
        return Decimal(coefficient: sum, scale: scale)
    }

    /// The difference.
    ///
    /// - Throws: where it has more than 38 digits.
    public static func - (left: Decimal, right: Decimal) throws(ValueError) -> Decimal { try left + -right }

    /// The number with the other sign.
    public static prefix func - (number: Decimal) -> Decimal {
        Decimal(coefficient: -number.coefficient, scale: number.scale)
    }

    /// The product with a whole number; nil where it has more than 38 digits.
    func multiplied(by factor: Int128, scaleAdded: Int = 0) -> Decimal? {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
        guard !overflow, product.magnitude < Decimal.powerOfTen(38), scale + scaleAdded <= 38 else { return nil }
        return Decimal(coefficient: product, scale: scale + scaleAdded)
    }

    /// Ten to the power of an exponent from 0 to 38.
    public static func powerOfTen(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    private func coefficient(atScale wanted: Int) -> Int128? {
        let (value, overflow) = coefficient.multipliedReportingOverflow(by: Decimal.powerOfTen(wanted - scale))
        return overflow ? nil : value
    }

    private static func tooLong(_ text: String) -> ValueError {
        ValueError("'\(text)' has more digits than a quantity can have", expectation: "a number of at most 38 digits")
    }
}

extension Decimal: Comparable {
    /// Orders by value: the whole parts first, then what is left of them, so that nothing can overflow.
    public static func < (left: Decimal, right: Decimal) -> Bool {
        let leftUnit = powerOfTen(left.scale)
        let rightUnit = powerOfTen(right.scale)
        let leftWhole = left.coefficient / leftUnit
        let rightWhole = right.coefficient / rightUnit
        if leftWhole != rightWhole { return leftWhole < rightWhole }
        let scale = max(left.scale, right.scale)
        let leftRest = left.coefficient % leftUnit * powerOfTen(scale - left.scale)
        let rightRest = right.coefficient % rightUnit * powerOfTen(scale - right.scale)
        return leftRest < rightRest
    }
}

extension Decimal: CustomStringConvertible {
    /// Digits with a point, without grouping marks: `1500`, `-2.5`.
    public var description: String { text(groupMark: "") }

    /// For people, with a comma between groups of three digits: `1,500`, `-12,345.5`.
    public var grouped: String { text(groupMark: ",") }

    private func text(groupMark: String) -> String {
        if scale == 0, groupMark.isEmpty, let small = Int(exactly: coefficient) { return String(small) }
        let digits = String(coefficient.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        let whole = padded.dropLast(scale)
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped += groupMark }
            grouped.append(digit)
        }
        let fraction = scale > 0 ? "." + padded.suffix(scale) : ""
        return (coefficient < 0 ? "-" : "") + grouped + fraction
    }
}
