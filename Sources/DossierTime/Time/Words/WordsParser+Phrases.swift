/// Phrases: a doubt, a limit, a range or a list of times.
extension WordsParser {
    mutating func phrase() throws(ValueError) -> WordsPhrase {
        if let qualifier = acceptQualifier() { return .doubt(qualifier, try phrase()) }
        if accept("between") {
            let first = try neededEnd()
            guard accept("and") || acceptRangeMark() else { throw unexpected() }
            return .between(first, try neededEnd())
        }
        if let phrase = try attempt({ parser throws(ValueError) in try parser.limit() }) { return phrase }
        if let night = try attempt({ parser throws(ValueError) in try parser.night() }) { return night }
        if acceptAny("throughout", "all of", "all through", "the whole of", "during all of", "during the whole of") {
            return .throughout(try neededPart())
        }
        return try trailing(list())
    }

    private mutating func acceptQualifier() -> EDTFQualifier? {
        if acceptAny(
            "in or around", "in about", "in around", "on or about", "on or around", "some time around",
            "sometime around", "at or about", "at around", "at about", "at approximately", "at roughly", "around",
            "about", "circa", "c", "ca", "approximately", "approx", "roughly")
        {
            return .approximate
        }
        if acceptAny("possibly", "perhaps", "maybe", "probably", "presumably", "likely", "reportedly", "allegedly") {
            return .uncertain
        }
        return nil
    }

    /// A part that must come here.
    mutating func neededPart() throws(ValueError) -> WordsPart {
        if let part = try part() { return part }
        throw unexpected()
    }

    /// An end of a range, which may be a bare hour before a time of day: `between 2 and 3 am`.
    mutating func neededEnd() throws(ValueError) -> WordsPart {
        if let clock = try attempt({ parser throws(ValueError) in try parser.bareHour() }) { return clock }
        return try neededPart()
    }

    /// A phrase that names one limit: `since`, `until`, `before`, `after`, `by`.
    private mutating func limit() throws(ValueError) -> WordsPhrase? {
        if isDarknessNext { return nil }
        if acceptAny(
            "from", "starting on", "starting in", "starting", "beginning on", "beginning in", "with effect from")
            || isBeginning
        {
            let first = try neededEnd()
            if acceptRangeMark() { return .span(first, try neededEnd()) }
            _ = acceptAny("onwards", "onward", "forward", "forwards", "on")
            return .limit(.from, first)
        }
        if acceptAny("ever since", "since") {
            let first = try neededEnd()
            return acceptRangeMark() ? .span(first, try neededEnd()) : .limit(.since, first)
        }
        if accept("as of") { return .limit(.asOf, try neededPart()) }
        for (words, limit) in WordsParser.limits where accept(words) { return .limit(limit, try neededPart()) }
        // "the following day" points into the text, "following 8 October" is a limit.
        if word() == "following", word(1).map({ !WordsParser.isUnitOrDay($0) }) ?? true {
            position += 1
            return .limit(.after, try neededPart())
        }
        if let limit = ["pre": WordsLimit.before, "post": .after][word() ?? ""] {
            position += 1
            _ = accept(mark: "-")
            return try part().map { .limit(limit, $0) }
        }
        return nil
    }

    /// Steps over `beginning` and `effective` before a date; "the beginning of" is a part of a time.
    private var isBeginning: Bool {
        mutating get { word(1) != "of" && acceptAny("beginning", "effective") }
    }

    private static func isUnitOrDay(_ word: String) -> Bool {
        WordsVocabulary.units[word] != nil || WordsVocabulary.pluralUnits[word] != nil
            || WordsVocabulary.weekdays[word] != nil || dayparts.contains(word) || word == "night"
    }

    /// The words of a limit; the longer ones stand first.
    private static let limits: [(String, WordsLimit)] = [
        ("not until", .notBefore), ("not before", .notBefore), ("no earlier than", .notBefore),
        ("not earlier than", .notBefore), ("no sooner than", .notBefore), ("on or after", .notBefore),
        ("in or after", .notBefore),
        ("on or before", .by), ("in or before", .by), ("no later than", .by), ("not later than", .by),
        ("not after", .by),
        ("up to and including", .until), ("up until", .until), ("up to", .until), ("until", .until), ("till", .until),
        ("through", .until), ("ending on", .until), ("ending in", .until),
        ("shortly before", .shortlyBefore), ("just before", .shortlyBefore), ("shortly after", .shortlyAfter),
        ("just after", .shortlyAfter), ("soon after", .shortlyAfter), ("minutes before", .shortlyBefore),
        ("minutes after", .shortlyAfter),
        ("some time before", .before), ("sometime before", .before), ("well before", .before), ("ahead of", .before),
        ("before", .before), ("prior to", .before), ("earlier than", .before),
        ("some time after", .after), ("sometime after", .after), ("well after", .after), ("after", .after),
        ("later than", .after),
        ("by", .by),
    ]

    /// `the night of 8 October`, `the night of 8-9 October`, `the night from Monday to Tuesday`.
    private mutating func night() throws(ValueError) -> WordsPhrase? {
        _ = acceptAny("on", "in", "during", "over")
        _ = accept("the")
        guard acceptAny("night of", "night from", "night between") else { return nil }
        let first = try neededPart()
        guard acceptRangeMark() || acceptAny("into", "and") else { return .night(.part(first)) }
        return .night(.between(first, try neededPart()))
    }

    /// What may follow a date or a list.
    private mutating func trailing(_ phrase: WordsPhrase) throws(ValueError) -> WordsPhrase {
        guard case .part(let part) = phrase else {
            return accept("or so") ? .doubt(.approximate, phrase) : phrase
        }
        if acceptAny("or earlier", "or before", "at the latest") { return .limit(.by, part) }
        if acceptAny("or later", "or after", "at the earliest") { return .limit(.notBefore, part) }
        if acceptAny("onwards", "onward") { return .limit(.from, part) }
        return accept("or so") ? .doubt(.approximate, phrase) : phrase
    }

    mutating func acceptRangeMark() -> Bool {
        let start = position
        // "mid- to late October" and "mid-to-late" have a hyphen beside the word.
        _ = accept(mark: "-")
        if acceptAny("to", "until", "till", "through", "thru") {
            _ = accept(mark: "-")
            return true
        }
        position = start
        return accept(mark: "-")
    }

    /// A time, a range from one to another, or some with `or` or `and`.
    private mutating func list() throws(ValueError) -> WordsPhrase {
        let first = try neededEnd()
        if acceptRangeMark() {
            let last = try neededEnd()
            // "early to mid October" is one stretch, of which any day may be meant.
            if case .date(let date) = first, date.isBare { return .between(first, last) }
            return .span(first, last)
        }
        if accept("into") { return .between(first, try neededPart()) }
        var parts = [first]
        while true {
            let start = position
            let hasComma = accept(mark: ",")
            let isOr = !isOpenEnd && accept("or") || !hasComma && accept(mark: "/")
            let isEvery = !isOr && accept("and")
            guard hasComma || isOr || isEvery, let next = try part() else {
                position = start
                break
            }
            parts.append(next)
            if isOr || isEvery { return .list(parts, isEvery: isEvery) }
        }
        guard parts.count == 1 else { throw listWithoutWord() }
        return .part(first)
    }

    /// Whether `or earlier` and the like come next, which are no other date.
    private var isOpenEnd: Bool {
        word() == "or" && isNext(["earlier", "later", "before", "after", "so"], 1)
    }

    private func listWithoutWord() -> ValueError {
        position < tokens.count
            ? unexpected()
            : ValueError("'\(text)' lists dates without 'or' or 'and'", expectation: WordsParser.expectation)
    }
}
