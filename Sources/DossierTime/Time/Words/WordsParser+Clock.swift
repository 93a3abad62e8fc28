/// Times and parts of a day: `14:30 UTC`, `6 pm`, `noon`, `the early hours of Tuesday`, `overnight into Tuesday`.
extension WordsParser {
    /// Parts of a day whose hours differ from place to place and writer to writer.
    static let dayparts: Set<String> = [
        "morning", "afternoon", "evening", "dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall", "daytime",
        "lunchtime",
    ]

    /// Whether `before dawn` or `after dark` comes next, which are parts of a day and no limits.
    var isDarknessNext: Bool {
        word() == "before" && isNext(["dawn", "daybreak", "sunrise"], 1)
            || word() == "after" && isNext(["dark", "nightfall", "sunset"], 1)
    }

    /// Steps over the part of a day behind it: `Monday night`, `Tuesday before dawn`.
    mutating func acceptDaypart() -> WordsDaypart? {
        let start = position
        _ = acceptAny("at", "in the")
        if let kind = acceptDarkness() { return kind }
        if isNext(WordsParser.dayparts) {
            position += 1
            return .somewhen
        }
        if acceptAny("night", "overnight") { return .night }
        if acceptAny("early morning", "early evening", "late evening", "late morning") { return .somewhen }
        if acceptAny("late night") { return .night }
        position = start
        return nil
    }

    private mutating func acceptDarkness() -> WordsDaypart? {
        guard isDarknessNext else { return accept("predawn") ? .somewhen : nil }
        let isBefore = word() == "before"
        position += 2
        return isBefore ? .somewhen : .night
    }

    /// A part of a day before its day: `the morning of 8 October`, `the early hours of Tuesday`, `overnight into Tuesday`.
    mutating func daypart() throws(ValueError) -> WordsPart? {
        if accept("overnight") {
            if acceptAny("into", "to") { return try part().map { .daypart(.nightBefore, $0) } }
            if acceptAny("on") { return try part().map { .daypart(.someNight, $0) } }
            _ = accept("from")
            let start = position
            if let day = try part(), case .date = day {
                guard acceptAny("into", "to") || acceptRangeMark() else { return .daypart(.someNight, day) }
                return try part().map { .stretch(day, $0) }
            }
            position = start
            return .daypart(.nightBefore, .near(0))
        }
        let kind: WordsDaypart
        if acceptAny("early hours", "small hours", "wee hours", "early morning hours", "predawn hours") {
            kind = .smallHours
        } else if let darkness = acceptDarkness() {
            kind = darkness
        } else if isNext(WordsParser.dayparts) {
            position += 1
            kind = .somewhen
        } else if isNext(["night"]), isNext(["on"], 1) {
            position += 1
            kind = .night
        } else {
            return nil
        }
        _ = acceptAny("of", "on", "hours of")
        return try part().map { .daypart(kind, $0) }
    }

    /// A time of day behind its day: `8 October at 14:30`, `Monday, 6 pm`.
    mutating func followingClock() throws(ValueError) -> WordsPart? {
        _ = accept(mark: ",")
        _ = accept("at")
        let isRough = acceptAny("around", "about", "approximately", "roughly")
        let hour = try bareHour()
        guard let clock = try hour == nil ? clockAlone() : hour else { return nil }
        return isRough ? clock.approximate : clock
    }

    /// A time of day, with its day where that is said: `14:30 on 8 October`, `6 pm`.
    mutating func clock() throws(ValueError) -> WordsPart? {
        guard let clock = try clockAlone() else { return nil }
        let day = try attempt { parser throws(ValueError) in
            _ = parser.accept(mark: ",")
            _ = parser.acceptAny("on", "of")
            return try parser.part()
        }
        guard let day else { return clock }
        return clock.map(on: day)
    }

    /// A bare hour that takes its half of the day from what follows it: `2` of `2 and 3 am`, `10` of `10 to noon`.
    mutating func bareHour() throws(ValueError) -> WordsPart? {
        try attempt { parser throws(ValueError) in try parser.hourBeforeAnother() }
    }

    private mutating func hourBeforeAnother() throws(ValueError) -> WordsPart? {
        guard case .number(let hour, let digits)? = peek(), digits <= 2, 1...12 ~= hour else { return nil }
        position += 1
        let behind = position
        guard accept("and") || acceptRangeMark() else { return nil }
        let last: Int
        if isNext(["noon", "midday"]) {
            last = 720
        } else if isNext(["midnight"]) {
            last = 1440
        } else if case .number(let number, let lastDigits)? = peek(), lastDigits <= 2, 1...12 ~= number,
            isNext(["am", "pm"], 1)
        {
            last = number % 12 * 60 + (word(1) == "pm" ? 720 : 0)
        } else {
            return nil
        }
        position = behind
        // "11 to 1 pm" begins before noon, "10 to 2 am" on the evening before: the later hour that comes before the end.
        let early = hour % 12 * 60
        let isLate = early + 720 < last || early >= last
        return .clock(WordsClock(minute: isLate ? early + 720 : early), nil)
    }

    /// A time of day without its day.
    private mutating func clockAlone() throws(ValueError) -> WordsPart? {
        if acceptAny("noon", "midday", "high noon") { return try zoned([WordsClock(minute: 720)]) }
        if accept("midnight") { return try zoned([WordsClock(minute: 0), WordsClock(minute: 1440)]) }
        let start = position
        let shift = accept("half past") ? 30 : accept("quarter past") ? 15 : accept("quarter to") ? -15 : 0
        if case .clock(let seconds, let fraction)? = peek(), shift == 0 {
            position += 1
            _ = acceptAny("hours", "hrs", "h", "o'clock")
            guard let half = acceptHalf() else { return try zoned([WordsClock(second: seconds, fraction: fraction)]) }
            guard 1...12 ~= seconds / 3600 else { return nil }
            let hour = seconds / 3600 % 12 + (half == .afternoon ? 12 : 0)
            return try zoned([WordsClock(second: hour * 3600 + seconds % 3600, fraction: fraction)])
        }
        if let clock = try attempt({ parser throws(ValueError) in try parser.pointed() }) { return clock }
        let isWord = accept(from: WordsVocabulary.smallNumbers)
        if isWord == nil, case .number(let number, let digits)? = peek() {
            position += 1
            let isZoneNext = isNext(["utc", "gmt", "z", "zulu"])
            if digits == 4, acceptAny("hours", "hrs", "h") || isZoneNext, number < 2400, number % 100 < 60 {
                return try zoned([WordsClock(minute: number / 100 * 60 + number % 100)])
            }
            return try hour(number, shift, start)
        }
        guard let hour = isWord else {
            position = start
            return nil
        }
        return try self.hour(hour, shift, start)
    }

    /// `2.40 pm`
    private mutating func pointed() throws(ValueError) -> WordsPart? {
        guard case .number(let hour, digits: 1...2)? = peek(), isNext(mark: ".", 1),
            case .number(let minute, digits: 2)? = peek(2), 1...12 ~= hour, minute < 60
        else { return nil }
        position += 3
        guard let half = acceptHalf() else { return nil }
        return try zoned([WordsClock(minute: hour % 12 * 60 + minute + (half == .afternoon ? 720 : 0))])
    }

    /// An hour of the twelve: `6 pm`, `3 o'clock`, `half past two`, `6 in the evening`.
    private mutating func hour(_ hour: Int, _ shift: Int, _ start: Int) throws(ValueError) -> WordsPart? {
        let isClock = accept("o'clock") || shift != 0
        let half = acceptHalf()
        guard isClock || half != nil, 1...12 ~= hour else {
            position = start
            return nil
        }
        let minute = hour % 12 * 60 + shift
        let halves: [Half] = half.map { [$0] } ?? [.morning, .afternoon]
        return try zoned(halves.map { WordsClock(minute: (minute + ($0 == .afternoon ? 720 : 0) + 1440) % 1440) })
    }

    private enum Half { case morning, afternoon }

    private mutating func acceptHalf() -> Half? {
        if acceptAny("am", "in the morning") { return .morning }
        return acceptAny("pm", "in the afternoon", "in the evening", "at night") ? .afternoon : nil
    }

    /// Gives times of day the zone that is said behind them.
    private mutating func zoned(_ clocks: [WordsClock]) throws(ValueError) -> WordsPart {
        let zone = try acceptZone()
        let parts = clocks.map { clock in
            var clock = clock
            clock.zone = zone
            return WordsPart.clock(clock, nil)
        }
        return parts.count == 1 ? parts[0] : .either(parts)
    }

    /// The offset from UTC as EDTF writes it; empty for a local time.
    private mutating func acceptZone() throws(ValueError) -> String {
        _ = acceptAny("local time", "local", "hours local time")
        let isUniversal = acceptAny("utc", "gmt", "z", "zulu")
        if case .offset(let minutes)? = peek() {
            position += 1
            return EDTFZone.text(minutes)
        }
        if isUniversal { return "Z" }
        guard let zone = word() else { return "" }
        if let hours = WordsParser.zones[zone] {
            position += 1
            return EDTFZone.text(hours * 60)
        }
        if WordsParser.ambiguousZones.contains(zone) {
            throw ValueError(
                "'\(zone.uppercased())' is the name of several zones", expectation: "the offset, such as '14:30 UTC+8'",
                range: tokens[position].range)
        }
        return ""
    }

    /// Zones with one meaning, in hours east of UTC.
    private static let zones = [
        "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "est": -5, "edt": -4, "pst": -8, "pdt": -7, "jst": 9,
        "kst": 9,
    ]

    private static let ambiguousZones: Set<String> = ["bst", "ist", "cst", "ast", "gst"]
}

extension WordsPart {
    /// A date of EDTF with a time of day.
    init?(moment: String) {
        let parts = moment.split(separator: Character("T"))
        guard parts.count == 2, case .date(let date)? = EDTFReader.expression(String(parts[0])),
            let month = date.month?.number,
            let day = date.day?.number, let hour = Int(parts[1].prefix(2)),
            let minute = Int(parts[1].dropFirst(3).prefix(2))
        else { return nil }
        let zone = parts[1].drop { !"Z+-".contains($0) }
        var clock = WordsClock(minute: hour * 60 + minute)
        clock.text = String(parts[1].dropLast(zone.count))
        clock.zone = String(zone)
        self = .clock(clock, .date(PartialDate(year: .number(date.year.stated), month: month, day: day)))
    }
}

extension WordsClock {
    /// A minute of the day; 1440 is the end of it.
    init(minute: Int) {
        minutes = minute...minute
        text = minute == 1440 ? "00:00:00" : WordsClock.text(minute) + ":00"
    }

    /// A second of the day.
    init(second: Int, fraction: String) {
        minutes = second / 60...second / 60
        text = WordsClock.text(second / 60) + ":" + Day.padded(second % 60, to: 2) + fraction
    }

    /// `14:30`
    static func text(_ minute: Int) -> String {
        Day.padded(minute / 60, to: 2) + ":" + Day.padded(minute % 60, to: 2)
    }
}
