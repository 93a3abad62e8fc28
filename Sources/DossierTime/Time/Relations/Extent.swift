/// The days that a time may take up.
public enum Extent: Sendable {
    /// One of the days.
    case one(DayDomain)
    /// All days from one of the first to one of the second.
    case span(DayDomain, DayDomain)
    /// A day in each of the units.
    case every([ExtentUnit])

    /// The extent of an expression.
    public init(_ expression: EDTFExpression) {
        switch expression {
        case .date(let date): self = .one(DayDomain(date))
        case .interval(let start, let end):
            self = .span(
                Extent.domain(start, openAt: DayDomain.always), Extent.domain(end, openAt: DayDomain.never))
        case .one(let members): self = .one(DayDomain(members.flatMap { ExtentUnit($0).days.parts }))
        case .every(let members): self = .every(members.map(ExtentUnit.init))
        }
    }

    /// The days of the whole: all that any reading takes up.
    var region: DayDomain {
        switch self {
        case .one(let days): days
        case .span(let start, let end): DayDomain((start.first() ?? DayDomain.always)...(end.last() ?? DayDomain.never))
        case .every(let units): DayDomain(units.flatMap(\.days.parts))
        }
    }

    /// The first day that it takes up, in all readings.
    public var start: DayDomain {
        switch self {
        case .one(let days), .span(let days, _): return days
        case .every(let units):
            if units.contains(where: { $0.first == nil }) { return DayDomain(DayDomain.always...DayDomain.always) }
            var days = region
            days.limits = DayDomain.always...(units.compactMap { $0.first?.last() }.min() ?? DayDomain.never)
            return days
        }
    }

    /// The last day that it takes up, in all readings.
    public var end: DayDomain {
        switch self {
        case .one(let days), .span(_, let days): return days
        case .every(let units):
            if units.contains(where: { $0.last == nil }) { return DayDomain(DayDomain.never...DayDomain.never) }
            var days = region
            days.limits = (units.compactMap { $0.last?.first() }.max() ?? DayDomain.always)...DayDomain.never
            return days
        }
    }

    /// The first and the last day as far as they are stated: a span with an end that is not known may end as it begins.
    public var statedEnds: (start: DayDomain, end: DayDomain) {
        if start.isAnywhere { return (end, end) }
        return end.isAnywhere ? (start, start) : (start, end)
    }

    /// Whether its first day is its last.
    var isOneDay: Bool {
        switch self {
        case .one: true
        case .span: false
        case .every(let units): units.count == 1 && units[0].isSingle
        }
    }

    /// The days that it takes up, where they are the same in all readings.
    var fixedDays: DayDomain? {
        switch self {
        case .one(let days): return days.onlyDay == nil ? nil : days
        case .span(let start, let end):
            guard let first = start.onlyDay, let last = end.onlyDay else { return nil }
            return DayDomain(first...last)
        case .every(let units): return units.allSatisfy(\.isOfDays) ? region : nil
        }
    }

    private static func domain(_ end: EDTFEnd, openAt limit: Int) -> DayDomain {
        switch end {
        case .date(let date): DayDomain(date)
        case .open: DayDomain(limit...limit)
        case .unknown: DayDomain.anywhere
        }
    }
}
