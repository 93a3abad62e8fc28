import DossierModel
import DossierTime

/// In which periods of the calendar times fall, certainly or possibly.
///
/// A period is listed where a time certainly falls in it, or possibly one that is vague over few periods, and where a longer
/// or vaguer one begins or ends. In each listed period all times are counted.
struct PeriodMemberships {
    /// The periods, in order.
    private(set) var periods: [CalendarPeriod] = []
    /// For each time the periods in which it falls.
    private(set) var memberships: [[RowGroups.Membership]] = []
    /// Whether there are periods that are not listed, in which times fall.
    private(set) var leavesOut = false

    /// How many periods a time may take up so that all of them are listed.
    static let longest = 400
    /// How many periods a time may be vague over so that all of them are listed: the days of a month.
    static let vaguest = 31

    init(_ times: [When], _ unit: CalendarPeriod.Unit) {
        let written = CalendarPeriod.written(unit)
        let spans = times.map { Span($0, unit, within: written) }
        var known = KnownPeriods(unit: unit)
        var found: [[(ordinal: Int, certainty: Certainty)]] = []
        var ordinals: Set<Int> = []
        for (time, span) in zip(times, spans) {
            var own: [(ordinal: Int, certainty: Certainty)] = []
            if span.throughout != nil {
                ordinals.formUnion(span.ordinalsToLook)
            } else {
                for ordinal in span.ordinalsToLook {
                    let certainty = known.answer(time, in: ordinal)
                    if certainty != .no { own.append((ordinal, certainty)) }
                }
                ordinals.formUnion(own.map(\.ordinal))
            }
            found.append(own)
        }
        let listed = ordinals.sorted()
        periods = listed.map { CalendarPeriod(unit, ordinal: $0) }
        leavesOut = spans.contains { !$0.isListed }
        for (index, span) in spans.enumerated() {
            let own = span.places(in: listed)
            if let certainty = span.throughout {
                memberships.append(
                    own.isEmpty ? [] : [.init(groups: own, certainty: certainty, isWhole: span.isOne)])
                continue
            }
            var each = found[index]
            if !span.isListed {
                each = own.map { (ordinal: listed[$0], certainty: known.answer(times[index], in: listed[$0])) }.filter {
                    $0.certainty != .no
                }
            }
            memberships.append(
                each.map { ordinal, certainty in
                    let place = listed.partitioningIndex { $0 >= ordinal }
                    return .init(groups: place..<(place + 1), certainty: certainty, isWhole: false)
                })
        }
    }

    /// Periods as times, each made once.
    private struct KnownPeriods {
        let unit: CalendarPeriod.Unit
        private var times: [Int: When?] = [:]

        init(unit: CalendarPeriod.Unit) { self.unit = unit }

        mutating func answer(_ time: When, in ordinal: Int) -> Certainty {
            let period = times[ordinal] ?? CalendarPeriod(unit, ordinal: ordinal).time
            times[ordinal] = .some(period)
            return period.map { time.falls(in: $0) } ?? .no
        }
    }

    /// The periods from the first to the last that a time may mean.
    private struct Span {
        /// Nil where there is no such limit.
        private let first: Int?
        private let last: Int?
        private let written: ClosedRange<Int>
        private let most: Int
        /// How it falls in all of its periods, where that is known to be the same.
        let throughout: Certainty?

        init(_ time: When, _ unit: CalendarPeriod.Unit, within written: ClosedRange<Int>) {
            func ordinal(_ bound: Bound) -> Int? {
                guard case .moment(let moment) = bound else { return nil }
                return CalendarPeriod(unit, containing: moment.day).ordinal
            }
            first = ordinal(time.earliest)
            last = ordinal(time.latest)
            self.written = written
            throughout = first != nil && first == last ? .certainly : time.fallsThroughout
            most = time.sense == .some ? PeriodMemberships.vaguest : PeriodMemberships.longest
        }

        /// Whether it is one period.
        var isOne: Bool { first != nil && first == last }

        /// Whether all its periods are looked at.
        var isListed: Bool {
            guard let first, let last else { return false }
            return last - first < most && written.contains(first) && written.contains(last)
        }

        /// The periods that are looked at because of it.
        var ordinalsToLook: [Int] {
            let ends = [first, last].compactMap(\.self)
            guard isListed, let first, let last, first <= last else {
                return Set(ends.filter { written.contains($0) }).sorted()
            }
            return Array(first...last)
        }

        /// Where its periods are among those that are listed.
        func places(in listed: [Int]) -> Range<Int> {
            let start = first.map { first in listed.partitioningIndex { $0 >= first } } ?? 0
            let end = last.map { last in listed.partitioningIndex { $0 > last } } ?? listed.count
            return start..<max(start, end)
        }
    }
}
