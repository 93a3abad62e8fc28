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
    /// - Throws: what is not understood, with its place; the readings of what is ambiguous; that an as-of is needed.
    public static func interpret(_ words: String, asOf: When?) throws(ValueError) -> When {
        let text = words.trimmed
        do {
            return try interpret(trimmed: text, asOf: asOf)
        } catch {
            var error = error
            let space = words.utf8.count - words.drop(while: \.isWhitespace).utf8.count
            error.range = error.range.map { $0.lowerBound + space..<$0.upperBound + space }
            throw error
        }
    }

    private static func interpret(trimmed text: String, asOf: When?) throws(ValueError) -> When {
        do {
            return try When(text)
        } catch {
            guard text.hasWords else { throw error }
        }
        if let mistake = EDTFMistake.explanation(of: text) { throw mistake }
        var reader = WordsReader(text, asOf: nil)
        let missing: ValueError
        do {
            return try edtf(try reader.time(), text)
        } catch {
            missing = error
        }
        guard let asOf else { throw unreadable(text) ?? missing }
        guard case .moment(let first) = asOf.earliest, case .moment(let last) = asOf.latest else {
            throw ValueError(
                "'\(text)' cannot be read against \(asOf), which has no bounds", expectation: "an as-of date with a day"
            )
        }
        return try edtf(try time(text, first.day.number...last.day.number, asOf), text)
    }

    /// What cannot be read in words, whatever day they are read against.
    private static func unreadable(_ text: String) -> ValueError? {
        var reader = WordsReader(text, asOf: Day(number: 0))
        do {
            _ = try reader.time()
            return nil
        } catch {
            return error.range == nil ? nil : error
        }
    }

    /// Reads words against each day of some, or against the first and last where they are many.
    private static func time(_ text: String, _ days: ClosedRange<Int>, _ asOf: When) throws(ValueError) -> WordsTime {
        func time(_ day: Int) throws(ValueError) -> WordsTime {
            var reader = WordsReader(text, asOf: Day(number: day))
            return try reader.time()
        }
        func isSame(_ time: WordsTime, on day: Int) -> Bool {
            var reader = WordsReader(text, asOf: Day(number: day))
            return (try? reader.time()) == time
        }
        var result = try time(days.lowerBound)
        let others = days.count <= 366 ? Array(days.dropFirst()) : [days.upperBound]
        guard others.allSatisfy({ isSame(result, on: $0) }) else {
            throw ValueError(
                "'\(text)' depends on what \(asOf) leaves open",
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
            throw ValueError("'\(text)' would be \(time.text), which EDTF does not have", expectation: error.problem)
        }
    }
}

extension String {
    /// The text without white space before and after it.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
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
