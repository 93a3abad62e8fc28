import DossierTime

/// Where a time begins and ends for calendars, which know days, and moments in UTC: a local time counts as its day.
struct CalendarEnds {
    /// The first that it may mean; nil where that is open or not known.
    let start: CalendarPoint?
    /// The last that it may mean; nil where that is open or not known.
    let end: CalendarPoint?
    /// The moment, or the day, at which it is over.
    let after: CalendarPoint?
    /// Whether it means one day, all days from the start to the end, or moments, without doubt.
    let isCertain: Bool

    /// Reads a time.
    init(_ when: When) {
        let (first, last) = when.sides
        start = first.flatMap { $0.moment.map(CalendarPoint.moment) ?? $0.earliest.day.map(CalendarPoint.day) }
        end = last.flatMap { $0.moment.map(CalendarPoint.moment) ?? $0.latest.day.map(CalendarPoint.day) }
        after = last.flatMap { side in
            guard side.moment != nil, case .moment(let last) = side.latestInUTC else {
                return side.latest.day.map { .day(Day(number: $0.number + 1)) }
            }
            return .moment(last.next)
        }
        isCertain = (first?.isOneDay ?? false) && (last?.isOneDay ?? false)
    }
}

/// A day, or a moment in UTC.
enum CalendarPoint: Hashable {
    case day(Day)
    case moment(Moment)

    /// Its day.
    var day: Day {
        switch self {
        case .day(let day): day
        case .moment(let moment): moment.day
        }
    }

    /// The moment; nil for a day.
    var moment: Moment? {
        if case .moment(let moment) = self { moment } else { nil }
    }
}

extension When {
    /// The moment that it means, in UTC; nil where it is no moment, or the zone is not known.
    fileprivate var moment: Moment? {
        guard isMoment, !isLocal, case .moment(let moment) = earliestInUTC else { return nil }
        return moment
    }
}

extension Moment {
    /// The second after it.
    fileprivate var next: Moment { Moment(seconds: day.number * Moment.secondsADay + second + 1) }
}
