/// Reads one number as people write it, with grouping marks.
///
/// | written | read as | why |
/// |---|---|---|
/// | `10,000` `10 000` `10'000` `10_000` | 10000 | a mark before each group of three digits; the space may be a no-break or a thin one |
/// | `1,234,567.5` `1.234.567,5` | 1234567.5 | the mark that repeats groups, the other is the decimal one |
/// | `12,34,567` | 1234567 | grouped as in India |
/// | `2.5` `0.125` | 2.5, 0.125 | a point that cannot group is the decimal point |
/// | `1.500` | an error | 1.5 and 1500 are both likely, and a thousand apart |
/// | `1,5` | an error | a comma that cannot group; the error suggests 1.5 |
struct NumberReader {
    /// The number that was read.
    let value: Decimal
    /// How many scalars it took.
    let count: Int

    private static let marks: [Unicode.Scalar] = [
        ",", ".", " ", "'", "_", "\u{2019}", "\u{A0}", "\u{202F}", "\u{2009}",
    ]

    /// Reads the number that scalars begin with; nil where they begin with none.
    init?(_ scalars: ArraySlice<Unicode.Scalar>) throws(ValueError) {
        var groups: [String] = [""]
        var marks: [Unicode.Scalar] = []
        var index = scalars.startIndex
        let isNegative = index < scalars.endIndex && (scalars[index] == "-" || scalars[index] == "\u{2212}")
        if isNegative { index += 1 }
        while index < scalars.endIndex {
            let scalar = scalars[index]
            if "0"..."9" ~= scalar {
                groups[groups.count - 1].unicodeScalars.append(scalar)
            } else if NumberReader.continues(scalars, at: index, groups: groups) {
                marks.append(scalar)
                groups.append("")
            } else {
                break
            }
            index += 1
        }
        guard groups[0] != "" else { return nil }
        value = try NumberReader.value(groups: groups, marks: marks, isNegative: isNegative)
        count = index - scalars.startIndex
    }

    /// Whether a mark belongs to the number: a digit follows it, and after a space or an apostrophe just three.
    private static func continues(_ scalars: ArraySlice<Unicode.Scalar>, at index: Int, groups: [String]) -> Bool {
        let mark = scalars[index]
        guard marks.contains(mark), groups.last != "" else { return false }
        let digits = scalars[(index + 1)...].prefix(4).prefix { "0"..."9" ~= $0 }.count
        return mark == "," || mark == "." ? digits > 0 : digits == 3
    }

    private static func value(groups: [String], marks: [Unicode.Scalar], isNegative: Bool) throws(ValueError) -> Decimal
    {
        let sign = isNegative ? "-" : ""
        let written = sign + zip(groups, marks.map { String($0) } + [""]).map { $0 + $1 }.joined()
        guard let last = marks.last, let fraction = groups.last else { return try Decimal(sign + groups[0]) }
        let joined = try Decimal(sign + groups.joined())
        let isDecimalMark = last == "." || last == ","
        let repeats = marks.dropLast().contains(last)
        if marks.allSatisfy({ $0 == last }), isGrouped(groups) {
            if marks.count == 1, last == ".", groups[0] != "0" {
                let point = try Decimal(sign + groups[0] + "." + fraction)
                throw ValueError(
                    "'\(written)' can be read as \(point) or as \(joined)",
                    expectation: "\(groups[0]).\(fraction)0 for the one, \(joined) for the other")
            }
            if marks.count > 1 || last != "." { return joined }
        }
        let whole = Array(groups.dropLast())
        let wholeMarks = marks.dropLast()
        let isWholeGrouped = wholeMarks.isEmpty || isGrouped(whole) && wholeMarks.allSatisfy { $0 == wholeMarks.first }
        if isDecimalMark, !repeats, isWholeGrouped, last == "." || !wholeMarks.isEmpty {
            return try Decimal(sign + whole.joined() + "." + fraction)
        }
        let decimal = isDecimalMark && !repeats && isWholeGrouped
        throw ValueError(
            "'\(written)' is not grouped in threes", expectation: "a number such as 10000, 10,000 or 2.5",
            suggestion: decimal ? sign + whole.joined() + "." + fraction : nil)
    }

    /// Whether groups have three digits each, or two before the last three as in India.
    private static func isGrouped(_ groups: [String]) -> Bool {
        guard let first = groups.first, let last = groups.last, groups.count > 1, last.count == 3 else { return false }
        let middle = groups.dropFirst().dropLast()
        let isWestern = 1...3 ~= first.count && middle.allSatisfy { $0.count == 3 }
        let isIndian = 1...2 ~= first.count && !middle.isEmpty && middle.allSatisfy { $0.count == 2 }
        return first.first != "0" && (isWestern || isIndian) || first == "0" && groups.count == 2 && last.count == 3
    }
}
