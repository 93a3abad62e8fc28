/// Times that are counted from another: `yesterday`, `two weeks earlier`, `last June`, `next week`.
extension WordsReader {
    /// `in two weeks`, `in the last three months`, `over the past week`.
    mutating func ahead() throws(ValueError) -> WordsTime? {
        let start = position
        let isThroughout = acceptAny("over the", "for the", "throughout the")
        if isThroughout || acceptAny("in the", "within the", "during the", "in", "within") {
            let isPast = acceptAny("last", "past", "previous")
            let isFuture = !isPast && acceptAny("next", "coming")
            if let (count, unit) = acceptCount(orOne: isThroughout && (isPast || isFuture)) {
                let today = try reference()
                if isPast || isFuture {
                    let other = shifted(today, by: isPast ? -count : count, unit)
                    let days = min(today.number, other.number)...max(today.number, other.number)
                    let time = WordsTime(oneFrom: days.lowerBound, to: days.upperBound)
                    guard isThroughout else { return time }
                    return WordsTime(form: .span(time.firstDate, time.lastDate), days: days, precision: .day)
                }
                if accept("time") || position == tokens.count { return moved(WordsTime(day: today), count, unit) }
            }
        }
        position = start
        return nil
    }

    /// A time relative to the day that words are read against, or to a date named after it.
    mutating func relative() throws(ValueError) -> WordsTime? {
        if let time = try nearDay() { return time }
        if let time = try named() { return time }
        return try counted()
    }

    private mutating func nearDay() throws(ValueError) -> WordsTime? {
        let names = [
            ("day before yesterday", -2), ("day after tomorrow", 2), ("earlier today", 0), ("later today", 0),
            ("today", 0),
            ("now", 0), ("the same day", 0), ("same day", 0), ("yesterday", -1), ("tomorrow", 1),
        ]
        for (name, step) in names where accept(name) { return WordsTime(day: try reference().number + step) }
        if accept("last night") { return WordsTime(oneFrom: try reference().number - 1, to: try reference().number) }
        if accept("tonight") { return WordsTime(oneFrom: try reference().number, to: try reference().number + 1) }
        let isEarlier = word() == "earlier"
        guard isEarlier || word() == "later", word(1) == "this" || word(2) == "this" else { return nil }
        position += 1
        _ = accept("in")
        position += 1
        guard let unit = accept(from: WordsVocabulary.units) else { throw unexpected() }
        let today = try reference().number
        let days = try calendarUnit(unit, step: 0).days
        return isEarlier
            ? WordsTime(oneFrom: days.lowerBound, to: today) : WordsTime(oneFrom: today, to: days.upperBound)
    }

    /// `last`, `this` or `next` with a weekday, a month, a season or a unit.
    private mutating func named() throws(ValueError) -> WordsTime? {
        let start = position
        let steps = [
            "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 2, "upcoming": 2,
            "following": 1,
        ]
        guard let step = accept(from: steps) else { return nil }
        if let weekday = accept(from: WordsVocabulary.weekdays) { return try self.weekday(weekday, step) }
        if let month = accept(from: WordsVocabulary.months) {
            return try cycle(step) { WordsTime(year: $0, month: month) }
        }
        if let season = accept(from: WordsVocabulary.seasons).flatMap(EDTFSeason.init(code:)) {
            return try cycle(step) { WordsTime(year: $0, season: season) }
        }
        guard let unit = accept(from: WordsVocabulary.units), word() != "of", step < 2 || unit != .day else {
            position = start
            return nil
        }
        return try calendarUnit(unit, step: min(step, 1))
    }

    /// A weekday before, in or after the week of the day that words are read against.
    private func weekday(_ weekday: Int, _ step: Int) throws(ValueError) -> WordsTime {
        let today = try reference()
        let monday = today.number - today.weekday + 1
        switch step {
        case -1: return WordsTime(day: today.number - (today.weekday - weekday + 6) % 7 - 1)
        case 0: return WordsTime(day: monday + weekday - 1)
        default:
            let coming = today.number + (weekday - today.weekday + 6) % 7 + 1
            guard step == 1, coming < monday + 7 else { return WordsTime(day: coming) }
            throw ambiguous([Day(number: coming).description, Day(number: coming + 7).description])
        }
    }

    /// `Tuesday of last week`, `Friday next week`.
    mutating func weekdayOfWeek() throws(ValueError) -> WordsTime? {
        let start = position
        if let weekday = accept(from: WordsVocabulary.weekdays) {
            _ = acceptAny("of the", "of", "in the", "in")
            let steps = ["last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "following": 1]
            if let step = accept(from: steps), accept("week") {
                let today = try reference()
                return WordsTime(day: today.number - today.weekday + weekday + 7 * step)
            }
        }
        position = start
        return nil
    }

    /// A part of each year: the last that is over, the one of this year, or the next that is to begin.
    private func cycle(_ step: Int, _ make: (Int) -> WordsTime) throws(ValueError) -> WordsTime {
        let today = try reference()
        let years = (-2...2).map { make(today.year + $0) }
        if step == -1 { return years.last { $0.days.upperBound < today.number } ?? years[0] }
        func distance(_ time: WordsTime) -> Int {
            max(0, time.days.lowerBound - today.number, today.number - time.days.upperBound)
        }
        if step == 0 { return years.first { $0.days.contains(today.number) } ?? years[2] }
        let coming = years.first { $0.days.lowerBound > today.number } ?? years[4]
        guard step == 1, Day(number: coming.days.lowerBound).year == today.year else { return coming }
        throw ambiguous([coming.text, make(today.year + 1).text])
    }

    /// A unit of the calendar before, around or after the day that words are read against.
    func calendarUnit(_ unit: WordsUnit, step: Int) throws(ValueError) -> WordsTime {
        calendarUnit(unit, step: step, from: try reference())
    }

    func calendarUnit(_ unit: WordsUnit, step: Int, from day: Day) -> WordsTime {
        let monday = day.number - day.weekday + 1
        switch unit {
        case .day: return WordsTime(day: day.number + step)
        case .week: return WordsTime(oneFrom: monday + 7 * step, to: monday + 7 * step + 6)
        case .weekend: return WordsTime(oneFrom: monday + 7 * step + 5, to: monday + 7 * step + 6)
        case .fortnight:
            let start = step < 0 ? day.number - 14 : day.number
            return WordsTime(oneFrom: start, to: start + 14)
        case .decade:
            let first = day.year.flooredQuotient(by: 10) * 10 + 10 * step
            return WordsTime(yearsFrom: first, count: 10)
        case .century: return WordsTime(yearsFrom: day.year.flooredQuotient(by: 100) * 100 + 100 * step, count: 100)
        case .month, .quarter, .year: return moved(WordsTime(day: day), step, unit)
        }
    }

    /// `two weeks ago`, `three days before 8 October`, `the week after 8 October`.
    private mutating func counted() throws(ValueError) -> WordsTime? {
        let start = position
        if let word = word(),
            ["few", "several", "some", "couple", "many"].contains(word)
                || word == "a" && ["few", "couple"].contains(self.word(1))
        {
            throw ValueError("'\(text)' does not say how many", expectation: "a number, such as 'about 3 days ago'")
        }
        let isCalendarUnit = word().flatMap { WordsVocabulary.units[$0] } != nil
        guard let (count, unit) = acceptCount(orOne: true) else { return nil }
        if unit == .weekend && word() != "before" && word() != "after" {
            position = start
            return nil
        }
        if acceptAny("ago", "earlier", "previously") { return moved(WordsTime(day: try reference()), -count, unit) }
        if acceptAny("later", "from now", "hence", "on") { return moved(WordsTime(day: try reference()), count, unit) }
        let isBefore = acceptAny("before", "prior to")
        guard isBefore || acceptAny("after", "following", "from") else {
            position = start
            return nil
        }
        let sign = isBefore ? -1 : 1
        if position == tokens.count { return moved(WordsTime(day: try reference()), sign * count, unit) }
        let base = try resolve(try operand())
        guard case .date = base.form, base.precision <= unit.precision else {
            throw ValueError("\(base.text) is not precise enough to count \(unit.name)s from")
        }
        let day = Day(number: base.days.lowerBound)
        return isCalendarUnit && unit != .day
            ? calendarUnit(unit, step: sign, from: day) : moved(base, sign * count, unit)
    }

    /// A number and a unit.
    private mutating func acceptCount(orOne: Bool) -> (Int, WordsUnit)? {
        let start = position
        var count: Int?
        if case .number(let number, _)? = peek(), number < 100_000 {
            position += 1
            count = number
        } else {
            count = accept(from: WordsVocabulary.numbers)
        }
        guard let count = count ?? (orOne ? 1 : nil), let unit = accept(from: WordsVocabulary.units) else {
            position = start
            return nil
        }
        return (count, unit)
    }

    /// A time moved by some units, as precise as the unit; a decade and a century are only roughly meant.
    private func moved(_ time: WordsTime, _ count: Int, _ unit: WordsUnit) -> WordsTime {
        let day = shifted(Day(number: time.days.lowerBound), by: count, unit)
        switch unit {
        case .day, .week, .fortnight, .weekend: return WordsTime(day: day)
        case .month: return WordsTime(year: day.year, month: day.month)
        case .quarter:
            let code = 33 + (day.month - 1) / 3
            return EDTFSeason(code: code).map { WordsTime(year: day.year, season: $0) } ?? time
        case .year: return WordsTime(year: day.year)
        case .decade, .century:
            var year = WordsTime(year: day.year)
            year.qualifier = .approximate
            return year
        }
    }

    /// A day moved by some units; where the month is shorter, its last day.
    private func shifted(_ day: Day, by count: Int, _ unit: WordsUnit) -> Day {
        switch unit {
        case .day: return Day(number: day.number + count)
        case .week, .weekend: return Day(number: day.number + 7 * count)
        case .fortnight: return Day(number: day.number + 14 * count)
        case .month, .quarter, .year, .decade, .century:
            let months = [.month: 1, .quarter: 3, .year: 12, .decade: 120][unit] ?? 1200
            let total = day.year * 12 + day.month - 1 + months * count
            let year = total.flooredQuotient(by: 12)
            let month = total - year * 12 + 1
            let last = Day.count(inMonth: month, ofYear: year)
            return Day(year: year, month: month, day: min(day.day, last)) ?? day
        }
    }
}

extension WordsUnit {
    /// How precise a time is that is counted in it.
    fileprivate var precision: WordsTime.Precision {
        switch self {
        case .day, .week, .fortnight, .weekend: .day
        case .month: .month
        case .quarter: .quarter
        case .year, .decade, .century: .year
        }
    }

    fileprivate var name: String {
        switch self {
        case .day: "day"
        case .week, .fortnight, .weekend: "week"
        case .month: "month"
        case .quarter: "quarter"
        case .year: "year"
        case .decade: "decade"
        case .century: "centurie"
        }
    }
}
