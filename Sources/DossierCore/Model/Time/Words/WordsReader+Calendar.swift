/// Dates of the calendar: `21 October 2024`, `October 21`, `Monday`, `summer 2024`, `Q3 2024`, `44 BC`.
extension WordsReader {
    /// Reads a date of the calendar, as far as it is said.
    mutating func calendarDate() throws(ValueError) -> PartialDate? {
        if case .date(let text)? = peek() { return try edtfDate(text) }
        if let weekday = accept(from: WordsVocabulary.weekdays) {
            _ = accept(mark: ",")
            _ = accept("the")
            let start = position
            if var date = try calendarDate(), date.day != nil {
                date.weekday = weekday
                return date
            }
            position = start
            return PartialDate(weekday: weekday)
        }
        if let season = acceptSeason() {
            var date = PartialDate(season: season)
            date.year = try season.code == 24 ? winterYear() : acceptYear()
            return date
        }
        if let month = acceptMonth() { return try afterMonth(month) }
        if let day = dayNumber() { return try afterDay(day) }
        let start = position
        if let year = try acceptYear() {
            _ = accept(mark: "-")
            if let season = acceptSeason() { return PartialDate(year: year, season: season) }
            guard let month = acceptMonth() else {
                position = start
                return PartialDate(year: try acceptYear())
            }
            var date = PartialDate(year: year, month: month, isMonthFirst: true)
            _ = accept(mark: "-")
            if let day = dayNumber() {
                date.day = day
                position += 1
            }
            return date
        }
        return nil
    }

    /// A date of EDTF among words.
    private mutating func edtfDate(_ text: String) throws(ValueError) -> PartialDate? {
        guard case .date(let date)? = EDTFReader.expression(text), !date.hasUnspecifiedDigits, date.qualifier.isEmpty,
            date.year.significantDigits == nil
        else {
            let range = tokens[position].range
            throw ValueError("a date among words is plain", expectation: "such as 2024-10-08 or 2024-10", range: range)
        }
        position += 1
        return PartialDate(
            year: date.year.stated, month: date.month?.number, day: date.day?.number, season: date.season)
    }

    /// The rest of a date that begins with a month: `October`, `October 8`, `October 8, 2024`, `October 2024`.
    private mutating func afterMonth(_ month: Int) throws(ValueError) -> PartialDate {
        var date = PartialDate(month: month, isMonthFirst: true)
        _ = accept(mark: "-")
        _ = accept("the")
        if let day = dayNumber() {
            date.day = day
            position += 1
            let start = position
            _ = accept(mark: ",") || accept(mark: "-")
            date.year = try acceptYear()
            if date.year == nil { position = start }
            return date
        }
        let start = position
        _ = accept(mark: ",")
        _ = accept("of")
        date.year = try acceptYear()
        if date.year == nil { position = start }
        return date
    }

    /// The rest of a date that begins with a day: `8 October 2024`, `8th of October`, `8`.
    private mutating func afterDay(_ day: Int) throws(ValueError) -> PartialDate? {
        let start = position
        let isOrdinal = if case .ordinal? = peek() { true } else { false }
        position += 1
        let afterDay = position
        _ = accept(mark: "-")
        _ = accept("of")
        if let month = acceptMonth() {
            var date = PartialDate(month: month, day: day)
            let afterMonth = position
            _ = accept(mark: ",") || accept(mark: "-")
            _ = accept("of")
            date.year = try acceptYear()
            if date.year == nil { position = afterMonth }
            return date
        }
        position = start
        if let year = try acceptYear() { return PartialDate(year: year) }
        position = afterDay
        if isOrdinal, acceptAny("of this month", "of the month") {
            let reference = try reference()
            return PartialDate(year: reference.year, month: reference.month, day: day)
        }
        let isYearNext = accept(mark: ",")
        if isYearNext, let year = try acceptYear() { return PartialDate(year: year, day: day) }
        position = afterDay
        return PartialDate(day: day)
    }

    /// The number that comes next, where it can be the day of a month.
    private func dayNumber() -> Int? {
        switch peek() {
        case .number(let number, let digits)? where digits <= 2 && 1...31 ~= number: number
        case .ordinal(let number)? where 1...31 ~= number: number
        default: nil
        }
    }

    private mutating func acceptMonth() -> Int? {
        accept(from: WordsVocabulary.months)
    }

    /// A season, a quarter or a half by its short name, then `of`.
    private mutating func acceptSeason() -> EDTFSeason? {
        guard let word = word() else { return nil }
        let short = [
            "q1": 33, "q2": 34, "q3": 35, "q4": 36, "1q": 33, "2q": 34, "3q": 35, "4q": 36, "h1": 40, "h2": 41,
        ]
        guard let code = WordsVocabulary.seasons[word] ?? short[word] else { return nil }
        position += 1
        _ = accept(mark: ",")
        _ = accept("of")
        return EDTFSeason(code: code)
    }

    /// A year, with its era where that is said.
    mutating func acceptYear() throws(ValueError) -> Int? {
        let steps = ["last": -1, "previous": -1, "this": 0, "next": 1]
        if word(1) == "year", let step = accept(from: steps) {
            position += 1
            return try reference().year + step
        }
        let isAnno = acceptAny("ad", "ce", "year")
        guard case .number(let number, let digits)? = peek() else {
            if isAnno { position -= 1 }
            return nil
        }
        let era = word(1)
        if let era, ["bc", "bce"].contains(era), number > 0 {
            position += 2
            return 1 - number
        }
        if let era, ["ad", "ce"].contains(era), number > 0, digits <= 4 {
            position += 2
            return number
        }
        guard digits == 4 || isAnno && digits <= 4 else {
            if isAnno { position -= 1 }
            return nil
        }
        position += 1
        return number
    }

    /// The year that a winter begins in: `winter 2023-24`.
    private mutating func winterYear() throws(ValueError) -> Int? {
        if case .date(let text)? = peek(), case .date(let date)? = EDTFReader.expression(text), date.day == nil {
            let year = date.year.stated
            let end = date.month?.number ?? date.season?.code ?? 0
            guard end == (year + 1) % 100 else { throw unexpected() }
            position += 1
            return year
        }
        guard let year = try acceptYear() else { return nil }
        let start = position
        if accept(mark: "-") || accept(mark: "/"), case .number(let end, let digits)? = peek() {
            if digits == 2 ? end == (year + 1) % 100 : end == year + 1 {
                position += 1
                return year
            }
        }
        position = start
        let texts = [year - 1, year].map { Day.text(year: $0) }
        throw ambiguous([
            "\(texts[0])-24 (December \(texts[0]) to February \(texts[1]))",
            "\(texts[1])-24 (from December \(texts[1]) on)",
        ])
    }
}
