/// One time in words.
extension WordsParser {
    /// What stands before a time, as far as its meaning hangs on it.
    struct Lead {
        /// `over`, `for`: all of the time.
        var isOver = false
        /// `in`, `during`
        var isIn = false
        var isWithin = false
        /// `the`
        var hasArticle = false
    }

    /// Reads a time, or as much of it as stands here; nil where none does.
    mutating func part() throws(ValueError) -> WordsPart? {
        try attempt { parser throws(ValueError) in
            if let part = try parser.attempt({ parser throws(ValueError) in try parser.margin() }) { return part }
            let lead = parser.lead()
            guard let part = try parser.bare(lead) else { return nil }
            return try parser.withSuffix(part)
        }
    }

    private mutating func lead() -> Lead {
        var lead = Lead()
        while true {
            if acceptAny("some time", "sometime", "dated", "on", "at", "both") { continue }
            if acceptAny("in", "during") {
                lead.isIn = true
            } else if accept("within") {
                lead.isWithin = true
            } else if isNext(["over", "for"]), !isNext(WordsVocabulary.vagueCounts, 1) {
                position += 1
                lead.isOver = true
            } else if acceptAny("the", "throughout the") {
                lead.hasArticle = true
            } else {
                return lead
            }
        }
    }

    /// A time without what stands before it.
    private mutating func bare(_ lead: Lead) throws(ValueError) -> WordsPart? {
        if let part = try attempt({ parser throws(ValueError) in try parser.pointing(lead) }) { return part }
        if let part = try attempt({ parser throws(ValueError) in try parser.recent(lead) }) { return part }
        if let part = try attempt({ parser throws(ValueError) in parser.near() }) { return part }
        if let part = try attempt({ parser throws(ValueError) in try parser.relative(lead) }) { return part }
        if let part = try attempt({ parser throws(ValueError) in try parser.counted(lead) }) { return part }
        if let part = try attempt({ parser throws(ValueError) in try parser.piece() }) { return part }
        if let part = try attempt({ parser throws(ValueError) in try parser.rest() }) { return part }
        if let part = try attempt({ parser throws(ValueError) in try parser.yearRun() }) { return part }
        if let part = try attempt({ parser throws(ValueError) in try parser.week() }) { return part }
        if let part = try attempt({ parser throws(ValueError) in try parser.clock() }) { return part }
        if let part = try attempt({ parser throws(ValueError) in try parser.daypart() }) { return part }
        if let part = try attempt({ parser throws(ValueError) in try parser.portion() }) { return part }
        if let part = try attempt({ parser throws(ValueError) in parser.currentUnit() }) { return part }
        return try attempt { parser throws(ValueError) in try parser.calendar() }
    }

    /// What narrows a time behind it: `Tuesday last week`, `the 20th of next month`, `Monday night`, `8 October at 14:30`.
    private mutating func withSuffix(_ part: WordsPart) throws(ValueError) -> WordsPart {
        var part = part
        if case .date(let date) = part, date.isWeekdayAlone || date.isDayAlone,
            let unit = try attempt({ parser throws(ValueError) in try parser.container(of: date) })
        {
            part = .within(date, unit)
        }
        if case .unit = part, accept("to date") { return .rest(isEarlier: true, part) }
        if case .date(let date) = part, date.isBare { return part }
        while true {
            if let kind = acceptDaypart() {
                part = .daypart(kind, part)
            } else if let clock = try attempt({ parser throws(ValueError) in try parser.followingClock() }) {
                part = clock.map(on: part)
            } else {
                return part
            }
        }
    }

    /// The unit in which a weekday or a day of the month lies.
    private mutating func container(of date: PartialDate) throws(ValueError) -> WordsPart? {
        _ = acceptAny("of the", "of", "in the", "in", "the")
        let steps = ["last": -1, "past": -1, "this": 0, "next": 1, "coming": 1]
        let step = accept(from: steps)
        guard step != nil || position > 0 && tokens[position - 1].kind == .word("the") else { return nil }
        let unit: WordsUnit = date.weekday == nil ? .month : .week
        guard accept(from: WordsVocabulary.units) == unit else { return nil }
        return .unit(unit, step: step ?? 0)
    }

    /// A part of a longer time: `early December`, `the end of 2024`, `mid-1990s`, `year-end 2024`.
    mutating func portion() throws(ValueError) -> WordsPart? {
        if let unit = word().flatMap({ WordsVocabulary.units[$0] }),
            isNext(mark: "-", 1) ? word(2) == "end" : word(1) == "end"
        {
            position += isNext(mark: "-", 1) ? 3 : 2
            let start = position
            if let date = try calendar(), case .date(let inner) = date, inner.year != nil {
                return .portion(.end, date)
            }
            position = start
            return .portion(.end, .unit(unit, step: 0))
        }
        guard let portion = acceptPortion() else { return nil }
        let inner = try attempt { parser throws(ValueError) in
            _ = parser.acceptAny("in the", "in", "on the", "on", "the")
            return parser.accept("day") ? .near(0) : try parser.part()
        }
        switch inner {
        case nil: return [.early, .middle, .late].contains(portion) ? .date(PartialDate(portion: portion)) : nil
        case .date(var date)? where date.portion == nil && date.named == nil:
            date.portion = portion
            return .date(date)
        case let inner?: return .portion(portion, inner)
        }
    }

    /// Steps over the name of a portion.
    private mutating func acceptPortion() -> WordsPortion? {
        let names: [(String, WordsPortion)] = [
            ("very early", .early), ("early", .early), ("beginning of", .start), ("start of", .start),
            ("very beginning of", .start), ("very start of", .start), ("outset of", .start),
            ("middle of", .middle), ("midway through", .middle), ("halfway through", .middle), ("mid", .middle),
            ("late", .late), ("very late", .late), ("very end of", .end), ("end of", .end), ("close of", .end),
            ("end", .end), ("start", .start), ("first half of", .firstHalf), ("second half of", .secondHalf),
            ("latter half of", .secondHalf),
        ]
        for (name, portion) in names where accept(name) {
            // "late-2023", "end-of-year": a hyphen joins the parts of one name.
            let start = position
            if accept(mark: "-"), accept("of") { _ = accept(mark: "-") } else { position = start }
            if isNext(mark: "-"), !isNext(["to", "until", "through"], 1) { position += 1 }
            return portion
        }
        return nil
    }

    /// A unit alone: `by the end of the year` is of this year.
    mutating func currentUnit() -> WordsPart? {
        guard let unit = accept(from: WordsVocabulary.units), ![.day, .fortnight, .hour, .minute].contains(unit) else {
            return nil
        }
        if word() == "to", word(1) != "date" { return nil }
        switch peek() {
        case .number?, .date?, .ordinal?, .word("of")?, .word("ended")?, .word("beginning")?,
            .word("commencing")?, .word("ending")?:
            return nil
        default: return unit == .weekend ? .weekend(nil) : .unit(unit, step: 0)
        }
    }

    /// `earlier this week`, `later in October`, `earlier today`.
    mutating func rest() throws(ValueError) -> WordsPart? {
        if acceptAny("so far", "thus far") { return try part().map { .rest(isEarlier: true, $0) } }
        let isEarlier = accept("earlier")
        guard isEarlier || accept("later") else { return nil }
        let isNamed = isNext(["in", "on", "this", "today", "yesterday", "during", "last", "tomorrow"])
        guard isNamed else { return nil }
        if acceptAny("in the day", "this day") { return .near(0) }
        return try part().map { .rest(isEarlier: isEarlier, $0) }
    }

    /// Decades and centuries: `1990s`, `the '90s`, `nineties`, `20th century`, `5th century BC`.
    mutating func yearRun() throws(ValueError) -> WordsPart? {
        if case .decade(let year)? = peek() {
            position += 1
            guard year % 100 == 0 else { return .years(first: year, count: 10) }
            return .either([.years(first: year, count: 10), .years(first: year, count: 100)])
        }
        if case .shortDecade(let short)? = peek() {
            position += 1
            return shortDecade(short)
        }
        if let short = accept(from: WordsVocabulary.decades) { return shortDecade(short) }
        guard let number = acceptOrdinal(), number > 0 else { return nil }
        _ = accept(mark: "-")
        guard accept("century") else { return nil }
        if acceptAny("bc", "bce") {
            // The years 0 and -99 are 1 BC and 100 BC.
            let last = -(number - 1) * 100
            return .yearRun(last - 99, last)
        }
        _ = acceptAny("ad", "ce")
        guard number <= 100 else { return nil }
        return number == 1 ? .yearRun(1, 99) : .years(first: (number - 1) * 100, count: 100)
    }

    /// Ten years of the century that is meant: from 1930 to 2009 there is one reading, for the others there are two.
    private func shortDecade(_ short: Int) -> WordsPart {
        if short >= 30 { return .years(first: 1900 + short, count: 10) }
        if short == 0 { return .years(first: 2000, count: 10) }
        return .either([.years(first: 1900 + short, count: 10), .years(first: 2000 + short, count: 10)])
    }

    /// Weeks: `week 33 of 2024`, `W33 2024`, `2024-W33-1`, `the week of 24 October`, `the week ending 16 August`.
    mutating func week() throws(ValueError) -> WordsPart? {
        if let part = weekOfYearFirst() { return part }
        if let period = try attempt({ parser throws(ValueError) in try parser.ending() }) { return period }
        _ = acceptAny("calendar", "iso")
        let places: [(String, WordsPart.WeekPlace)] = [
            ("week of", .within), ("week beginning", .first), ("week commencing", .first), ("week starting", .first),
            ("weekend of", .weekend),
        ]
        for (name, place) in places where accept(name) {
            return try part().map { .weekAround($0, place) }
        }
        var number: Int?
        if accept("week"), case .number(let found, let digits)? = peek(), digits <= 2 {
            number = found
        } else if case .word(let name)? = peek(), name.hasPrefix("w"), name.count <= 3 {
            number = Int(name.dropFirst())
        }
        guard let number, 1...53 ~= number else { return nil }
        position += 1
        let start = position
        _ = accept(mark: ",") || accept(mark: "-") || accept("of") || accept("in")
        let year = try year()
        if year == nil { position = start }
        return .week(number, of: year, weekday: nil)
    }

    /// `the three months ended 30 September`, `the year to March 2024`: so long up to a day.
    private mutating func ending() throws(ValueError) -> WordsPart? {
        guard let count = acceptCount(orOne: true), ![.day, .weekend, .hour, .minute].contains(count.unit),
            acceptAny("ended", "ending", "to"), word() != "date"
        else { return nil }
        _ = accept("on")
        return try part().map { .ending(count, $0) }
    }

    /// `2024-W33` and `2024-W33-1` (ISO 8601-1:2019, 5.2.4), also without hyphens.
    private mutating func weekOfYearFirst() -> WordsPart? {
        guard case .number(let year, digits: 4)? = peek() else { return nil }
        position += 1
        _ = accept(mark: "-")
        guard case .word(let name)? = peek(), name.hasPrefix("w"), 2...4 ~= name.count,
            let digits = Int(name.dropFirst())
        else { return nil }
        position += 1
        if name.count == 4 { return .week(digits / 10, of: .number(year), weekday: digits % 10) }
        if isNext(mark: "-"), case .number(let day, digits: 1)? = peek(1) {
            position += 2
            return .week(digits, of: .number(year), weekday: day)
        }
        return .week(digits, of: .number(year), weekday: nil)
    }
}

extension WordsPart {
    /// A time of day, or several, of which about that is meant.
    var approximate: WordsPart {
        switch self {
        case .clock(var clock, let day):
            clock.isApproximate = true
            return .clock(clock, day)
        case .either(let parts): return .either(parts.map(\.approximate))
        default: return self
        }
    }

    /// A time of day, or several, on a day.
    func map(on day: WordsPart) -> WordsPart {
        switch self {
        case .clock(let clock, _): .clock(clock, day)
        case .either(let parts): .either(parts.map { $0.map(on: day) })
        default: self
        }
    }
}
