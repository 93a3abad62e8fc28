extension QuantityReader {
    /// Reads a number in English words: `twelve`, `two hundred and fifty thousand`, `a dozen`, `half a million`.
    mutating func wordsOfNumber() throws(ValueError) -> QuantityAmount? {
        let start = position
        if let half = halfOfMultiplier() { return half }
        guard var current = smallNumber() ?? oneOfMultiplier() else { return nil }
        var total = 0
        var least = Int.max
        var groups = 0
        let first = current
        var factor: Int?
        while let multiplier = wordMultiplier() {
            if multiplier < 1000 {
                let (product, overflow) = current.multipliedReportingOverflow(by: multiplier)
                guard !overflow else { throw tooLong }
                current = product
            } else {
                guard multiplier < least else { throw twoFigures }
                let (product, overflow) = current.multipliedReportingOverflow(by: multiplier)
                guard !overflow else { throw tooLong }
                total += product
                least = multiplier
                current = 0
            }
            factor = groups == 0 ? multiplier : nil
            groups += 1
            if let more = numberAfterAnd() {
                let isLess = current == 0 ? more < 1000 : more < 100
                guard isLess else { throw twoFigures }
                current += more
                groups += 1
                factor = nil
            }
        }
        if current == 0, total == 0, groups > 0 { throw noQuantity(at: start) }
        isTyped = false
        if let factor { return QuantityAmount(value: Decimal(first), factor: Int128(factor), isWhole: false) }
        return QuantityAmount(value: Decimal(total + current), factor: nil, isWhole: groups > 0)
    }

    /// A number below a hundred: `seventeen`, `forty-two`, `forty two`.
    private mutating func smallNumber() -> Int? {
        guard let word = word(at: position), let number = QuantityVocabulary.numbers[word.lower] else { return nil }
        position = word.end
        guard number >= 20 else { return number }
        let end = position
        if !skip("-"), !skip("\u{2010}"), !skip("\u{2011}") { skipSpaces() }
        if let one = self.word(at: position), let digit = QuantityVocabulary.numbers[one.lower], 1...9 ~= digit {
            position = one.end
            return number + digit
        }
        position = end
        return number
    }

    /// The article before a multiplier: `a hundred`.
    private mutating func oneOfMultiplier() -> Int? {
        let start = position
        guard let word = word(at: position), word.lower == "a" || word.lower == "an" else { return nil }
        position = word.end
        let end = position
        guard wordMultiplier() != nil else {
            position = start
            return nil
        }
        position = end
        return 1
    }

    private mutating func halfOfMultiplier() -> QuantityAmount? {
        let start = position
        guard let half = word(at: position), half.lower == "half" else { return nil }
        position = half.end
        if !skip("-") { skipSpaces() }
        if let article = word(at: position), article.lower == "a" { position = article.end }
        guard let multiplier = wordMultiplier() else {
            position = start
            return nil
        }
        isTyped = false
        return QuantityAmount(value: Decimal(coefficient: Int128(multiplier) * 5, scale: 1), factor: nil, isWhole: true)
    }

    /// A word such as `dozen`, `hundred` or `million` after a blank or a hyphen.
    private mutating func wordMultiplier() -> Int? {
        let start = position
        if !skip("-") { skipSpaces() }
        guard let word = word(at: position), word.lower.utf8.count > 3 || word.lower == "lac",
            let factor = QuantityVocabulary.multipliers[word.lower], let small = Int(exactly: factor)
        else {
            position = start
            return nil
        }
        position = word.end
        return small
    }

    /// What goes on with a number behind a multiplier: `hundred and five`, `thousand two hundred`.
    private mutating func numberAfterAnd() -> Int? {
        let start = position
        skipSpaces()
        if let and = word(at: position), and.lower == "and" {
            if isBetween { return restored(start) }
            position = and.end
            skipSpaces()
        }
        return smallNumber() ?? restored(start)
    }

    private mutating func restored(_ start: Int) -> Int? {
        position = start
        return nil
    }
}
