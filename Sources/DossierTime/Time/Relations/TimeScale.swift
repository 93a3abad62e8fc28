/// The clock by which two times are compared.
public enum TimeScale: Sendable {
    /// The clocks that are written: where no time has an offset, or one of the two is of days.
    case written
    /// UTC: a time with an offset has one place in it, and a local time a band from UTC−12 to UTC+14.
    case universal

    /// The clock for two times.
    ///
    /// Days are those that were written, so that an offset matters only between times of day.
    init(_ left: When, _ right: When) {
        let isTimed = left.hasTimeOfDay && right.hasTimeOfDay
        self = isTimed && (left.isZoned || right.isZoned) ? .universal : .written
    }

    /// The seconds that a date with a time of day may be.
    func seconds(of date: EDTFDate) -> ClosedRange<Int> {
        let seconds = date.seconds
        guard self == .universal else { return seconds }
        if let offset = date.clock?.offset { return seconds.lowerBound - offset...seconds.upperBound - offset }
        return widened(seconds)
    }

    /// The seconds of UTC that seconds of an unknown zone may be.
    func widened(_ seconds: ClosedRange<Int>) -> ClosedRange<Int> {
        seconds.lowerBound + EDTFClock.band.lowerBound...seconds.upperBound + EDTFClock.band.upperBound
    }
}
