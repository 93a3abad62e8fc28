/// The words that people write figures in.
enum QuantityVocabulary {
    /// What words before or behind a number make of it.
    enum Bound: Sendable {
        case atLeast, moreThan, atMost, lessThan
        /// Fewer of things that are counted.
        case fewerThan
        /// About, which the mark `~` stands for.
        case approximate
        /// Two numbers must follow.
        case between, from
        /// The number as it stands.
        case exact
    }

    /// What stands before a number, the longer before the shorter that it begins with.
    static let before: [(words: [String], bound: Bound)] = sorted([
        (
            .atLeast,
            [
                "at least", "no fewer than", "no less than", "not less than", "not fewer than", "upwards of",
                "upward of",
                "a minimum of", "minimum of", "minimum", "as few as", ">=", "\u{2265}",
            ]
        ),
        (
            .moreThan,
            [
                "more than", "over", "above", "greater than", "exceeding", "in excess of", "well over", "well above",
                "far more than", "much more than", "north of", ">",
            ]
        ),
        (
            .atMost,
            [
                "up to", "at most", "no more than", "not more than", "as many as", "as much as", "a maximum of",
                "maximum of", "maximum", "max", "not exceeding", "<=", "\u{2264}",
            ]
        ),
        (.lessThan, ["less than", "under", "below", "well under", "well below", "<"]),
        (.fewerThan, ["fewer than"]),
        (
            .approximate,
            [
                "about", "around", "approximately", "approx", "roughly", "circa", "ca", "c", "some", "nearly", "almost",
                "an estimated", "estimated", "close to", "just under", "just over", "slightly more than",
                "slightly less than", "just short of", "in the region of", "in the order of", "on the order of",
                "\u{2248}",
            ]
        ),
        (
            .between,
            [
                "between", "anywhere between", "somewhere between", "zwischen", "entre", "tra",
                "\u{43C}\u{435}\u{436}\u{434}\u{443}",
            ]
        ),
        (.from, ["from", "anywhere from", "von", "van", "de", "da", "desde", "od", "\u{43E}\u{442}"]),
        (.exact, ["exactly", "precisely", "a total of", "total of", "only", "just", "all"]),
    ])

    /// What stands behind a number or its unit.
    static let behind: [(words: [String], bound: Bound)] = sorted([
        (
            .atLeast,
            ["or more", "and more", "and above", "or above", "and over", "or over", "plus", "at least", "minimum"]
        ),
        (.atMost, ["or less", "or fewer", "at most", "maximum", "max", "or under"]),
        (.approximate, ["or so", "approximately", "approx", "odd", "give or take"]),
        (.exact, ["exactly", "in total"]),
    ])

    private static func sorted(_ table: [(Bound, [String])]) -> [(words: [String], bound: Bound)] {
        let phrases = table.flatMap { bound, texts in
            texts.map { (words: $0.split(separator: " ").map(String.init), bound: bound) }
        }
        return phrases.sorted { $0.words.count > $1.words.count }
    }

    /// Words for powers of ten that are part of the typed form.
    static let powers: [String: Int128] = [
        "thousand": 1000, "k": 1000, "million": million, "mn": million, "billion": billion, "bn": billion,
        "trillion": trillion,
    ]

    /// Words that multiply the number before them.
    static let multipliers: [String: Int128] = powers.merging([
        "dozen": 12, "dozens": 12, "hundred": 100, "hundreds": 100, "thousands": 1000, "tsd": 1000, "tausend": 1000,
        "mila": 1000, "\u{442}\u{44B}\u{441}": 1000, "\u{442}\u{44B}\u{441}\u{44F}\u{447}": 1000,
        "\u{442}\u{44B}\u{441}\u{44F}\u{447}\u{438}": 1000, "\u{442}\u{44B}\u{441}\u{44F}\u{447}\u{430}": 1000,
        "millions": million, "mln": million, "mio": million, "million(s)": million, "millionen": million,
        "millones": million, "milioni": million, "\u{43C}\u{43B}\u{43D}": million,
        "\u{43C}\u{438}\u{43B}\u{43B}\u{438}\u{43E}\u{43D}": million,
        "\u{43C}\u{438}\u{43B}\u{43B}\u{438}\u{43E}\u{43D}\u{430}": million,
        "\u{43C}\u{438}\u{43B}\u{43B}\u{438}\u{43E}\u{43D}\u{43E}\u{432}": million, "billions": billion,
        "milliard": billion, "milliards": billion, "milliarden": billion, "milliarde": billion, "miliardi": billion,
        "mrd": billion, "mld": billion, "mlrd": billion, "\u{43C}\u{43B}\u{440}\u{434}": billion,
        "\u{43C}\u{438}\u{43B}\u{43B}\u{438}\u{430}\u{440}\u{434}": billion,
        "\u{43C}\u{438}\u{43B}\u{43B}\u{438}\u{430}\u{440}\u{434}\u{43E}\u{432}": billion, "trillions": trillion,
        "trn": trillion, "tn": trillion, "\u{442}\u{440}\u{43B}\u{43D}": trillion, "lakh": 100_000, "lakhs": 100_000,
        "lac": 100_000, "lacs": 100_000, "crore": 10 * million, "crores": 10 * million, "cr": 10 * million,
        "wan": 10_000,
    ]) { typed, _ in typed }

    /// Chinese, Japanese and Korean multipliers, which stand before the unit without a space.
    static let eastern: [Unicode.Scalar: Int128] = [
        "\u{5341}": 10, "\u{767E}": 100, "\u{5343}": 1000, "\u{4E07}": 10_000, "\u{842C}": 10_000,
        "\u{4EBF}": 100 * million, "\u{5104}": 100 * million, "\u{CC9C}": 1000, "\u{B9CC}": 10_000,
        "\u{C5B5}": 100 * million,
    ]

    private static let million: Int128 = 1_000_000
    private static let billion: Int128 = 1_000_000_000
    private static let trillion: Int128 = 1_000_000_000_000

    /// Numbers below twenty, and the tens.
    static let numbers: [String: Int] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    /// Words that count in so many, and how many each stands for: they are read as at least two of them.
    static let countingIn: [String: Int128] = [
        "tens": 10, "hundreds": 100, "thousands": 1000, "lakhs": 100_000,
        "millions": million,
        "crores": 10 * million, "billions": billion, "trillions": trillion,
    ]

    /// Words that count in so many, and the least numbers that each may stand for.
    static let ambiguousCounts: [String: [Int128]] = ["dozens": [24, 20], "scores": [40, 20]]

    /// Words that say that there are several and no number.
    static let several: [String: [String]] = [
        "several": ["3..", "2.."], "few": ["3..", "2.."], "couple": ["2", "~2"], "handful": ["3..5", "~5"],
        "multiple": ["2.."], "many": [], "numerous": [], "countless": [], "most": [], "umpteen": [],
    ]

    /// Words for none.
    static let none = ["no", "none", "nobody", "nil"]

    /// Words for a share of another figure.
    static let shares = [
        "half", "halves", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "percent",
    ]

    /// Words that join two numbers into a range.
    static let links: Set<String> = [
        "to", "through", "till", "until", "or", "bis", "tot", "til", "hasta", "do",
    ]

    /// Words that join two numbers into a range where `from` stands before them, as they mean `up to` by themselves.
    static let linksFrom: Set<String> = ["\u{434}\u{43E}"]

    /// Words that join two numbers into a range where `between` stands before them.
    static let linksBetween: Set<String> = ["and", "und", "et", "y", "e", "\u{438}"]

    /// Words that join two numbers into a range only where they stand directly between them, as they mean other things
    /// elsewhere.
    static let linksOfNumbers: Set<String> = ["a", "\u{E0}"]

    /// Words between two numbers, which are no units.
    static let noUnits: Set<String> = links.union(linksFrom).union(["and", "of", "out", "\u{E0}"])

    /// Signs and codes of currencies before an amount.
    static let currencies: Set<String> = [
        "US$", "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "RMB", "INR", "RUB", "UAH", "AUD", "CAD", "C$", "A$", "HK$",
        "R$",
        "Rs", "KRW", "SEK", "NOK", "DKK", "PLN", "CZK", "TRY", "SYP", "ILS", "IRR",
    ]

    /// Whether a word in small letters means something other than a unit.
    static func isSpecial(_ word: String) -> Bool { special.contains(word) }

    private static let special: Set<String> = Set(multipliers.keys).union(numbers.keys).union(countingIn.keys)
        .union(ambiguousCounts.keys).union(several.keys).union(noUnits).union(none).union(
            behind.compactMap { $0.words.first }
        )
        .union(["percent", "pct", "mil", "st", "nd", "rd", "th", "x"])
}
