/// Counted parts of a month or year, parts of a day, and times of day.
extension WordsReader {
    /// `third quarter of 2024`, `first half of 2024`, `first week of October`, `week of 21 October`.
    mutating func countedPart() throws(ValueError) -> WordsTime? {
        let start = position
        if acceptAny("week of", "week beginning", "week commencing") {
            let day = try resolve(try operand())
            guard day.days.count == 1 else {
                throw ValueError("'\(text)' does not say which week", expectation: "a day of the week")
            }
            return try calendarUnit(.week, step: 0, from: Day(number: day.days.lowerBound))
        }
        if acceptAny("weekend of") {
            let day = try resolve(try operand())
            guard day.days.count == 1 else {
                throw ValueError("'\(text)' does not say which weekend", expectation: "a day of the weekend")
            }
            return try calendarUnit(.weekend, step: 0, from: Day(number: day.days.lowerBound))
        }
        let isLast = accept("last")
        let number = isLast ? 0 : acceptOrdinal()
        guard let number, isLast || 1...5 ~= number else {
            position = start
            return nil
        }
        if accept("quarter"), number <= 4, acceptAny("of", "in") || isYearNext {
            let code = isLast ? 36 : 32 + number
            guard let season = EDTFSeason(code: code), let year = try partYear() else { throw unexpected() }
            return WordsTime(year: year, season: season)
        }
        if accept("week"), acceptAny("of", "in") { return try week(number, of: try resolve(try operand())) }
        position = start
        return nil
    }

    /// The year of a quarter: `2024`, `last year`.
    private mutating func partYear() throws(ValueError) -> Int? {
        if let year = try acceptYear() { return year }
        let time = try resolve(try operand())
        return time.precision == .year ? Day(number: time.days.lowerBound).year : nil
    }

    private var isYearNext: Bool {
        if case .number(_, digits: 4)? = peek() { true } else { false }
    }

    /// The first seven days of a month, the next, and so on; the last seven for 0.
    private func week(_ number: Int, of month: WordsTime) throws(ValueError) -> WordsTime {
        guard month.precision == .month, number <= 4, case .date = month.form else {
            throw ValueError(
                "'\(text)' is no week of a month", expectation: "the first to fourth, or the last, week of a month")
        }
        let first = number == 0 ? month.days.upperBound - 6 : month.days.lowerBound + 7 * (number - 1)
        return WordsTime(oneFrom: first, to: first + 6, whole: month.endText)
    }

    /// Whether a part of the day comes next: `Monday night`.
    var daypartIsNext: Bool {
        word().map { ["morning", "afternoon", "evening", "night", "noon"].contains($0) } ?? false
    }

    /// Whether a time of day comes next: `8 October at 14:30`.
    var clockIsNext: Bool {
        if case .clock? = peek() { return true }
        let comma = if case .mark(",")? = peek() { 1 } else { 0 }
        if case .clock? = peek(comma + (word(comma) == "at" ? 1 : 0)) { return true }
        return false
    }

    /// A day with the part of it that follows: a night is in two days, EDTF has no morning or evening.
    mutating func withDaypart(_ time: WordsTime) throws(ValueError) -> WordsTime {
        if clockIsNext {
            _ = accept(mark: ",")
            _ = accept("at")
            guard let clock = acceptClock() else { throw unexpected() }
            return try at(clock, time)
        }
        if acceptAny("morning", "afternoon", "evening") { return time }
        guard time.days.count == 1, accept("night") else { return time }
        return WordsTime(oneFrom: time.days.lowerBound, to: time.days.lowerBound + 1)
    }

    /// `14:30 on 8 October`, `morning of 8 October`.
    mutating func timed() throws(ValueError) -> WordsTime? {
        if acceptAny("morning of", "afternoon of", "evening of") { return try resolve(try operand()) }
        guard let clock = acceptClock() else { return nil }
        _ = acceptAny("on", "of")
        return try at(clock, try resolve(try operand()))
    }

    /// A time of day as EDTF writes it, with `Z` where the words say UTC.
    private mutating func acceptClock() -> String? {
        guard case .clock(let seconds)? = peek() else { return nil }
        position += 1
        var second = seconds
        if accept("pm"), seconds < 43_200 {
            second += 43_200
        } else if accept("am"), seconds >= 43_200 {
            second -= 43_200
        }
        let parts = [second / 3600, second / 60 % 60, second % 60]
        let text = "T" + parts.map { Day.padded($0, to: 2) }.joined(separator: ":")
        return acceptAny("utc", "gmt", "z") ? text + "Z" : text
    }

    private func at(_ clock: String, _ time: WordsTime) throws(ValueError) -> WordsTime {
        guard case .date(let day) = time.form, time.days.count == 1, time.qualifier.isEmpty else {
            throw ValueError(
                "'\(text)' gives a time of day without a day", expectation: "such as '14:30 on 8 October 2024'")
        }
        var time = time
        time.form = .date(day + clock)
        return time
    }
}
