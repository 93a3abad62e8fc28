/// Dates of the calendar: `21 October 2024`, `October 21`, `Monday`, `summer 2024`, `Q3 2024`, `44 BC`, `Christmas Eve`.
extension WordsParser {
    /// Reads a date of the calendar, as far as it is said.
    mutating func calendar() throws(ValueError) -> WordsPart? {
        if case .date(let text)? = peek() { return try edtfDate(text) }
        if case .moment(let text)? = peek() {
            position += 1
            return WordsPart(moment: text)
        }
        if let weekday = accept(from: WordsVocabulary.weekdays) { return try after(weekday: weekday) }
        if let joined = try attempt({ parser throws(ValueError) in try parser.joined() }) { return joined }
        if let part = try attempt({ parser throws(ValueError) in try parser.seasonOrNamed() }) { return part }
        if let part = try attempt({ parser throws(ValueError) in try parser.differing() }) { return part }
        if let month = accept(from: WordsVocabulary.months) { return .date(try after(month: month)) }
        if let date = try attempt({ parser throws(ValueError) in try parser.dayFirst() }) { return .date(date) }
        return try yearFirst()
    }

    /// `Monday`, `Monday, 21 October 2024`, `Monday the 21st`, `Tuesday 22/10`.
    private mutating func after(weekday: Int) throws(ValueError) -> WordsPart {
        func with(_ part: WordsPart) -> WordsPart? {
            guard case .date(var date) = part, date.day != nil, date.weekday == nil else { return nil }
            date.weekday = weekday
            return .date(date)
        }
        let dated = try attempt { parser throws(ValueError) -> WordsPart? in
            _ = parser.accept(mark: ",") || parser.accept(mark: "-")
            _ = parser.accept("the")
            guard let inner = try parser.calendar() else { return nil }
            guard case .either(let parts) = inner else { return with(inner) }
            let dates = parts.compactMap(with)
            return dates.isEmpty ? nil : .either(dates)
        }
        if let dated { return dated }
        if accept("week") {
            return .counted(WordsCount(halves: 2, unit: .week), sign: 1, base: .recurring(.weekday(weekday), .coming))
        }
        // "Thursday afternoon, Oct. 24"
        let partOfDay = try attempt { parser throws(ValueError) -> WordsPart? in
            guard let kind = parser.acceptDaypart(), parser.accept(mark: ","), let inner = try parser.calendar() else {
                return nil
            }
            return with(inner).map { .daypart(kind, $0) }
        }
        return partOfDay ?? .date(PartialDate(weekday: weekday))
    }

    private mutating func seasonOrNamed() throws(ValueError) -> WordsPart? {
        if let named = acceptNamedDay() {
            var date = PartialDate(named: named)
            let start = position
            _ = accept(mark: ",") || acceptAny("of", "in")
            date.year = try year()
            if date.year == nil { position = start }
            return .date(date)
        }
        guard let code = accept(from: WordsVocabulary.seasons) ?? accept(from: WordsVocabulary.shortParts),
            let season = EDTFSeason(code: code)
        else { return nil }
        let start = position
        _ = accept(mark: ",") || accept(mark: "-")
        _ = acceptAny("of", "in")
        if let year = try season.code == 24 ? winterYear() : year() {
            return .date(PartialDate(year: year, season: season))
        }
        position = start
        guard accept("of"), let unit = try part(), case .unit(.year, _) = unit else {
            position = start
            return .date(PartialDate(season: season))
        }
        return .within(PartialDate(season: season), unit)
    }

    /// A feast whose day differs between countries, or follows another calendar.
    private mutating func differing() throws(ValueError) -> WordsPart? {
        guard let name = word()?.filter({ $0 != "'" }), NamedDay.differing.contains(name) else { return nil }
        position += 1
        _ = acceptAny("day")
        _ = try year()
        return .refused(
            ValueError(
                "'\(text)' differs between countries or follows another calendar",
                expectation: "its date, such as '28 November 2024'"))
    }

    /// Steps over the name of a day of the year; the articles are no part of it.
    mutating func acceptNamedDay() -> NamedDay? {
        for (names, day) in NamedDay.all {
            for name in names {
                let words = name.split(separator: " ")
                let isHere = words.enumerated().allSatisfy { distance, one in
                    word(distance).map { $0.filter { $0 != "'" } == one } ?? false
                }
                guard isHere else { continue }
                // "the new year" begins a year, and is no day where more of a name follows.
                position += words.count
                return day
            }
        }
        return nil
    }

    /// A date of EDTF among words.
    private mutating func edtfDate(_ text: String) throws(ValueError) -> WordsPart? {
        guard case .date(let date)? = EDTFReader.expression(text), !date.hasUnspecifiedDigits, date.qualifier.isEmpty,
            date.year.significantDigits == nil
        else {
            let range = tokens[position].range
            throw ValueError(
                "a date among words must be plain", expectation: "a date such as 2024-10-08 or 2024-10", range: range)
        }
        position += 1
        let part = WordsPart.date(
            PartialDate(
                year: .number(date.year.stated), month: date.month?.number, day: date.day?.number, season: date.season))
        // "in 2021-22" is a season of EDTF and two years of a newspaper.
        if let code = date.season?.code, 1000...9999 ~= date.year.stated, code == (date.year.stated + 1) % 100 {
            return .either([part, .yearRun(date.year.stated, date.year.stated + 1)])
        }
        return part
    }

    /// The rest of a date that begins with a month: `October`, `October 8`, `October 8, 2024`, `October 2024`.
    private mutating func after(month: Int) throws(ValueError) -> PartialDate {
        var date = PartialDate(month: month, isMonthFirst: true)
        let start = position
        _ = accept("the")
        if let day = acceptDay() {
            date.day = day
            date.year = try trailingYear()
            return date
        }
        position = start
        date.year = try trailingYear()
        return date
    }

    /// A year behind a month or a day.
    private mutating func trailingYear() throws(ValueError) -> PartialYear? {
        try attempt { parser throws(ValueError) in
            _ = parser.accept(mark: ",")
            _ = parser.acceptAny("of", "in")
            return try parser.year()
        }
    }

    /// A date that begins with its day: `8 October 2024`, `8th of October`, `8`.
    private mutating func dayFirst() throws(ValueError) -> PartialDate? {
        let isWord = word() != nil
        guard let day = acceptDay() else { return nil }
        let start = position
        // "the first" alone names no day.
        if isWord, !isNext(["of", "day"]), word().map({ WordsVocabulary.months[$0] == nil }) ?? true { return nil }
        _ = accept("day")
        _ = accept("of")
        if let month = accept(from: WordsVocabulary.months) {
            var date = PartialDate(year: try trailingYear(), month: month, day: day)
            if date.year == nil, case .number(let short, digits: 2)? = peek(), position + 1 == tokens.count {
                position += 1
                date.year = .number(WordsParser.year(ofTwoDigits: short))
            }
            return date
        }
        position = start
        // "44 BC" and "12 AD" are years.
        if isNext(["bc", "bce", "ad", "ce"]) { return nil }
        if isNext(mark: ","), case .number(let year, digits: 4)? = peek(1) {
            position += 2
            return PartialDate(year: .number(year), day: day)
        }
        return PartialDate(day: day)
    }

    /// `2024`, `2024 October 21`, `2024 summer`.
    private mutating func yearFirst() throws(ValueError) -> WordsPart? {
        guard let year = try year() else { return nil }
        let start = position
        if let code = accept(from: WordsVocabulary.seasons) ?? accept(from: WordsVocabulary.shortParts) {
            return .date(PartialDate(year: year, season: EDTFSeason(code: code)))
        }
        guard let month = accept(from: WordsVocabulary.months) else {
            position = start
            return .date(PartialDate(year: year))
        }
        return .date(PartialDate(year: year, month: month, day: acceptDay(), isMonthFirst: true))
    }

    /// The day of a month: `8`, `8th`, `twenty-first`; no number that something else counts.
    mutating func acceptDay() -> Int? {
        let start = position
        if case .number(let number, let digits)? = peek(), digits <= 2, 1...31 ~= number {
            position += 1
            if !isNext(["am", "pm", "o'clock", "bc", "bce", "ad", "ce"]), !isUnitNext { return number }
        } else if let number = acceptOrdinal(), 1...31 ~= number, !isUnitNext, !isNext(["half", "century"]) {
            return number
        }
        position = start
        return nil
    }

    private var isUnitNext: Bool {
        let distance = isNext(mark: "-") ? 1 : 0
        guard let word = word(distance) else { return false }
        return WordsVocabulary.pluralUnits[word] != nil || WordsVocabulary.units[word] != nil && word != "day"
    }

    /// A year, with its era where that is said.
    mutating func year() throws(ValueError) -> PartialYear? {
        try attempt { parser throws(ValueError) in
            let steps = ["last": -1, "this": 0, "next": 1]
            _ = parser.accept("the")
            if parser.word(1) == "year", let step = parser.accept(from: steps) {
                parser.position += 1
                return .step(step)
            }
            if case .shortYear(let short)? = parser.peek() {
                parser.position += 1
                return .number(WordsParser.year(ofTwoDigits: short))
            }
            let isAnno = parser.acceptAny("ad", "ce", "year")
            guard case .number(let number, let digits)? = parser.peek() else { return nil }
            let era = parser.word(1)
            if let era, ["bc", "bce"].contains(era), number > 0 {
                parser.position += 2
                return .number(1 - number)
            }
            if let era, ["ad", "ce"].contains(era), number > 0, digits <= 4 {
                parser.position += 2
                return .number(number)
            }
            guard digits == 4 || isAnno && digits <= 4 else { return nil }
            // "1400 hours" is a time of day.
            guard !parser.isNext(["hours", "hrs"], 1) else { return nil }
            parser.position += 1
            return .number(number)
        }
    }

    /// A year of two digits, as POSIX reads it (IEEE 1003.1, strptime, %y): 69 to 99 are of the last century.
    static func year(ofTwoDigits short: Int) -> Int { short + (short >= 69 ? 1900 : 2000) }

    /// The year that a winter begins in: `winter 2023-24`.
    mutating func winterYear() throws(ValueError) -> PartialYear? {
        if case .date(let text)? = peek(), case .date(let date)? = EDTFReader.expression(text), date.day == nil {
            let year = date.year.stated
            guard (date.month?.number ?? date.season?.code ?? 0) == (year + 1) % 100 else { throw unexpected() }
            position += 1
            return .number(year)
        }
        guard let year = try year() else { return nil }
        guard case .number(let number) = year else { return year }
        let start = position
        if accept(mark: "-") || accept(mark: "/"), case .number(let end, let digits)? = peek(),
            digits == 2 ? end == (number + 1) % 100 : end == number + 1
        {
            position += 1
            return year
        }
        position = start
        return .winter(number)
    }
}
