/// Phrases: a doubt, a limit, a range or a list of dates.
extension WordsReader {
    /// A date, or part of it, as it stands in a phrase.
    enum Operand {
        case partial(PartialDate)
        case time(WordsTime)
    }

    mutating func phrase() throws(ValueError) -> WordsTime {
        if let qualifier = acceptQualifier() {
            var time = try phrase()
            time.qualifier.formUnion(qualifier)
            return time
        }
        if accept("between") { return try between() }
        if let time = try limit() { return time }
        if acceptAny("throughout", "all of", "all through", "the whole of", "during all of", "during the whole of") {
            return try throughout()
        }
        if acceptAny("on the night of", "in the night of", "during the night of", "the night of", "night of") {
            return try night()
        }
        return try trailing(list())
    }

    private mutating func acceptQualifier() -> EDTFQualifier? {
        if acceptAny("in or around", "in about", "on or about", "on or around", "some time around", "sometime around") {
            return .approximate
        }
        if acceptAny(
            "at around", "at about", "around", "about", "circa", "c", "ca", "approximately", "approx", "roughly")
        {
            return .approximate
        }
        if acceptAny("possibly", "perhaps", "maybe", "probably", "presumably", "likely", "reportedly", "allegedly") {
            return .uncertain
        }
        return nil
    }

    private mutating func between() throws(ValueError) -> WordsTime {
        let first = try operand()
        guard accept("and") || acceptRangeMark() else { throw unexpected() }
        return try stretch(first, try operand())
    }

    /// A phrase that names one limit: `since`, `until`, `before`, `after`, `by`.
    private mutating func limit() throws(ValueError) -> WordsTime? {
        if accept("from") {
            let first = try operand()
            if acceptRangeMark() { return try span(first, try operand()) }
            let start = try resolve(first)
            _ = acceptAny("onwards", "onward", "forward", "forwards", "on")
            return try opened(start)
        }
        if acceptAny(
            "ever since", "since", "starting on", "starting in", "starting", "beginning on", "beginning in", "as of")
        {
            return try opened(try end())
        }
        if acceptAny("until", "till", "up to", "up until", "through", "ending on", "ending in") {
            let time = try end()
            return WordsTime(
                form: .span(nil, time.endText), days: DayDomain.farPast...time.days.upperBound,
                precision: time.precision)
        }
        if acceptAny(
            "on or before", "in or before", "no later than", "not later than", "not after", "by the end of", "by")
        {
            return upTo(try end())
        }
        if acceptAny("on or after", "in or after", "no earlier than", "not earlier than", "not before") {
            return from(try end())
        }
        if acceptAny("some time before", "sometime before", "before", "prior to", "earlier than") {
            return upTo(neighbour(of: try end(), step: -1))
        }
        if acceptAny("some time after", "sometime after", "after", "later than", "following") {
            return from(neighbour(of: try end(), step: 1))
        }
        return nil
    }

    private mutating func end() throws(ValueError) -> WordsTime {
        let time = try resolve(try operand())
        guard time.canBeEnd else { throw cannotBeEnd() }
        return time
    }

    /// An interval without an end.
    private func opened(_ start: WordsTime) throws(ValueError) -> WordsTime {
        guard start.canBeEnd else { throw cannotBeEnd() }
        return WordsTime(
            form: .span(start.endText, nil), days: start.days.lowerBound...DayDomain.farFuture,
            precision: start.precision)
    }

    private func upTo(_ time: WordsTime) -> WordsTime {
        WordsTime(
            form: .oneFrom(nil, time.lastDate), days: DayDomain.farPast...time.days.upperBound,
            precision: time.precision)
    }

    private func from(_ time: WordsTime) -> WordsTime {
        WordsTime(
            form: .oneFrom(time.firstDate, nil), days: time.days.lowerBound...DayDomain.farFuture,
            precision: time.precision)
    }

    /// The day, month or year next to a time.
    private func neighbour(of time: WordsTime, step: Int) -> WordsTime {
        let day = Day(number: step < 0 ? time.days.lowerBound - 1 : time.days.upperBound + 1)
        guard case .date = time.form else { return WordsTime(day: day) }
        switch time.precision {
        case .month: return WordsTime(year: day.year, month: day.month)
        case .year: return WordsTime(year: day.year)
        default: return WordsTime(day: day)
        }
    }

    /// All days of a time, from the first to the last.
    private mutating func throughout() throws(ValueError) -> WordsTime {
        let time = try end()
        return WordsTime(
            form: .span(Day(number: time.days.lowerBound).description, Day(number: time.days.upperBound).description),
            days: time.days, precision: .day)
    }

    /// A night is in two days: it begins in one and ends in the next.
    private mutating func night() throws(ValueError) -> WordsTime {
        let time = try phrase()
        let days = time.days
        switch days.count {
        case 1: return WordsTime(oneFrom: days.lowerBound, to: days.lowerBound + 1)
        case 2: return WordsTime(oneFrom: days.lowerBound, to: days.upperBound)
        default:
            throw ValueError("'\(text)' does not say which night", expectation: "such as 'the night of 8 October'")
        }
    }

    /// What may follow a date or a list.
    private mutating func trailing(_ time: WordsTime) throws(ValueError) -> WordsTime {
        if acceptAny("or earlier", "or before", "at the latest") { return upTo(time) }
        if acceptAny("or later", "or after", "at the earliest") { return from(time) }
        if acceptAny("onwards", "onward") { return try opened(time) }
        if accept("or so") {
            var time = time
            time.qualifier.formUnion(.approximate)
            return time
        }
        return time
    }

    private mutating func acceptRangeMark() -> Bool {
        if accept(mark: "-") || accept(mark: "/") { return true }
        return acceptAny("to", "until", "till", "through", "thru")
    }

    func cannotBeEnd() -> ValueError {
        ValueError("'\(text)' puts a range into a range", expectation: WordsReader.expectation)
    }
}
