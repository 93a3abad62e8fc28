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
        case minute, day, month, quarter, year, decade, century

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
    /// The minutes that it may be, counted from 1970-01-01 by its own clock, where it is a time of day.
    var minutes: ClosedRange<Int>?
    /// Its offset from UTC as EDTF writes it; empty for a local time.
    var zone = ""

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
    var firstDate: String { edges?.first ?? startText }
    /// The date that ends it, for a range in a set.
    var lastDate: String { edges?.last ?? endText }

    /// What stands for it as the end of an interval.
    var endText: String {
        if minutes != nil, let edges { return edges.last + qualifier.mark }
        return startText
    }

    /// What stands for it as the start of an interval.
    var startText: String {
        if let whole { return whole + qualifier.mark }
        if minutes == nil, case .date(let date) = form { return date + qualifier.mark }
        return (edges?.first ?? text) + (edges == nil ? "" : qualifier.mark)
    }

    /// Its first moment and its last, in minutes.
    var first: Int { minutes?.lowerBound ?? days.lowerBound * 1440 }
    var last: Int { minutes?.upperBound ?? days.upperBound * 1440 + 1439 }

    /// An interval from it on, without an end.
    var opened: WordsTime {
        WordsTime(
            form: .span(startText, nil), days: days.lowerBound...DayDomain.farFuture, precision: precision)
    }

    /// An interval up to it, without a start.
    var orUntil: WordsTime {
        WordsTime(
            form: .span(nil, endText), days: DayDomain.farPast...days.upperBound, precision: precision,
            qualifier: qualifier)
    }

    /// A day of it or an earlier one.
    var orEarlier: WordsTime {
        WordsTime(
            form: .oneFrom(nil, lastDate), days: DayDomain.farPast...days.upperBound, precision: precision,
            qualifier: qualifier)
    }

    /// A day of it or a later one.
    var orLater: WordsTime {
        WordsTime(
            form: .oneFrom(firstDate, nil), days: days.lowerBound...DayDomain.farFuture, precision: precision,
            qualifier: qualifier)
    }

    /// The same times of day, some days later.
    func moved(days count: Int) -> WordsTime {
        guard let minutes else { return self }
        var time = WordsTime(
            minutes: minutes.lowerBound + count * 1440...minutes.upperBound + count * 1440, zone: zone)
        time.qualifier = qualifier
        return time
    }

    /// Gives a local time a zone.
    mutating func setZone(_ zone: String) {
        guard let minutes else { return }
        let qualifier = qualifier
        self = WordsTime(minutes: minutes, zone: zone)
        self.qualifier = qualifier
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

    /// A minute of a day, or one of several; or all of them.
    init(minutes: ClosedRange<Int>, zone: String = "", isThroughout: Bool = false) {
        func text(_ minute: Int) -> String {
            let day = minute.flooredQuotient(by: 1440)
            return Day(number: day).description + "T" + WordsClock.text(minute - day * 1440) + zone
        }
        let edges = (text(minutes.lowerBound), text(minutes.upperBound))
        let form: Form =
            isThroughout
            ? .span(edges.0, edges.1) : minutes.count == 1 ? .date(edges.0) : .oneFrom(edges.0, edges.1)
        self.init(
            form: form,
            days: minutes.lowerBound.flooredQuotient(by: 1440)...minutes.upperBound.flooredQuotient(by: 1440),
            precision: .minute, edges: edges, minutes: minutes, zone: zone)
    }

    /// One of the times from one to another; ends of two precisions are written as days, since a range in a set has one.
    init(oneFrom first: WordsTime, to last: WordsTime) {
        var edges = (first: first.firstDate, last: last.lastDate)
        if EDTFReader.precision(edges.first) != EDTFReader.precision(edges.last) {
            let isTimed = first.minutes != nil || last.minutes != nil
            edges = (
                first.minutes == nil
                    ? Day(number: first.days.lowerBound).description + (isTimed ? "T00:00" : "") : edges.first,
                last.minutes == nil
                    ? Day(number: last.days.upperBound).description + (isTimed ? "T23:59" : "") : edges.last
            )
        }
        self.init(
            form: .oneFrom(edges.first, edges.last), days: first.days.lowerBound...last.days.upperBound,
            precision: max(first.precision, last.precision), edges: edges)
        if first.minutes != nil || last.minutes != nil {
            minutes = first.first...max(first.first, last.last)
            zone = first.zone
        }
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
