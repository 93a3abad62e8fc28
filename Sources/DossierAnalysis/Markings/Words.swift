import DossierText
@_spi(_Unicode) import Swift

/// The words of a text: letters, digits and marks of any script that stand together. Where a script puts no space between
/// words, each of its signs is a word, so that a name is found within longer ones.
struct Words {
    /// As they are written.
    private(set) var written: [String] = []
    /// Folded for comparison.
    var folded: [String] { written.map(FoldedText.of) }

    private var current = String.UnicodeScalarView()
    private var isSpaceless = false

    init(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for scalar in text.unicodeScalars { take(scalar) }
        } else {
            for scalar in text._nfc { take(scalar) }
        }
        endWord()
    }

    /// Whether words must be written alike to be found; nil where they are too common to be looked for at all.
    ///
    /// - Parameter isTitle: whether they are a title, in which one word may be any.
    func mustBeExact(isTitle: Bool) -> Bool? {
        let text = written.joined()
        guard text.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return nil }
        if written.count > 1, written.contains(where: Words.isSpaceless) { return false }
        let count = text.unicodeScalars.count
        if count < 4 {
            let isAcronym = count == 3 && written.count == 1 && text.unicodeScalars.allSatisfy(\.properties.isUppercase)
            return isAcronym ? true : nil
        }
        return isTitle && written.count == 1
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            if isSpaceless || !Words.isASCIIWordSign(scalar) { endWord() }
            if Words.isASCIIWordSign(scalar) { current.append(scalar) }
            return
        }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return }
        if Words.isSpaceless(scalar) {
            endWord()
            current.append(scalar)
            isSpaceless = true
            return
        }
        let isMark = [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
        guard isMark || properties.isAlphabetic || properties.numericType != nil else { return endWord() }
        if isSpaceless, !isMark { endWord() }
        current.append(scalar)
    }

    private mutating func endWord() {
        if !current.isEmpty { written.append(String(current)) }
        current = String.UnicodeScalarView()
        isSpaceless = false
    }

    private static func isASCIIWordSign(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static func isSpaceless(_ word: String) -> Bool { word.unicodeScalars.first.map(isSpaceless) ?? false }

    /// Kana, Hangul, Han, Thai, Lao, Myanmar and Khmer: Korean has spaces, but joins particles to names.
    private static func isSpaceless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
