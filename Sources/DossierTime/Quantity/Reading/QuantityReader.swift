/// Reads a quantity as it is typed, or as people write it: ``QuantityRules`` lists how.
///
/// A figure is a bound or none, one amount or two, a bound or none, and a unit. Whatever does not fit is an error: nothing is
/// passed over.
public struct QuantityReader {
    let text: String
    let scalars: [Unicode.Scalar]
    var position = 0
    /// Whether all that was read is part of the typed form.
    var isTyped = true
    /// The currency that an amount begins with.
    var currency: String?
    /// Whether `and` stands between two amounts.
    var isBetween = false
    /// Whether `from` stands before the numbers.
    var isFrom = false
    /// Whether a letter that may be a unit is read as a multiplier, to say what it would come to.
    let lettersMultiply: Bool

    init(_ text: String, lettersMultiply: Bool = false) {
        self.text = text
        self.lettersMultiply = lettersMultiply
        scalars = Array(text.unicodeScalars)
    }

    /// A quantity, and whether it was written in the typed form, so that its reading explains itself.
    public struct Reading {
        /// What the text means.
        public let quantity: Quantity
        /// Whether it was written in the typed form, not in words.
        public let isTyped: Bool
    }

    /// Reads a whole text.
    ///
    /// - Throws: what cannot be read; its suggestion, where it has one, can be.
    public static func read(_ text: String) throws(ValueError) -> Reading {
        if let plain = plain(text) { return Reading(quantity: plain, isTyped: true) }
        var reader = QuantityReader(text)
        let quantity = try reader.quantity()
        guard reader.comesBack(quantity) else { throw reader.noQuantity() }
        return Reading(quantity: quantity, isTyped: reader.isTyped)
    }

    /// Whether the typed form of a quantity is read as that quantity again: what follows a number in words may be a unit, and a
    /// part of the number once this is written in digits.
    private func comesBack(_ quantity: Quantity) -> Bool {
        let isPlainUnit = quantity.unit?.unicodeScalars.allSatisfy { $0 == " " || $0.properties.isAlphabetic } ?? true
        if isTyped, isPlainUnit { return true }
        var again = QuantityReader(quantity.text)
        return (try? again.quantity()) == quantity
    }

    /// The quantities that stand in nearly every record, `1500` and `~1500 soldiers`: digits, and a word of small letters.
    private static func plain(_ text: String) -> Quantity? {
        var rest = text.utf8[...]
        let isApproximate = rest.first == UInt8(ascii: "~")
        if isApproximate { rest.removeFirst() }
        let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard 1...18 ~= digits.count else { return nil }
        let number = Decimal(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
        rest = rest[digits.endIndex...]
        var unit: String?
        if rest.popFirst() != nil {
            let word = String(text[rest.startIndex...])
            let isUnit = !rest.isEmpty && rest.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
            guard text.utf8[digits.endIndex] == UInt8(ascii: " "), isUnit, !QuantityVocabulary.isSpecial(word)
            else { return nil }
            unit = word
        }
        return Quantity(low: number, best: number, high: number, unit: unit, isApproximate: isApproximate)
    }

    mutating func quantity() throws(ValueError) -> Quantity {
        skipSpaces()
        var bounds = QuantityBounds()
        if skip("~") { bounds.isApproximate = true }
        skipSpaces()
        while let bound = skipBound(QuantityVocabulary.before) { try add(bound, to: &bounds) }
        isBetween = bounds.limit == .between
        isFrom = bounds.limit == .from
        try refuseWhatNamesNoNumber()
        let many = try soMany(&bounds)
        var parts: [QuantityAmount?] = [many]
        if many == nil { parts = [try amount()] }
        if parts[0] == nil, !startsDots(at: position) { throw noQuantity(at: position) }
        while parts.count < 3, skipDots() {
            skipSpaces()
            parts.append(try amount())
        }
        var unit: String?
        var isEither = false
        var tolerance: QuantityAmount?
        if parts.count == 1 {
            if let range = try range(bounds) {
                parts.append(range.end)
                unit = range.unit
                isEither = range.isEither
            } else {
                tolerance = try plusOrMinus()
            }
        }
        while let bound = skipBoundBehind() { try add(bound, to: &bounds) }
        let named = try self.unit(&bounds)
        if many != nil, bounds.isApproximate { throw noQuantity() }
        if let unit, let named, !MeasuredUnit.isSame(unit, named) { throw twoFigures }
        unit = joined(named ?? unit)
        var values = try QuantityValues(parts, in: self)
        if let tolerance { try values.open(by: tolerance, in: self) }
        if isEither { try values.checkEither(unit, in: self) }
        if !isTyped { try values.checkThousands(parts, unit, in: self) }
        return try bounds.applied(to: values, unit: unit, in: self)
    }

    private func add(_ bound: QuantityVocabulary.Bound, to bounds: inout QuantityBounds) throws(ValueError) {
        guard bounds.add(bound) else { throw noQuantity() }
    }

    /// The unit behind a currency that stood before the amount.
    private func joined(_ unit: String?) -> String? {
        guard let currency else { return unit }
        return unit.map { $0 == currency ? $0 : "\(currency) \($0)" } ?? currency
    }

    /// An error for the text, from the scalar on that could not be read.
    func noQuantity(at index: Int = 0) -> ValueError {
        ValueError(
            text.isEmpty ? "the quantity is missing" : "'\(text)' is not a quantity",
            expectation:
                "a number and a unit, such as 1500, \"~1500 soldiers\", 1000..2000, ..10000 or 1500..; see 'help quantities'",
            range: index > 0 ? offset(index)..<text.utf8.count : nil)
    }

    var twoFigures: ValueError {
        ValueError(
            "'\(text)' contains a second number",
            expectation: "one figure per value; the field can be given several times")
    }

    /// What a text comes to, where it can be read.
    static func readable(_ text: String) -> String? { try? read(text).quantity.text }
}

extension QuantityReader {
    /// Passes over the bound that stands at the position; nil where none does.
    mutating func skipBound(_ table: [(words: [String], bound: QuantityVocabulary.Bound)])
        -> QuantityVocabulary.Bound?
    {
        for phrase in table where skipPhrase(phrase.words) {
            isTyped = false
            return phrase.bound
        }
        return nil
    }

    /// Passes over what stands behind an amount and bounds it: `+`, `-odd`, `or more`.
    private mutating func skipBoundBehind() -> QuantityVocabulary.Bound? {
        let start = position
        skipSpaces()
        if skip("+") {
            if position == scalars.count || scalars[position].properties.isWhitespace {
                isTyped = false
                return .atLeast
            }
        } else {
            if position == start, skip("-") {}
            if let bound = skipBound(QuantityVocabulary.behind) { return bound }
        }
        position = start
        return nil
    }

    /// Passes over words or a sign, and the blanks behind.
    private mutating func skipPhrase(_ words: [String]) -> Bool {
        let start = position
        for word in words {
            guard skipWord(word) else {
                position = start
                return false
            }
            skipSpaces()
        }
        return true
    }

    private mutating func skipWord(_ word: String) -> Bool {
        if let sign = word.unicodeScalars.first, !sign.properties.isAlphabetic {
            let end = position + word.unicodeScalars.count
            guard end <= scalars.count, scalars[position..<end].elementsEqual(word.unicodeScalars) else { return false }
            position = end
            return true
        }
        guard let found = self.word(at: position), found.lower == word else { return false }
        position = found.end
        skipAbbreviationPoint()
        return true
    }

    /// The letters at an index.
    func word(at start: Int) -> (raw: String, lower: String, end: Int)? {
        var end = start
        while end < scalars.count,
            scalars[end].properties.isAlphabetic || end > start && scalars[end].properties.isGraphemeExtend
        {
            end += 1
        }
        guard end > start else { return nil }
        let raw = string(start..<end)
        return (raw, raw.lowercased(), end)
    }

    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    /// Passes over the point of `ca.` or `Mio.`.
    mutating func skipAbbreviationPoint() {
        guard position < scalars.count, scalars[position] == ".", !startsDots(at: position) else { return }
        let next = position + 1 < scalars.count ? scalars[position + 1] : " "
        if next.properties.isWhitespace || next.decimalDigit != nil { position += 1 }
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard position < scalars.count, scalars[position] == scalar else { return false }
        position += 1
        return true
    }

    func startsDots(at index: Int) -> Bool {
        index + 1 < scalars.count && scalars[index] == "." && scalars[index + 1] == "."
    }

    private mutating func skipDots() -> Bool {
        let start = position
        skipSpaces()
        guard startsDots(at: position) else {
            position = start
            return false
        }
        position += 2
        return true
    }

    mutating func skipSpaces() {
        while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
    }

    /// The place of a scalar in UTF-8.
    func offset(_ index: Int) -> Int { scalars[..<index].reduce(0) { $0 + UTF8.width($1) } }
}
