/// Parts of longer times: `early December`, `the first week of October`, `the night of Monday`, `14:30 on 8 October`.
extension WordsMeaning {
    /// A part of a time, as the table of rules says.
    func portion(_ portion: WordsPortion, of time: WordsTime) throws(WordsProblem) -> WordsTime {
        let first = Day(number: time.days.lowerBound)
        let part: WordsPortion = portion == .start ? .early : portion == .end ? .late : portion
        let isUnit = if case .date = time.form { true } else { time.precision >= .decade }
        guard isUnit && time.whole == nil || time.precision <= .day else {
            throw .wrong(
                "'\(text)' asks for a part of a part", expectation: "a part of a week, month, year, decade or century")
        }
        switch time.precision {
        case .minute: return time
        case .day where time.days.count == 7: return week(part, first.number)
        case .day:
            // EDTF has no part of a day, so that "late on Monday" is the day.
            guard part != .firstHalf, part != .secondHalf else { throw hasNoPortions() }
            return time
        case .month:
            let count = time.days.count
            let days = [.early: 1...10, .middle: 11...20, .late: 21...count, .firstHalf: 1...15][part] ?? 16...count
            let start = first.number - 1
            return WordsTime(
                oneFrom: start + days.lowerBound, to: start + days.upperBound, precision: .month, whole: time.endText)
        case .quarter:
            let months = time.months
            let third = max(1, months.count / 3)
            switch part {
            case .early, .start: return run(of: Array(months.prefix(third)), whole: time)
            case .middle: return run(of: Array(months.dropFirst(third).dropLast(third)), whole: time)
            case .late, .end: return run(of: Array(months.suffix(third)), whole: time)
            case .firstHalf, .secondHalf: throw hasNoPortions()
            }
        case .year:
            switch part {
            case .firstHalf, .secondHalf:
                let code = part == .firstHalf ? 40 : 41
                return EDTFSeason(code: code).map { WordsTime(year: first.year, season: $0) } ?? time
            default:
                let start = part == .early ? 0 : part == .middle ? 4 : 8
                return run(of: Array(time.months[start..<start + 4]), whole: time)
            }
        case .decade, .century: return years(part, of: time, from: first.year)
        }
    }

    private func years(_ portion: WordsPortion, of time: WordsTime, from first: Int) -> WordsTime {
        let count = time.precision == .decade ? 10 : 100
        let parts =
            count == 10
            ? [.early: 0...3, .middle: 4...6, .late: 7...9, .firstHalf: 0...4]
            : [WordsPortion.early: 0...33, .middle: 34...66, .late: 67...99, .firstHalf: 0...49]
        let part = parts[portion] ?? count / 2...count - 1
        var years = WordsTime(
            oneFrom: WordsTime(year: first + part.lowerBound), to: WordsTime(year: first + part.upperBound))
        years.whole = time.endText
        return years
    }

    private func week(_ portion: WordsPortion, _ monday: Int) -> WordsTime {
        switch portion {
        case .early, .start, .firstHalf: WordsTime(oneFrom: monday, to: monday + 1)
        case .middle: WordsTime(oneFrom: monday + 2, to: monday + 3)
        case .late, .end, .secondHalf: WordsTime(oneFrom: monday + 4, to: monday + 6)
        }
    }

    private func run(of months: [WordsTime], whole: WordsTime) -> WordsTime {
        guard let first = months.first, let last = months.last, months.count > 1 else { return months.first ?? whole }
        var time = WordsTime(oneFrom: first, to: last)
        time.whole = whole.endText
        return time
    }

    private func hasNoPortions() -> WordsProblem {
        .wrong("'\(text)' asks for a part of a day", expectation: "a part of a week, month, year, decade or century")
    }

    /// What is found in a longer time by counting.
    func piece(_ piece: WordsPiece, of whole: WordsTime) throws(WordsProblem) -> WordsTime {
        let days = whole.days
        guard days.count <= 40_000, whole.precision != .minute else { throw noPiece(whole) }
        switch piece {
        case .weekday(let number, let weekday): return try self.weekday(number, weekday, in: whole)
        case .unit(let number, .weekend):
            let saturday = try self.weekday(number, 6, in: whole).days.lowerBound
            return WordsTime(oneFrom: saturday, to: saturday + 1)
        case .unit(let number, let unit):
            return try number == 0 ? run(1, unit, true, 1, whole) : run(1, unit, false, number, whole)
        case .run(let count, let unit, let isLast): return try run(count, unit, isLast, 1, whole)
        }
    }

    private func weekday(_ number: Int, _ weekday: Int, in whole: WordsTime) throws(WordsProblem) -> WordsTime {
        let days = whole.days
        let first = days.lowerBound + (weekday - Day(number: days.lowerBound).weekday + 7) % 7
        let last = days.upperBound - (Day(number: days.upperBound).weekday - weekday + 7) % 7
        let day = number == 0 ? last : first + 7 * (number - 1)
        guard days.contains(day) else { throw noPiece(whole) }
        return WordsTime(day: day)
    }

    /// So many units in a row: from the so-manieth on, or at the end.
    private func run(_ count: Int, _ unit: WordsUnit, _ isLast: Bool, _ number: Int, _ whole: WordsTime)
        throws(WordsProblem)
        -> WordsTime
    {
        let days = whole.days
        guard count > 0 else { throw noPiece(whole) }
        if unit == .day || unit == .week || unit == .fortnight {
            let length = count * (unit == .day ? 1 : unit == .week ? 7 : 14)
            let first = isLast ? days.upperBound - length + 1 : days.lowerBound + length * (number - 1)
            guard days.contains(first), days.contains(first + length - 1), number <= 53 else { throw noPiece(whole) }
            if length == 1 { return WordsTime(day: first) }
            return WordsTime(
                oneFrom: first, to: first + length - 1, whole: whole.precision == .month ? whole.endText : nil)
        }
        let units = whole.units(unit)
        let start = isLast ? units.count - count : count * (number - 1)
        guard start >= 0, start + count <= units.count else { throw noPiece(whole) }
        let part = units[start..<start + count]
        guard let first = part.first, let last = part.last else { throw noPiece(whole) }
        if unit == .month, whole.precision == .year, let code = WordsMeaning.codes[[start, count]],
            let season = EDTFSeason(code: code)
        {
            return WordsTime(year: Day(number: days.lowerBound).year, season: season)
        }
        return count == 1 ? first : WordsTime(oneFrom: first, to: last)
    }

    /// Months of a year, by the first and their number, that EDTF has a code for.
    private static let codes = [
        [0, 3]: 33, [3, 3]: 34, [6, 3]: 35, [9, 3]: 36, [0, 4]: 37, [4, 4]: 38, [8, 4]: 39, [0, 6]: 40, [6, 6]: 41,
    ]

    private func noPiece(_ whole: WordsTime) -> WordsProblem {
        .wrong(
            "'\(text)' is not a part of \(whole.text)",
            expectation: "a part such as 'the first week of October 2024' or 'the last three months of 2024'")
    }

    /// The week that a day is in, begins or ends.
    func week(around day: WordsPart, _ place: WordsPart.WeekPlace) throws(WordsProblem) -> WordsTime {
        let days = try time(of: day, aim: aim).days
        guard days.count == 1 else {
            throw .wrong("'\(text)' does not say which week", expectation: "a day of the week")
        }
        let number = days.lowerBound
        let monday = number - Day(number: number).weekday + 1
        switch place {
        case .within: return WordsTime(oneFrom: monday, to: monday + 6)
        case .first: return WordsTime(oneFrom: number, to: number + 6)
        case .weekend: return WordsTime(oneFrom: monday + 5, to: monday + 6)
        }
    }

    /// So long up to the last day of a time.
    func ending(_ count: WordsCount, _ end: WordsPart) throws(WordsProblem) -> WordsTime {
        let last = try time(of: end, aim: aim).days.upperBound
        let start = try shifted(Day(number: last + 1), by: -count.halves, halvesOf: count.unit)
        return WordsTime(oneFrom: start.number, to: last)
    }

    /// A part of a day: a night is in two days, and the hours of a morning differ from writer to writer.
    func daypart(_ kind: WordsDaypart, of day: WordsPart, _ aim: WordsAim) throws(WordsProblem) -> WordsTime {
        let time = try time(of: day, aim: aim)
        guard time.days.count == 1 else {
            if kind == .somewhen { return time }
            throw .wrong(
                "'\(text)' does not say which night", expectation: "a day, such as 'the night of 8 October 2024'")
        }
        let number = time.days.lowerBound
        switch kind {
        case .somewhen: return time
        case .smallHours: return WordsTime(minutes: number * 1440...number * 1440 + 359)
        case .night: return WordsTime(oneFrom: number, to: number + 1)
        case .nightBefore: return WordsTime(oneFrom: number - 1, to: number)
        case .someNight:
            return WordsTime(oneFrom: number - 1, to: number + 1)
        }
    }

    /// A time of day on a day, or on the day that words are read against.
    func clock(_ clock: WordsClock, on day: WordsPart?, _ aim: WordsAim) throws(WordsProblem) -> WordsTime {
        try self.clock(clock, on: timeOrToday(day, aim))
    }

    func clock(_ clock: WordsClock, on time: WordsTime) throws(WordsProblem) -> WordsTime {
        guard case .date = time.form, time.precision == .day, time.qualifier.isEmpty else {
            throw .wrong(
                "'\(text)' gives a time of day without a day",
                expectation: "a time and a day, such as '14:30 on 8 October 2024'")
        }
        let start = time.days.lowerBound * 1440
        var result = WordsTime(
            minutes: start + clock.minutes.lowerBound...start + clock.minutes.upperBound, zone: clock.zone)
        if clock.isApproximate { result.qualifier = .approximate }
        if let text = clock.text {
            result.form = .date(Day(number: result.days.lowerBound).description + "T" + text + clock.zone)
        }
        return result
    }
}

extension WordsTime {
    /// The months that it has.
    fileprivate var months: [WordsTime] { units(.month) }

    /// The months, quarters, years or decades that it has.
    fileprivate func units(_ unit: WordsUnit) -> [WordsTime] {
        var units: [WordsTime] = []
        var day = days.lowerBound
        while day <= days.upperBound {
            let date = Day(number: day)
            let time: WordsTime
            switch unit {
            case .month: time = WordsTime(year: date.year, month: date.month)
            case .quarter:
                guard let season = EDTFSeason(code: 33 + (date.month - 1) / 3) else { return units }
                time = WordsTime(year: date.year, season: season)
            case .year: time = WordsTime(year: date.year)
            case .decade: time = WordsTime(yearsFrom: date.year.flooredQuotient(by: 10) * 10, count: 10)
            default: return units
            }
            guard time.days.lowerBound >= days.lowerBound, time.days.upperBound <= days.upperBound else { return units }
            units.append(time)
            day = time.days.upperBound + 1
        }
        return units
    }
}
