extension EDTFExpression {
    /// Whether one of the dates that are written in it has a property.
    func hasDate(where test: (EDTFDate) -> Bool) -> Bool {
        switch self {
        case .date(let date): test(date)
        case .interval(let start, let end): (start.date.map(test) ?? false) || (end.date.map(test) ?? false)
        case .one(let members), .every(let members): members.contains { $0.hasDate(where: test) }
        }
    }

    /// The lowest level of EDTF that has it.
    var level: Int {
        switch self {
        case .date(let date): return date.level
        case .one, .every: return hasDate { $0.clock != nil } ? When.levelOfISO : 2
        case .interval(let start, let end):
            if hasDate(where: { $0.clock != nil }) { return When.levelOfISO }
            if hasDate(where: \.hasUnspecifiedDigits) { return 2 }
            return max(start.date?.level ?? 1, end.date?.level ?? 1)
        }
    }

    /// The first and the last second by the clocks that are written, with the marks of `When` for open and unknown ends.
    var bounds: (first: Int, last: Int) {
        switch self {
        case .date(let date): return (EDTFExpression.first(of: date), EDTFExpression.last(of: date))
        case .interval(let start, let end):
            return (
                start.date.map(EDTFExpression.first(of:)) ?? (start == .open ? When.open : When.unknown),
                end.date.map(EDTFExpression.last(of:)) ?? (end == .open ? When.open : When.unknown)
            )
        case .one(let members), .every(let members):
            let bounds = members.map(\.bounds)
            let isOpen = bounds.contains { $0.last == When.open }
            return (
                bounds.contains { $0.first == When.open }
                    ? When.open : bounds.reduce(When.unknown) { min($0, $1.first) },
                isOpen ? When.open : bounds.reduce(-When.unknown) { max($0, $1.last) }
            )
        }
    }

    /// The offsets of the first and the last second from UTC, in seconds.
    var offsets: (first: Int, last: Int) {
        switch self {
        case .date(let date): return (date.clock?.offset ?? 0, date.clock?.offset ?? 0)
        case .interval(let start, let end): return (start.date?.clock?.offset ?? 0, end.date?.clock?.offset ?? 0)
        case .one(let members), .every(let members):
            let dates = members.flatMap(\.dates)
            let first = dates.min { $0.seconds.lowerBound < $1.seconds.lowerBound }
            let last = dates.max { $0.seconds.upperBound < $1.seconds.upperBound }
            return (first?.clock?.offset ?? 0, last?.clock?.offset ?? 0)
        }
    }

    fileprivate static func first(of date: EDTFDate) -> Int {
        date.seconds.lowerBound
    }

    fileprivate static func last(of date: EDTFDate) -> Int {
        date.seconds.upperBound
    }
}

extension EDTFMember {
    /// Whether all of its days follow on one another.
    var isContiguous: Bool {
        switch self {
        case .date(let date): date.isContiguous
        case .range: true
        }
    }

    fileprivate var bounds: (first: Int, last: Int) {
        switch self {
        case .date(let date): (EDTFExpression.first(of: date), EDTFExpression.last(of: date))
        case .range(let first, let last):
            (
                first.map(EDTFExpression.first(of:)) ?? When.open, last.map(EDTFExpression.last(of:)) ?? When.open
            )
        }
    }
}
