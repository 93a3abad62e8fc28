/// A time that words were found to mean, before it becomes EDTF.
struct WordsTime: Sendable, Hashable {
    /// How its dates are put together.
    enum Form: Sendable, Hashable {
        case date(String)
        /// One of the days from the first to the last; nil for an open end.
        case oneFrom(String?, String?)
        case one([String])
        case span(String?, String?)
        case every([String])
    }

    /// How long the unit is that it names.
    enum Precision: Int, Sendable, Comparable {
        case day, month, quarter, year, decade, century

        static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
    }

    var form: Form
    /// The days it may be; far in the past or the future where an end is open.
    var days: ClosedRange<Int>
    var precision: Precision
    /// What is said of all of it.
    var qualifier: EDTFQualifier = []
    /// What stands for it as the end of a range in a set: the first and last date inside it, as EDTF.
    var edges: (first: String, last: String)?
    /// What stands for it as the end of an interval, where an interval cannot hold the form itself.
    var whole: String?

    static func == (left: WordsTime, right: WordsTime) -> Bool { left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The EDTF.
    var text: String {
        let mark = qualifier.mark
        func marked(_ date: String?) -> String { date.map { $0 + mark } ?? ".." }
        func bound(_ date: String?) -> String { date.map { $0 + mark } ?? "" }
        switch form {
        case .date(let date): return date + mark
        case .oneFrom(let first, let last): return "[" + bound(first) + ".." + bound(last) + "]"
        case .one(let dates): return "[" + dates.map { $0 + mark }.joined(separator: ",") + "]"
        case .span(let first, let last): return marked(first) + "/" + marked(last)
        case .every(let dates): return "{" + dates.map { $0 + mark }.joined(separator: ",") + "}"
        }
    }

    /// The date that begins it, for a range in a set.
    var firstDate: String { edges?.first ?? endText }
    /// The date that ends it, for a range in a set.
    var lastDate: String { edges?.last ?? endText }

    /// What stands for it as the end of an interval.
    var endText: String {
        if let whole { return whole + qualifier.mark }
        if case .date(let date) = form { return date + qualifier.mark }
        return edges?.first ?? text
    }

    /// Whether it is a date or one of the days in a row, so that it can be an end of something else.
    var canBeEnd: Bool {
        switch form {
        case .date: true
        case .oneFrom(let first, let last): first != nil && last != nil
        default: false
        }
    }
}

extension WordsTime {
    /// A day.
    init(day: Day) { self.init(form: .date(day.description), days: day.number...day.number, precision: .day) }

    /// A day by its number.
    init(day number: Int) { self.init(day: Day(number: number)) }

    /// A month.
    init(year: Int, month: Int) {
        let first = Day.number(year: year, month: month, day: 1)
        let last = first + Day.count(inMonth: month, ofYear: year) - 1
        self.init(
            form: .date(Day.text(year: year) + "-" + Day.padded(month, to: 2)), days: first...last, precision: .month)
    }

    /// A year.
    init(year: Int) {
        let days = Day.number(year: year, month: 1, day: 1)...Day.number(year: year, month: 12, day: 31)
        self.init(form: .date(WordsTime.text(year: year)), days: days, precision: .year)
    }

    /// A year as EDTF writes it, with `Y` before more than four digits.
    static func text(year: Int) -> String { (abs(year) > 9999 ? "Y" : "") + Day.text(year: year) }

    /// A season or another part of a year.
    init(year: Int, season: EDTFSeason) {
        self.init(
            form: .date(Day.text(year: year) + "-" + String(season.code)), days: season.days(ofYear: year),
            precision: .quarter)
    }

    /// One of some days in a row; as the end of an interval, the unit it is a part of stands for it.
    init(oneFrom first: Int, to last: Int, precision: Precision = .day, whole: String? = nil) {
        let texts = (Day(number: first).description, Day(number: last).description)
        self.init(
            form: .oneFrom(texts.0, texts.1), days: first...last, precision: precision, edges: texts, whole: whole)
    }

    /// One of the times from one to another.
    init(oneFrom first: WordsTime, to last: WordsTime) {
        self.init(
            form: .oneFrom(first.firstDate, last.lastDate), days: first.days.lowerBound...last.days.upperBound,
            precision: max(first.precision, last.precision), edges: (first.firstDate, last.lastDate))
    }

    /// Ten or a hundred years that share their first digits: `199X`, `19XX`.
    init(yearsFrom first: Int, count: Int) {
        let last = first + count - 1
        let edges = (first: WordsTime.text(year: first), last: WordsTime.text(year: last))
        // Unspecified digits stand in years of four digits only.
        let isShort = 0...9999 ~= first
        let digits = count == 10 ? 3 : 2
        let pattern = String(edges.first.prefix(digits)) + String(repeating: "X", count: 4 - digits)
        self.init(
            form: isShort ? .date(pattern) : .oneFrom(edges.first, edges.last),
            days: Day.number(year: first, month: 1, day: 1)...Day.number(year: last, month: 12, day: 31),
            precision: count == 10 ? .decade : .century, edges: edges)
    }
}
