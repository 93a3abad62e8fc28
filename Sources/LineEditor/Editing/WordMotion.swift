/// Where a jump by a word goes: over what separates words, then over the word, in grapheme clusters.
enum WordMotion {
    /// The end of the text that a jump back from its end goes over.
    static func back(in text: String) -> Substring {
        var rest = text[...]
        while let last = rest.last, !isPartOfWord(last) { rest.removeLast() }
        while let last = rest.last, isPartOfWord(last) { rest.removeLast() }
        return text[rest.endIndex...]
    }

    /// The beginning of the text that a jump forward from its start goes over.
    static func forward(in text: String) -> Substring {
        let separators = text.prefix { !isPartOfWord($0) }
        let word = text[separators.endIndex...].prefix(while: isPartOfWord)
        return text[..<word.endIndex]
    }

    private static func isPartOfWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}
