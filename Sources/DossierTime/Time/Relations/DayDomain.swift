/// A set of possible days, which may have gaps.
public struct DayDomain: Sendable {
    /// Days in a row, or the days that fit a pattern of digits.
    enum Part: Sendable {
        case run(ClosedRange<Int>)
        case pattern(EDTFDate)
    }

    /// A day before all days of the calendar, where a domain without a limit begins.
    public static let farPast = -40_000_000_000_000
    /// A day after all days of the calendar, where a domain without a limit ends.
    public static let farFuture = 40_000_000_000_000
    /// The start of a span that has always been.
    public static let always = -50_000_000_000_000
    /// The end of a span that never ends.
    public static let never = 50_000_000_000_000

    /// The end of a span that is not known.
    static let anywhere = DayDomain(farPast...farFuture)

    /// Whether it says nothing.
    var isAnywhere: Bool {
        guard case .run(let days)? = parts.first, parts.count == 1 else { return false }
        return days == DayDomain.farPast...DayDomain.farFuture
    }

    /// The parts; they may overlap and stand in any order.
    var parts: [Part]
    /// The days outside of which none counts.
    var limits = always...never

    /// Days in a row.
    init(_ days: ClosedRange<Int>) { parts = [.run(days)] }

    /// Several parts together.
    init(_ parts: [Part]) { self.parts = parts }

    /// The days that a date may be.
    init(_ date: EDTFDate) {
        parts = [date.isContiguous ? .run(date.bounds) : .pattern(date)]
    }

    /// The first day from a day on; nil where there is none.
    public func first(from day: Int = always) -> Int? {
        let start = max(day, limits.lowerBound)
        let candidates = parts.lazy.compactMap { part in
            switch part {
            case .run(let days): days.upperBound < start ? nil : max(days.lowerBound, start)
            case .pattern(let date): date.firstDay(from: start)
            }
        }
        return candidates.min().flatMap { limits.contains($0) ? $0 : nil }
    }

    /// The last day up to a day; nil where there is none.
    public func last(upTo day: Int = never) -> Int? {
        let end = min(day, limits.upperBound)
        let candidates = parts.lazy.compactMap { part in
            switch part {
            case .run(let days): days.lowerBound > end ? nil : min(days.upperBound, end)
            case .pattern(let date): date.lastDay(upTo: end)
            }
        }
        return candidates.max().flatMap { limits.contains($0) ? $0 : nil }
    }

    /// Whether some day is in both.
    func meets(_ other: DayDomain) -> Bool {
        TiedDays(members: [(self, 0), (other, 0)]).first(from: DayDomain.always) != nil
    }

    /// Whether every day is also in another.
    func isInside(_ other: DayDomain) -> Bool {
        guard var day = first(), let last = last() else { return true }
        var walk = YearWalk(through: [self, other], from: day, to: last)
        while let end = other.end(ofRunAt: day) {
            guard let next = first(from: end + 1), let later = first(from: walk.next(next)) else { return true }
            day = later
        }
        return false
    }

    /// The only day; nil where there are several.
    var onlyDay: Int? {
        guard let day = first(), first(from: day + 1) == nil else { return nil }
        return day
    }

    /// The last of the days that follow a day of the domain without a gap, as far as one part shows.
    private func end(ofRunAt day: Int) -> Int? {
        parts.lazy.compactMap { part in
            switch part {
            case .run(let days): days.contains(day) ? days.upperBound : nil
            case .pattern(let date): date.firstDay(from: day) == day ? day : nil
            }
        }.max()
    }
}
