/// Dates beside one another: `8 to 13 October`, `October or November 2024`, `8, 9 and 10 October`.
extension WordsReader {
    /// A date, a range from one to another, or some dates with `or` or `and`.
    mutating func list() throws(ValueError) -> WordsTime {
        let first = try operand()
        if isRangeMarkNext {
            position += 1
            let last = try operand()
            // "early to mid October" is one stretch, of which any day may be meant.
            if case .partial(let date) = first, date.isBare { return try stretch(first, last) }
            return try span(first, last)
        }
        var operands = [first]
        var isEvery: Bool?
        while isEvery == nil {
            if accept(mark: ",") {
                operands.append(try operand())
            } else if word() == "or", let next = word(1), ["earlier", "later", "before", "after", "so"].contains(next) {
                break
            } else if acceptAny("or") || accept(mark: "/") {
                isEvery = false
                operands.append(try operand())
            } else if accept("and") {
                isEvery = true
                operands.append(try operand())
            } else {
                break
            }
        }
        guard operands.count > 1 else { return try resolve(first) }
        guard let isEvery else {
            throw ValueError("'\(text)' lists dates without 'or' or 'and'", expectation: WordsReader.expectation)
        }
        var times: [WordsTime] = []
        for operand in completed(operands) { times.append(try resolve(operand, after: times.last)) }
        guard times.allSatisfy(\.canBeEnd) else { throw cannotBeEnd() }
        let dates = times.map { $0.firstDate == $0.lastDate ? $0.firstDate : $0.firstDate + ".." + $0.lastDate }
        let days =
            times.map(\.days.lowerBound).reduce(
                DayDomain.never, min)...times.map(\.days.upperBound).reduce(DayDomain.always, max)
        let precision = times.map(\.precision).max() ?? .day
        return WordsTime(form: isEvery ? .every(dates) : .one(dates), days: days, precision: precision)
    }

    private var isRangeMarkNext: Bool {
        if case .mark("-")? = peek() { return true }
        return word().map { ["to", "until", "till", "through", "thru"].contains($0) } ?? false
    }

    /// One of the days from one date to another.
    mutating func stretch(_ first: Operand, _ last: Operand) throws(ValueError) -> WordsTime {
        let (start, end) = try range(first, last)
        guard start.canBeEnd, end.canBeEnd else { throw cannotBeEnd() }
        return WordsTime(oneFrom: start, to: end)
    }

    /// The span from one date to another.
    mutating func span(_ first: Operand, _ last: Operand) throws(ValueError) -> WordsTime {
        let (start, end) = try range(first, last)
        guard start.canBeEnd, end.canBeEnd else { throw cannotBeEnd() }
        return WordsTime(
            form: .span(start.endText, end.endText), days: start.days.lowerBound...end.days.upperBound,
            precision: max(start.precision, end.precision))
    }

    /// The two ends of a range, each of which may leave to the other what it has of the date.
    func range(_ first: Operand, _ last: Operand) throws(ValueError) -> (WordsTime, WordsTime) {
        let ends = completed([first, last])
        var start = try resolve(ends[0])
        var end = try resolve(ends[1], after: start)
        if start.days.lowerBound > end.days.upperBound {
            // A year said once belongs to the end that it stands with: "November to February 2025" begins in 2024.
            if var date = inherited(ends[0], first), let year = date.year {
                date.year = year - 1
                start = try resolve(.partial(date))
            } else if var date = inherited(ends[1], last), let year = date.year {
                date.year = year + 1
                end = try resolve(.partial(date))
            }
        }
        guard start.days.lowerBound <= end.days.upperBound else {
            throw ValueError("'\(text)' ends before it begins: \(start.text), \(end.text)")
        }
        return (start, end)
    }

    /// A date that says its month but has the year of its neighbour.
    private func inherited(_ completed: Operand, _ said: Operand) -> PartialDate? {
        guard case .partial(let date) = completed, case .partial(let said) = said, said.isWithinYear, said.year == nil
        else {
            return nil
        }
        return date
    }

    /// Gives each date in a row what it leaves to its neighbours: the month, then the year.
    private func completed(_ operands: [Operand]) -> [Operand] {
        var dates: [PartialDate?] = operands.map { if case .partial(let date) = $0 { date } else { nil } }
        for index in dates.indices {
            guard let date = dates[index], date.isDayAlone || date.isBare else { continue }
            let before = dates[..<index].compactMap { $0 }.last { $0.isWithinYear }
            let after = dates[(index + 1)...].compactMap { $0 }.first { $0.isWithinYear }
            let isAfter = before == nil || after.map { !$0.isMonthFirst } ?? false
            if let other = isAfter ? after : before { dates[index] = date.withMonth(of: other) }
        }
        for index in dates.indices {
            guard let date = dates[index], date.year == nil, date.weekday == nil || date.day != nil else { continue }
            let after = dates[(index + 1)...].compactMap { $0?.year }.first
            let before = dates[..<index].compactMap { $0?.year }.last
            dates[index]?.year = after ?? before
        }
        return zip(operands, dates).map { operand, date in date.map { .partial($0) } ?? operand }
    }
}
