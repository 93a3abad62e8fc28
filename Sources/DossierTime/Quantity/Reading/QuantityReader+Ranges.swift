extension QuantityReader {
    /// The second amount of a range, the unit between the two, and whether either of the two is said.
    struct RangeEnd {
        let end: QuantityAmount
        let unit: String?
        let isEither: Bool
    }

    private static let dashes: [Unicode.Scalar] = [
        "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
    ]

    /// Reads the rest of `10 to 12`, `10–12` or `10 km to 12 km` behind the first amount; nil where none follows.
    mutating func range(_ bounds: QuantityBounds) throws(ValueError) -> RangeEnd? {
        let start = position
        if let link = try linked(isDashAllowed: true, isBehindNumber: true) {
            return RangeEnd(end: link.end, unit: nil, isEither: link.isEither)
        }
        var isDashAllowed = start < scalars.count && !scalars[start].properties.isWhitespace
        for _ in 0..<3 {
            skipSpaces()
            guard let end = endOfUnitWord() else { break }
            position = end
            let unit = string(start..<end).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let isSign = !scalars[end - 1].properties.isAlphabetic
            if let link = try linked(isDashAllowed: isDashAllowed || isSign || isBlank(at: end)) {
                return RangeEnd(end: link.end, unit: unit, isEither: link.isEither)
            }
            isDashAllowed = false
        }
        position = start
        return nil
    }

    func isBlank(at index: Int) -> Bool { index < scalars.count && scalars[index].properties.isWhitespace }

    /// The end of a word or a sign that may be a unit between two amounts.
    private func endOfUnitWord() -> Int? {
        if let word = word(at: position) {
            return joinsNumbers(word.raw, isBehindNumber: false) ? nil : word.end
        }
        guard position < scalars.count else { return nil }
        let scalar = scalars[position]
        return scalar == "%" || scalar.properties.generalCategory == .currencySymbol ? position + 1 : nil
    }

    /// Reads a dash or a word between two amounts, and the second one.
    private mutating func linked(isDashAllowed: Bool, isBehindNumber: Bool = false) throws(ValueError)
        -> (end: QuantityAmount, isEither: Bool)?
    {
        let start = position
        skipSpaces()
        var isEither = false
        if position < scalars.count, QuantityReader.dashes.contains(scalars[position]) {
            guard isDashAllowed else { return restored(start) }
            position += 1
            if let word = word(at: position), word.lower == "to" {
                position = word.end
                guard skip("-") else { return restored(start) }
            }
        } else if let word = word(at: position), joinsNumbers(word.raw, isBehindNumber: isBehindNumber) {
            isEither = word.lower == "or"
            position = word.end
        } else {
            return restored(start)
        }
        skipSpaces()
        guard let end = try amount() else { return restored(start) }
        isTyped = false
        return (end, isEither)
    }

    /// Whether a word joins two numbers into a range; `A` stands for ampere.
    private func joinsNumbers(_ word: String, isBehindNumber: Bool) -> Bool {
        let lower = word.lowercased()
        return QuantityVocabulary.links.contains(lower) || isBetween && QuantityVocabulary.linksBetween.contains(lower)
            || isFrom && QuantityVocabulary.linksFrom.contains(lower)
            || isBehindNumber && word != "A" && QuantityVocabulary.linksOfNumbers.contains(lower)
    }

    private mutating func restored(_ start: Int) -> (end: QuantityAmount, isEither: Bool)? {
        position = start
        return nil
    }

    /// Reads `± 10` behind an amount.
    mutating func plusOrMinus() throws(ValueError) -> QuantityAmount? {
        let start = position
        skipSpaces()
        if !skip("\u{B1}") {
            guard skip("+"), skip("/"), skip("-") || skip("\u{2212}") else {
                position = start
                return nil
            }
        }
        skipSpaces()
        guard let tolerance = try amount() else {
            position = start
            return nil
        }
        if tolerance.value < .zero {
            throw ValueError(
                "'\(text)' has a tolerance below zero",
                expectation: "the tolerance without a sign, such as 100 \u{B1} 10")
        }
        isTyped = false
        return tolerance
    }
}
