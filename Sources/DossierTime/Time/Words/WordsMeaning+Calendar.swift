/// Dates of the calendar, with the year that they do not say.
extension WordsMeaning {
    func time(of date: PartialDate, aim: WordsAim) throws(WordsProblem) -> WordsTime {
        if date.isBare { throw .wrong("'\(text)' ends before its date", expectation: WordsParser.expectation) }
        if let year = date.year { return try time(of: date, in: year) }
        if date.weekday != nil {
            return try date.day == nil
                ? weekday(date, aim) : date.month == nil ? weekdayOfMonth(date, aim) : weekdayOfYear(date)
        }
        return try date.isDayAlone ? dayAlone(date, aim) : yearly(date, aim)
    }

    /// The first that is not over before another time begins: `Wednesday` of `Monday to Wednesday`.
    func time(of date: PartialDate, after other: WordsTime) throws(WordsProblem) -> WordsTime {
        let start = Day(number: other.days.lowerBound)
        if let weekday = date.weekday, date.day == nil {
            return try portion(of: date, WordsTime(day: start.number + (weekday - start.weekday + 7) % 7))
        }
        guard date.year == nil, date.isWithinYear || date.day != nil else { return try time(of: date, aim: aim) }
        var date = date
        if date.month == nil, date.day != nil { date.month = start.month }
        for year in start.year...start.year + 8 {
            if let time = try candidate(date, year), time.days.upperBound >= start.number { return time }
        }
        throw noSuchDay(date)
    }

    private func time(of date: PartialDate, in year: PartialYear) throws(WordsProblem) -> WordsTime {
        switch year {
        case .number(let number): return try dated(date, number)
        case .step(let step): return try dated(date, reference().year + step)
        case .winter(let number): return try choose([dated(date, number - 1), dated(date, number)])
        }
    }

    private func dated(_ date: PartialDate, _ year: Int) throws(WordsProblem) -> WordsTime {
        guard let time = try candidate(date, year) else { throw noSuchDay(date, year) }
        let day = Day(number: time.days.lowerBound)
        if let weekday = date.weekday, date.day != nil, day.weekday != weekday {
            let names = WordsVocabulary.dayNames
            throw .wrong("\(day) is not a \(names[weekday - 1]) but a \(names[day.weekday - 1])")
        }
        return time
    }

    /// A weekday alone: the latest, or ahead the next.
    private func weekday(_ date: PartialDate, _ aim: WordsAim) throws(WordsProblem) -> WordsTime {
        let today = try reference()
        let back = (today.weekday - (date.weekday ?? 1) + 7) % 7
        switch aim {
        case .usual, .past: return try portion(of: date, WordsTime(day: today.number - back))
        default:
            let next = try portion(of: date, WordsTime(day: today.number - back + 7))
            return back == 0 ? try choose([portion(of: date, WordsTime(day: today)), next]) : next
        }
    }

    /// `Friday the 13th`: in the nearest month that has that weekday on that day, where it is near.
    private func weekdayOfMonth(_ date: PartialDate, _ aim: WordsAim) throws(WordsProblem) -> WordsTime {
        let today = try reference()
        var matches: [WordsTime] = []
        for step in -72...72 {
            guard let time = try inMonth(date, step), Day(number: time.days.lowerBound).weekday == date.weekday else {
                continue
            }
            matches.append(time)
        }
        let before = matches.last { $0.days.lowerBound <= today.number }
        let after = matches.first { $0.days.lowerBound > today.number }
        switch aim {
        case .past: if let before { return before }
        case .ahead, .deadline: if let after { return after }
        default: break
        }
        let found = [before, after].compactMap { $0 }
        if let near = found.min(by: { distance($0, today) < distance($1, today) }), distance(near, today) <= 31 {
            return near
        }
        return try choose(found)
    }

    /// `Monday 21 October`: the weekday says which year is meant.
    private func weekdayOfYear(_ date: PartialDate) throws(WordsProblem) -> WordsTime {
        let today = try reference()
        for step in [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6] {
            if let time = try candidate(date, today.year + step),
                Day(number: time.days.lowerBound).weekday == date.weekday
            {
                return time
            }
        }
        let name = WordsVocabulary.dayNames[(date.weekday ?? 1) - 1]
        throw .wrong("'\(text)': no such \(name) in the years around \(today.year)")
    }

    private func dayAlone(_ date: PartialDate, _ aim: WordsAim) throws(WordsProblem) -> WordsTime {
        let today = try reference()
        var months: [WordsTime?] = []
        for step in -2...2 { months.append(try inMonth(date, step)) }
        let days = months.compactMap { $0 }
        switch aim {
        case .usual: return try nearest(Array(months[1...3]), limit: 7)
        case .past: if let day = days.last(where: { $0.days.lowerBound <= today.number }) { return day }
        default: if let day = days.first(where: { $0.days.upperBound >= today.number }) { return day }
        }
        throw noSuchDay(date)
    }

    /// A date without its year.
    private func yearly(_ date: PartialDate, _ aim: WordsAim) throws(WordsProblem) -> WordsTime {
        let today = try reference()
        var years: [WordsTime?] = []
        for step in -8...8 { years.append(try candidate(date, today.year + step)) }
        let times = years.compactMap { $0 }
        let isNamed = date.season.map { $0.kind == .season } ?? (date.named != nil)
        let next = times.first { $0.days.upperBound >= today.number }
        switch aim {
        case .past: if let time = times.last(where: { $0.days.lowerBound <= today.number }) { return time }
        case .ahead: if let next { return next }
        case .limit where isNamed, .deadline where isNamed: if let next { return next }
        case .deadline:
            let near = try nearest(Array(years[7...9]), limit: 92)
            return try choose([near, next ?? near])
        case .usual, .limit: return try nearest(Array(years[7...9]), limit: 92)
        }
        throw noSuchDay(date)
    }

    /// Chooses among a date of the year (or month) before, of the same and of the one after.
    ///
    /// The same year is meant where no other is nearer, and the nearer one where it is very near. Else both are likely.
    func nearest(_ choices: [WordsTime?], limit: Int) throws(WordsProblem) -> WordsTime {
        let today = try reference()
        guard let near = choices.compactMap({ $0 }).min(by: { distance($0, today) < distance($1, today) }) else {
            throw .wrong("'\(text)' is not in the calendar", expectation: WordsParser.expectation)
        }
        guard let same = choices[1], near != same, distance(near, today) > limit else { return near }
        return try choose([near, same].sorted { $0.days.lowerBound < $1.days.lowerBound })
    }

    private func distance(_ time: WordsTime, _ day: Day) -> Int {
        max(0, time.days.lowerBound - day.number, day.number - time.days.upperBound)
    }

    /// A date without its month, so many months from the current one.
    private func inMonth(_ date: PartialDate, _ step: Int) throws(WordsProblem) -> WordsTime? {
        let today = try reference()
        var date = date
        let count = today.year * 12 + today.month - 1 + step
        let year = count.flooredQuotient(by: 12)
        date.month = count - year * 12 + 1
        return try candidate(date, year)
    }

    /// A date in a year, or the part of it that is said; nil where the year has no such day.
    func candidate(_ date: PartialDate, _ year: Int) throws(WordsProblem) -> WordsTime? {
        guard let whole = whole(date, year) else { return nil }
        return try portion(of: date, whole)
    }

    private func portion(of date: PartialDate, _ time: WordsTime) throws(WordsProblem) -> WordsTime {
        guard let portion = date.portion else { return time }
        return try self.portion(portion, of: time)
    }

    private func whole(_ date: PartialDate, _ year: Int) -> WordsTime? {
        if let named = date.named { return named.day(inYear: year).map { WordsTime(day: $0) } }
        if let season = date.season { return WordsTime(year: year, season: season) }
        guard let month = date.month else { return date.day == nil ? WordsTime(year: year) : nil }
        guard let day = date.day else { return WordsTime(year: year, month: month) }
        return Day(year: year, month: month, day: day).map { WordsTime(day: $0) }
    }

    private func noSuchDay(_ date: PartialDate, _ year: Int? = nil) -> WordsProblem {
        guard let month = date.month, 1...12 ~= month, let day = date.day else {
            return .wrong("'\(text)' is not a date", expectation: WordsParser.expectation)
        }
        let name = MonthName.all[month - 1]
        guard let year else { return .wrong("there is no \(day) \(name)") }
        return .wrong("\(name) \(year) has \(Day.count(inMonth: month, ofYear: year)) days")
    }

    /// `Tuesday of last week`, `the 20th of next month`, `summer of last year`.
    func within(_ date: PartialDate, _ unit: WordsPart) throws(WordsProblem) -> WordsTime {
        let whole = try time(of: unit, aim: aim)
        let start = Day(number: whole.days.lowerBound)
        if let weekday = date.weekday { return WordsTime(day: start.number + weekday - 1) }
        var date = date
        if date.day != nil { date.month = start.month }
        guard let time = try candidate(date, start.year) else { throw noSuchDay(date, start.year) }
        return time
    }

    /// A week of the calendar (ISO 8601-1:2019, 4.3.7): the first one has 4 January.
    func week(_ number: Int, of year: PartialYear?, _ weekday: Int?) throws(WordsProblem) -> WordsTime {
        func week(_ year: Int) -> WordsTime? {
            guard let fourth = Day(year: year, month: 1, day: 4), let next = Day(year: year + 1, month: 1, day: 4)
            else {
                return nil
            }
            let monday = fourth.number - fourth.weekday + 1 + 7 * (number - 1)
            guard monday < next.number - next.weekday + 1 else { return nil }
            if let weekday { return 1...7 ~= weekday ? WordsTime(day: monday + weekday - 1) : nil }
            return WordsTime(oneFrom: monday, to: monday + 6)
        }
        switch year {
        case .number(let year)?, .winter(let year)?:
            if let time = week(year) { return time }
            throw .wrong("\(year) has no week \(number)", expectation: "weeks 1 to 52, or 53 in some years")
        case .step(let step)?:
            let year = try reference().year + step
            if let time = week(year) { return time }
            throw .wrong("\(year) has no week \(number)", expectation: "weeks 1 to 52, or 53 in some years")
        case nil:
            let year = try reference().year
            return try nearest([week(year - 1), week(year), week(year + 1)], limit: 92)
        }
    }
}
