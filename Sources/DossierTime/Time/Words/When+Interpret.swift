extension When {
    /// Reads EDTF, or a time in English words as `WhenWords` lists them.
    ///
    /// Words are read against a day: the day the record's source was published, or one that the analyst gives. Where that
    /// is known less precisely than to the day, the words are read against each of its days and must mean the same; where
    /// it is approximate or uncertain and a few days would change the meaning, the result carries the same mark.
    ///
    /// - Parameters:
    ///   - words: EDTF or words.
    ///   - asOf: what words such as `yesterday` and dates without a year are read against.
    ///   - aim: on which side of that day a date without a year lies, where the words do not say.
    /// - Throws: what is not understood, with its place; the readings of what is ambiguous; that an as-of is needed.
    public static func interpret(_ words: String, asOf: When?, aim: WordsAim = .usual) throws(ValueError) -> When {
        let text = words.trimmed
        do {
            return try interpret(trimmed: text, asOf: asOf, aim: aim)
        } catch {
            var error = error
            let space = words.utf8.count - words.drop(while: \.isWhitespace).utf8.count
            error.range = error.range.map { $0.lowerBound + space..<$0.upperBound + space }
            // Nothing is advised that cannot be read itself; without a day to read it against, any will do.
            if let suggestion = error.suggestion,
                (try? interpret(trimmed: suggestion, asOf: asOf ?? When("2024-10-24"), aim: aim)) == nil
            {
                error.suggestion = nil
            }
            throw error
        }
    }

    private static func interpret(trimmed text: String, asOf: When?, aim: WordsAim) throws(ValueError) -> When {
        do throws(ValueError) {
            if let mistake = EDTFMistake.unevenRange(in: text) { throw mistake }
            return try When(text)
        } catch {
            if let rewritten = EDTFMistake.rewriting(of: text) { return try When(rewritten) }
            guard text.hasWords || text.isFigures else { throw error }
        }
        if let mistake = EDTFMistake.explanation(of: text) { throw mistake }
        var parser = WordsParser(text)
        let phrase = try parser.whole()
        let missing: ValueError
        do {
            return try edtf(try WordsMeaning.time(of: phrase, text: text, asOf: nil, aim: aim), text)
        } catch {
            missing = error
        }
        guard let asOf else { throw missing }
        guard case .moment(let first) = asOf.earliest, case .moment(let last) = asOf.latest else {
            throw ValueError(
                "'\(text)' cannot be read against \(asOf), which has no bounds",
                expectation: "an as-of date with bounds"
            )
        }
        let days = first.day.number...last.day.number
        return try edtf(try time(phrase, text, days, asOf, aim), text)
    }

    /// Reads words against each day of some, or against the first and last where they are many.
    private static func time(
        _ phrase: WordsPhrase, _ text: String, _ days: ClosedRange<Int>, _ asOf: When, _ aim: WordsAim
    ) throws(ValueError) -> WordsTime {
        func time(_ day: Int) throws(ValueError) -> WordsTime {
            try WordsMeaning.time(of: phrase, text: text, asOf: Day(number: day), aim: aim)
        }
        func isSame(_ other: WordsTime, on day: Int) -> Bool { (try? time(day)) == other }
        var result = try time(days.lowerBound)
        let others = days.count <= 366 ? Array(days.dropFirst()) : [days.upperBound]
        guard others.allSatisfy({ isSame(result, on: $0) }) else {
            throw ValueError(
                "'\(text)' depends on details that \(asOf) leaves open",
                expectation: "a more precise published date or as-of=DATE")
        }
        let doubt: EDTFQualifier = [asOf.isApproximate ? .approximate : [], asOf.isUncertain ? .uncertain : []]
        if !doubt.isEmpty, !(isSame(result, on: days.lowerBound - 3) && isSame(result, on: days.upperBound + 3)) {
            result.qualifier.formUnion(doubt)
        }
        return result
    }

    private static func edtf(_ time: WordsTime, _ text: String) throws(ValueError) -> When {
        do {
            return try When(time.text)
        } catch {
            throw ValueError("'\(text)' would be \(time.text), which EDTF does not allow", expectation: error.problem)
        }
    }
}

extension String {
    /// The text without white space before and after it.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Whether it is a time of day or a day and a month in figures: `14:30`, `22/10`.
    fileprivate var isFigures: Bool {
        utf8.count <= 8 && contains { $0 == ":" || $0 == "/" }
            && allSatisfy { $0.isASCII && ($0.isNumber || ":/".contains($0)) }
            && contains(where: \.isNumber)
    }

    /// Whether it has letters that EDTF has not, or several in a row.
    fileprivate var hasWords: Bool {
        var length = 0
        for scalar in unicodeScalars {
            guard scalar.properties.isAlphabetic else {
                length = 0
                continue
            }
            length += 1
            if !"XYESTZ".unicodeScalars.contains(scalar) || length > 1 && scalar != "X" { return true }
        }
        return false
    }
}
