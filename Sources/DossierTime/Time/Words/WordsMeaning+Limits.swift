/// What lies before, after or up to a time.
extension WordsMeaning {
    func limit(_ limit: WordsLimit, _ part: WordsPart) throws(WordsProblem) -> WordsTime {
        let part = midnight(part, limit)
        let aim = aim(of: limit)
        if limit == .asOf { return try time(of: part, aim: .past) }
        // Hours are told of what has happened, and `until` also of what has not.
        if part.isTimeOfDay, limit == .until, self.aim == .usual {
            let past = try time(of: part, aim: .usual)
            let ahead = try time(of: part, aim: aim)
            return try choose([past.orUntil, ahead.orUntil])
        }
        if limit == .after, self.aim == .usual, part.isDayOfWeek {
            // What comes after Tuesday may have come already.
            let past = try neighbour(of: time(of: part, aim: .usual), step: 1).orLater
            let ahead = try neighbour(of: time(of: part, aim: aim), step: 1).orLater
            return try choose([past, ahead])
        }
        let edge = try edge(of: part, limit, part.isTimeOfDay && limit != .by ? self.aim : aim)
        let time = edge.time
        guard time.canBeEnd else { throw cannotBeEnd() }
        switch limit {
        case .since, .from, .asOf: return time.opened
        case .until: return time.orUntil
        case .by: return time.orEarlier
        case .notBefore: return time.orLater
        case .before: return edge.isBoundary ? time.orEarlier : neighbour(of: time, step: -1).orEarlier
        case .after: return edge.isBoundary ? time.orLater : neighbour(of: time, step: 1).orLater
        case .shortlyBefore, .shortlyAfter:
            guard let minutes = time.minutes else {
                throw .wrong(
                    "'\(text)' does not say how long \(limit == .shortlyBefore ? "before" : "after")",
                    expectation: "a limit such as 'before 8 October 2024', or 'about 8 October 2024'")
            }
            let range =
                limit == .shortlyBefore
                ? minutes.lowerBound - 60...minutes.lowerBound - 1 : minutes.upperBound...minutes.upperBound + 60
            return WordsTime(minutes: range, zone: time.zone)
        }
    }

    private func aim(of limit: WordsLimit) -> WordsAim {
        switch limit {
        case .since, .asOf: return .past
        case _ where aim == .ahead || aim == .past: return aim
        case .by, .until: return .deadline
        default: return .limit
        }
    }

    /// Midnight before which something happens ends the day, and that since which it does begins it.
    private func midnight(_ part: WordsPart, _ limit: WordsLimit) -> WordsPart {
        guard case .either(let parts) = part, parts.count == 2, case .clock(let first, let day) = parts[0],
            case .clock(let last, _) = parts[1], first.minutes == 0...0, last.minutes == 1440...1440
        else { return part }
        switch limit {
        case .shortlyBefore, .before: return parts[1]
        case .by, .until:
            var end = WordsClock(minute: 1439)
            end.zone = last.zone
            return .clock(end, day)
        case .since, .shortlyAfter: return parts[0]
        default: return part
        }
    }

    /// What limits: of the start and the end of a period its first and last day, else the whole of a time.
    ///
    /// A boundary is a day that may still be meant itself.
    private func edge(of part: WordsPart, _ limit: WordsLimit, _ aim: WordsAim) throws(WordsProblem)
        -> (time: WordsTime, isBoundary: Bool)
    {
        let portion: WordsPortion?
        let inner: WordsPart
        switch part {
        case .portion(let said, let whole): (portion, inner) = (said, whole)
        case .date(var date):
            portion = date.portion
            date.portion = nil
            inner = date.isBare ? part : .date(date)
        default: (portion, inner) = (nil, part)
        }
        guard let portion, [.start, .end, .middle].contains(portion) else {
            return (try time(of: part, aim: aim), false)
        }
        let whole = try time(of: inner, aim: aim)
        let (first, last) = (WordsTime(day: whole.days.lowerBound), WordsTime(day: whole.days.upperBound))
        switch (portion, limit) {
        case (.start, .before): return (WordsTime(day: whole.days.lowerBound - 1), true)
        case (.start, _): return (first, true)
        case (.end, .after): return (WordsTime(day: whole.days.upperBound + 1), true)
        case (.end, .by), (.end, .before), (.end, .until): return (whole.canBeEnd ? whole : last, true)
        case (.end, _): return (last, true)
        case (_, .before), (_, .after):
            let middle = (whole.days.lowerBound + whole.days.upperBound) / 2
            return whole.days.count > 7 ? (WordsTime(day: middle), true) : (try time(of: part, aim: aim), false)
        default: return (try time(of: part, aim: aim), false)
        }
    }

    func end(_ part: WordsPart) throws(WordsProblem) -> WordsTime {
        let time = try time(of: part, aim: aim)
        guard time.canBeEnd else { throw cannotBeEnd() }
        return time
    }

    /// The minute, day, month or year next to a time.
    private func neighbour(of time: WordsTime, step: Int) -> WordsTime {
        if let minutes = time.minutes {
            // What comes after 18:00 may come in that minute.
            let minute = step < 0 ? minutes.lowerBound - 1 : minutes.upperBound
            return WordsTime(minutes: minute...minute, zone: time.zone)
        }
        let day = Day(number: step < 0 ? time.days.lowerBound - 1 : time.days.upperBound + 1)
        guard case .date = time.form else { return WordsTime(day: day) }
        switch time.precision {
        case .month: return WordsTime(year: day.year, month: day.month)
        case .year: return WordsTime(year: day.year)
        default: return WordsTime(day: day)
        }
    }

    func cannotBeEnd() -> WordsProblem {
        .wrong("'\(text)' puts a range inside a range", expectation: "a range between two dates")
    }
}

extension WordsPart {
    /// Whether it is a weekday without its date.
    fileprivate var isDayOfWeek: Bool {
        if case .date(let date) = self { date.isWeekdayAlone && date.portion == nil } else { false }
    }

    /// Whether it is a time of day.
    fileprivate var isTimeOfDay: Bool {
        switch self {
        case .clock: true
        case .either(let parts): parts.allSatisfy(\.isTimeOfDay)
        default: false
        }
    }
}
