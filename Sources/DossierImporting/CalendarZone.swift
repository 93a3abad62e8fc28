import DossierTime

/// A time zone as a calendar defines it (RFC 5545, section 3.6.5): when its clocks went from which offset to which.
struct CalendarZone: Sendable {
    private let observances: [Observance]

    /// One rule of the zone.
    private struct Observance {
        let start: CalendarTime
        let (from, to): (Int, Int)
        /// The month, the day of the week (1 is Monday) and which of them, from the end if negative; nil where it holds from
        /// its start and the other dates alone.
        let yearly: (month: Int, weekday: Int, ordinal: Int)?
        /// The last moment at which the rule begins anew, in UTC.
        let until: Int
        let dates: [CalendarTime]
    }

    /// Reads the rules; nil where one is of a sort that clocks do not follow.
    init?(_ component: CalendarComponent) {
        var observances: [Observance] = []
        for part in component.components where part.name == "STANDARD" || part.name == "DAYLIGHT" {
            guard let start = part["DTSTART"].flatMap({ CalendarTime($0.value) }),
                let from = part["TZOFFSETFROM"].flatMap({ CalendarZone.offset($0.value) }),
                let to = part["TZOFFSETTO"].flatMap({ CalendarZone.offset($0.value) })
            else { return nil }
            var yearly: (Int, Int, Int)?
            var until = Int.max
            if let rule = part["RRULE"]?.value {
                guard let read = CalendarZone.rule(rule) else { return nil }
                yearly = (read.month, read.weekday, read.ordinal)
                until = read.until ?? .max
            }
            let dates = part.properties.filter { $0.name == "RDATE" }.flatMap { property in
                property.value.split(separator: ",").compactMap { CalendarTime($0) }
            }
            observances.append(
                Observance(start: start, from: from, to: to, yearly: yearly, until: until, dates: dates))
        }
        if observances.isEmpty { return nil }
        self.observances = observances
    }

    /// The offset from UTC in seconds at a time of its clocks; where they show it twice, the first.
    func offset(at time: CalendarTime) -> Int {
        var latest: (onset: Int, offset: Int)?
        for observance in observances {
            guard let onset = onset(of: observance, before: time), onset >= latest?.onset ?? .min else { continue }
            latest = (onset, observance.to)
        }
        let first = observances.min { $0.start.instant < $1.start.instant }
        return latest?.offset ?? first?.from ?? 0
    }

    /// When a rule began for the last time, by the clocks before it.
    private func onset(of rule: Observance, before time: CalendarTime) -> Int? {
        var onsets = ([rule.start] + rule.dates).map(\.instant)
        if let yearly = rule.yearly {
            for year in [time.day.year - 1, time.day.year] {
                guard let day = CalendarZone.day(yearly.weekday, yearly.ordinal, month: yearly.month, year: year) else {
                    continue
                }
                let onset = CalendarTime(day: day, second: rule.start.second, isUTC: false).instant
                if onset >= rule.start.instant, onset - rule.from <= rule.until { onsets.append(onset) }
            }
        }
        return onsets.filter { $0 <= time.instant }.max()
    }

    /// The first, second or last such day of a month.
    private static func day(_ weekday: Int, _ ordinal: Int, month: Int, year: Int) -> Day? {
        let days = (1...31).compactMap { Day(year: year, month: month, day: $0) }.filter { $0.weekday == weekday }
        let index = ordinal > 0 ? ordinal - 1 : days.count + ordinal
        return days.indices.contains(index) ? days[index] : nil
    }

    /// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=…`.
    private static func rule(_ text: String) -> (month: Int, weekday: Int, ordinal: Int, until: Int?)? {
        var parts: [String: String] = [:]
        for part in text.uppercased().split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { parts[String(pair[0])] = String(pair[1]) }
        }
        guard parts["FREQ"] == "YEARLY", parts["INTERVAL"] ?? "1" == "1",
            Set(parts.keys).isSubset(of: ["FREQ", "INTERVAL", "BYMONTH", "BYDAY", "UNTIL", "WKST"]),
            let month = parts["BYMONTH"].flatMap({ Int($0) }), let day = parts["BYDAY"], day.utf8.count >= 3,
            let weekday = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].firstIndex(of: String(day.suffix(2))),
            let ordinal = Int(day.dropLast(2)), ordinal != 0
        else { return nil }
        let until = parts["UNTIL"].map { CalendarTime($0)?.instant }
        if until == .some(nil) { return nil }
        return (month, weekday + 1, ordinal, until.flatMap(\.self))
    }

    /// `+0100` or `-053000` in seconds.
    private static func offset(_ text: String) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-", text.utf8.count == 5 || text.utf8.count == 7,
            let digits = Int(text.dropFirst()), digits >= 0
        else { return nil }
        let full = text.utf8.count == 5 ? digits * 100 : digits
        let seconds = full / 10_000 * 3600 + full / 100 % 100 * 60 + full % 100
        return sign == "-" ? -seconds : seconds
    }
}
