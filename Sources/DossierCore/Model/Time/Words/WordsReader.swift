/// Reads a time in words against a day.
struct WordsReader {
    let text: String
    let tokens: [WordsToken]
    /// Whether a question mark ends the text, which makes the time uncertain.
    private let isAsked: Bool
    /// The day that words such as `yesterday` are read against.
    let asOf: Day?
    /// The token that comes next.
    var position = 0 {
        didSet { farthest = max(farthest, position) }
    }
    /// The farthest token that some reading came to, which is the one at fault where none goes on.
    private var farthest = 0

    init(_ text: String, asOf: Day?) {
        self.text = text
        isAsked = text.hasSuffix("?")
        tokens = WordsToken.tokens(of: isAsked ? String(text.dropLast()) : text)
        self.asOf = asOf
    }

    /// Reads the whole text.
    mutating func time() throws(ValueError) -> WordsTime {
        guard !tokens.isEmpty else {
            throw ValueError("there is no date", expectation: WordsReader.expectation)
        }
        // A phrase within a phrase takes stack, so that its length has a limit.
        guard tokens.count <= WordsReader.limit else {
            throw ValueError("the words are too many for a date", expectation: WordsReader.expectation)
        }
        var time = try phrase()
        if position < tokens.count { throw unexpected() }
        if isAsked { time.qualifier.formUnion(.uncertain) }
        return time
    }

    /// The kind of the next token, or of one after it.
    func peek(_ distance: Int = 0) -> WordsToken.Kind? {
        position + distance < tokens.count ? tokens[position + distance].kind : nil
    }

    /// The word that stands next, or some places on.
    func word(_ distance: Int = 0) -> String? {
        if case .word(let word)? = peek(distance) { word } else { nil }
    }

    /// Steps over words, where all of them come next.
    mutating func accept(_ words: String) -> Bool {
        let wanted = words.split(separator: " ")
        for (distance, one) in wanted.enumerated() where word(distance).map({ $0 != one }) ?? true { return false }
        position += wanted.count
        return true
    }

    /// Steps over the first that comes next of some words.
    mutating func acceptAny(_ choices: String...) -> Bool {
        for words in choices where accept(words) { return true }
        return false
    }

    /// Steps over a mark, where it comes next.
    mutating func accept(mark: Character) -> Bool {
        guard case .mark(mark)? = peek() else { return false }
        position += 1
        return true
    }

    /// Steps over a word of a table, and gives what it stands for.
    mutating func accept<Reading>(from table: [String: Reading]) -> Reading? {
        guard let word = word(), let value = table[word] else { return nil }
        position += 1
        return value
    }

    /// The day that the words are read against.
    func reference() throws(ValueError) -> Day {
        if let asOf { return asOf }
        throw ValueError(
            "'\(text)' is read against a date, and there is none",
            expectation: "the published date of the record's source, or as-of=DATE")
    }

    /// An error for words that mean several times.
    func ambiguous(_ readings: [String]) -> ValueError {
        ValueError(
            "'\(text)' can mean " + readings.joined(separator: " or "),
            expectation: "one of " + readings.joined(separator: ", "))
    }

    /// An error for the token that comes next.
    func unexpected() -> ValueError {
        guard position < tokens.count else {
            return ValueError("'\(text)' breaks off before a date", expectation: WordsReader.expectation)
        }
        let token = tokens[farthest < tokens.count ? farthest : position]
        let found = String(decoding: Array(text.utf8)[token.range], as: UTF8.self)
        var suggestion: String?
        if case .word(let word) = token.kind,
            let near = WordsVocabulary.all.min(by: { distance($0, word) < distance($1, word) }),
            1...2 ~= distance(near, word), word.count > 3
        {
            let name = near == "may" || WordsVocabulary.months[near] == nil && WordsVocabulary.weekdays[near] == nil
            var right = Array(text.utf8)
            right.replaceSubrange(
                token.range, with: (name ? near : near.prefix(1).uppercased() + near.dropFirst()).utf8)
            suggestion = String(decoding: right, as: UTF8.self)
        }
        return ValueError(
            "'\(found)' is not understood as part of a date", expectation: WordsReader.expectation,
            suggestion: suggestion,
            range: token.range)
    }

    /// The most tokens of a text.
    private static let limit = 64

    static let expectation =
        "EDTF such as 2024-10-21, 2024-10 or 2024-06~, or words such as 'October 21', 'last June', 'between October 8 and 13'"

    /// How many letters are to be changed, added or taken away to make one word of another.
    private func distance(_ left: String, _ right: String) -> Int {
        let letters = Array(right)
        var row = Array(0...letters.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in letters.indices {
                let cost = min(diagonal + (letters[place] == letter ? 0 : 1), row[place] + 1, row[place + 1] + 1)
                diagonal = row[place + 1]
                row[place + 1] = cost
            }
        }
        return row[letters.count]
    }
}
