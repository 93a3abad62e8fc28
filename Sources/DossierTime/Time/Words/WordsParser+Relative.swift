/// Times that are counted from the day of publication: `yesterday`, `last June`, `two weeks ago`, `the past week`.
extension WordsParser {
    mutating func near() -> WordsPart? {
        let names: [(String, Int)] = [
            ("day before yesterday", -2), ("day after tomorrow", 2), ("today", 0), ("now", 0), ("yesterday", -1),
            ("tomorrow", 1), ("present", 0),
        ]
        if position > 0, tokens[position - 1].kind == .word("to"), accept("date") { return .near(0) }
        for (name, days) in names where accept(name) { return .near(days) }
        if acceptAny("this morning", "this afternoon", "this evening") { return .near(0) }
        if acceptAny("last night", "yesterday night") { return .daypart(.nightBefore, .near(0)) }
        if acceptAny("last evening", "yesterday evening") { return .near(-1) }
        if accept("night before last") { return .daypart(.nightBefore, .near(-1)) }
        if acceptAny("tonight", "this night") { return .daypart(.night, .near(0)) }
        return nil
    }

    /// Words that point to a day named before them, which stands in the text and not here.
    mutating func pointing(_ lead: Lead) throws(ValueError) -> WordsPart? {
        let start = position
        if isNext(WordsParser.vagueTimes), position + 1 == tokens.count {
            position += 1
            return .refused(
                ValueError("'\(text)' does not say when", expectation: "a date, or words such as 'last week'"))
        }
        if acceptAny("earlier", "later") { _ = acceptAny("on", "in") }
        let pointers: Set<String> = ["that", "same", "following", "previous", "preceding", "subsequent", "ensuing"]
        // "next week" is the one after this; "the next week" and "next day" follow on what was told.
        let isDayNext = isNext(["day", "morning", "afternoon", "evening", "night"], 1)
        let isTold = lead.hasArticle && !lead.isIn && !lead.isOver && !lead.isWithin || isDayNext && !lead.hasArticle
        _ = accept("the")
        let isAdjective = word() == "following" && !lead.hasArticle
        if isNext(pointers) && !isAdjective || word() == "next" && isTold {
            position += 1
            while isNext(pointers) { position += 1 }
            if isThing {
                position += 1
                _ = acceptDaypart()
                return .refused(pointsIntoText())
            }
        } else if isNext(["night", "morning", "afternoon", "evening"]), isNext(["before", "after"], 1),
            position + 2 == tokens.count
        {
            position += 2
            return .refused(pointsIntoText())
        }
        position = start
        return nil
    }

    /// Words that leave the time open.
    private static let vagueTimes: Set<String> = [
        "recently", "lately", "soon", "then", "afterwards", "afterward", "meanwhile", "previously", "formerly", "later",
        "earlier", "shortly",
    ]

    /// Whether a unit, a weekday or a part of the day comes next.
    private var isThing: Bool {
        guard let word = word() else { return false }
        if WordsVocabulary.months[word] != nil {
            if case .number? = peek(1) { return false }
            if case .ordinal? = peek(1) { return false }
            return true
        }
        return word == "time" || WordsVocabulary.pluralUnits[word] != nil || WordsVocabulary.units[word] != nil
            || WordsVocabulary.weekdays[word] != nil
            || WordsVocabulary.seasons[word] != nil || WordsParser.dayparts.contains(word) || word == "night"
    }

    func pointsIntoText() -> ValueError {
        ValueError(
            "'\(text)' counts from a day that is named elsewhere in the text",
            expectation:
                "the day to count from, such as 'the day after 8 October 2024' or 'ten days after 8 October 2024'")
    }

    func saysNoNumber(_ unit: WordsUnit) -> ValueError {
        ValueError(
            "'\(text)' does not say how many \(unit.plural)",
            expectation: "a number, such as 'about 3 \(unit.plural) ago' or 'in the past 3 \(unit.plural)'")
    }

    /// `the past week`, `in the last three months`, `over the next 48 hours`, `within two weeks`.
    mutating func recent(_ lead: Lead) throws(ValueError) -> WordsPart? {
        if lead.isWithin, let count = acceptCount() {
            if accept("of") { return try part().map { .around(count, $0) } }
            return .recent(count, sign: 1, isThroughout: false)
        }
        _ = acceptAny("this", "these")
        let isPast = isNext(["last", "past", "recent"])
        guard isPast || isNext(["next", "coming"]) else { return nil }
        let isRolling = isNext(["past", "coming"])
        let sign = isPast ? -1 : 1
        position += 1
        if let vague = acceptVagueCount() { return word() == "of" ? nil : .refused(saysNoNumber(vague)) }
        let isOne = word().map { WordsVocabulary.units[$0] != nil } ?? false
        guard let count = acceptCount(orOne: true), word() != "of" else { return nil }
        if !isOne { return .recent(count, sign: sign, isThroughout: lead.isOver) }
        let isSeveralDays = ![.weekend, .quarter].contains(count.unit)
        guard isSeveralDays, isRolling || lead.isOver || lead.hasArticle || lead.isWithin else { return nil }
        let recent = WordsPart.recent(count, sign: sign, isThroughout: lead.isOver)
        return count.unit == .century && !isRolling ? .either([.unit(.century, step: sign), recent]) : recent
    }

    /// `last`, `this` or `next` with a weekday, a month, a season, a named day or a unit.
    mutating func relative(_ lead: Lead) throws(ValueError) -> WordsPart? {
        if let neighbour = try attempt({ parser throws(ValueError) in parser.beyond() }) { return neighbour }
        _ = word(1).map { ["past", "coming"].contains($0) } ?? false ? accept("this") : false
        let steps: [String: WordsStep] = [
            "last": .last, "past": .last, "this": .this, "current": .this, "next": .next, "coming": .coming,
            "upcoming": .coming, "following": .coming,
        ]
        guard let step = accept(from: steps) else { return nil }
        if let kind = try recurring() {
            // "the last Friday of October" is counted in October.
            return step == .last && isNext(["of", "in"]) ? nil : .recurring(kind, step)
        }
        if let unit = word().flatMap({ WordsVocabulary.pluralUnits[$0] }), word(1) != "of" {
            position += 1
            return .refused(saysNoNumber(unit))
        }
        guard let unit = accept(from: WordsVocabulary.units), word() != "of", unit != .day, unit != .hour,
            unit != .minute
        else { return nil }
        if unit == .weekend, step == .coming { return .weekend(.coming) }
        return .unit(unit, step: step == .last ? -1 : step == .this ? 0 : 1)
    }

    /// A weekday, a month or the like without its year.
    private mutating func recurring() throws(ValueError) -> WordsPart.Recurring? {
        if let weekday = accept(from: WordsVocabulary.weekdays) { return .weekday(weekday) }
        if let month = accept(from: WordsVocabulary.months) { return .month(month) }
        if let season = accept(from: WordsVocabulary.seasons).flatMap(EDTFSeason.init(code:)) { return .season(season) }
        return acceptNamedDay().map { .named($0) }
    }

    /// `the week before last`, `the Friday after next`.
    private mutating func beyond() -> WordsPart? {
        let weekday = accept(from: WordsVocabulary.weekdays)
        let unit = weekday == nil ? accept(from: WordsVocabulary.units) : nil
        guard weekday != nil || unit != nil else { return nil }
        let sign = accept("before last") ? -1 : accept("after next") ? 1 : 0
        guard sign != 0 else { return nil }
        if let unit { return unit == .day ? nil : .unit(unit, step: 2 * sign) }
        return weekday.map {
            .counted(
                WordsCount(halves: 2, unit: .week), sign: sign,
                base: .recurring(.weekday($0), sign < 0 ? .last : .coming))
        }
    }

    /// `two weeks ago`, `three days before 8 October`, `the week after 8 October`, `a week ago Tuesday`, `in two weeks`.
    mutating func counted(_ lead: Lead) throws(ValueError) -> WordsPart? {
        let start = position
        if let vague = acceptVagueCount() {
            skipDirection()
            _ = try part()
            return .refused(saysNoNumber(vague))
        }
        // "a week" counts; "the week" and "week" name one week of the calendar.
        let isUnitAlone = word().map { WordsVocabulary.units[$0] != nil } ?? false
        if let few = try attempt({ parser throws(ValueError) in try parser.oneOrOther() }) { return few }
        guard let count = acceptCount(orOne: true) else { return nil }
        if let part = try counted(count, isUnitAlone: isUnitAlone) { return part }
        if !isUnitAlone, !lead.isIn, isAtEnd {
            return .refused(
                ValueError(
                    "'\(text)' is a length of time, not a date",
                    expectation: "a direction, such as 'three weeks ago' or 'in three weeks'"))
        }
        guard !isUnitAlone, lead.isIn, !lead.hasArticle || count.halves != 2 else {
            position = start
            return nil
        }
        _ = accept("time")
        return .counted(count, sign: 1, base: nil)
    }

    /// `two or three days ago`, `2-3 weeks before 8 October`
    private mutating func oneOrOther() throws(ValueError) -> WordsPart? {
        guard let first = acceptNumber(), accept("or") || acceptRangeMark(), let last = acceptCount(),
            last.halves > 2 * first
        else { return nil }
        let behind = position
        guard let later = try counted(last, isUnitAlone: false) else { return nil }
        position = behind
        guard let earlier = try counted(WordsCount(halves: 2 * first, unit: last.unit), isUnitAlone: false),
            case .counted(_, let sign, _) = later
        else { return nil }
        return sign < 0 ? .stretch(later, earlier) : .stretch(earlier, later)
    }

    private mutating func counted(_ count: WordsCount, isUnitAlone: Bool) throws(ValueError) -> WordsPart? {
        if accept("ago") {
            if let weekday = accept(from: WordsVocabulary.weekdays) {
                return .counted(count, sign: -1, base: .recurring(.weekday(weekday), .last))
            }
            return .counted(count, sign: -1, base: near())
        }
        if acceptAny("from now", "hence") { return .counted(count, sign: 1, base: nil) }
        if acceptAny("earlier", "previously", "later", "afterwards", "afterward", "beforehand") || acceptLastDirection()
        {
            return .refused(pointsIntoText())
        }
        if count.unit == .week, acceptAny("on", "from", "last") {
            let isLast = tokens[position - 1].kind == .word("last")
            if let weekday = accept(from: WordsVocabulary.weekdays) {
                return .counted(
                    count, sign: isLast ? -1 : 1, base: .recurring(.weekday(weekday), isLast ? .last : .coming))
            }
            position -= 1
        }
        let isBefore = acceptAny("before", "prior to")
        guard isBefore || acceptAny("after", "following", "from") else { return nil }
        guard let base = try part() else { return nil }
        let sign = isBefore ? -1 : 1
        return isUnitAlone && ![.day, .hour, .minute].contains(count.unit)
            ? .neighbour(count.unit, sign: sign, of: base) : .counted(count, sign: sign, base: base)
    }

    /// Steps over `before` and `after` at the end of the text: `the day after`.
    private mutating func acceptLastDirection() -> Bool {
        guard isNext(["before", "after", "on"]), position + 1 == tokens.count else { return false }
        position += 1
        return true
    }

    private mutating func skipDirection() {
        _ = acceptAny("ago", "earlier", "later", "before", "after", "from now", "hence", "time", "on")
    }

    /// `more than a decade ago`, `almost a year ago`, `at least two weeks before 8 October`.
    mutating func margin() throws(ValueError) -> WordsPart? {
        let names: [(String, WordsCount.Margin)] = [
            ("more than", .more), ("over", .more), ("at least", .more), ("well over", .more), ("just over", .more),
            ("a little over", .more), ("not less than", .more), ("less than", .less), ("under", .less),
            ("just under", .about), ("no more than", .less), ("not more than", .less), ("at most", .less),
            ("up to", .less), ("almost", .about), ("nearly", .about), ("close to", .about), ("about", .about),
            ("around", .about), ("some", .about), ("roughly", .about), ("approximately", .about),
        ]
        for (name, margin) in names where accept(name) {
            guard var count = acceptCount() else { return nil }
            count.margin = margin
            return try counted(count, isUnitAlone: false)
        }
        return nil
    }
}
