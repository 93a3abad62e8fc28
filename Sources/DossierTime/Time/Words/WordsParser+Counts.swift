/// Numbers, and the units that they count.
extension WordsParser {
    /// A number and a unit: `3 weeks`, `a year and a half`, `half a century`; with `orOne` also a unit alone.
    mutating func acceptCount(orOne: Bool = false) -> WordsCount? {
        let start = position
        if accept("half a") || accept("half an") || accept("a half") {
            if let unit = accept(from: WordsVocabulary.units) { return WordsCount(halves: 1, unit: unit) }
            if accept("dozen"), let unit = acceptUnit() { return WordsCount(halves: 12, unit: unit) }
            position = start
            return nil
        }
        let number = acceptNumber()
        let hasHalf = number != nil && accept("and a half")
        guard number != nil || orOne, let unit = number == nil ? accept(from: WordsVocabulary.units) : acceptUnit()
        else {
            position = start
            return nil
        }
        // "a week and a half ago", but "a week and a half-day" has no date in it.
        let isHalfBehind = number != nil && !hasHalf && accept("and a half")
        return WordsCount(halves: 2 * (number ?? 1) + (hasHalf || isHalfBehind ? 1 : 0), unit: unit)
    }

    private mutating func acceptUnit() -> WordsUnit? {
        _ = accept(mark: "-")
        return accept(from: WordsVocabulary.units) ?? accept(from: WordsVocabulary.pluralUnits)
    }

    /// A number in figures or in words: `3`, `twenty-one`, `a hundred`, `two dozen`.
    mutating func acceptNumber() -> Int? {
        if case .number(let number, _)? = peek(), 1..<1_000_000_000 ~= number {
            position += 1
            return number
        }
        var number: Int?
        if let tens = accept(from: WordsVocabulary.tens) {
            number = tens
            if isNext(mark: "-"), let ones = word(1).flatMap({ WordsVocabulary.smallNumbers[$0] }), ones < 10 {
                position += 2
                number = tens + ones
            }
        } else {
            number = accept(from: WordsVocabulary.smallNumbers)
        }
        guard let number else { return accept("dozen") ? 12 : nil }
        if accept("dozen") { return number * 12 }
        return accept("hundred") ? number * 100 : number
    }

    /// `a few days`, `several weeks`, `a couple of years`, `past months`: units without their number.
    mutating func acceptVagueCount() -> WordsUnit? {
        let start = position
        _ = acceptAny("a", "the", "only a", "just a", "quite a")
        var isVague = accept("number of")
        while isNext(WordsVocabulary.vagueCounts) {
            position += 1
            isVague = true
            _ = accept("of")
        }
        let isUnit = isVague || position == start
        if isUnit, let unit = accept(from: WordsVocabulary.pluralUnits) { return unit }
        position = start
        return nil
    }

    /// An ordinal, in figures or in words: `21st`, `twenty-first`, `third`.
    mutating func acceptOrdinal() -> Int? {
        if case .ordinal(let number)? = peek() {
            position += 1
            return number
        }
        if let tens = word().flatMap({ WordsVocabulary.tens[$0] }), isNext(mark: "-", 1),
            let ones = word(2).flatMap({ WordsVocabulary.ordinals[$0] }), ones < 10
        {
            position += 3
            return tens + ones
        }
        return accept(from: WordsVocabulary.ordinals)
    }

    /// `the first week of October`, `the third Friday in October`, `the last six months of 2024`.
    mutating func piece() throws(ValueError) -> WordsPart? {
        let isLast = acceptAny("last", "final", "closing")
        guard let number = isLast ? 0 : accept("opening") ? 1 : acceptOrdinal() else { return nil }
        let piece: WordsPiece
        if let weekday = accept(from: WordsVocabulary.weekdays) {
            piece = .weekday(number, weekday)
        } else if let vague = acceptVagueCount() {
            guard acceptAny("of", "in") else { return nil }
            return try part().map { _ in .refused(saysNoNumber(vague)) }
        } else if isLast || number == 1, let count = try attempt({ parser throws(ValueError) in parser.acceptNumber() })
        {
            guard let unit = acceptUnit() else { return nil }
            piece = .run(count, unit, isLast: isLast)
        } else {
            _ = accept(mark: "-")
            guard let unit = accept(from: WordsVocabulary.units) else { return nil }
            piece = .unit(number, unit)
        }
        if case .unit(_, .quarter) = piece, !isLast, let part = try quarter(number) { return part }
        guard acceptAny("of", "in") else { return nil }
        return try part().map { .piece(piece, of: $0) }
    }

    /// A quarter by its ordinal, with its year or without.
    private mutating func quarter(_ number: Int) throws(ValueError) -> WordsPart? {
        guard 1...4 ~= number else { return nil }
        let start = position
        _ = acceptAny("of", "in")
        var date = PartialDate(season: EDTFSeason(code: 32 + number))
        date.year = try year()
        if date.year == nil {
            position = start
            if isNext(["of", "in"]) { return nil }
        }
        return .date(date)
    }
}
