import DossierTime

/// What a number of a cell is, by the format in which it is shown.
enum CellFormat: Sendable, Hashable {
    /// A figure.
    case number
    /// A day or a time, shown to its day, month or year, and with or without a time of day.
    case date(Precision, hasTime: Bool)
    /// A time of day without a day.
    case time
    /// A duration: hours, minutes or seconds that go on counting.
    case duration

    /// To what a day is shown.
    enum Precision: Sendable { case day, month, year }

    /// The format of a number that needs no code (ECMA-376 part 1, 18.8.30).
    init(builtIn number: Int) {
        switch number {
        case 14...16, 27...31, 36, 50...54, 57, 58: self = .date(.day, hasTime: false)
        case 17: self = .date(.month, hasTime: false)
        case 18...21, 32...35, 45, 47, 55, 56: self = .time
        case 22: self = .date(.day, hasTime: true)
        case 46: self = .duration
        default: self = .number
        }
    }

    /// Reads the code of a format, such as `yyyy\-mm\-dd hh:mm`; what is quoted, escaped or in brackets shows no part of a date.
    init(code: String) {
        var letters: [Unicode.Scalar] = []
        var rest = code.unicodeScalars[...]
        var (isElapsed, hasDigits) = (false, false)
        scan: while let scalar = rest.popFirst() {
            switch scalar {
            case ";": break scan
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = String(rest.prefix { $0 != "]" }).lowercased()
                if !inside.isEmpty, Set(inside).isSubset(of: ["h", "m", "s"]) { isElapsed = true }
                rest = rest.drop { $0 != "]" }.dropFirst()
            case "0", "#", "?": hasDigits = true
            default: if scalar.properties.isAlphabetic { letters.append(scalar) }
            }
        }
        let text = String(String.UnicodeScalarView(letters)).lowercased()
        if isElapsed {
            self = .duration
            return
        }
        let shown = text.replacing("ampm", with: "").replacing("am/pm", with: "")
        if text.contains("general") || shown.isEmpty || !Set(shown).isSubset(of: Set("ymdhsebg"))
            || hasDigits && !shown.contains("s")
        {
            self = .number
            return
        }
        let hasTime = shown.contains("h") || shown.contains("s")
        let (hasDay, hasYear) = (shown.contains("d"), shown.contains("y") || shown.contains("e"))
        // An m beside hours or seconds is a minute, unless a day or a year stands there too.
        let hasMonth = shown.contains("m") && (!hasTime || hasDay || hasYear)
        switch (hasDay, hasMonth, hasYear) {
        case (true, _, _): self = .date(.day, hasTime: hasTime)
        case (false, true, _): self = hasTime ? .date(.day, hasTime: true) : .date(.month, hasTime: false)
        case (false, false, true): self = .date(hasTime ? .day : .year, hasTime: hasTime)
        case (false, false, false): self = hasTime ? .time : .number
        }
    }
}

/// The numbers that workbooks have for days: days since the end of 1899, or since the beginning of 1904.
struct DateSystem: Sendable {
    let is1904: Bool

    /// The last day: 31 December 9999.
    private static let last = 2_958_465.0

    /// A number as its format means it; nil where it is no day at all.
    func text(of number: Double, as format: CellFormat) -> String? {
        switch format {
        case .number: return DateSystem.text(of: number)
        case .duration:
            guard abs(number) <= DateSystem.last else { return nil }
            let seconds = Int((abs(number) * 86_400).rounded())
            return (number < 0 ? "-" : "") + "\(Day.padded(seconds / 3600, to: 2)):"
                + DateSystem.clock(seconds, from: 1)
        case .time where number >= 0 && number < 1:
            return DateSystem.clock(Int((number * 86_400).rounded()) % 86_400, from: 0)
        case .time: return moment(number).map { text(of: $0, to: .day) }
        case .date(let precision, let hasTime):
            guard let moment = moment(number) else { return nil }
            // A day that is there although the format hides it is not left out.
            let isFirst = moment.day.day == 1 && moment.second == 0 && !hasTime
            return text(of: moment, to: isFirst && (precision != .year || moment.day.month == 1) ? precision : .day)
        }
    }

    private func moment(_ number: Double) -> Moment? {
        guard number >= 0, number < DateSystem.last + 1 else { return nil }
        let seconds = Int((number * 86_400).rounded())
        var day = seconds / 86_400
        // The first system counts a 29 February 1900, which was not.
        if !is1904, day == 60 { return nil }
        if !is1904, day < 60 { day += 1 }
        let first = is1904 ? Day(year: 1904, month: 1, day: 1) : Day(year: 1899, month: 12, day: 30)
        return first.map { Moment(day: Day(number: $0.number + day), second: seconds % 86_400) }
    }

    private func text(of moment: Moment, to precision: CellFormat.Precision) -> String {
        let day = moment.day.description
        switch precision {
        case .year: return String(day.prefix(4))
        case .month: return String(day.prefix(7))
        case .day: return moment.second == 0 ? day : day + "T" + DateSystem.clock(moment.second, from: 0)
        }
    }

    /// Hours, minutes and seconds, or of them the last.
    private static func clock(_ seconds: Int, from first: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60][first...].map { Day.padded($0, to: 2) }.joined(separator: ":")
    }

    /// A figure in the fewest digits that mean it: a workbook has 40 as `40`, and 0.07 as `7.0000000000000007E-2`.
    static func text(of number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
        return number.description
    }
}
