/// A time as EDTF writes it (ISO 8601-2:2019, Annex A, levels 0, 1 and 2), with the bounds of what it may mean.
///
/// The text is kept as it was read, and two times are equal where their texts are. Bounds are computed once; a
/// time of day is held in UTC.
public struct When: Sendable, Hashable, CustomStringConvertible {
    /// How a time fills its bounds.
    public enum Sense: Sendable, Hashable {
        /// One time within the bounds: a date at any precision, or `[…]`.
        case some
        /// All of the time from one end to the other: `A/B`.
        case span
        /// Each member of a set: `{…}`.
        case every
    }

    /// The EDTF, as it was read.
    public let text: String
    /// The first second and the last, counted from 1970-01-01T00:00:00Z, or one of the two marks below.
    let firstSecond: Int
    let lastSecond: Int
    private let marks: Marks

    /// Stands for an open bound.
    static let open = Int.max - 1
    /// Stands for an unknown bound.
    static let unknown = Int.max

    /// Reads EDTF: levels 0, 1 and 2, no words.
    ///
    /// - Throws: what is wrong, with the bytes at fault and, where one is near, the text that would be right.
    public init(_ text: String) throws(ValueError) {
        if let plain = EDTFPlainDate.bounds(text.utf8Span.span) {
            self.init(text: text, days: plain.days, marks: plain.marks)
        } else {
            self.init(text: text, expression: try EDTFReader.read(text))
        }
    }

    /// Reads EDTF where the text is that, and does not look for what is wrong where it is not.
    init?(unexplained text: String) {
        if let plain = EDTFPlainDate.bounds(text.utf8Span.span) {
            self.init(text: text, days: plain.days, marks: plain.marks)
        } else {
            // No form of EDTF begins with a small letter, and most names do.
            guard let first = text.utf8.first, !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= first),
                let expression = EDTFReader.expression(text)
            else { return nil }
            self.init(text: text, expression: expression)
        }
    }

    /// Makes a plain date, or an interval of plain dates.
    private init(text: String, days: ClosedRange<Int>, marks: Marks) {
        self.text = text
        firstSecond = days.lowerBound * Moment.secondsADay
        lastSecond = days.upperBound * Moment.secondsADay + Moment.secondsADay - 1
        self.marks = marks
    }

    private init(text: String, expression: EDTFExpression) {
        let bounds = expression.bounds
        self.text = text
        firstSecond = bounds.first
        lastSecond = bounds.last
        marks = Marks(expression)
    }

    /// The EDTF, as it was read.
    public var description: String { text }

    /// The lowest level of EDTF that has all that is written: 0, 1 or 2.
    public var level: Int { marks.level }

    /// How it fills its bounds.
    public var sense: Sense { marks.contains(.every) ? .every : marks.contains(.span) ? .span : .some }

    /// The first moment that it may mean; the first second of a day where no time of day is given.
    public var earliest: Bound { bound(firstSecond) }

    /// The last moment that it may mean; the last second of a day where no time of day is given.
    public var latest: Bound { bound(lastSecond) }

    /// The first day that it may mean, as `2024-10-01`, or `open` or `unknown`.
    public var earliestDay: String { earliest.dayText }

    /// The last day that it may mean, as `2024-10-31`, or `open` or `unknown`.
    public var latestDay: String { latest.dayText }

    /// Whether any of it is marked `~` or `%`, or has significant digits.
    public var isApproximate: Bool { marks.contains(.approximate) }

    /// Whether any of it is marked `?` or `%`.
    public var isUncertain: Bool { marks.contains(.uncertain) }

    /// Whether it gives a time of day.
    public var hasTimeOfDay: Bool { marks.contains(.timeOfDay) }

    /// Whether every day between its bounds is possible, or part of it.
    var isContiguous: Bool { marks.contains(.contiguous) }

    /// Equal where the texts are.
    public static func == (left: When, right: When) -> Bool { left.text == right.text }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    private func bound(_ seconds: Int) -> Bound {
        switch seconds {
        case When.open: .open
        case When.unknown: .unknown
        default: .moment(Moment(seconds: seconds))
        }
    }
}
