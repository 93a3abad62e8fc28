extension QuantityReader {
    /// Reads what follows the numbers: the name of a unit, which begins with a letter or a sign such as `%`, and a bound behind it.
    mutating func unit(_ bounds: inout QuantityBounds) throws(ValueError) -> String? {
        let isAttached = position > 0 && scalars[position - 1].decimalDigit != nil && !isBlank(at: position)
        skipSpaces()
        let start = position
        var words = string(position..<scalars.count).split(whereSeparator: \.isWhitespace).map(String.init)
        for phrase in QuantityVocabulary.behind where words.count > phrase.words.count {
            guard words.suffix(phrase.words.count).map({ $0.lowercased() }) == phrase.words else { continue }
            guard bounds.add(phrase.bound) else { throw noQuantity() }
            words.removeLast(phrase.words.count)
            isTyped = false
            break
        }
        if let last = words.last, last.hasSuffix("+"), !last.hasSuffix("++"), last.utf8.count > 1 {
            guard bounds.add(.atLeast) else { throw noQuantity() }
            words[words.count - 1].removeLast()
            isTyped = false
        }
        guard let first = words.first, let scalar = first.unicodeScalars.first else { return nil }
        if first.lowercased() == "of" { throw share }
        let isName =
            scalar.properties.isAlphabetic || scalar.properties.generalCategory == .currencySymbol
            || "%\u{FF05}\u{66A}\u{2030}\u{B0}'\"#".unicodeScalars.contains(scalar)
        let hasDots = words.contains { $0.contains("..") }
        guard isName, !hasDots, !QuantityVocabulary.noUnits.contains(first.lowercased()) else {
            if words.contains(where: holdsNumber) { throw twoFigures }
            throw noQuantity(at: start)
        }
        if words.contains(where: holdsNumber) { throw twoFigures }
        if isAttached { try checkAttached(first, rest: words, at: start) }
        return MeasuredUnit.named(words.joined(separator: " "))
    }

    /// Whether a word of a unit is a number of its own: in digits, or in words.
    private func holdsNumber(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars.drop { "+-~<>=(\u{2212}\u{2013}".unicodeScalars.contains($0) })
        if scalars.first?.decimalDigit != nil { return true }
        let lower = word.lowercased().filter { $0 != "," && $0 != "." }
        let isCompound = lower.split(separator: "-").allSatisfy { QuantityVocabulary.numbers[String($0)] != nil }
        return isCompound || QuantityVocabulary.countingIn[lower] != nil
            || QuantityVocabulary.ambiguousCounts[lower] != nil || lower == "several"
            || lower.utf8.count > 3 && QuantityVocabulary.multipliers[lower] != nil
    }

    /// What continues a number is no unit, unless it is a symbol that stands there, or a long word.
    private func checkAttached(_ word: String, rest words: [String], at start: Int) throws(ValueError) {
        if word.lowercased().hasPrefix("x") { throw noQuantity() }
        let name = words.joined(separator: " ")
        let digits = string(0..<start)
        let isApart = scalars[..<start].last { $0 == " " || $0.decimalDigit == nil } == " "
        if isApart, scalars[..<start].reversed().prefix(while: { $0 != " " }).count == 3 {
            throw ValueError(
                "'\(text)' can be read with '\(digits.filter { $0 != " " })' or with '\(digits.split(separator: " ").last ?? "")'",
                expectation: "the number without a space in it, and a space before the unit",
                suggestion: QuantityReader.readable("\(digits) \(name)"))
        }
        let letters = Array(word.unicodeScalars.prefix { $0.properties.isAlphabetic })
        let isPlain = letters.count == word.unicodeScalars.count
        let isForeign = !(letters.first?.isASCII ?? false)
        if isForeign || isPlain && letters.count > 3 || MeasuredUnit.symbols.contains(word) { return }
        throw ValueError(
            "'\(word)' continues the number, so it is not read as a unit",
            expectation: "a space between the number and its unit",
            suggestion: isPlain && letters.count > 1 ? QuantityReader.readable("\(digits) \(name)") : nil)
    }
}
