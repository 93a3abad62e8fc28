/// Times that are counted from the day of publication or from another time.
extension WordsMeaning {
    /// A unit of the calendar before, around or after the day that words are read against.
    func calendarUnit(_ unit: WordsUnit, _ step: Int) throws(WordsProblem) -> WordsTime {
        try calendarUnit(unit, step, from: reference())
    }

    private func calendarUnit(_ unit: WordsUnit, _ step: Int, from day: Day) throws(WordsProblem) -> WordsTime {
        let monday = day.number - day.weekday + 1
        switch unit {
        case .minute, .hour: throw .wrong("'\(text)' does not say which \(unit.plural)", expectation: "a time of day")
        case .day: return WordsTime(day: day.number + step)
        case .week: return WordsTime(oneFrom: monday + 7 * step, to: monday + 7 * step + 6)
        case .weekend: return WordsTime(oneFrom: monday + 7 * step + 5, to: monday + 7 * step + 6)
        case .fortnight:
            let start = step < 0 ? day.number - 14 : day.number
            return WordsTime(oneFrom: start, to: start + 14)
        case .decade: return WordsTime(yearsFrom: day.year.flooredQuotient(by: 10) * 10 + 10 * step, count: 10)
        case .century: return WordsTime(yearsFrom: day.year.flooredQuotient(by: 100) * 100 + 100 * step, count: 100)
        case .month, .quarter, .year: return try moved(WordsTime(day: day), step, unit)
        }
    }

    /// The weekend: the latest that has begun, or ahead the one of this week.
    func weekend(_ aim: WordsAim) throws(WordsProblem) -> WordsTime {
        let time = try calendarUnit(.weekend, 0)
        let isToCome = try time.days.lowerBound > reference().number
        return isToCome && (aim == .usual || aim == .past) ? try calendarUnit(.weekend, -1) : time
    }

    /// The first weekend that has not begun.
    func comingWeekend() throws(WordsProblem) -> WordsTime {
        let time = try calendarUnit(.weekend, 0)
        return try time.days.lowerBound > reference().number ? time : calendarUnit(.weekend, 1)
    }

    func recurring(_ kind: WordsPart.Recurring, _ step: WordsStep) throws(WordsProblem) -> WordsTime {
        switch kind {
        case .weekday(let weekday): return try self.weekday(weekday, step)
        case .month(let month): return try cycle(step) { WordsTime(year: $0, month: month) }
        case .season(let season): return try cycle(step) { WordsTime(year: $0, season: season) }
        case .named(let named):
            return try cycle(step) { named.day(inYear: $0).map { WordsTime(day: $0) } ?? WordsTime(year: $0) }
        }
    }

    /// A weekday before, in or after the week of the day that words are read against.
    private func weekday(_ weekday: Int, _ step: WordsStep) throws(WordsProblem) -> WordsTime {
        let today = try reference()
        let monday = today.number - today.weekday + 1
        switch step {
        case .last: return WordsTime(day: today.number - (today.weekday - weekday + 6) % 7 - 1)
        case .this: return WordsTime(day: monday + weekday - 1)
        case .next, .coming:
            let coming = today.number + (weekday - today.weekday + 6) % 7 + 1
            guard step == .next, coming < monday + 7 else { return WordsTime(day: coming) }
            return try choose([WordsTime(day: coming), WordsTime(day: coming + 7)])
        }
    }

    /// A part of each year: the last that is over, the one of this year, or the next that is to begin.
    private func cycle(_ step: WordsStep, _ make: (Int) -> WordsTime) throws(WordsProblem) -> WordsTime {
        let today = try reference()
        let years = (-2...2).map { make(today.year + $0) }
        if step == .last { return years.last { $0.days.upperBound < today.number } ?? years[0] }
        if step == .this { return years.first { $0.days.contains(today.number) } ?? years[2] }
        let coming = years.first { $0.days.lowerBound > today.number } ?? years[4]
        guard step == .next, Day(number: coming.days.lowerBound).year == today.year else { return coming }
        return try choose([coming, make(today.year + 1)])
    }

    /// So many units before or after a time; nearly, more or less than that.
    func counted(_ count: WordsCount, _ sign: Int, _ base: WordsPart?) throws(WordsProblem) -> WordsTime {
        let start = try timeOrToday(base, aim)
        guard case .date = start.form, start.precision <= count.unit.precision || count.unit.precision == .minute else {
            throw .wrong("\(start.text) is not precise enough to count \(count.unit.plural) from")
        }
        var time: WordsTime
        if count.halves % 2 == 0 {
            time = try moved(start, sign * count.halves / 2, count.unit)
        } else if count.unit == .week {
            time = WordsTime(day: start.days.lowerBound + sign * count.halves * 7 / 2)
            time.qualifier = .approximate
        } else if let half = count.unit.half {
            time = try moved(start, sign * count.halves * half.count, half.unit)
            time.qualifier = .approximate
        } else {
            throw .wrong(
                "'\(text)' counts in half \(count.unit.plural)", expectation: "a whole number of a smaller unit")
        }
        switch count.margin {
        case .exact: break
        case .about: time.qualifier.formUnion(.approximate)
        case .more:
            time.qualifier = []
            return sign < 0 ? time.orEarlier : time.orLater
        case .less:
            let days =
                min(start.days.lowerBound, time.days.lowerBound)...max(start.days.lowerBound, time.days.upperBound)
            return WordsTime(
                oneFrom: days.lowerBound, to: min(days.upperBound, max(start.days.upperBound, time.days.lowerBound)))
        }
        return time
    }

    /// A time, or the day that words are read against.
    func timeOrToday(_ part: WordsPart?, _ aim: WordsAim) throws(WordsProblem) -> WordsTime {
        guard let part else { return WordsTime(day: try reference()) }
        return try time(of: part, aim: aim)
    }

    /// `the week after 8 October`
    func neighbour(_ unit: WordsUnit, _ sign: Int, of base: WordsPart) throws(WordsProblem) -> WordsTime {
        let start = try time(of: base, aim: aim)
        guard start.precision <= unit.precision else {
            throw .wrong("\(start.text) is not precise enough to count \(unit.plural) from")
        }
        return try calendarUnit(unit, sign, from: Day(number: sign < 0 ? start.days.lowerBound : start.days.upperBound))
    }

    /// All days from so long ago to today, or from today to so long from now.
    func recent(_ count: WordsCount, _ sign: Int, _ isThroughout: Bool) throws(WordsProblem) -> WordsTime {
        let today = try reference()
        if count.unit == .hour || count.unit == .minute {
            let minutes = count.halves * (count.unit == .hour ? 30 : 1) / (count.unit == .hour ? 1 : 2)
            if minutes % 1440 != 0 {
                let day = today.number * 1440
                let range = sign < 0 ? day - minutes...day + 1439 : day...day + 1439 + minutes
                return WordsTime(minutes: range, isThroughout: isThroughout)
            }
            let other = today.number + sign * minutes / 1440
            return days(min(today.number, other), max(today.number, other), isThroughout)
        }
        let other = try shifted(today, by: sign * count.halves, halvesOf: count.unit).number
        return days(min(today.number, other), max(today.number, other), isThroughout)
    }

    private func days(_ first: Int, _ last: Int, _ isThroughout: Bool) -> WordsTime {
        let time = WordsTime(oneFrom: first, to: last)
        guard isThroughout else { return time }
        return WordsTime(form: .span(time.firstDate, time.lastDate), days: time.days, precision: .day)
    }

    /// `earlier this week`: from its start to today; all of it, where today is not in it.
    func rest(_ isEarlier: Bool, _ inner: WordsPart) throws(WordsProblem) -> WordsTime {
        let time = try time(of: inner, aim: isEarlier ? .past : .ahead)
        let today = try reference().number
        guard time.days.count > 1, time.days.contains(today) else { return time }
        return isEarlier
            ? WordsTime(oneFrom: time.days.lowerBound, to: today) : WordsTime(oneFrom: today, to: time.days.upperBound)
    }

    /// A time moved by some units, as precise as the unit; a decade and a century are only roughly meant.
    func moved(_ time: WordsTime, _ count: Int, _ unit: WordsUnit) throws(WordsProblem) -> WordsTime {
        if unit == .hour || unit == .minute { return try moved(time, minutes: count * (unit == .hour ? 60 : 1)) }
        let day = try shifted(Day(number: time.days.lowerBound), by: 2 * count, halvesOf: unit)
        switch unit {
        case .minute, .hour, .day, .week, .fortnight, .weekend: return WordsTime(day: day)
        case .month: return WordsTime(year: day.year, month: day.month)
        case .quarter:
            return EDTFSeason(code: 33 + (day.month - 1) / 3).map { WordsTime(year: day.year, season: $0) } ?? time
        case .year: return WordsTime(year: day.year)
        case .decade, .century:
            var year = WordsTime(year: day.year)
            year.qualifier = .approximate
            return year
        }
    }

    private func moved(_ time: WordsTime, minutes: Int) throws(WordsProblem) -> WordsTime {
        guard time.precision <= .day else { throw .wrong("\(time.text) is not precise enough to count hours from") }
        if let clock = time.minutes {
            var moved = WordsTime(minutes: clock.lowerBound + minutes...clock.upperBound + minutes, zone: time.zone)
            moved.qualifier = time.qualifier
            return moved
        }
        if minutes % 1440 == 0 { return WordsTime(day: time.days.lowerBound + minutes / 1440) }
        let start = time.days.lowerBound * 1440 + minutes
        return WordsTime(minutes: start...start + 1439)
    }

    /// A day moved by half units; where the month is shorter, its last day.
    func shifted(_ day: Day, by halves: Int, halvesOf unit: WordsUnit) throws(WordsProblem) -> Day {
        switch unit {
        case .minute: return Day(number: day.number + (halves / 2).flooredQuotient(by: 1440))
        case .hour: return Day(number: day.number + halves.flooredQuotient(by: 48))
        case .day: return Day(number: day.number + halves / 2)
        case .week, .weekend: return Day(number: day.number + 7 * halves / 2)
        case .fortnight: return Day(number: day.number + 7 * halves)
        case .month, .quarter, .year, .decade, .century:
            let months = [.month: 1, .quarter: 3, .year: 12, .decade: 120][unit] ?? 1200
            let total = day.year * 12 + day.month - 1 + months * halves / 2
            let year = total.flooredQuotient(by: 12)
            let month = total - year * 12 + 1
            if let moved = Day(year: year, month: month, day: min(day.day, Day.count(inMonth: month, ofYear: year))) {
                return moved
            }
            throw .wrong("'\(text)' is too far away")
        }
    }
}
