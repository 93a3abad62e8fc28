/// A date for people, taken apart so that two of them can share what they have in common.
struct DateReading {
    /// `8`; empty where no day is said.
    var day = ""
    /// `October`; empty where no month is said.
    var month = ""
    /// `2024`
    var year = ""
    /// All of it.
    var text: String
    /// Whether it is a plain day, month or year, which can be shortened.
    var isPlain = false

    init(_ date: EDTFDate) {
        text = ""
        let isCommon = date.qualifier.isEmpty || date.isQualifiedAsOne
        year = DateReading.year(date.year)
        if date.hasUnspecifiedDigits {
            text = DateReading.unspecified(date)
        } else if let season = date.season {
            text = DateReading.season(season, of: date.year.stated, year)
        } else {
            if let number = date.month?.number { month = MonthName.all[number - 1] }
            if let number = date.day?.number { day = String(number) }
            text = [day, month, year].filter { !$0.isEmpty }.joined(separator: " ")
            isPlain = date.qualifier.isEmpty && date.year.significantDigits == nil
        }
        if isCommon {
            text = DateReading.prefix(date.qualifier) + text
        } else {
            text += " (" + DateReading.doubts(of: date) + ")"
        }
    }

    /// A day.
    static func day(_ day: Day) -> String { "\(day.day) \(MonthName.all[day.month - 1]) \(name(ofYear: day.year))" }

    /// What a qualifier of a whole date says before it.
    static func prefix(_ qualifier: EDTFQualifier) -> String {
        (qualifier.contains(.uncertain) ? "possibly " : "") + (qualifier.contains(.approximate) ? "about " : "")
    }

    /// A year; before the year 1 as years BC, where it has at most four digits.
    private static func year(_ year: EDTFYear) -> String {
        if let significant = year.significantDigits, significant > 0, year.bounds.count > 1 {
            return "about \(name(ofYear: year.stated)), between \(name(ofYear: year.bounds.lowerBound))"
                + " and \(name(ofYear: year.bounds.upperBound))"
        }
        return name(ofYear: year.stated)
    }

    static func name(ofYear year: Int) -> String {
        switch year {
        case ...(-10_000): "the year -" + Decimal(-year).grouped
        case ...0: "\(1 - year) BC"
        case ..<1000: "AD \(year)"
        case ..<10_000: "\(year)"
        default: "the year " + Decimal(year).grouped
        }
    }

    private static func season(_ season: EDTFSeason, of year: Int, _ name: String) -> String {
        switch season.kind {
        case .season, .northernSeason, .southernSeason:
            let crosses = season.firstMonth + season.monthCount > 13
            let years = crosses && 1000..<9999 ~= year ? "\(name)-\(Day.padded((year + 1) % 100, to: 2))" : name
            let place = season.name.split(separator: " ", maxSplits: 1)
            return "\(place[0]) \(years)" + (place.count > 1 ? " \(place[1])" : "")
        case .quarter, .third, .half: return "the \(season.name) of \(name)"
        }
    }

    /// A date with unspecified digits: what it may be.
    private static func unspecified(_ date: EDTFDate) -> String {
        let isYearKnown = date.year.digits == nil
        let first = name(ofYear: date.year.bounds.lowerBound)
        let last = name(ofYear: date.year.bounds.upperBound)
        let years = isYearKnown ? name(ofYear: date.year.stated) : yearsText(date.year, first, last)
        if let season = date.season { return "the \(season.name) of \(years)" }
        guard let month = date.month else { return isYearKnown ? years : "some year of \(years)".replacingYearOf }
        let monthText = month.number.map { MonthName.all[$0 - 1] }
        guard let day = date.day, !(day.isUnspecified) else {
            let kind = date.day == nil ? "some month in" : "some day in"
            if let monthText {
                return date.day == nil
                    ? "\(monthText) of \(years)" : "some day in \(monthText) \(isYearKnown ? years : "of \(years)")"
            }
            return month.isUnspecified
                ? "\(kind) \(years)" : "\(kind) \(months(month)) \(isYearKnown ? years : "of \(years)")"
        }
        let dayText = day.number.map { String($0) } ?? "some day from " + days(day)
        let monthPart = monthText ?? (month.isUnspecified ? "some month" : "a month from \(months(month))")
        if let number = day.number, monthText == nil {
            return "day \(number) of \(monthPart)\(isYearKnown ? " of" : ", in") \(years)"
        }
        return
            "\(dayText) \(day.number == nil ? "of " : "")\(monthPart)\(monthText == nil || !isYearKnown ? " of" : "") \(years)"
    }

    /// Years that share digits: `the 1990s`, `the years 1900 to 1999`.
    private static func yearsText(_ year: EDTFYear, _ first: String, _ last: String) -> String {
        guard let digits = year.digits else { return first }
        let isDecade = digits[3] == EDTFYear.unspecified && (0..<3).allSatisfy { digits[$0] != EDTFYear.unspecified }
        if isDecade && year.bounds.lowerBound >= 1000 { return "the \(first)s" }
        return "a year from \(first) to \(last)"
    }

    private static func months(_ month: EDTFDigits) -> String {
        joined((1...12).filter(month.contains).map { MonthName.all[$0 - 1] })
    }

    private static func days(_ day: EDTFDigits) -> String { joined((1...31).filter(day.contains).map { String($0) }) }

    /// The first and the last of what follows on another, or all.
    private static func joined(_ names: [String]) -> String {
        guard let first = names.first, let last = names.last, names.count > 1 else { return names.first ?? "" }
        return "\(first) to \(last)"
    }

    /// What is said of each part of a date: `year approximate, day uncertain`.
    private static func doubts(of date: EDTFDate) -> String {
        var parts = [("year", date.yearQualifier)]
        if date.month != nil || date.season != nil {
            parts.append((date.season == nil ? "month" : "season", date.monthQualifier))
        }
        if date.day != nil { parts.append(("day", date.dayQualifier)) }
        return parts.compactMap { name, qualifier in
            switch qualifier {
            case []: nil
            case .uncertain: name + " uncertain"
            case .approximate: name + " approximate"
            default: name + " uncertain and approximate"
            }
        }.joined(separator: ", ")
    }
}

extension EDTFDate {
    /// Whether all of its parts have the same qualifier.
    var isQualifiedAsOne: Bool {
        let parts =
            [yearQualifier] + (month != nil || season != nil ? [monthQualifier] : [])
            + (day != nil ? [dayQualifier] : [])
        return parts.allSatisfy { $0 == yearQualifier }
    }

    /// The date without its qualifiers.
    var unqualified: EDTFDate {
        var date = self
        date.yearQualifier = []
        date.monthQualifier = []
        date.dayQualifier = []
        return date
    }
}

extension String {
    /// "some year of a year from A to B" said once.
    fileprivate var replacingYearOf: String { hasPrefix("some year of a year") ? "some year" + dropFirst(19) : self }
}
