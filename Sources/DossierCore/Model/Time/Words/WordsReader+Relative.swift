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
                    let other = try shifted(today, by: isPast ? -count : count, unit)
                    let days = min(today.number, other.number)...max(today.number, other.number)
                    let time = WordsTime(oneFrom: days.lowerBound, to: days.upperBound)
                    guard isThroughout else { return time }
                    return WordsTime(form: .span(time.firstDate, time.lastDate), days: days, precision: .day)
                }
                if accept("time") || position == tokens.count { return try moved(WordsTime(day: today), count, unit) }
            }
        }
        position = start
        return nil
    }

    /// A time relative to the day that words are read against, or to a date named after it.
    mutating func relative() throws(ValueError) -> WordsTime? {
        if let time = try nearDay() { return time }
        if let time = try named() { return time }
        if let time = try counted() { return time }
        return try thisUnit()
    }

    /// A unit alone: `by the end of the year` is of this year.
    private mutating func thisUnit() throws(ValueError) -> WordsTime? {
        let start = position
        guard let unit = accept(from: WordsVocabulary.units), unit != .day, unit != .fortnight else {
            position = start
            return nil
        }
        switch peek() {
        case .number?, .date?, .word("of")?, .word("beginning")?, .word("commencing")?:
            position = start
            return nil
        default: break
        }
        let time = try calendarUnit(unit, step: 0)
        // A weekend that is still to come is not meant by "the weekend".
        let today = try reference().number
        let isToCome = unit == .weekend && time.days.lowerBound > today
        return isToCome ? try calendarUnit(unit, step: -1) : time
    }

    private mutating func nearDay() throws(ValueError) -> WordsTime? {
        let names = [
            ("day before yesterday", -2), ("day after tomorrow", 2), ("earlier today", 0), ("later today", 0),
            ("today", 0),
            ("now", 0), ("the same day", 0), ("same day", 0), ("yesterday", -1), ("tomorrow", 1),
        ]
        for (name, step) in names where accept(name) { return WordsTime(day: try reference().number + step) }
        if acceptAny("this morning", "this afternoon", "this evening") { return WordsTime(day: try reference()) }
        if acceptAny("last night", "overnight") {
            return WordsTime(oneFrom: try reference().number - 1, to: try reference().number)
        }
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
        if step != 0, let (count, unit) = acceptCount(orOne: false) {
            let today = try reference().number
            let other = try shifted(Day(number: today), by: step < 0 ? -count : count, unit).number
            return WordsTime(oneFrom: min(today, other), to: max(today, other))
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
        try calendarUnit(unit, step: step, from: reference())
    }

    func calendarUnit(_ unit: WordsUnit, step: Int, from day: Day) throws(ValueError) -> WordsTime {
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
        case .month, .quarter, .year: return try moved(WordsTime(day: day), step, unit)
        }
    }
}
