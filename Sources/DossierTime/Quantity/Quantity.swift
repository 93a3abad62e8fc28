/// A number, or the range that it lies in, with an optional unit; it keeps its doubt.
///
/// | written | meaning |
/// |---|---|
/// | `1500` | 1,500 |
/// | `~1500` | about 1,500 |
/// | `1000..2000` | between 1,000 and 2,000 |
/// | `1000..1500..2000` | the same, most likely 1,500 |
/// | `..10000` | up to 10,000 |
/// | `1500..` | at least 1,500 |
///
/// A unit follows after a space, and `~` stands before any of the forms. How numbers are written: see `NumberReader`; what
/// people write beside the typed form, such as `at least 12 dead`: see ``QuantityRules``.
public struct Quantity: Sendable, Hashable, CustomStringConvertible {
    /// The least it may be; nil where there is no limit.
    public let low: Decimal?
    /// The most likely number, or the only one; nil where none is named.
    public let best: Decimal?
    /// The most it may be; nil where there is no limit.
    public let high: Decimal?
    /// What is counted or measured.
    public let unit: String?
    /// Whether it is marked `~`.
    public let isApproximate: Bool

    /// Reads the typed form, with grouping marks or without, or a figure as people write it.
    ///
    /// - Throws: what is wrong, with the bytes at fault and, where one is near, the text that would be right.
    public init(_ text: String) throws(ValueError) {
        self = try QuantityReader.read(text).quantity
    }

    /// Makes a quantity of parts that are known to be in order.
    init(low: Decimal?, best: Decimal?, high: Decimal?, unit: String?, isApproximate: Bool) {
        self.low = low
        self.best = best
        self.high = high
        self.unit = unit
        self.isApproximate = isApproximate
    }

    /// The same numbers without a unit.
    public var withoutUnit: Quantity {
        Quantity(low: low, best: best, high: high, unit: nil, isApproximate: isApproximate)
    }

    /// The canonical typed form, which reads back as an equal quantity: `~1500 soldiers`.
    public var text: String {
        let number: String
        if let best, low == best, high == best {
            number = Quantity.typed(best)
        } else {
            let ends = [low, best, high].map { $0.map(Quantity.typed) ?? "" }
            number = best == nil ? ends[0] + ".." + ends[2] : ends.joined(separator: "..")
        }
        return (isApproximate ? "~" : "") + number + suffix
    }

    /// The canonical typed form.
    public var description: String { text }

    /// The unit as it follows a number.
    public var suffix: String {
        guard let unit else { return "" }
        return unit.hasPrefix("%") ? unit : " " + unit
    }

    /// A number as it is typed; one of three decimals gets a zero, since `1.500` could be read as 1,500.
    private static func typed(_ number: Decimal) -> String {
        let isAmbiguous =
            number.scale == 3 && number.coefficient.magnitude < 1_000_000 && number.coefficient.magnitude >= 1000
        return isAmbiguous ? "\(number)0" : "\(number)"
    }
}
