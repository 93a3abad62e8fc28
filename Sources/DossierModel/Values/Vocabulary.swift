import DossierTime

/// The words that a field may hold, each with what it means.
public struct Vocabulary: Sendable, Hashable {
    /// What one of its words is called: `stance`, `entity type`.
    public let name: String
    /// The words, in the order in which help lists them.
    public let words: [Word]
    /// Whether the analyst may use words of their own beside these.
    public let isOpen: Bool

    /// One word and its meaning.
    public struct Word: Sendable, Hashable {
        /// As it is typed.
        public let text: String
        /// What it means.
        public let meaning: String
    }

    /// Lists the words of a vocabulary, each with what it means.
    public init(_ name: String, isOpen: Bool = false, _ words: KeyValuePairs<String, String>) {
        self.init(name, isOpen, words.map { Word(text: $0.key, meaning: $0.value) })
    }

    /// Lists words on which the program itself acts.
    public init<Listed: VocabularyWord>(_ name: String, isOpen: Bool = false, of words: Listed.Type) {
        self.init(name, isOpen, words.allCases.map { Word(text: $0.rawValue, meaning: $0.meaning) })
    }

    private init(_ name: String, _ isOpen: Bool, _ words: [Word]) {
        self.name = name
        self.isOpen = isOpen
        self.words = words
    }

    /// Whether the word is one of those listed.
    public func lists(_ word: String) -> Bool { words.contains { $0.text == word } }

    /// Reads a word: one of those listed, in any case and in British or American spelling; where the vocabulary is open, any other word.
    ///
    /// - Throws: `ValueError` with the nearest word, where the vocabulary is closed, or the text is no word.
    public func read(_ text: String) throws(ValueError) -> String {
        if let word = words.first(where: { $0.text == text }) { return word.text }
        let lower = text.lowercased()
        if let word = words.first(where: { $0.text == lower }) { return word.text }
        if let word = Spelling.others(of: lower).first(where: lists) { return word }
        if isOpen, !text.isEmpty, text.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace }) { return text }
        throw ValueError(
            "'\(text)' is not a valid \(name)", expectation: "one of " + words.map(\.text).joined(separator: ", "),
            suggestion: Suggestion.nearest(to: text, among: words.map(\.text)))
    }

    /// The listed word that a word of one's own nearly is; nil where it is listed, or like none.
    public func nearMiss(of word: String) -> String? {
        guard isOpen, !lists(word) else { return nil }
        let near = Suggestion.nearest(to: word, among: words.map(\.text))
        // A listed word that goes on for longer is another word.
        return near.flatMap { $0.count - word.count <= max(1, word.count / 3) ? $0 : nil }
    }

    /// A word with its other spellings, British or American, where it is one of those listed.
    public func spellings(of word: String) -> [String] {
        guard let listed = try? read(word), lists(listed) else { return [word] }
        return [listed] + Spelling.others(of: listed)
    }

    /// The place of a word among those listed, for sorting; words of one's own come last.
    public func rank(of word: String) -> Int { words.firstIndex { $0.text == word } ?? words.count }
}
