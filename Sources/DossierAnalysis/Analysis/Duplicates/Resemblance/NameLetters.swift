/// The words of a name in Latin letters.
struct NameLetters {
    /// The letters of all words, one after the other: ASCII in lower case. An apostrophe parts two that are no group.
    private(set) var letters: [UInt8] = []
    /// The words, and what stands between hyphens.
    private(set) var words: [Word] = []
    /// Whether some of it was written in a script that leaves most vowels out.
    private(set) var isWithoutVowels = false
    /// Whether every letter was known.
    private(set) var isWhole = true

    /// Where a word stands among the letters.
    struct Word {
        var range: Range<Int>
        /// Whether a hyphen stands before it.
        var goesOn: Bool
    }

    /// Takes a name apart.
    init(_ name: String) {
        letters.reserveCapacity(name.utf8.count)
        var name = name
        let isRead = name.withUTF8 { readASCII($0) }
        if !isRead {
            (letters, words) = ([], [])
            read(NameLetters.folding.fold(name))
        }
    }

    private static let folding: NameFolding = [.letterCase, .width, .diacritics]

    /// What stands between the letters of a name.
    private enum Sign { case letter, nothing, hyphen, space }

    private static func sign(_ byte: UInt8) -> Sign {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9": .letter
        case ".", "'", "`": .nothing
        case "-": .hyphen
        default: .space
        }
    }

    /// Reads a name of ASCII; false of any other.
    private mutating func readASCII(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        var isHyphen = false
        var start = 0
        for byte in name {
            if byte >= 0x80 { return false }
            switch NameLetters.sign(byte) {
            case .letter:
                letters.append("A"..."Z" ~= Unicode.Scalar(byte) ? byte | 0x20 : byte)
            case .nothing: break
            case .hyphen:
                if end(&start, isHyphen) { isHyphen = true }
            case .space:
                if end(&start, isHyphen) { isHyphen = false }
            }
        }
        _ = end(&start, isHyphen)
        return true
    }

    /// Ends a word, if one has begun.
    private mutating func end(_ start: inout Int, _ goesOn: Bool) -> Bool {
        guard start < letters.count else { return false }
        words.append(Word(range: start..<letters.count, goesOn: goesOn && !words.isEmpty))
        start = letters.count
        return true
    }

    private mutating func read(_ folded: String) {
        for word in folded.split(separator: " ") {
            var isHyphen = false
            for segment in word.split(whereSeparator: NameLetters.parts) {
                let romanised = Romanisation(segment)
                if !romanised.isWhole { isWhole = false }
                if romanised.isWithoutVowels { isWithoutVowels = true }
                var start = letters.count
                letters += romanised.letters.filter { NameLetters.sign($0) == .letter || $0 == UInt8(ascii: "'") }
                if end(&start, isHyphen) { isHyphen = true }
            }
        }
    }

    private static func parts(_ character: Character) -> Bool {
        if character.isLetter || character.isNumber { return false }
        switch character {
        case "'", "’", "‘", "ʼ", "ʻ", "ʾ", "ʿ", "`", "´", ".": return false
        default:
            return !character.unicodeScalars.allSatisfy {
                [.nonspacingMark, .spacingMark].contains($0.properties.generalCategory)
            }
        }
    }
}
