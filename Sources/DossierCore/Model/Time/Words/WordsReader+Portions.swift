/// Parts of longer times: `early December`, `the end of 2024`, `the first half of October`, `the 1990s`.
extension WordsReader {
    /// Steps over the name of a portion.
    mutating func acceptPortion() -> PartialDate.Portion? {
        let start = position
        if acceptAny("early", "beginning of", "start of") { return .early }
        if acceptAny("middle of", "mid", "midway through") {
            _ = accept(mark: "-")
            return .middle
        }
        if acceptAny("late", "end of") { return .late }
        if acceptAny("first half of") { return .firstHalf }
        if acceptAny("second half of", "latter half of") { return .secondHalf }
        position = start
        return nil
    }

    /// The date that a portion is of.
    mutating func portionOperand(_ portion: PartialDate.Portion) throws(ValueError) -> Operand {
        let start = position
        _ = acceptAny("in the", "in", "on the", "on", "the")
        if let time = try relative() { return .time(try self.portion(portion, of: time)) }
        if let time = try longTime() { return .time(try self.portion(portion, of: time)) }
        if var date = try calendarDate() {
            date.portion = portion
            return .partial(date)
        }
        position = start
        return .partial(PartialDate(portion: portion))
    }

    /// A part of a time, as the table of rules says.
    func portion(_ portion: PartialDate.Portion, of time: WordsTime) throws(ValueError) -> WordsTime {
        let first = Day(number: time.days.lowerBound)
        switch time.precision {
        case .day where time.days.count == 7: return week(portion, first.number)
        case .day:
            // EDTF has no part of a day, so that "late on Monday" is the day.
            guard portion != .firstHalf, portion != .secondHalf else { throw hasNoPortions() }
            return time
        case .month:
            let count = time.days.count
            let part = [.early: 1...10, .middle: 11...20, .late: 21...count, .firstHalf: 1...15][portion] ?? 16...count
            let start = first.number - 1
            return WordsTime(
                oneFrom: start + part.lowerBound, to: start + part.upperBound, precision: .month, whole: time.endText)
        case .quarter:
            let count = time.months.count
            let part =
                switch portion {
                case .early: time.months.prefix(max(1, count / 3))
                case .middle: time.months.dropFirst(count / 3).dropLast(count / 3)
                case .late: time.months.suffix(max(1, count / 3))
                case .firstHalf, .secondHalf: throw hasNoPortions()
                }
            return run(of: Array(part), whole: time)
        case .year:
            switch portion {
            case .firstHalf, .secondHalf:
                let code = portion == .firstHalf ? 40 : 41
                return EDTFSeason(code: code).map { WordsTime(year: first.year, season: $0) } ?? time
            default:
                let start = portion == .early ? 0 : portion == .middle ? 4 : 8
                return run(of: Array(time.months[start..<start + 4]), whole: time)
            }
        case .decade, .century:
            let count = time.precision == .decade ? 10 : 100
            let parts =
                count == 10
                ? [.early: 0...3, .middle: 4...6, .late: 7...9, .firstHalf: 0...4]
                : [PartialDate.Portion.early: 0...33, .middle: 34...66, .late: 67...99, .firstHalf: 0...49]
            let part = parts[portion] ?? count / 2...count - 1
            var years = WordsTime(
                oneFrom: WordsTime(year: first.year + part.lowerBound),
                to: WordsTime(year: first.year + part.upperBound))
            years.whole = time.endText
            return years
        }
    }

    /// Decades and centuries: `1990s`, `20th century`, `5th century BC`.
    mutating func longTime() throws(ValueError) -> WordsTime? {
        if case .decade(let year)? = peek() {
            position += 1
            guard year % 100 == 0 else { return WordsTime(yearsFrom: year, count: 10) }
            let readings = [WordsTime(yearsFrom: year, count: 10), WordsTime(yearsFrom: year, count: 100)]
            throw ambiguous(readings.map(\.text))
        }
        let start = position
        guard let number = acceptOrdinal(), number > 0 else { return nil }
        _ = accept(mark: "-")
        guard accept("century") else {
            position = start
            return nil
        }
        if acceptAny("bc", "bce") {
            // The years 0 and -99 are 1 BC and 100 BC.
            let last = WordsTime(year: -(number - 1) * 100)
            return number == 1
                ? WordsTime(oneFrom: WordsTime(year: -99), to: last)
                : WordsTime(oneFrom: WordsTime(year: last.days.lowerBoundYear - 99), to: last)
        }
        _ = acceptAny("ad", "ce")
        guard number <= 100 else { throw unexpected() }
        return number == 1
            ? WordsTime(oneFrom: WordsTime(year: 1), to: WordsTime(year: 99))
            : WordsTime(yearsFrom: (number - 1) * 100, count: 100)
    }

    /// An ordinal, in digits or in words.
    mutating func acceptOrdinal() -> Int? {
        if case .ordinal(let number)? = peek() {
            position += 1
            return number
        }
        if let tens = word().flatMap({ WordsVocabulary.numbers[$0] }), tens == 20 || tens == 30,
            case .mark("-")? = peek(1),
            let ones = word(2).flatMap({ WordsVocabulary.ordinals[$0] }), ones < 10
        {
            position += 3
            return tens + ones
        }
        return accept(from: WordsVocabulary.ordinals)
    }

    private func week(_ portion: PartialDate.Portion, _ monday: Int) -> WordsTime {
        switch portion {
        case .early, .firstHalf: WordsTime(oneFrom: monday, to: monday + 1)
        case .middle: WordsTime(oneFrom: monday + 2, to: monday + 3)
        case .late, .secondHalf: WordsTime(oneFrom: monday + 4, to: monday + 6)
        }
    }

    private func run(of months: [WordsTime], whole: WordsTime) -> WordsTime {
        guard let first = months.first, let last = months.last, months.count > 1 else { return months.first ?? whole }
        var time = WordsTime(oneFrom: first, to: last)
        time.whole = whole.endText
        return time
    }

    private func hasNoPortions() -> ValueError {
        ValueError(
            "'\(text)' asks for a part of a day", expectation: "a part of a week, month, year, decade or century")
    }
}

extension WordsTime {
    /// The months that it has.
    fileprivate var months: [WordsTime] {
        var months: [WordsTime] = []
        var day = days.lowerBound
        while day <= days.upperBound {
            let date = Day(number: day)
            let month = WordsTime(year: date.year, month: date.month)
            months.append(month)
            day = month.days.upperBound + 1
        }
        return months
    }
}

extension ClosedRange<Int> {
    /// The year of the first of some days.
    fileprivate var lowerBoundYear: Int { Day(number: lowerBound).year }
}
