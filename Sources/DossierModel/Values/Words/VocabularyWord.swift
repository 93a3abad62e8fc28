/// A word of a vocabulary on which the program itself acts.
public protocol VocabularyWord: RawRepresentable<String>, CaseIterable, Sendable {
    /// What it means, in a few words.
    var meaning: String { get }
}
