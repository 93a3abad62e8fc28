/// Times that are so many units before or after another.
extension WordsReader {
    /// `two weeks ago`, `three days before 8 October`, `the week after 8 October`.
    mutating func counted() throws(ValueError) -> WordsTime? {
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
        if acceptAny("ago", "earlier", "previously") { return try moved(WordsTime(day: try reference()), -count, unit) }
        if acceptAny("later", "from now", "hence", "on") {
            return try moved(WordsTime(day: try reference()), count, unit)
        }
        let isBefore = acceptAny("before", "prior to")
        guard isBefore || acceptAny("after", "following", "from") else {
            position = start
            return nil
        }
        let sign = isBefore ? -1 : 1
        if position == tokens.count { return try moved(WordsTime(day: try reference()), sign * count, unit) }
        let base = try resolve(try operand())
        guard case .date = base.form, base.precision <= unit.precision else {
            throw ValueError("\(base.text) is not precise enough to count \(unit.plural) from")
        }
        let day = Day(number: base.days.lowerBound)
        return try isCalendarUnit && unit != .day
            ? calendarUnit(unit, step: sign, from: day) : moved(base, sign * count, unit)
    }

    /// A number and a unit.
    mutating func acceptCount(orOne: Bool) -> (Int, WordsUnit)? {
        let start = position
        var count: Int?
        if case .number(let number, _)? = peek(), number < 1_000_000_000 {
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
    func moved(_ time: WordsTime, _ count: Int, _ unit: WordsUnit) throws(ValueError) -> WordsTime {
        let day = try shifted(Day(number: time.days.lowerBound), by: count, unit)
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
    func shifted(_ day: Day, by count: Int, _ unit: WordsUnit) throws(ValueError) -> Day {
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
            if let moved = Day(year: year, month: month, day: min(day.day, last)) { return moved }
            throw ValueError("'\(text)' is too far away")
        }
    }
}
