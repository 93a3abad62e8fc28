/// Finds the days that words mean, as of a day.
struct WordsMeaning {
    let text: String
    /// The day that words such as `yesterday` are read against.
    let asOf: Day?
    /// On which side of that day a date without a year lies, where the words do not say.
    let aim: WordsAim
    /// Which of several readings is taken, counted from 0; nil where several are an error.
    private(set) var choice: Int?

    /// Finds the time that a phrase means.
    ///
    /// - Throws: that words are read against a day and there is none; the readings of what has several.
    static func time(of phrase: WordsPhrase, text: String, asOf: Day?, aim: WordsAim) throws(ValueError) -> WordsTime {
        var meaning = WordsMeaning(text: text, asOf: asOf, aim: aim)
        let count: Int
        do {
            return try meaning.time(of: phrase)
        } catch {
            switch error {
            case .wrong(let error): throw error
            case .noReference: throw noReference(text)
            case .several(let readings): count = readings
            }
        }
        var readings: [WordsTime] = []
        var fault: ValueError?
        for choice in 0..<count {
            meaning.choice = choice
            do {
                let reading = try meaning.time(of: phrase)
                if !readings.contains(reading) { readings.append(reading) }
            } catch {
                switch error {
                case .wrong(let error): fault = fault ?? error
                case .noReference: throw noReference(text)
                case .several: break
                }
            }
        }
        if let only = readings.first, readings.count == 1 { return only }
        if readings.isEmpty, let fault { throw fault }
        let texts = readings.sorted { $0.days.lowerBound < $1.days.lowerBound }.map(\.text)
        throw ValueError(
            "'\(text)' can mean " + texts.joined(separator: " or "),
            expectation: "one of " + texts.joined(separator: ", "))
    }

    private static func noReference(_ text: String) -> ValueError {
        ValueError(
            "'\(text)' is relative to a date, but no date is known",
            expectation: "a date with its year, the published date of the record's source, or as-of=DATE")
    }

    private init(text: String, asOf: Day?, aim: WordsAim) {
        self.text = text
        self.asOf = asOf
        self.aim = aim
    }

    /// The day that the words are read against.
    func reference() throws(WordsProblem) -> Day {
        if let asOf { return asOf }
        throw .noReference
    }

    /// Takes one of several readings, or says that there are several.
    func choose(_ readings: [WordsTime]) throws(WordsProblem) -> WordsTime {
        var distinct: [WordsTime] = []
        for reading in readings where !distinct.contains(reading) { distinct.append(reading) }
        guard let first = distinct.first else {
            throw .wrong("'\(text)' does not give a day", expectation: WordsParser.expectation)
        }
        if distinct.count == 1 { return first }
        guard let choice else { throw .several(distinct.count) }
        return distinct[min(choice, distinct.count - 1)]
    }

    func time(of phrase: WordsPhrase) throws(WordsProblem) -> WordsTime {
        switch phrase {
        case .part(let part): return try time(of: part, aim: aim)
        case .doubt(let qualifier, let inner):
            var time = try time(of: inner)
            time.qualifier.formUnion(qualifier)
            return time
        case .between(let first, let last): return try stretch(first, last)
        case .span(let first, let last): return try span(first, last)
        case .list(let parts, let isEvery): return try list(parts, isEvery: isEvery)
        case .limit(let limit, let part): return try self.limit(limit, part)
        case .throughout(let part):
            let time = try end(part)
            return WordsTime(
                form: .span(
                    Day(number: time.days.lowerBound).description, Day(number: time.days.upperBound).description),
                days: time.days, precision: .day)
        case .night(let inner): return try night(inner)
        case .either(let phrases):
            var readings: [WordsTime] = []
            for phrase in phrases { readings.append(try time(of: phrase)) }
            return try choose(readings)
        }
    }

    /// A night is in two days: it begins in one and ends in the next.
    private func night(_ phrase: WordsPhrase) throws(WordsProblem) -> WordsTime {
        let days = try time(of: phrase).days
        switch days.count {
        case 1: return WordsTime(oneFrom: days.lowerBound, to: days.lowerBound + 1)
        case 2: return WordsTime(oneFrom: days.lowerBound, to: days.upperBound)
        default:
            throw .wrong(
                "'\(text)' does not say which night", expectation: "a day, such as 'the night of 8 October 2024'")
        }
    }

    func time(of part: WordsPart, aim: WordsAim) throws(WordsProblem) -> WordsTime {
        switch part {
        case .date(let date): return try time(of: date, aim: aim)
        case .near(let days): return WordsTime(day: try reference().number + days)
        case .unit(let unit, let step): return try calendarUnit(unit, step)
        case .weekend(let step): return try step == .coming ? comingWeekend() : weekend(aim)
        case .stretch(let first, let last): return try stretch(first, last)
        case .recurring(let kind, let step): return try recurring(kind, step)
        case .within(let date, let unit): return try within(date, unit)
        case .counted(let count, let sign, let base): return try counted(count, sign, base)
        case .neighbour(let unit, let sign, let base): return try neighbour(unit, sign, of: base)
        case .recent(let count, let sign, let isThroughout): return try recent(count, sign, isThroughout)
        case .around(let count, let base):
            let days = try time(of: base, aim: aim).days
            let first = try shifted(Day(number: days.lowerBound), by: -count.halves, halvesOf: count.unit)
            let last = try shifted(Day(number: days.upperBound), by: count.halves, halvesOf: count.unit)
            return WordsTime(oneFrom: first.number, to: last.number)
        case .portion(let portion, let inner): return try self.portion(portion, of: time(of: inner, aim: aim))
        case .piece(let piece, let whole): return try self.piece(piece, of: time(of: whole, aim: aim))
        case .rest(let isEarlier, let inner): return try rest(isEarlier, inner)
        case .years(let first, let count): return WordsTime(yearsFrom: first, count: count)
        case .yearRun(let first, let last): return WordsTime(oneFrom: WordsTime(year: first), to: WordsTime(year: last))
        case .weekAround(let day, let place): return try week(around: day, place)
        case .ending(let count, let day): return try ending(count, day)
        case .week(let number, let year, let weekday): return try week(number, of: year, weekday)
        case .daypart(let kind, let day): return try daypart(kind, of: day, aim)
        case .clock(let clock, let day): return try self.clock(clock, on: day, aim)
        case .either(let parts):
            var readings: [WordsTime] = []
            var fault: WordsProblem?
            for part in parts {
                do { readings.append(try time(of: part, aim: aim)) } catch {
                    // What cannot be decided without a day does not rule the others in.
                    guard case .wrong = error else { throw error }
                    fault = fault ?? error
                }
            }
            if readings.isEmpty, let fault { throw fault }
            return try choose(readings)
        case .refused(let error): throw .wrong(error)
        }
    }
}

/// On which side of the day of publication a date without a year lies, where the words do not say.
public enum WordsAim: Sendable, Hashable {
    /// The nearest.
    case usual
    /// The latest that has begun: `since December`.
    case past
    /// The first that is not over: what is forecast, expected or due.
    case ahead
    /// A limit: weekdays, seasons and the like ahead, months the nearest.
    case limit
    /// As a limit, and where the nearest month is over, that or the next.
    case deadline
}

/// Why no time was found.
enum WordsProblem: Error {
    case wrong(ValueError)
    /// The words are read against a day, and there is none.
    case noReference
    /// There are so many readings.
    case several(Int)

    static func wrong(_ problem: String, expectation: String? = nil) -> WordsProblem {
        .wrong(ValueError(problem, expectation: expectation))
    }
}
