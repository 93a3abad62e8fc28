/// A member of a set: one unit of the calendar, or a run of units of the same size.
public struct ExtentUnit: Sendable {
    /// The size of the units in a run.
    enum Size: Sendable { case day, month, year, unknown }

    /// The days of the first unit; nil where the run has always been.
    let first: DayDomain?
    /// The days of the last unit; nil where the run never ends.
    let last: DayDomain?
    /// Whether it is one unit.
    let isSingle: Bool
    /// All days of it.
    let days: DayDomain
    private let size: Size

    init(_ member: EDTFMember) {
        switch member {
        case .date(let date):
            days = DayDomain(date)
            first = days
            last = days
            isSingle = true
            size = Size(date)
        case .range(let start, let end):
            first = start.map { DayDomain($0) }
            last = end.map { DayDomain($0) }
            isSingle = false
            let sizes = [start, end].compactMap { $0.map(Size.init) }
            size = sizes.allSatisfy { $0 == sizes[0] } ? sizes[0] : .unknown
            days = DayDomain((first?.first() ?? DayDomain.farPast)...(last?.last() ?? DayDomain.farFuture))
        }
    }

    /// Whether each of its units is one day, so that it takes up all of them.
    var isOfDays: Bool { isSingle ? days.onlyDay != nil : size == .day }

    /// Whether a whole unit of it lies in a region, so that the region certainly has a day of it.
    func hasUnit(in region: DayDomain) -> Bool {
        if isOfDays { return days.meets(region) }
        if let first, first.isInside(region) { return true }
        if let last, last.isInside(region) { return true }
        if isSingle { return false }
        return region.parts.contains { part in
            guard case .run(let run) = part else { return false }
            return hasMiddleUnit(
                from: max(run.lowerBound, first?.last().map { $0 + 1 } ?? DayDomain.farPast),
                to: min(run.upperBound, last?.first().map { $0 - 1 } ?? DayDomain.farFuture))
        }
    }

    /// Whether a unit between the first and the last lies within some days.
    private func hasMiddleUnit(from start: Int, to end: Int) -> Bool {
        guard start <= end else { return false }
        let day = Day(number: start)
        switch size {
        case .unknown: return false
        case .day: return true
        case .year:
            // Two years and a day hold a whole one, wherever they begin.
            if end - start > 731 { return true }
            let year = day.month == 1 && day.day == 1 ? day.year : day.year + 1
            return Day.number(year: year, month: 12, day: 31) <= end
        case .month:
            if end - start > 62 { return true }
            let isFirst = day.day == 1
            let month = isFirst ? day.month : day.month % 12 + 1
            let year = isFirst || month > 1 ? day.year : day.year + 1
            return Day.number(year: year, month: month, day: Day.count(inMonth: month, ofYear: year)) <= end
        }
    }
}

extension ExtentUnit.Size {
    fileprivate init(_ date: EDTFDate) {
        self =
            date.season != nil || date.year.significantDigits != nil
            ? .unknown : date.day != nil ? .day : date.month != nil ? .month : .year
    }
}
