/// Quantities as people say them, which have another typed form.
enum QuantityMistake {
    /// Words that people write before numbers, with the form that says the same.
    private static let words: [(words: String, before: String, after: String)] = [
        ("up to", "..", ""), ("at most", "..", ""), ("no more than", "..", ""), ("at least", "", ".."),
        ("no fewer than", "", ".."), ("no less than", "", ".."), ("from", "", ""), ("between", "", ""),
        ("about", "~", ""),
        ("around", "~", ""), ("approximately", "~", ""), ("some", "~", ""), ("roughly", "~", ""), ("circa", "~", ""),
        ("nearly", "~", ""), ("almost", "~", ""), ("ca.", "~", ""), ("c.", "~", ""), ("<=", "..", ""), (">=", "", ".."),
    ]
    /// Words and marks that people write between two numbers.
    private static let betweens = [" to ", " and ", "\u{2013}", "\u{2014}", "-", " or "]

    /// The typed form of what is said in words or with a dash.
    ///
    /// What is returned has been read; nil where nothing is near.
    static func suggestion(for text: String) -> String? {
        var rest = text.lowercased()[...]
        var form = (before: "", after: "")
        for rule in words where rest.hasPrefix(rule.words) {
            rest = rest.dropFirst(rule.words.count).drop(while: \.isWhitespace)
            form = (rule.before, rule.after)
            break
        }
        let start = text.suffix(rest.count)
        var numbers = [String(start)]
        for between in betweens {
            let parts = start.split(separator: between, omittingEmptySubsequences: false)
            if parts.count == 2, !parts[0].isEmpty {
                numbers = parts.map { String($0.drop(while: \.isWhitespace)) }
                break
            }
        }
        guard let first = try? QuantityReader.parse(numbers[0]) else { return nil }
        let last = numbers.count == 2 ? try? QuantityReader.parse(numbers[1]) : first
        guard let last, first.unit == nil || first.unit == last.unit || numbers.count == 1, first.best != nil,
            last.best != nil
        else {
            return nil
        }
        let unit = last.suffix
        if numbers.count == 2 {
            return try? QuantityReader.parse("\(form.before)\(first.number)..\(last.number)\(unit)").text
        }
        guard form.before != "" || form.after != "" else { return nil }
        return try? QuantityReader.parse("\(form.before)\(first.number)\(form.after)\(unit)").text
    }
}

extension Quantity {
    /// Its number as it is typed, without the unit.
    fileprivate var number: String { String(text.dropLast(suffix.count)) }
}
