extension QuantityReader {
    /// Refuses words that say that there are many, a part or none of something, with the figures that may be meant.
    mutating func refuseWhatNamesNoNumber() throws(ValueError) {
        let start = position
        defer { position = start }
        if let word = word(at: position), word.lower == "a" {
            position = word.end
            skipSpaces()
        }
        guard let word = word(at: position) else { return }
        let name = word.lower
        position = word.end
        if QuantityVocabulary.none.contains(name) { throw noNumber(start, ["0"]) }
        if let factor = QuantityVocabulary.countingIn[name] {
            let times = multipliersOf()
            let readings = name == "dozens" ? [24, 20] : [2 * factor]
            throw noNumber(start, readings.map { "\($0 * times).." })
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

    /// What the words `of thousands`, `hundred` and `of` behind multiply by; they are passed over.
    private mutating func multipliersOf() -> Int128 {
        var times: Int128 = 1
        while true {
            let start = position
            skipSpaces()
            guard let word = word(at: position) else {
                position = start
                return times
            }
            if word.lower == "of" {
                position = word.end
                continue
            }
            guard word.lower.utf8.count > 3, let factor = QuantityVocabulary.multipliers[word.lower], factor > 1,
                times < 1_000_000_000_000
            else {
                position = start
                return times
            }
            times *= factor
            position = word.end
        }
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
        let words = string(start..<position)
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
