import DossierTime

/// An estimate of probability: a term of ICD 203, or a range of percentages.
///
/// ICD 203 (2 January 2015), D.6.e.2.a: seven steps, each with two words; both rows are one scale.
public struct Likelihood: Sendable, Hashable, CustomStringConvertible {
    /// As it is written: `likely`, `70%`, `55..80%`.
    public let text: String
    /// The least probability, in hundredths of a percent.
    public let low: Int
    /// The greatest probability, in hundredths of a percent.
    public let high: Int

    /// One step of the scale.
    public struct Step: Sendable, Hashable {
        /// The word of the first row and that of the second.
        public let words: [String]
        /// The range in percent.
        public let range: ClosedRange<Int>
    }

    /// The seven steps of ICD 203.
    public static let steps: [Step] = [
        Step(words: ["almost-no-chance", "remote"], range: 1...5),
        Step(words: ["very-unlikely", "highly-improbable"], range: 5...20),
        Step(words: ["unlikely", "improbable"], range: 20...45),
        Step(words: ["roughly-even-chance", "roughly-even-odds"], range: 45...55),
        Step(words: ["likely", "probable"], range: 55...80),
        Step(words: ["very-likely", "highly-probable"], range: 80...95),
        Step(words: ["almost-certain", "nearly-certain"], range: 95...99),
    ]

    /// Reads a word of ICD 203 (with spaces or hyphens), `70%` or `55..80%`.
    ///
    /// - Throws: `ValueError` with the nearest word, or where a percentage is not between 0 and 100 or a range runs backwards.
    public init(_ text: String) throws(ValueError) {
        let word = text.lowercased().split(separator: " ").joined(separator: "-")
        if let step = Likelihood.steps.first(where: { $0.words.contains(word) }) {
            self.text = word
            self.low = step.range.lowerBound * 100
            self.high = step.range.upperBound * 100
            return
        }
        guard text.utf8.last == UInt8(ascii: "%") else {
            let words = Likelihood.steps.flatMap(\.words)
            throw ValueError(
                "'\(text)' is not a likelihood",
                expectation: "a word of ICD 203 (" + Likelihood.steps.map { $0.words[0] }.joined(separator: ", ")
                    + "), a percentage (70%) or a range (55..80%)",
                suggestion: Suggestion.nearest(to: word, among: words))
        }
        let parts = Likelihood.split(text.dropLast())
        guard let low = Likelihood.hundredths(parts.low), let high = Likelihood.hundredths(parts.high) else {
            throw ValueError("'\(text)' is not a percentage", expectation: "0% to 100%, with two decimals at most")
        }
        if low > high {
            throw ValueError("the range must go from low to high", suggestion: "\(parts.high)..\(parts.low)%")
        }
        self.text = text
        self.low = low
        self.high = high
    }

    /// As it is written.
    public var description: String { text }

    /// For people: `likely (55–80 %)`, `70 %`.
    public var reading: String {
        if text.utf8.last == UInt8(ascii: "%") { return text }
        let words = text.split(separator: "-").joined(separator: " ")
        return "\(words) (\(low / 100)–\(high / 100)%)"
    }

    private static func split(_ text: Substring) -> (low: Substring, high: Substring) {
        let bytes = text.utf8
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index...].starts(with: "..".utf8) {
                return (text[..<index], text[bytes.index(index, offsetBy: 2)...])
            }
            index = bytes.index(after: index)
        }
        return (text, text)
    }

    private static func hundredths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.utf8.count <= 3, whole.utf8.allSatisfy(isDigit),
            let percent = Int(whole)
        else { return nil }
        var value = percent * 100
        if parts.count == 2 {
            let decimals = parts[1]
            guard (1...2).contains(decimals.utf8.count), decimals.utf8.allSatisfy(isDigit), let number = Int(decimals)
            else { return nil }
            value += decimals.utf8.count == 1 ? number * 10 : number
        }
        return value <= 10_000 ? value : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
