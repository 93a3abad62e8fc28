/// Words for titles, texts and names.
enum SyntheticWords {
    /// The word that stands in about one event of five.
    static let common = "border"
    /// The word that stands in one event of ten thousand, and in the first.
    static let rare = "zugzwang"

    private static let syllables = [
        "ka", "ri", "mo", "te", "nu", "va", "so", "li", "de", "ra", "po", "shi", "an", "el", "ur", "gan", "tor", "ben",
        "min", "hae", "yon", "lu", "fe", "zar",
    ]

    /// Two thousand words: most are made up, some are Korean.
    private static let all: [String] = (0..<2_000).map { index in
        if index % 50 == 0 { return ["국경", "병력", "성명", "훈련"][index / 50 % 4] }
        return word(SeededRandom.mixed(index))
    }

    /// A made-up word of two to four syllables.
    static func word(_ number: Int) -> String {
        var rest = number
        var word = ""
        for _ in 0..<(2 + number % 3) {
            word += syllables[rest % syllables.count]
            rest /= syllables.count
        }
        return word
    }

    /// A line of words, at least so many bytes long.
    static func line(bytes: Int, _ random: inout SeededRandom) -> String {
        var line = ""
        while line.utf8.count < bytes {
            if !line.isEmpty { line += " " }
            line += all[random.next(all.count)]
        }
        return line
    }

    /// So many words.
    static func line(words: Int, _ random: inout SeededRandom) -> String {
        var line = all[random.next(all.count)]
        for _ in 1..<words { line += " " + all[random.next(all.count)] }
        return line
    }

    /// A name that no other number has: `Karimo Tenuva 17`.
    static func name(_ number: Int) -> String {
        let words = [SeededRandom.mixed(number), SeededRandom.mixed(number &+ 7_919)].map { word($0) }
        return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ") + " \(number)"
    }
}

extension SeededRandom {
    /// One number for each other number, without an order that could be seen.
    static func mixed(_ number: Int) -> Int {
        var random = SeededRandom(number)
        return random.next(1 << 24)
    }
}
