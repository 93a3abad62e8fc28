/// One number of a figure, before the multiplier behind the last one is known to count for it too.
struct QuantityAmount {
    let value: Decimal
    /// What it is multiplied by; nil where nothing says so.
    let factor: Int128?
    /// Whether a multiplier that follows cannot count for it: `two thousand and five`.
    let isWhole: Bool
}

extension QuantityReader {
    /// Reads an amount: digits or number words, multipliers, and a currency before them.
    mutating func amount() throws(ValueError) -> QuantityAmount? {
        let start = position
        let hadCurrency = currency
        try skipCurrency()
        let isSigned = position < scalars.count && scalars[position] == "+"
        if isSigned {
            position += 1
            isTyped = false
        }
        if let number = try NumberReader(scalars[position...]) {
            position += number.count
            isTyped = isTyped && number.isTyped
            try refuseOtherNotation(from: start, value: number.value)
            let amount = QuantityAmount(value: number.value, factor: try multiplier(), isWhole: false)
            return try withLesserParts(amount)
        }
        if !isSigned, let words = try wordsOfNumber() { return words }
        position = start
        currency = hadCurrency
        return nil
    }

    /// `2 crore 50 lakh`: what is multiplied by less follows.
    private mutating func withLesserParts(_ first: QuantityAmount) throws(ValueError) -> QuantityAmount {
        guard var least = first.factor, var total = first.value.multiplied(by: least) else { return first }
        var hasMore = false
        while true {
            let start = position
            skipSpaces()
            guard position > start, position < scalars.count, scalars[position].decimalDigit != nil,
                let number = try NumberReader(scalars[position...])
            else {
                position = start
                break
            }
            position += number.count
            guard let factor = try multiplier(), factor < least, let part = number.value.multiplied(by: factor) else {
                throw twoFigures
            }
            total = try total + part
            least = factor
            hasMore = true
        }
        if !hasMore { return first }
        isTyped = false
        return QuantityAmount(value: total, factor: nil, isWhole: true)
    }

    /// Reads a sign or a code of a currency before a number.
    private mutating func skipCurrency() throws(ValueError) {
        let start = position
        var end = position
        while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
        while end < scalars.count, scalars[end].properties.generalCategory == .currencySymbol { end += 1 }
        guard end > position else { return }
        let sign = string(position..<end)
        let isSign = end - position == 1 && scalars[position].properties.generalCategory == .currencySymbol
        guard isSign || QuantityVocabulary.currencies.contains(sign) else { return }
        position = end
        if QuantityVocabulary.currencies.contains(sign) { skipAbbreviationPoint() }
        skipSpaces()
        let isNumber =
            position < scalars.count
            && (scalars[position].decimalDigit != nil || "-\u{2212}".unicodeScalars.contains(scalars[position]))
        guard isNumber else {
            position = start
            return
        }
        if let currency, currency != sign { throw twoFigures }
        currency = sign
        isTyped = false
    }

    /// Reads the multipliers at the position: `million`, `lakh crore`.
    mutating func multiplier() throws(ValueError) -> Int128? {
        var factor: Int128?
        while true {
            let start = position
            let spaces = skippedSpaces()
            guard let next = try oneMultiplier(isAttached: spaces == 0 && factor == nil, from: start) else {
                position = start
                return factor
            }
            let (product, overflow) = (factor ?? 1).multipliedReportingOverflow(by: next)
            guard !overflow else { throw tooLong }
            factor = product
        }
    }

    private mutating func skippedSpaces() -> Int {
        let start = position
        skipSpaces()
        return position - start
    }

    private mutating func oneMultiplier(isAttached: Bool, from start: Int) throws(ValueError) -> Int128? {
        guard position < scalars.count else { return nil }
        if let factor = QuantityVocabulary.eastern[scalars[position]] {
            position += 1
            isTyped = false
            return factor
        }
        guard let word = word(at: position) else { return nil }
        if let factor = try letter(word.raw, isAttached: isAttached, end: word.end, from: start) {
            position = word.end
            isTyped = false
            return factor
        }
        if word.raw == "mN" || word.raw == "K" || !isUnbroken(at: word.end) { return nil }
        guard let factor = QuantityVocabulary.multipliers[word.lower] else { return nil }
        if QuantityVocabulary.powers[word.lower] == nil { isTyped = false }
        position = word.end
        skipAbbreviationPoint()
        return factor
    }

    /// Whether a word ends where its letters do: no hyphen and letters follow.
    private func isUnbroken(at end: Int) -> Bool {
        guard end + 1 < scalars.count, scalars[end] == "-" || scalars[end] == "/" else { return true }
        return !scalars[end + 1].properties.isAlphabetic
    }

    /// A letter, which multiplies or is a unit.
    private func letter(_ raw: String, isAttached: Bool, end: Int, from start: Int) throws(ValueError) -> Int128? {
        let hasUnit = nextIsLetter(after: end)
        switch raw {
        case "M",
            "MM" where currency != nil:
            return 1_000_000
        case "K": return isAttached || hasUnit ? 1000 : nil
        case "T" where currency != nil: return 1_000_000_000_000
        case "m", "b", "B", "mil":
            guard isUnbroken(at: end) else { return nil }
            let factor: Int128 = raw == "m" || raw == "mil" ? 1_000_000 : 1_000_000_000
            if currency != nil && raw != "mil" || lettersMultiply { return factor }
            guard isAttached || hasUnit || raw == "mil" else { return nil }
            throw ambiguousLetter(raw)
        default: return nil
        }
    }

    /// Whether a word follows that can be a unit.
    private func nextIsLetter(after end: Int) -> Bool {
        var next = end
        while next < scalars.count, scalars[next].properties.isWhitespace { next += 1 }
        return next > end && next < scalars.count && scalars[next].properties.isAlphabetic
    }

    private func ambiguousLetter(_ letter: String) -> ValueError {
        var reader = QuantityReader(text, lettersMultiply: true)
        let other = ["m": "metres", "b": "bits", "B": "bytes", "mil": "thousand"][letter] ?? letter
        let word = letter.lowercased() == "b" ? "billion" : "million"
        let suggestion = (try? reader.quantity())?.text
        return ValueError(
            "'\(letter)' can be read as \(word) or as \(other)",
            expectation: "'\(suggestion ?? word)' for the first, the word '\(other)' written out for the second",
            suggestion: suggestion)
    }

    var tooLong: ValueError { ValueError("'\(text)' has more digits than a quantity can have") }
}
