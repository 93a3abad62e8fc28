/// A date for people, taken apart so that two of them can share what they have in common.
struct DateReading {
    /// `8`; empty where no day is said.
    var day = ""
    /// `October`; empty where no month is said.
    var month = ""
    /// `2024`
    var year = ""
    /// `18:00 UTC`; empty where no time of day is said.
    var clock = ""
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
            isPlain = date.qualifier.isEmpty && date.year.significantDigits == nil && date.clock == nil
            clock = DateReading.clock(date, hasZone: true)
            if !clock.isEmpty { text = clock + " on " + text }
        }
        if isCommon {
            text = DateReading.prefix(date.qualifier) + text
        } else {
            text += " (" + DateReading.doubts(of: date) + ")"
        }
    }

    /// A time of day, with its offset from UTC where one is written; empty where there is none.
    static func clock(_ date: EDTFDate, hasZone: Bool) -> String {
        guard let clock = date.clock else { return "" }
        let second = clock.seconds.lowerBound
        var text = WordsClock.text(second / 60)
        if clock.isOfEDTF ? second % 60 != 0 : clock.seconds.count == 1 {
            text += ":" + Day.padded(second % 60, to: 2) + clock.fraction
        }
        guard hasZone, let offset = clock.offset else { return text }
        return text + " UTC" + (offset == 0 ? "" : EDTFZone.text(offset / 60))
    }

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
