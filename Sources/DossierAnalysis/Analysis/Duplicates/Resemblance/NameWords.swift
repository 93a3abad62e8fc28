/// What words of a name do: some are left out by one writer and given by another, in some names must be equal.
enum NameWords {
    /// A short word as a number; nil of one with more than eight letters.
    static func packed(_ letters: ArraySlice<UInt8>) -> UInt64? {
        letters.count <= 8 ? letters.reduce(0) { $0 << 8 | UInt64($1) } : nil
    }

    private static func packed(_ words: [String]) -> Set<UInt64> {
        Set(words.compactMap { packed(Array($0.utf8)[...]) })
    }

    /// The article of Arabic names, which stands with a hyphen or a space.
    static func isArticle(_ word: UInt64) -> Bool { articles.contains(word) }

    private static let articles = packed(["al", "el", "ul", "ol"])

    /// Whether a word is an article before a sun letter: as-Sisi, ash-Shaykh, an-Nusra.
    static func isAssimilated(_ word: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
        guard 2...3 ~= word.count, let vowel = word.first, "aeu".utf8.contains(vowel) else { return false }
        return next.starts(with: word.dropFirst())
    }

    /// Whether one writer gives it and another leaves it out: articles, forms of address, forms of companies.
    static func isLeftOut(_ word: UInt64) -> Bool { leftOut.contains(word) }

    private static let leftOut = packed([
        "bin", "ibn", "ben", "bint", "the", "of", "and", "von", "van", "der", "den", "de", "di", "da", "do", "dos",
        "du", "la",
        "le", "mr", "mrs", "ms", "dr", "prof", "sir", "ltd", "llc", "inc", "gmbh", "plc", "corp", "pjsc", "jsc", "ooo",
        "oao",
        "pao", "ao", "llp", "limited", "company", "co",
    ])

    /// Whether a word is a father's name as Russian and its neighbours form it.
    static func isPatronymic(_ word: ArraySlice<UInt8>) -> Bool {
        word.count > 6 && fathers.contains { word.suffix($0.count).elementsEqual($0) }
    }

    private static let fathers = [
        "ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna", "ovitch", "evitch", "owitsch",
    ].map {
        Array($0.utf8)
    }

    /// What a word says in which names must be equal: numbers, points of the compass, ranks, abbreviations; nil where it may
    /// be spelled otherwise. The last word of a name may be a Roman number.
    static func mark(_ word: ArraySlice<UInt8>, isLast: Bool) -> UInt64? {
        let digits = word.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        if !digits.isEmpty, let rest = packed(word.dropFirst(digits.count)), endings.contains(rest) {
            return digits.reduce(0) { $0 &* 10 &+ UInt64($1 - UInt8(ascii: "0")) }
        }
        let hasDigits = word.contains { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        if hasDigits { return word.reduce(0) { $0 &* 257 &+ UInt64($1) } }
        guard let packed = packed(word) else {
            // Northeastern, southwestern.
            return word.starts(with: "north".utf8) || word.starts(with: "south".utf8)
                ? word.reduce(0) { $0 &* 257 &+ UInt64($1) } : nil
        }
        if let number = numbers[packed] { return number }
        if distinct.contains(packed) { return packed }
        if isLast, let roman = romans[packed] { return roman }
        // Letters without a vowel are an abbreviation.
        if word.count <= 4, !word.contains(where: { "aeiouy".utf8.contains($0) }) { return packed }
        return nil
    }

    private static let endings = packed(["", "st", "nd", "rd", "th"])

    private static let numbers = numbered([
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    ])

    private static let romans = numbered([["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]])

    private static func numbered(_ rows: [[String]]) -> [UInt64: UInt64] {
        var numbers: [UInt64: UInt64] = [:]
        for row in rows {
            for (place, word) in row.enumerated() {
                if let packed = packed(Array(word.utf8)[...]) { numbers[packed] = UInt64(place + 1) }
            }
        }
        return numbers
    }

    private static let distinct = packed([
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper", "lower", "inner",
        "outer",
        "deputy", "vice", "anti", "pro", "non", "former", "acting", "junior", "senior",
    ])

    /// A family name of Korea in one spelling, where custom spells it in ways that do not sound alike.
    static func customary(_ word: UInt64) -> [UInt8]? { korean[word] }

    private static let korean: [UInt64: [UInt8]] = {
        let names = [
            "yi": "lee", "ri": "lee", "rhee": "lee", "rhie": "lee", "pak": "park", "bak": "park", "roh": "no",
            "noh": "no",
            "im": "lim", "rim": "lim", "yim": "lim", "yoo": "yu", "ryu": "yu", "you": "yu", "jung": "chung",
            "jeong": "chung", "chong": "chung", "jeon": "chun", "chon": "chun", "choi": "choe",
        ]
        var korean: [UInt64: [UInt8]] = [:]
        for (word, usual) in names {
            if let packed = packed(Array(word.utf8)[...]) { korean[packed] = Array(usual.utf8) }
        }
        return korean
    }()
}
