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
        var spans: [Span] = []
        var known: [Int: When] = [:]
        var found: [[(ordinal: Int, certainty: Certainty)]] = []
        for time in times {
            let span = Span(time, unit, within: written)
            spans.append(span)
            var own: [(ordinal: Int, certainty: Certainty)] = []
            for ordinal in span.ordinalsToLook {
                guard let period = known[ordinal] ?? CalendarPeriod(unit, ordinal: ordinal).time else { continue }
                known[ordinal] = period
                let certainty = time.falls(in: period)
                if certainty != .no { own.append((ordinal, certainty)) }
            }
            found.append(own)
        }
        let listed = Set(found.lazy.flatMap { $0 }.map(\.ordinal)).sorted()
        let places = Dictionary(uniqueKeysWithValues: listed.enumerated().map { ($1, $0) })
        periods = listed.map { CalendarPeriod(unit, ordinal: $0) }
        leavesOut = spans.contains { !$0.isListed }
        memberships = zip(zip(times, spans), found).map { pair, own in
            let (time, span) = pair
            var all = own
            if !span.isListed {
                all = listed.compactMap { ordinal in
                    guard span.contains(ordinal), let period = known[ordinal] else { return nil }
                    let certainty = time.falls(in: period)
                    return certainty == .no ? nil : (ordinal, certainty)
                }
            }
            return all.compactMap { ordinal, certainty in
                places[ordinal].map {
                    RowGroups.Membership(group: $0, certainty: certainty, isWhole: span.isOne)
                }
            }
        }
    }

    /// The periods from the first to the last that a time may mean.
    private struct Span {
        /// Nil where there is no such limit.
        private let first: Int?
        private let last: Int?
        private let written: ClosedRange<Int>
        private let most: Int

        init(_ time: When, _ unit: CalendarPeriod.Unit, within written: ClosedRange<Int>) {
            func ordinal(_ bound: Bound) -> Int? {
                guard case .moment(let moment) = bound else { return nil }
                return CalendarPeriod(unit, containing: moment.day).ordinal
            }
            first = ordinal(time.earliest)
            last = ordinal(time.latest)
            self.written = written
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

        func contains(_ ordinal: Int) -> Bool {
            ordinal >= (first ?? .min) && ordinal <= (last ?? .max)
        }
    }
}
