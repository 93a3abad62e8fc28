/// Dates with unspecified digits: what they may be.
extension DateReading {
    /// Says which days fit a date.
    static func unspecified(_ date: EDTFDate) -> String {
        let isYearKnown = date.year.digits == nil
        let years = years(date.year)
        if let season = date.season { return "the \(season.name) of \(years)" }
        guard let month = date.month else {
            return "some year " + (isDecade(date.year) ? "of " + years : years.dropPrefix("a year "))
        }
        let monthText = month.number.map { MonthName.all[$0 - 1] }
        // "October 2024", but "October of the 1560s".
        let whole = monthText.map { isYearKnown ? "\($0) \(years)" : "\($0) of \(years)" }
        guard let day = date.day else {
            return whole ?? "some month " + (month.isUnspecified ? "in \(years)" : "from \(months(month)) of \(years)")
        }
        let place =
            whole ?? (month.isUnspecified ? "some month of \(years)" : "a month from \(months(month)) of \(years)")
        if day.isUnspecified { return "some day in " + (month.isUnspecified ? years : place) }
        guard let number = day.number else { return "some day from \(days(day)) of \(place)" }
        return monthText == nil ? "day \(number) of \(place)" : "\(number) \(place)"
    }

    /// Years that share digits: `the 1990s`, `a year from 1900 to 1999`.
    private static func years(_ year: EDTFYear) -> String {
        guard year.digits != nil else { return name(ofYear: year.stated) }
        let first = name(ofYear: year.bounds.lowerBound)
        return isDecade(year) ? "the \(first)s" : "a year from \(first) to \(name(ofYear: year.bounds.upperBound))"
    }

    private static func isDecade(_ year: EDTFYear) -> Bool {
        guard let digits = year.digits, year.bounds.lowerBound >= 1000 else { return false }
        return (0..<3).allSatisfy { digits[$0] != EDTFYear.unspecified }
    }

    private static func months(_ month: EDTFDigits) -> String {
        joined((1...12).filter(month.contains).map { MonthName.all[$0 - 1] })
    }

    private static func days(_ day: EDTFDigits) -> String { joined((1...31).filter(day.contains).map { String($0) }) }

    /// The first and the last of numbers or names that follow on one another, or all where they do not.
    private static func joined(_ names: [String]) -> String {
        guard let first = names.first, let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(first) to \(last)"
    }
}

extension String {
    fileprivate func dropPrefix(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}
