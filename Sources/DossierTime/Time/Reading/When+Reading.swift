extension When {
    /// What it says, for people: `between 8 and 13 October 2024`, `about June 2024`, `from 13 October 2024 on`.
    ///
    /// Years before the year 1 are read as BC, so that the year 0 is 1 BC.
    public var reading: String {
        guard let expression = EDTFReader.expression(text) else { return text }
        switch expression {
        case .date(let date): return DateReading(date).text
        case .interval(let start, let end): return When.reading(from: start, to: end)
        case .one(let members): return When.reading(ofOne: members)
        case .every(let members): return When.reading(ofEvery: members)
        }
    }

    private static func reading(from start: EDTFEnd, to end: EDTFEnd) -> String {
        switch (start, end) {
        case (.date(let first), .date(let last)): range(first, last, " to ")
        case (.date(let first), .open): "from \(DateReading(first).text) on"
        case (.date(let first), .unknown): "from \(DateReading(first).text) to an unknown time"
        case (.open, .date(let last)): "until \(DateReading(last).text)"
        case (.unknown, .date(let last)): "from an unknown time to \(DateReading(last).text)"
        default: ""
        }
    }

    private static func reading(ofOne members: [EDTFMember]) -> String {
        if let (qualifier, plain) = unqualified(members) {
            return DateReading.prefix(qualifier) + reading(ofOne: plain)
        }
        if members.count == 1 {
            switch members[0] {
            case .date(let date): return DateReading(date).text
            case .range(let first?, let last?): return "between " + range(first, last, " and ")
            case .range(let first?, nil): return DateReading(first).text + " or later"
            case .range(nil, let last?): return DateReading(last).text + " or earlier"
            case .range(nil, nil): return ""
            }
        }
        return list(members, "or")
    }

    private static func reading(ofEvery members: [EDTFMember]) -> String {
        if members.count == 1 {
            switch members[0] {
            case .date(let date): return DateReading(date).text
            case .range(let first?, let last?): return "each \(unit(of: first)) from " + range(first, last, " to ")
            case .range(let first?, nil): return "each \(unit(of: first)) from \(DateReading(first).text) on"
            case .range(nil, let last?): return "each \(unit(of: last)) up to \(DateReading(last).text)"
            case .range(nil, nil): return ""
            }
        }
        return "each of " + list(members, "and")
    }

    /// The doubt that all members share, and the members without it; nil where there is none.
    private static func unqualified(_ members: [EDTFMember]) -> (EDTFQualifier, [EDTFMember])? {
        var shared: EDTFQualifier?
        let isShared = !members.contains { member in
            member.hasDate { date in
                shared = shared ?? date.qualifier
                return !date.isQualifiedAsOne || date.qualifier != shared
            }
        }
        guard isShared, let shared, !shared.isEmpty else { return nil }
        let plain = members.map { member in
            switch member {
            case .date(let date): EDTFMember.date(date.unqualified)
            case .range(let first, let last): EDTFMember.range(first?.unqualified, last?.unqualified)
            }
        }
        return (shared, plain)
    }

    /// Members with commas, and a word before the last.
    private static func list(_ members: [EDTFMember], _ word: String) -> String {
        if let plain = sharedMonth(members) { return plain.joined(by: word) }
        return members.map { member in
            switch member {
            case .date(let date): DateReading(date).text
            case .range(let first?, let last?): range(first, last, " to ")
            case .range(let first?, nil): DateReading(first).text + (word == "or" ? " or later" : " and on")
            case .range(nil, let last?): (word == "or" ? "up to " : "all up to ") + DateReading(last).text
            case .range(nil, nil): ""
            }
        }.joined(by: word)
    }

    /// The days or months of a list, where all are plain and share what follows them: `8`, `9`, `11 October 2024`.
    private static func sharedMonth(_ members: [EDTFMember]) -> [String]? {
        let dates = members.compactMap { member in if case .date(let date) = member { DateReading(date) } else { nil } }
        guard dates.count == members.count, let last = dates.last,
            dates.allSatisfy({ $0.isPlain && $0.year == last.year })
        else { return nil }
        if !last.day.isEmpty, dates.allSatisfy({ $0.month == last.month && !$0.day.isEmpty }) {
            return dates.dropLast().map(\.day) + [last.text]
        }
        if last.day.isEmpty, !last.month.isEmpty, dates.allSatisfy({ $0.day.isEmpty && !$0.month.isEmpty }) {
            return dates.dropLast().map(\.month) + [last.text]
        }
        return nil
    }

    /// Two dates, the first without what it shares with the second.
    private static func range(_ start: EDTFDate, _ end: EDTFDate, _ between: String) -> String {
        let (first, last) = (DateReading(start), DateReading(end))
        if !start.qualifier.isEmpty, start.qualifier == end.qualifier, start.isQualifiedAsOne, end.isQualifiedAsOne {
            return DateReading.prefix(start.qualifier) + range(start.unqualified, end.unqualified, between)
        }
        if start.clock != nil, end.clock != nil, start.bounds == end.bounds {
            let isSameZone = start.clock?.offset == end.clock?.offset
            return (isSameZone ? DateReading.clock(start, hasZone: false) : first.clock) + between + last.text
        }
        guard first.isPlain, last.isPlain, first.year == last.year, first.day.isEmpty == last.day.isEmpty,
            !first.month.isEmpty,
            !last.month.isEmpty
        else { return first.text + between + last.text }
        if !first.day.isEmpty, first.month == last.month { return first.day + between + last.text }
        return [first.day, first.month].filter { !$0.isEmpty }.joined(separator: " ") + between + last.text
    }

    private static func unit(of date: EDTFDate) -> String {
        date.clock != nil
            ? "moment" : date.season != nil ? "season" : date.day != nil ? "day" : date.month != nil ? "month" : "year"
    }
}

extension [String] {
    /// With commas, and a word before the last.
    fileprivate func joined(by word: String) -> String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(word) " + last
    }
}
