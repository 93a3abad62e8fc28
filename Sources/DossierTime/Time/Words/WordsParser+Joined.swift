/// Dates whose parts are joined without spaces: `12-Oct-24`, `Oct/7`, `13/06/2024`, `q1-2019`, `Oct-24`.
extension WordsParser {
    /// One part of such a date.
    private enum Piece {
        case number(Int, digits: Int)
        case month(Int)
        case season(EDTFSeason)
    }

    /// Reads a date of two or three joined parts; nil where the marks between them are those of a range or a list.
    mutating func joined() throws(ValueError) -> WordsPart? {
        guard let (pieces, separator, length) = joinedPieces() else { return nil }
        let isFollowed = position + length < tokens.count && tokens[position + length].isJoined
        let next = word(length).flatMap { WordsVocabulary.months[$0] }
        // "8/9 October" are two days, "8-13 October" six.
        guard !isFollowed || isNext(mark: ",", length), next == nil else { return nil }
        position += length
        switch pieces.count {
        case 2: return try pair(pieces[0], pieces[1], separator)
        default: return triple(pieces)
        }
    }

    private func joinedPieces() -> (pieces: [Piece], separator: Character, length: Int)? {
        guard let first = piece(at: 0) else { return nil }
        var pieces = [first]
        var separator: Character?
        var length = 1
        while case .mark(let mark)? = peek(length), mark != ",", tokens[position + length].isJoined,
            separator == nil || separator == mark, let next = piece(at: length + 1),
            tokens[position + length + 1].isJoined
        {
            pieces.append(next)
            separator = mark
            length += 2
        }
        guard let separator, 2...3 ~= pieces.count else { return nil }
        return (pieces, separator, length)
    }

    private func piece(at distance: Int) -> Piece? {
        switch peek(distance) {
        case .number(let number, let digits)? where digits <= 4: return .number(number, digits: digits)
        case .ordinal(let number)?: return .number(number, digits: 1)
        case .word(let word)?:
            if let month = WordsVocabulary.months[word] { return .month(month) }
            let code = WordsVocabulary.shortParts[word] ?? WordsVocabulary.seasons[word]
            return code.flatMap(EDTFSeason.init(code:)).map { .season($0) }
        default: return nil
        }
    }

    private mutating func pair(_ first: Piece, _ second: Piece, _ separator: Character) throws(ValueError) -> WordsPart?
    {
        switch (first, second) {
        case (.month(let month), .number(let year, digits: 4)), (.number(let year, digits: 4), .month(let month)):
            return .date(PartialDate(year: .number(year), month: month))
        case (.number(let day, _), .month(let month)):
            guard 1...31 ~= day else { return nil }
            return .date(PartialDate(year: try behind(), month: month, day: day))
        case (.month(let month), .number(let number, let digits)):
            let day = PartialDate(month: month, day: number, isMonthFirst: true)
            let year = try behind()
            guard year == nil, digits == 2 else {
                guard 1...31 ~= number else { return nil }
                return .date(PartialDate(year: year, month: month, day: number, isMonthFirst: true))
            }
            let short = PartialDate(year: .number(WordsParser.year(ofTwoDigits: number)), month: month)
            return 1...31 ~= number ? .either([.date(day), .date(short)]) : .date(short)
        case (.season(let season), .number(let year, digits: 4)), (.number(let year, digits: 4), .season(let season)):
            return .date(PartialDate(year: season.code == 24 ? .winter(year) : .number(year), season: season))
        case (.season(let season), .number(let short, digits: 2)) where season.kind != .season:
            return .date(PartialDate(year: .number(WordsParser.year(ofTwoDigits: short)), season: season))
        case (.number(let first, let digits), .number(let second, let others)) where separator != "-":
            return figures(first, digits, second, others)
        default: return nil
        }
    }

    /// The year behind a joined day and month: `21-Oct 2024`.
    private mutating func behind() throws(ValueError) -> PartialYear? {
        try attempt { parser throws(ValueError) in
            _ = parser.accept(mark: ",")
            return try parser.year()
        }
    }

    /// `22/10`, `10/2024`: a day and a month, or a month and a year.
    private func figures(_ first: Int, _ digits: Int, _ second: Int, _ others: Int) -> WordsPart? {
        if digits == 4 || others == 4 {
            let (year, month) = digits == 4 ? (first, second) : (second, first)
            guard digits + others <= 6, 1...12 ~= month else { return nil }
            return .date(PartialDate(year: .number(year), month: month))
        }
        return either([(nil, second, first), (nil, first, second)])
    }

    private func triple(_ pieces: [Piece]) -> WordsPart? {
        switch (pieces[0], pieces[1], pieces[2]) {
        case (.number(let first, let digits), .month(let month), .number(let last, let others)):
            if digits == 4 { return others <= 2 ? date(first, month, last) : nil }
            if others == 4 { return date(last, month, first) }
            guard others == 2 else { return nil }
            return first > 31 || first == 0
                ? date(WordsParser.year(ofTwoDigits: first), month, last)
                : date(WordsParser.year(ofTwoDigits: last), month, first)
        case (.month(let month), .number(let first, let digits), .number(let last, let others)):
            if digits == 4 { return others <= 2 ? date(first, month, last) : nil }
            if others == 4 { return date(last, month, first) }
            return others == 2 ? date(WordsParser.year(ofTwoDigits: last), month, first) : nil
        case (.number(let first, let digits), .number(let second, digits: 1...2), .number(let third, let others)):
            if digits == 4 { return others <= 2 ? date(first, second, third) : nil }
            if others == 4 { return either([(third, second, first), (third, first, second)]) }
            return .refused(
                ValueError("the year of '\(text)' does not have four digits", expectation: EDTFReader.expectation))
        default: return nil
        }
    }

    private func date(_ year: Int, _ month: Int, _ day: Int) -> WordsPart? {
        1...12 ~= month && 1...31 ~= day ? .date(PartialDate(year: .number(year), month: month, day: day)) : nil
    }

    /// The dates among several that the calendar has.
    private func either(_ dates: [(year: Int?, month: Int, day: Int)]) -> WordsPart? {
        var parts: [WordsPart] = []
        for (year, month, day) in dates
        where 1...12 ~= month && 1...Day.count(inMonth: month, ofYear: year ?? 2000) ~= day {
            if parts.isEmpty || dates[0].month != month {
                parts.append(.date(PartialDate(year: year.map { .number($0) }, month: month, day: day)))
            }
        }
        return parts.count > 1 ? .either(parts) : parts.first
    }
}
