/// One date in words.
extension WordsReader {
    /// Reads a date, or as much of it as stands here.
    mutating func operand() throws(ValueError) -> Operand {
        if let time = try ahead() { return .time(time) }
        while acceptAny(
            "on", "in", "during", "at", "the", "over the", "some time in", "sometime in", "some time", "sometime",
            "dated", "within"
        ) {}
        if let time = try timed() { return .time(time) }
        if let portion = acceptPortion() { return try portionOperand(portion) }
        if let time = try relative() { return .time(try withDaypart(time)) }
        if let time = try countedPart() { return .time(time) }
        if let time = try longTime() { return .time(time) }
        if let time = try weekdayOfWeek() { return .time(try withDaypart(time)) }
        guard let date = try calendarDate() else { throw unexpected() }
        if daypartIsNext || clockIsNext { return .time(try withDaypart(try resolve(.partial(date)))) }
        return .partial(date)
    }

    /// Makes a time of what was read, and for a weekday or a date without a year one after another time.
    func resolve(_ operand: Operand, after other: WordsTime? = nil) throws(ValueError) -> WordsTime {
        switch operand {
        case .time(let time): return time
        case .partial(let date):
            var time: WordsTime
            if let other, date.weekday != nil, date.day == nil, let weekday = date.weekday {
                let start = Day(number: other.days.lowerBound)
                time = WordsTime(day: start.number + (weekday - start.weekday + 7) % 7)
            } else if let other, date.year == nil, date.month != nil || date.season != nil || date.day != nil {
                time = try following(date, other)
            } else {
                time = try unqualified(date)
            }
            if let portion = date.portion { time = try self.portion(portion, of: time) }
            return time
        }
    }

    /// The first of a date without a year that is not over before another time begins.
    private func following(_ date: PartialDate, _ other: WordsTime) throws(ValueError) -> WordsTime {
        let start = Day(number: other.days.lowerBound)
        var date = date
        if date.isDayAlone { date.month = start.month }
        for year in start.year...start.year + 8 {
            if let time = time(of: date, inYear: year), time.days.upperBound >= start.number { return time }
        }
        throw noSuchDay(date)
    }

    private func unqualified(_ date: PartialDate) throws(ValueError) -> WordsTime {
        if date.isBare { throw unexpected() }
        if date.isDayAlone, let next = word(), !["or", "at", "onwards", "onward", "on"].contains(next) {
            throw unexpected()
        }
        if let year = date.year {
            guard let time = time(of: date, inYear: year) else { throw noSuchDay(date) }
            if let weekday = date.weekday, Day(number: time.days.lowerBound).weekday != weekday {
                throw ValueError(
                    "\(time.text) is no \(name(ofWeekday: weekday)) but a \(name(ofWeekday: Day(number: time.days.lowerBound).weekday))"
                )
            }
            return time
        }
        let reference = try reference()
        if let weekday = date.weekday {
            guard date.day != nil else {
                return WordsTime(day: reference.number - (reference.weekday - weekday + 7) % 7)
            }
            // The weekday says which year is meant.
            let years = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6].map { reference.year + $0 }
            let match = years.lazy.compactMap { time(of: date, inYear: $0) }.first {
                Day(number: $0.days.lowerBound).weekday == weekday
            }
            guard let match else {
                throw ValueError("'\(text)': no such \(name(ofWeekday: weekday)) in the years around \(reference.year)")
            }
            return match
        }
        if date.isDayAlone {
            return try nearest(
                date, limit: 7,
                [-1, 0, 1].map { step in
                    var month = date
                    let count = reference.year * 12 + reference.month - 1 + step
                    let year = count.flooredQuotient(by: 12)
                    month.month = count - year * 12 + 1
                    return time(of: month, inYear: year)
                })
        }
        return try nearest(date, limit: 92, [-1, 0, 1].map { time(of: date, inYear: reference.year + $0) })
    }

    /// Chooses among a date of the year (or month) before, of the same and of the one after.
    ///
    /// The same year is meant where no other is nearer, and the nearer one where it is very near. Else both are likely.
    private func nearest(_ date: PartialDate, limit: Int, _ choices: [WordsTime?]) throws(ValueError) -> WordsTime {
        let reference = try reference().number
        func distance(_ time: WordsTime) -> Int {
            max(0, time.days.lowerBound - reference, reference - time.days.upperBound)
        }
        guard let near = choices.compactMap({ $0 }).min(by: { distance($0) < distance($1) }) else {
            throw noSuchDay(date)
        }
        guard let same = choices[1], near != same, distance(near) > limit else { return near }
        let readings = [near, same].sorted { $0.days.lowerBound < $1.days.lowerBound }
        throw ambiguous(
            try readings.map { (time) throws(ValueError) in
                try date.portion.map { (portion) throws(ValueError) in try self.portion(portion, of: time) }?.text
                    ?? time.text
            })
    }

    /// A date in a year; nil where the year has no such day.
    private func time(of date: PartialDate, inYear year: Int) -> WordsTime? {
        if let season = date.season { return WordsTime(year: year, season: season) }
        guard let month = date.month else { return WordsTime(year: year) }
        guard let day = date.day else { return WordsTime(year: year, month: month) }
        return Day(year: year, month: month, day: day).map { WordsTime(day: $0) }
    }

    private func noSuchDay(_ date: PartialDate) -> ValueError {
        guard let month = date.month, 1...12 ~= month, let day = date.day else { return unexpected() }
        let name = MonthName.all[month - 1]
        guard let year = date.year else { return ValueError("there is no \(day) \(name)") }
        return ValueError("\(name) \(year) has \(Day.count(inMonth: month, ofYear: year)) days")
    }

    private func name(ofWeekday weekday: Int) -> String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday - 1]
    }
}
