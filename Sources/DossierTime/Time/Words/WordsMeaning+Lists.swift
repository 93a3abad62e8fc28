/// Times beside one another: `8 to 13 October`, `October or November 2024`, `8, 9 and 10 October`.
extension WordsMeaning {
    /// One of the days from one time to another.
    func stretch(_ first: WordsPart, _ last: WordsPart) throws(WordsProblem) -> WordsTime {
        let (start, end) = try range(first, last)
        return WordsTime(oneFrom: start, to: end)
    }

    /// The span from one time to another; it begins with the start of a period and ends with its end.
    func span(_ first: WordsPart, _ last: WordsPart) throws(WordsProblem) -> WordsTime {
        let (start, end) = try range(first, last)
        let startText = first.portion == .start ? start.firstDate : start.startText
        let endText = last.portion == .end ? end.lastDate : end.endText
        return WordsTime(
            form: .span(startText, endText), days: start.days.lowerBound...end.days.upperBound,
            precision: max(start.precision, end.precision))
    }

    /// One of some times, or each of them.
    ///
    /// Vague times with "and" are one stretch where they touch; to be in each of them is not said.
    func list(_ parts: [WordsPart], isEvery: Bool) throws(WordsProblem) -> WordsTime {
        var times: [WordsTime] = []
        for part in sharingDay(completed(parts)) {
            if case .date(let date) = part, let before = times.last {
                times.append(try time(of: date, after: before))
            } else {
                times.append(try time(of: part, aim: aim))
            }
        }
        guard times.allSatisfy(\.canBeEnd) else { throw cannotBeEnd() }
        let days =
            times.map(\.days.lowerBound).reduce(
                DayDomain.never, min)...times.map(\.days.upperBound)
            .reduce(DayDomain.always, max)
        let isVague = times.contains { time in
            if case .date = time.form { time.precision > .year } else { true }
        }
        if isEvery, isVague {
            for (before, after) in zip(times, times.dropFirst())
            where after.days.lowerBound != before.days.upperBound + 1 {
                throw .wrong(
                    "'\(text)' does not say which days of the two",
                    expectation: "'or' if it was one of them, or a separate time for each")
            }
            if let first = times.first, let last = times.last { return WordsTime(oneFrom: first, to: last) }
        }
        for (index, time) in times.enumerated() {
            for other in times[(index + 1)...] where max(other.first, time.first) <= min(other.last, time.last) {
                let (outer, inner) = other.days.count > time.days.count ? (other, time) : (time, other)
                throw .wrong(
                    "\(inner.text) lies within \(outer.text)",
                    expectation: "one of the two, or dates that do not overlap")
            }
        }
        let dates = times.map { $0.firstDate == $0.lastDate ? $0.firstDate : $0.firstDate + ".." + $0.lastDate }
        return WordsTime(
            form: isEvery ? .every(dates) : .one(dates), days: days, precision: times.map(\.precision).max() ?? .day)
    }

    /// Gives times of day without a day that of the first beside them: `14:30 or 15:30 on Monday`.
    private func sharingDay(_ parts: [WordsPart]) -> [WordsPart] {
        let days = parts.compactMap { part -> WordsPart? in
            if case .clock(_, let day?) = part { return day }
            return nil
        }
        guard let day = days.first else { return parts }
        return parts.map { $0.hasClockAlone ? $0.map(on: day) : $0 }
    }

    /// The two ends of a range, each of which may leave to the other what it has of the date.
    private func range(_ first: WordsPart, _ last: WordsPart) throws(WordsProblem) -> (WordsTime, WordsTime) {
        if let clocks = try clocks(first, last) { return clocks }
        let ends = completed([first, last])
        var start = try time(of: ends[0], aim: aim)
        var end = try self.end(ends[1], after: start)
        if start.days.lowerBound > end.days.upperBound {
            // A year said once belongs to the end that it stands with: "November to February 2025" begins in 2024.
            if var date = inherited(ends[0], first), let year = date.year?.number {
                date.year = .number(year - 1)
                start = try time(of: date, aim: aim)
            } else if var date = inherited(ends[1], last), let year = date.year?.number {
                date.year = .number(year + 1)
                end = try time(of: date, aim: aim)
            }
        }
        guard start.canBeEnd, end.canBeEnd else { throw cannotBeEnd() }
        guard start.first <= end.last else {
            throw .wrong("'\(text)' ends before it begins: \(start.text), \(end.text)")
        }
        return (start, end)
    }

    private func end(_ part: WordsPart, after start: WordsTime) throws(WordsProblem) -> WordsTime {
        if case .date(let date) = part { return try time(of: date, after: start) }
        if case .clock(let clock, .date(let date)?) = part {
            return try self.clock(clock, on: time(of: date, after: start))
        }
        return try time(of: part, aim: aim)
    }

    /// Two times of day, of which one may leave its day to the other: `from 22:00 to 02:00 on Tuesday`.
    private func clocks(_ first: WordsPart, _ last: WordsPart) throws(WordsProblem) -> (WordsTime, WordsTime)? {
        guard first.hasClockAlone || last.hasClockAlone else { return nil }
        var start: WordsTime
        var end: WordsTime
        if !first.hasClockAlone {
            start = try time(of: first, aim: aim)
            end = try time(of: last.map(on: .near(0)), aim: aim, insteadOf: start)
        } else {
            end = try time(of: last.hasClockAlone ? last.map(on: .near(0)) : last, aim: aim)
            start = try time(of: first.map(on: .near(0)), aim: aim, insteadOf: end)
        }
        guard start.minutes != nil, end.minutes != nil else {
            throw .wrong("'\(text)' mixes a day and a time of day", expectation: "two days or two times of day")
        }
        if start.zone.isEmpty != end.zone.isEmpty {
            if start.zone.isEmpty { start.setZone(end.zone) } else { end.setZone(start.zone) }
        }
        if start.first > end.last {
            if first.hasClockAlone { start = start.moved(days: -1) } else { end = end.moved(days: 1) }
        }
        return (start, end)
    }

    /// A time of day on the day of another.
    private func time(of part: WordsPart, aim: WordsAim, insteadOf other: WordsTime) throws(WordsProblem) -> WordsTime {
        switch part {
        case .clock(let clock, _): return try self.clock(clock, on: WordsTime(day: other.days.lowerBound))
        case .either(let parts):
            var readings: [WordsTime] = []
            for part in parts { readings.append(try time(of: part, aim: aim, insteadOf: other)) }
            return try choose(readings)
        default: return try time(of: part, aim: aim)
        }
    }

    /// A date that says its month but has the year of its neighbour.
    private func inherited(_ completed: WordsPart, _ said: WordsPart) -> PartialDate? {
        guard case .date(let date) = completed, case .date(let said) = said, said.isWithinYear, said.year == nil else {
            return nil
        }
        return date
    }

    /// Gives weekdays and days of the month the unit of what stands behind them: `Monday to Friday next week`.
    private func sharingUnit(_ parts: [WordsPart]) -> [WordsPart] {
        var parts = parts
        for index in parts.indices.dropLast().reversed() {
            guard case .within(let other, let unit) = parts[index + 1], case .date(let date) = parts[index] else {
                continue
            }
            let isAlike = date.isWeekdayAlone && other.isWeekdayAlone || date.isDayAlone && other.isDayAlone
            if isAlike { parts[index] = .within(date, unit) }
        }
        return parts
    }

    /// Gives each date in a row what it leaves to its neighbours: the month, then the year.
    private func completed(_ said: [WordsPart]) -> [WordsPart] {
        let parts = sharingUnit(said)
        var dates = parts.map(\.date)
        for index in dates.indices {
            guard let date = dates[index], date.isDayAlone || date.isBare || date.day != nil && date.month == nil else {
                continue
            }
            let before = dates[..<index].compactMap { $0 }.last { $0.isWithinYear }
            let after = dates[(index + 1)...].compactMap { $0 }.first { $0.isWithinYear }
            let isAfter = before == nil || after.map { !$0.isMonthFirst } ?? false
            if let other = isAfter ? after : before {
                dates[index] = date.withMonth(of: other)
                if date.day != nil { dates[index]?.month = other.month }
            }
        }
        for index in dates.indices {
            guard let date = dates[index], date.year == nil, !date.isWeekdayAlone else { continue }
            let after = dates[(index + 1)...].compactMap { $0?.year }.first
            let before = dates[..<index].compactMap { $0?.year }.last
            dates[index]?.year = after ?? before
        }
        return zip(parts, dates).map { part, date in date.map { part.with($0) } ?? part }
    }
}

extension PartialYear {
    /// The year, where its number is said.
    fileprivate var number: Int? {
        if case .number(let number) = self { number } else { nil }
    }
}

extension WordsPart {
    /// The date of the calendar that it is, or that a time or part of the day is on.
    fileprivate var date: PartialDate? {
        switch self {
        case .date(let date): date
        case .clock(_, .date(let date)?): date
        case .daypart(_, .date(let date)): date
        default: nil
        }
    }

    fileprivate func with(_ date: PartialDate) -> WordsPart {
        switch self {
        case .clock(let clock, _): .clock(clock, .date(date))
        case .daypart(let kind, _): .daypart(kind, .date(date))
        default: .date(date)
        }
    }

    /// The part that is said of it.
    fileprivate var portion: WordsPortion? {
        switch self {
        case .portion(let portion, _): portion
        case .date(let date): date.portion
        default: nil
        }
    }

    /// Whether it is a time of day without a day.
    fileprivate var hasClockAlone: Bool {
        switch self {
        case .clock(_, nil): true
        case .either(let parts): parts.allSatisfy(\.hasClockAlone)
        default: false
        }
    }
}
