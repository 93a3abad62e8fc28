/// An analyst's text taken apart into sentences of words, in lower case.
///
/// What stands in quotation marks is left out, since it is not the analyst's; an ellipsis stands in its place. A full stop
/// after an abbreviation or an initial, or before a small letter, ends no sentence; an empty line and a list's next item do.
/// `<` and `>` are words of their own, a hyphen parts two words.
enum Sentences {
    /// Stands in the place of a quotation.
    static let quotation = "…"

    /// The sentences of a text.
    static func of(_ text: String) -> [[String]] {
        var reader = SentenceReader(Array(text.unicodeScalars))
        return reader.sentences()
    }
}

/// Goes through a text once.
private struct SentenceReader {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var found: [[String]] = []
    private var words: [String] = []
    /// Up to where each opening mark is known to have none that closes it, so that no text is gone through twice for it.
    private var unclosed: [Unicode.Scalar: Int] = [:]

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func sentences() -> [[String]] {
        while index < scalars.count {
            if let end = endOfQuotation() {
                words.append(Sentences.quotation)
                let isSentence = SentenceReader.terminators.contains(scalars[end - 1])
                index = end + 1
                if isSentence, !isFollowedBySmallLetter(index - 1) { finish() }
            } else if SentenceReader.isLetter(scalars[index]) {
                readWord()
            } else {
                if scalars[index] == "<" || scalars[index] == ">" { words.append(String(scalars[index])) }
                if endsSentence { finish() }
                index += 1
            }
        }
        finish()
        return found
    }

    private mutating func finish() {
        if !words.isEmpty { found.append(words) }
        words = []
    }

    /// A word: letters, digits and marks, and apostrophes between them.
    private mutating func readWord() {
        let start = index
        while index < scalars.count {
            let isInside = SentenceReader.apostrophes.contains(scalars[index]) && isLetter(at: index + 1)
            guard SentenceReader.isLetter(scalars[index]) || isInside else { break }
            index += 1
        }
        words.append(SentenceReader.lowercased(scalars[start..<index]))
    }

    private static func lowercased(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        if scalars.allSatisfy(\.isASCII) {
            return String(unsafeUninitializedCapacity: scalars.count) { bytes in
                for (index, scalar) in scalars.enumerated() {
                    let byte = UInt8(truncatingIfNeeded: scalar.value)
                    bytes[index] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                }
                return scalars.count
            }
        }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars)
        return String(word).lowercased()
    }

    /// Whether what stands here ends the sentence.
    private var endsSentence: Bool {
        switch scalars[index] {
        case "!", "?", "。", "！", "？": return true
        case ".", "…":
            if isLetter(at: index + 1) || isFollowedBySmallLetter(index) { return false }
            guard let last = words.last else { return true }
            if last.unicodeScalars.count == 1, isLetter(at: index - 1), last.unicodeScalars.allSatisfy({ !$0.isDigit })
            {
                return false
            }
            if SentenceReader.beforeFigures.contains(last), next(after: index)?.isDigit == true { return false }
            return !SentenceReader.abbreviations.contains(last)
        case "\n":
            guard index + 1 < scalars.count else { return true }
            let following = next(after: index)
            return scalars[index + 1] == "\n" || following.map { SentenceReader.bullets.contains($0) } ?? true
        default: return false
        }
    }

    /// The first character after a place that is no white space and no closing mark.
    private func next(after start: Int) -> Unicode.Scalar? {
        var place = start + 1
        while place < min(scalars.count, start + SentenceReader.widestGap) {
            let scalar = scalars[place]
            if scalar != " ", !scalar.properties.isWhitespace, !SentenceReader.closing.contains(scalar) {
                return scalar
            }
            place += 1
        }
        return nil
    }

    private func isFollowedBySmallLetter(_ place: Int) -> Bool {
        next(after: place)?.properties.isLowercase ?? false
    }

    private func isLetter(at place: Int) -> Bool {
        place >= 0 && place < scalars.count && SentenceReader.isLetter(scalars[place])
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let small = scalar.value | 0x20
            return (small >= 0x61 && small <= 0x7A) || scalar.isDigit
        }
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }

    /// Where the quotation that begins here ends; nil where none begins, or it is not closed in its paragraph.
    private mutating func endOfQuotation() -> Int? {
        let opening = scalars[index]
        if opening.isASCII, opening == " " || SentenceReader.isLetter(opening) { return nil }
        guard let closing = SentenceReader.quotationMarks[opening] else { return nil }
        let isSingle = SentenceReader.apostrophes.contains(opening) || opening == "‘"
        if isLetter(at: index - 1) || (isSingle && !isLetter(at: index + 1)) { return nil }
        if let end = unclosed[opening], index < end { return nil }
        var place = index + 1
        while place < scalars.count {
            if scalars[place] == "\n", place + 1 < scalars.count, scalars[place + 1] == "\n" { break }
            if closing.contains(scalars[place]), !isSingle || !isLetter(at: place + 1) { return place }
            place += 1
        }
        unclosed[opening] = place
        return nil
    }

    /// How far a sentence is looked for behind another, in code points.
    private static let widestGap = 64

    private static let quotationMarks: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "\"": ["\""], "“": ["”"], "„": ["“", "”"], "”": ["”"], "«": ["»"], "»": ["«", "»"], "‹": ["›"], "「": ["」"],
        "『": ["』"], "‘": ["’"], "‚": ["‘", "’"], "'": ["'"],
    ]
    private static let apostrophes: Set<Unicode.Scalar> = ["'", "’"]
    private static let closing: Set<Unicode.Scalar> = [
        "\"", "”", "“", "’", "'", "»", "›", "」", "』", ")", "]", "*", "_",
    ]
    private static let terminators: Set<Unicode.Scalar> = [".", "!", "?", "…", "。", "！", "？"]
    private static let bullets: Set<Unicode.Scalar> = ["-", "*", "•", "–"]
    private static let abbreviations: Set<String> = [
        "approx", "ca", "cf", "vs", "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "gen", "col", "maj", "capt",
        "lt",
        "sgt", "cpl", "adm", "cmdr", "brig", "gov", "sen", "rep", "rev", "hon", "amb", "min", "dept", "est", "inc",
        "ltd",
        "co", "corp", "al", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]
    /// Abbreviations where a figure follows, words elsewhere.
    private static let beforeFigures: Set<String> = [
        "no", "nos", "art", "fig", "para", "sec", "vol", "p", "pp", "para", "ch",
    ]
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { self >= "0" && self <= "9" }
}
