/// Reads the typed form of a quantity.
struct QuantityReader {
    private let text: String
    private let scalars: [Unicode.Scalar]
    private var position = 0

    private init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
    }

    /// Reads a whole text.
    static func read(_ text: String) throws(ValueError) -> Quantity {
        var reader = QuantityReader(text)
        return try reader.quantity()
    }

    private mutating func quantity() throws(ValueError) -> Quantity {
        skipSpaces()
        let isApproximate = skip("~")
        skipSpaces()
        var parts: [Decimal?] = [try number()]
        while parts.count < 3, skipDots() { parts.append(try number()) }
        guard parts.contains(where: { $0 != nil }), parts.count < 3 || parts[1] != nil,
            parts.count < 3 || parts[0] != nil || parts[2] != nil
        else {
            throw QuantityMistake.explanation(of: text)
        }
        let unit = try unit()
        let low = parts[0]
        let high = parts[parts.count - 1]
        let best = parts.count == 3 ? parts[1] : parts.count == 1 ? low : nil
        let stated = [low, best, high].compactMap { $0 }
        guard zip(stated, stated.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            let sorted = stated.sorted()
            let right = Quantity(
                low: sorted.first, best: sorted.count == 3 ? sorted[1] : nil, high: sorted.last, unit: unit,
                isApproximate: isApproximate)
            throw ValueError(
                "the numbers of a range go from low to high", suggestion: stated.count == parts.count ? right.text : nil
            )
        }
        return Quantity(low: low, best: best, high: high, unit: unit, isApproximate: isApproximate)
    }

    private mutating func number() throws(ValueError) -> Decimal? {
        guard let reader = try NumberReader(scalars[position...]) else { return nil }
        position += reader.count
        return reader.value
    }

    /// Reads what follows the numbers: the name of a unit, which begins with a letter or a sign such as `%`.
    private mutating func unit() throws(ValueError) -> String? {
        skipSpaces()
        let start = position
        let words = String(String.UnicodeScalarView(scalars[position...])).split(whereSeparator: \.isWhitespace)
        guard let first = words.first?.unicodeScalars.first else { return nil }
        guard first.properties.isAlphabetic || "%‰°'\"$€£¥₽₩#".unicodeScalars.contains(first) else {
            throw QuantityMistake.explanation(of: text, at: offset(start))
        }
        return words.joined(separator: " ")
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard position < scalars.count, scalars[position] == scalar else { return false }
        position += 1
        return true
    }

    private mutating func skipDots() -> Bool {
        guard position + 1 < scalars.count, scalars[position] == ".", scalars[position + 1] == "." else { return false }
        position += 2
        return true
    }

    private mutating func skipSpaces() {
        while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
    }

    /// The place of a scalar in UTF-8.
    private func offset(_ index: Int) -> Int { scalars[..<index].reduce(0) { $0 + UTF8.width($1) } }
}
