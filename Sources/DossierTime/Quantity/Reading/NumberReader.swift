/// Reads one number in digits as people write it, with grouping marks and exponents.
///
/// | written | read as | why |
/// |---|---|---|
/// | `10,000` `10 000` `10'000` `10_000` | 10000 | a mark before each group of three digits; the space may be a no-break or a thin one |
/// | `1,234,567.5` `1.234.567,5` | 1234567.5 | the mark that repeats groups, the other is the decimal one |
/// | `12,34,567` | 1234567 | grouped as in India |
/// | `2.5` `0.125` | 2.5, 0.125 | a point that cannot group is the decimal point |
/// | `1,5` `0,125` | 1.5, 0.125 | a comma that cannot group is the decimal one: nobody groups one or two digits, or after a zero |
/// | `1.5E+04` `1.5×10^4` | 15000 | an exponent |
/// | `1½` `１５００` `١٥٠٠` | 1.5, 1500 | fractions of one sign, and the digits of other scripts |
/// | `1.500` | an error | 1.5 and 1500 are both likely, and a thousand apart |
/// | `3,1416` | an error | a comma before four digits; the error suggests 3.1416 |
struct NumberReader {
    /// The number that was read.
    let value: Decimal
    /// How many scalars it took.
    let count: Int
    /// Whether it is written as numbers are typed: ASCII digits, grouped or not, and a decimal point.
    let isTyped: Bool

    private static let marks: [Unicode.Scalar] = [
        ",", ".", " ", "'", "_", "\u{2019}", "\u{A0}", "\u{202F}", "\u{2009}",
    ]

    /// Marks of other scripts.
    private static let plainMarks: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{FF0C}": ",", "\u{FF0E}": ".", "\u{66B}": ".", "\u{66C}": ",",
    ]

    /// Reads the number that scalars begin with; nil where they begin with none.
    init?(_ scalars: ArraySlice<Unicode.Scalar>) throws(ValueError) {
        var groups: [String] = [""]
        var marks: [Unicode.Scalar] = []
        var index = scalars.startIndex
        var isTyped = true
        let isNegative = index < scalars.endIndex && (scalars[index] == "-" || scalars[index] == "\u{2212}")
        if isNegative { index += 1 }
        while index < scalars.endIndex {
            let mark = NumberReader.plainMarks[scalars[index]] ?? scalars[index]
            if let digit = scalars[index].decimalDigit {
                groups[groups.count - 1] += String(digit)
                isTyped = isTyped && scalars[index].isASCII
            } else if NumberReader.continues(scalars, at: index, mark, groups: groups) {
                isTyped = isTyped && mark == scalars[index]
                marks.append(mark)
                groups.append("")
            } else {
                break
            }
            index += 1
        }
        let fraction = index < scalars.endIndex ? NumberReader.fractions[scalars[index]] : nil
        guard groups[0] != "" || fraction != nil else { return nil }
        let sign = isNegative ? "-" : ""
        var value = Decimal.zero
        if groups[0] != "" {
            let read = try NumberReader.value(groups: groups, marks: marks, sign: sign)
            value = read.value
            isTyped = isTyped && !read.hasDecimalComma
        }
        if let fraction {
            let part = try Decimal(fraction)
            value = isNegative ? try value - part : try value + part
            index += 1
            isTyped = false
        }
        if let exponent = NumberExponent(scalars, at: index, after: groups) {
            guard let scaled = exponent.scale(value) else { throw NumberReader.tooLarge(scalars) }
            value = scaled
            index = exponent.end
            isTyped = false
        }
        self.value = value
        self.isTyped = isTyped
        count = index - scalars.startIndex
    }

    private static let fractions: [Unicode.Scalar: String] = [
        "\u{BD}": "0.5", "\u{BC}": "0.25", "\u{BE}": "0.75", "\u{2155}": "0.2", "\u{2156}": "0.4", "\u{2157}": "0.6",
        "\u{2158}": "0.8", "\u{215B}": "0.125", "\u{215C}": "0.375", "\u{215D}": "0.625", "\u{215E}": "0.875",
    ]

    private static func tooLarge(_ scalars: ArraySlice<Unicode.Scalar>) -> ValueError {
        ValueError(
            "'\(String(String.UnicodeScalarView(scalars)))' has more digits than a quantity can have",
            expectation: "a number of at most 38 digits")
    }

    /// Whether a mark belongs to the number: a digit follows it, and after a space or an apostrophe just three.
    private static func continues(
        _ scalars: ArraySlice<Unicode.Scalar>, at index: Int, _ mark: Unicode.Scalar, groups: [String]
    ) -> Bool {
        guard marks.contains(mark), groups.last != "" else { return false }
        let digits = scalars[(index + 1)...].prefix(4).prefix { $0.decimalDigit != nil }.count
        return mark == "," || mark == "." ? digits > 0 : digits == 3
    }

    private static func value(groups: [String], marks: [Unicode.Scalar], sign: String) throws(ValueError)
        -> (value: Decimal, hasDecimalComma: Bool)
    {
        let written = sign + zip(groups, marks.map { String($0) } + [""]).map { $0 + $1 }.joined()
        guard let last = marks.last, let fraction = groups.last else { return (try Decimal(sign + groups[0]), false) }
        let isDecimalMark = last == "." || last == ","
        if marks.allSatisfy({ $0 == last }), isGrouped(groups) {
            let joined = try Decimal(sign + groups.joined())
            if marks.count == 1, last == "." {
                let point = try Decimal(sign + groups[0] + "." + fraction)
                throw ValueError(
                    "'\(written)' can be read as \(point) or as \(joined)",
                    expectation: "\(groups[0]).\(fraction)0 for the first, \(joined) for the second")
            }
            return (joined, false)
        }
        let whole = Array(groups.dropLast())
        let wholeMarks = marks.dropLast()
        let isWholeGrouped = wholeMarks.isEmpty || isGrouped(whole) && wholeMarks.allSatisfy { $0 == wholeMarks.first }
        guard isDecimalMark, !wholeMarks.contains(last), isWholeGrouped else {
            throw ValueError(
                "'\(written)' is not grouped in threes", expectation: "a number such as 10000, 10,000 or 2.5")
        }
        let decimal = sign + whole.joined() + "." + fraction
        let isCommaAlone = last == "," && wholeMarks.isEmpty
        if isCommaAlone, fraction.count > 2, groups[0] != "0", groups[0].count < 4 {
            throw ValueError(
                "'\(written)' is not grouped in threes", expectation: "a number such as 10000, 10,000 or 2.5",
                suggestion: decimal)
        }
        return (try Decimal(decimal), isCommaAlone)
    }

    /// Whether groups have three digits each, or two before the last three as in India; no group follows a zero alone.
    private static func isGrouped(_ groups: [String]) -> Bool {
        guard let first = groups.first, let last = groups.last, groups.count > 1, last.count == 3 else { return false }
        let middle = groups.dropFirst().dropLast()
        let isWestern = 1...3 ~= first.count && middle.allSatisfy { $0.count == 3 }
        let isIndian = 1...2 ~= first.count && !middle.isEmpty && middle.allSatisfy { $0.count == 2 }
        return first.first != "0" && (isWestern || isIndian)
    }
}

/// The power of ten behind a number: `e6`, `E+04`, `×10^6`, `x 10⁶`; behind a 10 also `^6`.
private struct NumberExponent {
    private let power: Int
    /// The index behind it.
    let end: Int

    init?(_ scalars: ArraySlice<Unicode.Scalar>, at start: Int, after groups: [String]) {
        var index = start
        func at(_ index: Int) -> Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }
        guard let first = at(index) else { return nil }
        var base = 0
        if first == "e" || first == "E" {
            index += 1
        } else if groups == ["10"], first == "^" || NumberExponent.raised[first] != nil {
            base = -1
            if first == "^" { index += 1 }
        } else {
            while at(index) == " " { index += 1 }
            guard let cross = at(index), "\u{D7}xX*\u{B7}".unicodeScalars.contains(cross) else { return nil }
            index += 1
            while at(index) == " " { index += 1 }
            guard at(index) == "1", at(index + 1) == "0" else { return nil }
            index += 2
            guard let sign = at(index), sign == "^" || NumberExponent.raised[sign] != nil else { return nil }
            if sign == "^" { index += 1 }
        }
        var digits = ""
        if let sign = at(index), "+-\u{2212}\u{207B}".unicodeScalars.contains(sign) {
            digits = sign == "+" ? "" : "-"
            index += 1
        }
        let signed = digits
        while let scalar = at(index), let digit = scalar.decimalDigit ?? NumberExponent.raised[scalar] {
            digits += String(digit)
            index += 1
        }
        guard digits != signed, NumberExponent.isEnd(at(index), at(index + 1)) else { return nil }
        power = base + (Int(digits) ?? 1000)
        end = index
    }

    /// Whether nothing goes on with the digits: neither a letter nor a fraction.
    private static func isEnd(_ next: Unicode.Scalar?, _ second: Unicode.Scalar?) -> Bool {
        guard let next else { return true }
        if next == "." { return second == "." }
        return next != "," && !next.properties.isAlphabetic
    }

    /// The number times the power; nil where that has too many digits.
    func scale(_ value: Decimal) -> Decimal? {
        if value == .zero { return value }
        guard -38...38 ~= power else { return nil }
        if power >= 0 { return value.multiplied(by: Decimal.powerOfTen(power)) }
        let scale = value.scale - power
        return scale <= 38 ? Decimal(coefficient: value.coefficient, scale: scale) : nil
    }

    private static let raised: [Unicode.Scalar: Int] = [
        "\u{2070}": 0, "\u{B9}": 1, "\u{B2}": 2, "\u{B3}": 3, "\u{2074}": 4, "\u{2075}": 5, "\u{2076}": 6,
        "\u{2077}": 7,
        "\u{2078}": 8, "\u{2079}": 9,
    ]
}

extension Unicode.Scalar {
    /// Its value where it is a decimal digit of any script.
    var decimalDigit: Int? {
        if isASCII { return "0"..."9" ~= self ? Int(value) - 48 : nil }
        guard properties.numericType == .decimal, let value = properties.numericValue else { return nil }
        return Int(value)
    }
}
