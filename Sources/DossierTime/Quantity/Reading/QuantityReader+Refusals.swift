extension QuantityReader {
    /// Refuses words that say that there are many, a part or none of something, with the figures that may be meant.
    mutating func refuseWhatNamesNoNumber() throws(ValueError) {
        let start = position
        defer { position = start }
        let hasArticle = word(at: position)?.lower == "a"
        if hasArticle {
            position += 1
            skipSpaces()
        }
        guard let word = word(at: position) else { return }
        let name = word.lower
        position = word.end
        if QuantityVocabulary.none.contains(name) { throw noNumber(start, ["0"]) }
        if let readings = QuantityVocabulary.ambiguousCounts[name] {
            let times = multipliersOf()
            throw noNumber(start, readings.map { "\($0 * times).." })
        }
        if hasArticle, let factor = QuantityVocabulary.countingIn[name] {
            throw noNumber(start, ["\(2 * factor * multipliersOf()).."])
        }
        if let readings = QuantityVocabulary.several[name] {
            let times = multipliersOf()
            throw noNumber(start, readings.map { QuantityReader.times(times, $0) })
        }
        if name == "half" || QuantityVocabulary.shares.contains(name) {
            position = start
            if try wordsOfNumber() == nil { throw share }
        }
        position = start
        if try wordsOfNumber() != nil {
            if !skip("-") { skipSpaces() }
            if let next = self.word(at: position), next.lower != "percent",
                QuantityVocabulary.shares.contains(next.lower)
            {
                throw share
            }
        }
    }

    /// Reads words that count in so many, such as `hundreds` and `tens of thousands of`: at least two of them.
    ///
    /// - Throws: where words before them name another limit, which leaves no number: `about hundreds`, `up to thousands`.
    mutating func soMany(_ bounds: inout QuantityBounds) throws(ValueError) -> QuantityAmount? {
        let start = position
        guard let word = word(at: position), let factor = QuantityVocabulary.countingIn[word.lower] else { return nil }
        position = word.end
        let least = 2 * factor * multipliersOf()
        guard !bounds.isApproximate, bounds.add(.atLeast) else { throw noNumber(start, ["\(least).."]) }
        isTyped = false
        return QuantityAmount(value: Decimal(coefficient: least, scale: 0), factor: nil, isWhole: true)
    }

    /// What the words `of thousands` and `hundred` behind multiply by; they are passed over, and `of` before a name.
    private mutating func multipliersOf() -> Int128 {
        var times: Int128 = 1
        while times < 1_000_000_000_000 {
            let start = position
            skipOf()
            if position == start { skipSpaces() }
            guard let word = word(at: position), word.lower.utf8.count > 3,
                let factor = QuantityVocabulary.multipliers[word.lower], factor > 1
            else {
                position = start
                break
            }
            times *= factor
            position = word.end
        }
        skipOf()
        return times
    }

    /// Passes over `of` and the blanks or the hyphen before and behind it, where something follows.
    private mutating func skipOf() {
        let start = position
        if !skip("-") { skipSpaces() }
        if let word = word(at: position), word.lower == "of" {
            position = word.end
            if !skip("-") { skipSpaces() }
            if position < scalars.count { return }
        }
        position = start
    }

    private static func times(_ factor: Int128, _ figure: String) -> String {
        guard factor > 1 else { return figure }
        var text = ""
        var digits = ""
        for character in figure + " " {
            if character.isNumber {
                digits.append(character)
            } else {
                if let number = Int128(digits) { text += "\(number * factor)" }
                digits = ""
                text.append(character)
            }
        }
        return String(text.dropLast())
    }

    /// An error that lists the figures that may be meant.
    private func noNumber(_ start: Int, _ readings: [String]) -> ValueError {
        let unit = string(position..<scalars.count).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let choices = readings.compactMap { reading in
            QuantityReader.readable(unit.isEmpty ? reading : "\(reading) \(unit)") ?? QuantityReader.readable(reading)
        }
        let words = string(start..<position).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return ValueError(
            "'\(words)' does not name a number",
            expectation: (choices + ["the number itself"]).joined(separator: " or "), suggestion: choices.first)
    }

    var share: ValueError {
        ValueError(
            "'\(text)' is a share of another figure",
            expectation: "the resulting number, such as 150 for half of 300")
    }

    /// Refuses ordinals, and numbers to another base than ten.
    func refuseOtherNotation(from start: Int, value: Decimal) throws(ValueError) {
        guard let word = word(at: position) else { return }
        let written = string(start..<word.end)
        if ["st", "nd", "rd", "th", "\u{BA}", "\u{AA}", "er", "\u{E8}me", "eme"].contains(word.lower) {
            throw ValueError(
                "'\(written)' is an ordinal, not a quantity",
                expectation: "how many there are; a name with a number in it belongs in the title")
        }
        guard value == .zero, "xob".contains(word.lower.prefix(1)),
            !QuantityVocabulary.isSpecial(word.lower) || word.lower == "x"
        else { return }
        let digits = scalars[(position + 1)...].prefix { $0.properties.isASCIIHexDigit }
        guard !digits.isEmpty else { return }
        let radix = ["x": 16, "o": 8, "b": 2][word.lower.prefix(1)] ?? 16
        let number = Int(String(String.UnicodeScalarView(digits)), radix: radix)
        throw ValueError(
            "'\(text)' is a number in base \(radix)", expectation: "a decimal number",
            suggestion: number.flatMap { QuantityReader.readable("\($0)") })
    }
}
