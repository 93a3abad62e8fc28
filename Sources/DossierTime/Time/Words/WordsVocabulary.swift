/// The English words of time.
enum WordsVocabulary {
    /// Names of months and what is short for them, with their numbers.
    static let months: [String: Int] = names(MonthName.all, short: [3, 4], from: 1)

    /// Names of the days of the week and what is short for them, 1 for Monday.
    static let weekdays: [String: Int] = names(dayNames, short: [3, 4, 5], from: 1).merging(["weds": 3]) { $1 }

    /// Monday to Sunday.
    static let dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    /// Seasons, with their numbers in EDTF.
    static let seasons = ["spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24]

    /// Quarters and halves by their short names, with their numbers in EDTF.
    static let shortParts = [
        "q1": 33, "q2": 34, "q3": 35, "q4": 36, "1q": 33, "2q": 34, "3q": 35, "4q": 36, "h1": 40, "h2": 41, "1h": 40,
        "2h": 41,
    ]

    /// Numbers in words, up to nineteen.
    static let smallNumbers: [String: Int] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]

    /// Tens in words.
    static let tens: [String: Int] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    /// Ordinals in words, up to the nineteenth, and the tens.
    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    ]

    /// Decades by their names, with the last two digits of their first year.
    static let decades: [String: Int] = [
        "noughties": 0, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
        "eighties": 80, "nineties": 90,
    ]

    /// Units of the calendar, one of each.
    static let units: [String: WordsUnit] = [
        "minute": .minute, "hour": .hour, "day": .day, "week": .week, "fortnight": .fortnight, "month": .month,
        "quarter": .quarter, "year": .year, "decade": .decade, "century": .century, "weekend": .weekend,
    ]

    /// Units of the calendar, more than one of each.
    static let pluralUnits: [String: WordsUnit] = [
        "minutes": .minute, "hours": .hour, "days": .day, "weeks": .week, "fortnights": .fortnight, "months": .month,
        "quarters": .quarter, "years": .year, "decades": .decade, "centuries": .century, "weekends": .weekend,
    ]

    /// Words for a number that is not said.
    static let vagueCounts: Set<String> = [
        "few", "several", "some", "many", "couple", "dozens", "hundreds", "tens", "various", "numerous", "multiple",
        "recent", "more",
    ]

    /// Every long word of a date, to find the one that was meant.
    static let all: [String] =
        (MonthName.all.map { $0.lowercased() } + dayNames.map { $0.lowercased() } + seasons.keys.sorted()
        + units.keys.sorted() + pluralUnits.keys.sorted() + smallNumbers.keys.sorted() + tens.keys.sorted()
        + ordinals.keys.sorted() + [
            "today", "yesterday", "tomorrow", "between", "around", "about", "early", "late", "since", "until", "before",
            "after", "morning", "afternoon", "evening", "night", "midnight", "christmas", "easter",
        ]).filter { $0.count > 3 }

    /// Names in lower case with what is short for them.
    private static func names(_ names: [String], short: [Int], from first: Int) -> [String: Int] {
        var table: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            table[name.lowercased()] = first + index
            for count in short { table[String(name.lowercased().prefix(count))] = first + index }
        }
        return table
    }
}
