/// Takes a time in words apart into what it says; which days that is, `WordsMeaning` finds.
struct WordsParser {
    let text: String
    let tokens: [WordsToken]
    /// Whether a question mark ends the text, which makes the time uncertain.
    private let isAsked: Bool
    /// The token that comes next.
    var position = 0 {
        didSet { farthest = max(farthest, position) }
    }
    /// The farthest token that some reading came to, which is the one at fault where none goes on.
    private var farthest = 0

    init(_ text: String) {
        self.text = text
        isAsked = text.hasSuffix("?")
        tokens = WordsTokenizer.tokens(of: isAsked ? String(text.dropLast()) : text)
    }

    /// Reads the whole text; no token of it is left out.
    mutating func whole() throws(ValueError) -> WordsPhrase {
        guard !tokens.isEmpty else { throw ValueError("the date is missing", expectation: WordsParser.expectation) }
        // A phrase within a phrase takes stack, so that its length has a limit.
        guard tokens.count <= WordsParser.limit else {
            throw ValueError("there are too many words for a date", expectation: WordsParser.expectation)
        }
        let phrase = try phrase()
        guard position == tokens.count else { throw unexpected() }
        return isAsked ? .doubt(.uncertain, phrase) : phrase
    }

    /// The kind of the next token, or of one after it.
    func peek(_ distance: Int = 0) -> WordsToken.Kind? {
        tokens.indices.contains(position + distance) ? tokens[position + distance].kind : nil
    }

    /// The word that stands next, or some places on.
    func word(_ distance: Int = 0) -> String? {
        if case .word(let word)? = peek(distance) { word } else { nil }
    }

    /// Whether no token is left.
    var isAtEnd: Bool { position == tokens.count }

    /// Whether one of some words comes next.
    func isNext(_ words: Set<String>, _ distance: Int = 0) -> Bool { word(distance).map(words.contains) ?? false }

    /// Whether a mark comes next.
    func isNext(mark: Character, _ distance: Int = 0) -> Bool {
        if case .mark(mark)? = peek(distance) { true } else { false }
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
        guard isNext(mark: mark) else { return false }
        position += 1
        return true
    }

    /// Steps over a word of a table, and gives what it stands for.
    mutating func accept<Reading>(from table: [String: Reading]) -> Reading? {
        guard let word = word(), let value = table[word] else { return nil }
        position += 1
        return value
    }

    /// Reads a part, or goes back to where it began.
    mutating func attempt<Reading>(
        _ read: (inout WordsParser) throws(ValueError) -> Reading?
    ) throws(ValueError) -> Reading? {
        let start = position
        if let reading = try read(&self) { return reading }
        position = start
        return nil
    }

    /// An error for the token that comes next.
    func unexpected() -> ValueError {
        guard position < tokens.count else {
            return ValueError("'\(text)' ends before its date", expectation: WordsParser.expectation)
        }
        var fault = farthest < tokens.count ? farthest : position
        while fault > position, isNumberWord(fault), isNumberWord(fault - 1) { fault -= 1 }
        let token = tokens[fault]
        let found = String(decoding: Array(text.utf8)[token.range], as: UTF8.self)
        return ValueError(
            "'\(found)' is not understood as part of a date", expectation: WordsParser.expectation,
            suggestion: corrected(token), range: token.range)
    }

    private func isNumberWord(_ index: Int) -> Bool {
        guard case .word(let word) = tokens[index].kind else { return false }
        return WordsVocabulary.smallNumbers[word] != nil || WordsVocabulary.tens[word] != nil
    }

    /// The text with the nearest word in place of one that is not understood, where it can then be read.
    private func corrected(_ token: WordsToken) -> String? {
        guard case .word(let word) = token.kind, word.count > 3,
            let near = WordsVocabulary.all.min(by: { distance($0, word) < distance($1, word) }),
            1...2 ~= distance(near, word), distance(near, word) < word.count / 2
        else { return nil }
        let isName = WordsVocabulary.months[near] != nil || WordsVocabulary.weekdays[near] != nil
        var right = Array(text.utf8)
        right.replaceSubrange(token.range, with: (isName ? near.prefix(1).uppercased() + near.dropFirst() : near).utf8)
        let suggestion = String(decoding: right, as: UTF8.self)
        var parser = WordsParser(suggestion)
        return (try? parser.whole()) == nil ? nil : suggestion
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
