/// The English words of time.
enum WordsVocabulary {
    /// Names of months and what is short for them, with their numbers.
    static let months: [String: Int] = names(MonthName.all, short: [3, 4], from: 1)

    /// Names of the days of the week and what is short for them, 1 for Monday.
    static let weekdays: [String: Int] = names(
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], short: [3, 4, 5], from: 1)

    /// Seasons, with their numbers in EDTF.
    static let seasons = ["spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24]

    /// Numbers in words.
    static let numbers: [String: Int] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "ninety": 90,
        "hundred": 100,
    ]

    /// Ordinals in words.
    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16,
        "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    ]

    /// Units of the calendar.
    static let units: [String: WordsUnit] = [
        "day": .day, "days": .day, "week": .week, "weeks": .week, "fortnight": .fortnight, "fortnights": .fortnight,
        "month": .month, "months": .month, "quarter": .quarter, "quarters": .quarter, "year": .year, "years": .year,
        "decade": .decade, "decades": .decade, "century": .century, "centuries": .century, "weekend": .weekend,
    ]

    /// Every word that begins or makes up a date, to find the one that was meant.
    static let all: [String] =
        MonthName.all.map { $0.lowercased() } + weekdays.keys.filter { $0.hasSuffix("day") } + Array(seasons.keys)
        + Array(units.keys) + [
            "today", "yesterday", "tomorrow", "between", "around", "about", "early", "late", "since", "until",
        ]

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
