/// A time in EDTF (ISO 8601-2:2019, Annex A, levels 0, 1 and 2), with the bounds of what it may mean.
///
/// Dossier extends EDTF to times of day: spans, sets and doubt accept a date-time of ISO 8601-1:2019 in place of a date. The
/// text is kept as it was read; two times are equal if their texts are equal. Bounds are computed once, by the clock as
/// written: the day of a time is the written day, also if it has an offset. A time without an offset is local.
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
    /// The first second and the last by its own clock, counted from 1970-01-01T00:00:00, or one of the two marks below.
    public let firstSecond: Int
    /// The last second by its own clock, counted in the same way.
    public let lastSecond: Int
    private let marks: Marks
    /// The minutes east of UTC of its first and its last second; 0 for a local time.
    let firstOffset: Int16
    let lastOffset: Int16

    /// Stands for an open bound.
    public static let open = Int.max - 1
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
    public init?(unexplained text: String) {
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

    /// Whether bytes are EDTF, of which `init?(unexplained:)` makes a time.
    public static func isUnexplained(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe EDTFPlainDate.bounds(bytes.span) != nil
            || When(unexplained: String(decoding: bytes, as: UTF8.self)) != nil
    }

    /// Whether bytes are a plain date, or an interval of plain dates, which mean the same as a time in words.
    public static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe EDTFPlainDate.bounds(bytes.span) != nil
    }

    /// Makes a plain date, or an interval of plain dates.
    private init(text: String, days: ClosedRange<Int>, marks: Marks) {
        self.text = text
        firstSecond = days.lowerBound * Moment.secondsADay
        lastSecond = days.upperBound * Moment.secondsADay + Moment.secondsADay - 1
        self.marks = marks
        firstOffset = 0
        lastOffset = 0
    }

    private init(text: String, expression: EDTFExpression) {
        let bounds = expression.bounds
        let offsets = expression.offsets
        firstOffset = Int16(offsets.first / 60)
        lastOffset = Int16(offsets.last / 60)
        self.text = text
        firstSecond = bounds.first
        lastSecond = bounds.last
        marks = Marks(expression)
    }

    /// The EDTF, as it was read.
    public var description: String { text }

    /// The lowest level of EDTF that has all that is written: 0, 1 or 2; or `levelOfISO`.
    public var level: Int { marks.level }

    /// Stands for what only ISO 8601-1 has: minutes without seconds, decimals of them, and times of day in spans and sets.
    public static let levelOfISO = 3

    /// The level for people: `0`, `1`, `2` or `ISO 8601-1`.
    public var levelText: String { level == When.levelOfISO ? "ISO 8601-1" : String(level) }

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

    /// Whether some of it is a time of day with an offset from UTC.
    var isZoned: Bool { marks.contains(.zoned) }

    /// Whether some of it is a time of day by the clock of a place that is not known.
    public var isLocal: Bool { marks.contains(.local) }

    /// The first moment that it may mean, in UTC; a local time is taken as UTC.
    public var earliestInUTC: Bound { isBounded(firstSecond) ? bound(firstSecond - Int(firstOffset) * 60) : earliest }

    /// The last moment that it may mean, in UTC; a local time is taken as UTC.
    public var latestInUTC: Bound { isBounded(lastSecond) ? bound(lastSecond - Int(lastOffset) * 60) : latest }

    /// Whether every day between its bounds is possible, or part of it.
    var isContiguous: Bool { marks.contains(.contiguous) }

    /// Equal where the texts are.
    public static func == (left: When, right: When) -> Bool { left.text == right.text }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    private func isBounded(_ seconds: Int) -> Bool { seconds < When.open }

    private func bound(_ seconds: Int) -> Bound {
        switch seconds {
        case When.open: .open
        case When.unknown: .unknown
        default: .moment(Moment(seconds: seconds))
        }
    }
}
