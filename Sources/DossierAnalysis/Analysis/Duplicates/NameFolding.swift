import DossierText

/// What is left out of account where two names are compared: each of it, or all.
struct NameFolding: OptionSet, Hashable {
    let rawValue: Int

    /// Capital and small letters.
    static let letterCase = NameFolding(rawValue: 1)
    /// Forms of letters that are kept for compatibility: full-width Latin, half-width katakana, ligatures.
    static let width = NameFolding(rawValue: 2)
    /// Accents on letters, and letters with a stroke.
    static let diacritics = NameFolding(rawValue: 4)
    /// Hyphens, commas, full stops, apostrophes.
    static let punctuation = NameFolding(rawValue: 8)
    /// Which word comes first.
    static let wordOrder = NameFolding(rawValue: 16)
    /// All of it; white space counts as one space in any case.
    static let all: NameFolding = [.letterCase, .width, .diacritics, .punctuation, .wordOrder]

    private static let each: [(fold: NameFolding, name: String)] = [
        (.letterCase, "case"), (.width, "width"), (.diacritics, "diacritics"), (.punctuation, "punctuation"),
        (.wordOrder, "word order"),
    ]

    /// The key under which names that differ in nothing else stand together; of a name of signs alone the name itself.
    static func key(of name: String) -> String {
        let key = all.fold(name)
        return key.isEmpty ? name : key
    }

    /// In what two names with one key differ: `case`, `width and word order`; nil where they are the same.
    static func difference(_ left: String, _ right: String) -> String? {
        if left == right { return nil }
        let names = each.filter { fold, _ in
            let others = all.subtracting(fold)
            return others.fold(left) != others.fold(right)
        }.map(\.name)
        guard let last = names.last else {
            let forms = all.subtracting([.letterCase, .width])
            if forms.fold(left) != forms.fold(right) { return "width" }
            let isSpaced = [left, right].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            return isSpaced[0] == isSpaced[1] ? "white space" : "invisible characters"
        }
        return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
    }

    /// A name with what is left out of account made alike.
    func fold(_ name: String) -> String {
        var name = name
        if let folded = name.withUTF8({ foldASCII($0) }) { return folded }
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func end() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in scalars(of: name) {
            switch NameFolding.part(scalar) {
            case .letter: word.append(scalar)
            case .space: end()
            case .mark: if contains(.punctuation) { end() } else { word.append(scalar) }
            case .joint: if !contains(.punctuation) { word.append(scalar) }
            }
        }
        end()
        if contains(.wordOrder) { words.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
        return words.joined(separator: " ")
    }

    /// A name of ASCII letters folded byte by byte; nil of any other.
    private func foldASCII(_ name: UnsafeBufferPointer<UInt8>) -> String? {
        var text: [UInt8] = []
        text.reserveCapacity(name.count)
        var words: [Range<Int>] = []
        var start = 0
        func end() {
            if start < text.count { words.append(start..<text.count) }
            start = text.count
        }
        for byte in name {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): text.append(contains(.letterCase) ? byte | 0x20 : byte)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): text.append(byte)
            case 0x80...: return nil
            default:
                switch NameFolding.part(Unicode.Scalar(byte)) {
                case .letter: text.append(byte)
                case .space: end()
                case .mark: if contains(.punctuation) { end() } else { text.append(byte) }
                case .joint: if !contains(.punctuation) { text.append(byte) }
                }
            }
        }
        end()
        if contains(.wordOrder), words.count > 1 {
            words.sort { text[$0].lexicographicallyPrecedes(text[$1]) }
        }
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count + words.count)
        for word in words {
            if !folded.isEmpty { folded.append(UInt8(ascii: " ")) }
            folded.append(contentsOf: text[word])
        }
        return String(decoding: folded, as: UTF8.self)
    }

    /// The letters of a name, taken apart from their marks.
    private func scalars(of name: String) -> String.UnicodeScalarView {
        var form: UnicodeForm = []
        if contains(.letterCase) { form.insert(.caseless) }
        if contains(.width) { form.insert(.compatible) }
        let letters = form.of(name).unicodeScalars
        guard contains(.diacritics) else { return letters }
        var folded = String.UnicodeScalarView()
        for scalar in letters {
            if scalar.isASCII || NameFolding.isPlain(scalar) {
                folded.append(scalar)
            } else if let stroked = NameFolding.stroked[scalar] {
                folded.append(contentsOf: stroked.unicodeScalars)
            } else if !NameFolding.isDiacritic(scalar) {
                folded.append(scalar)
            }
        }
        return folded
    }

    /// Whether it is one of the letters that have neither case nor accents nor other forms, as most letters of Korean and
    /// Chinese texts: the parts of decomposed Hangul, and Han.
    static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        0x1100...0x11FF ~= scalar.value || 0x4E00...0x9FFF ~= scalar.value
    }

    /// What a character does to a word.
    private enum Part {
        case letter, space
        /// Punctuation that parts two words.
        case mark
        /// Punctuation that parts no word: `U.S.`, `People's`.
        case joint
    }

    private static func part(_ scalar: Unicode.Scalar) -> Part {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "$", "+", "<", "=", ">", "^", "|", "~": return .letter
        case " ", "\t"..."\r": return .space
        case ".", "'", "’", "‘", "`", "´": return .joint
        default: break
        }
        if scalar.isASCII { return .mark }
        if isPlain(scalar) { return .letter }
        let properties = scalar.properties
        if properties.isWhitespace { return .space }
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .format:
            return .mark
        default: return .letter
        }
    }

    /// Whether a combining mark is an accent by its combining class: those above and below a letter, and the points of Hebrew
    /// and Arabic, but not the vowel signs of Indic scripts or the voicing marks of kana, which make another letter.
    private static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x300 { return false }
        return switch scalar.properties.canonicalCombiningClass.rawValue {
        case 10...35, 200...240: true
        default: false
        }
    }

    /// Letters with a stroke and joined ones, which have no decomposition.
    private static let stroked: [Unicode.Scalar: String] = [
        "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H", "ı": "i", "ß": "ss", "ẞ": "SS",
        "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D",
    ]
}
