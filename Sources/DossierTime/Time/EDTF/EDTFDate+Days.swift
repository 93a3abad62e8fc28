extension EDTFDate {
    /// Finds the first and the last day that it may be; nil where the calendar has none.
    func findBounds() -> ClosedRange<Int>? {
        if !hasUnspecifiedDigits {
            return plainBounds
        }
        guard hasDayInLeapYear, let first = firstDay(from: DayDomain.farPast),
            let last = lastDay(upTo: DayDomain.farFuture)
        else {
            return nil
        }
        return first...last
    }

    /// Whether its month has its day in a leap year, without which no year has it.
    private var hasDayInLeapYear: Bool {
        guard let month, let day else { return true }
        return (1...12).contains { number in
            month.contains(number) && (1...Day.count(inMonth: number, ofYear: 2000)).contains(where: day.contains)
        }
    }

    /// The first day that it may be, from a day on.
    func firstDay(from day: Int) -> Int? {
        // A winter reaches into the year after, so the search begins in the year before.
        var candidate = year.first(from: Day(number: day).year - 1)
        while let year = candidate {
            if let found = firstDay(inYear: year, from: day) { return found }
            candidate = self.year.first(from: year + 1)
        }
        return nil
    }

    /// The last day that it may be, up to a day.
    func lastDay(upTo day: Int) -> Int? {
        var candidate = year.last(upTo: Day(number: day).year)
        while let year = candidate {
            if let found = lastDay(inYear: year, upTo: day) { return found }
            candidate = self.year.last(upTo: year - 1)
        }
        return nil
    }

    private var plainBounds: ClosedRange<Int>? {
        let lowest = year.bounds.lowerBound
        let highest = year.bounds.upperBound
        if let season {
            return season.days(ofYear: lowest).lowerBound...season.days(ofYear: highest).upperBound
        }
        guard let month = month?.number else {
            return Day.number(year: lowest, month: 1, day: 1)...Day.number(year: highest, month: 12, day: 31)
        }
        let count = Day.count(inMonth: month, ofYear: lowest)
        let first = Day.number(year: lowest, month: month, day: 1)
        guard let day = day?.number else { return first...first + count - 1 }
        return 1...count ~= day ? first + day - 1...first + day - 1 : nil
    }

    private func firstDay(inYear year: Int, from limit: Int) -> Int? {
        if let season {
            let days = season.days(ofYear: year)
            return days.upperBound < limit ? nil : max(days.lowerBound, limit)
        }
        for number in 1...12 where month?.contains(number) ?? true {
            let start = Day.number(year: year, month: number, day: 1)
            let count = Day.count(inMonth: number, ofYear: year)
            guard start + count > limit else { continue }
            guard let day else { return max(start, limit) }
            for place in 1...count where day.contains(place) && start + place > limit { return start + place - 1 }
        }
        return nil
    }

    private func lastDay(inYear year: Int, upTo limit: Int) -> Int? {
        if let season {
            let days = season.days(ofYear: year)
            return days.lowerBound > limit ? nil : min(days.upperBound, limit)
        }
        for number in stride(from: 12, through: 1, by: -1) where month?.contains(number) ?? true {
            let start = Day.number(year: year, month: number, day: 1)
            let count = Day.count(inMonth: number, ofYear: year)
            guard start <= limit else { continue }
            guard let day else { return min(start + count - 1, limit) }
            for place in stride(from: count, through: 1, by: -1) where day.contains(place) && start + place - 1 <= limit
            {
                return start + place - 1
            }
        }
        return nil
    }
}
