/// Reads the typed form of a quantity.
struct QuantityReader {
    private let text: String
    private let scalars: [Unicode.Scalar]
    private var position = 0

    private init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
    }

    /// Reads a whole text; an error has a suggestion, where the text is one of the usual other forms.
    static func read(_ text: String) throws(ValueError) -> Quantity {
        do {
            return try parse(text)
        } catch {
            var error = error
            error.suggestion = error.suggestion ?? QuantityMistake.suggestion(for: text)
            throw error
        }
    }

    /// Reads a whole text.
    static func parse(_ text: String) throws(ValueError) -> Quantity {
        if let plain = plain(text) { return plain }
        var reader = QuantityReader(text)
        return try reader.quantity()
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
            let word = text[rest.startIndex...]
            let isUnit = !rest.isEmpty && rest.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
            guard text.utf8[digits.endIndex] == UInt8(ascii: " "), isUnit, !links.contains(String(word)),
                power(of: String(word)) == nil
            else { return nil }
            unit = String(word)
        }
        return Quantity(low: number, best: number, high: number, unit: unit, isApproximate: isApproximate)
    }

    /// Words between two numbers, which are no units.
    private static let links = ["to", "and", "or"]

    /// An error for the text, from the byte on that could not be read.
    private func noQuantity(at offset: Int = 0) -> ValueError {
        ValueError(
            text.isEmpty ? "there is no quantity" : "'\(text)' is no quantity",
            expectation: "such as 1500, ~1500, 1000..2000, 1000..1500..2000, ..10000, 1500.. and a unit after a space",
            range: offset > 0 ? offset..<text.utf8.count : nil)
    }

    private mutating func quantity() throws(ValueError) -> Quantity {
        skipSpaces()
        let isApproximate = skip("~")
        skipSpaces()
        var parts = [try number()]
        while parts.count < 3, skipDots() { parts.append(try number()) }
        let isThree = parts.count == 3
        guard parts.contains(where: { $0 != nil }), !isThree || parts[1] != nil && (parts[0] != nil || parts[2] != nil)
        else {
            throw noQuantity()
        }
        let unit = try unit()
        let numbers = try scaled(parts)
        let low = numbers[0]
        let high = numbers[numbers.count - 1]
        let best = isThree ? numbers[1] : numbers.count == 1 ? low : nil
        let stated = numbers.compactMap { $0 }
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

    /// Reads a number and the word for a power of ten after it: `1.5 million`.
    private mutating func number() throws(ValueError) -> (value: Decimal, power: Int?)? {
        guard let reader = try NumberReader(scalars[position...]) else { return nil }
        position += reader.count
        let start = position
        skipSpaces()
        var end = position
        while end < scalars.count, !scalars[end].properties.isWhitespace, !startsDots(at: end) { end += 1 }
        let word = scalars[position..<end]
        guard let power = QuantityReader.power(of: String(String.UnicodeScalarView(word))) else {
            position = start
            return (reader.value, nil)
        }
        position += word.count
        return (reader.value, power)
    }

    /// The power of ten that a word stands for; a capital K is no thousand, but the kelvin.
    private static func power(of word: String) -> Int? { powers[word == "K" ? word : word.lowercased()] }

    private static let powers = ["thousand": 3, "k": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12]

    /// The numbers with their powers of ten; the last one's counts for those that name none: `1..2 million`.
    private func scaled(_ parts: [(value: Decimal, power: Int?)?]) throws(ValueError) -> [Decimal?] {
        let common = parts.last.flatMap { $0?.power } ?? 0
        var numbers: [Decimal?] = []
        for part in parts {
            guard let part else {
                numbers.append(nil)
                continue
            }
            guard let value = part.value.multiplied(by: Decimal.powerOfTen(part.power ?? common)) else {
                throw ValueError("'\(text)' has more digits than a quantity holds")
            }
            numbers.append(value)
        }
        return numbers
    }

    /// Reads what follows the numbers: the name of a unit, which begins with a letter or a sign such as `%`.
    private mutating func unit() throws(ValueError) -> String? {
        skipSpaces()
        let start = position
        let words = String(String.UnicodeScalarView(scalars[position...])).split(whereSeparator: \.isWhitespace)
        guard let first = words.first, let scalar = first.unicodeScalars.first else { return nil }
        let isName =
            scalar.properties.isAlphabetic
            || "%\u{2030}\u{B0}'\"$\u{20AC}\u{A3}\u{A5}\u{20BD}\u{20A9}#".unicodeScalars.contains(scalar)
        let isLink = QuantityReader.links.contains(first.lowercased()) || words.contains { $0.contains("..") }
        guard isName, !isLink, QuantityReader.power(of: String(first)) == nil else {
            throw noQuantity(at: offset(start))
        }
        return words.joined(separator: " ")
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard position < scalars.count, scalars[position] == scalar else { return false }
        position += 1
        return true
    }

    private func startsDots(at index: Int) -> Bool {
        index + 1 < scalars.count && scalars[index] == "." && scalars[index + 1] == "."
    }

    private mutating func skipDots() -> Bool {
        guard startsDots(at: position) else { return false }
        position += 2
        return true
    }

    private mutating func skipSpaces() {
        while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
    }

    /// The place of a scalar in UTF-8.
    private func offset(_ index: Int) -> Int { scalars[..<index].reduce(0) { $0 + UTF8.width($1) } }
}
