import DossierLanguage
import DossierTime

/// How precise the times of the rows are, which a column says: `{date_prec}: 1=day,4=month,5=year`.
struct TimePrecision: Sendable {
    let template: CellTemplate
    private let table: CellTable

    /// What a time is precise to.
    enum Unit: String, Sendable, CaseIterable {
        case day, month, year
        /// The day is about right.
        case about

        fileprivate static let list = "day, month, year or about"
    }

    /// Reads what was typed.
    ///
    /// - Throws: a diagnostic where it names no column, or a precision that there is not.
    init(_ value: Token.Value, of columns: Columns) throws(Diagnostic) {
        let text = value.text
        guard let brace = text.lastIndex(of: "}"), let colon = text[brace...].firstIndex(of: ":") else {
            throw value.token.invalid(
                ValueError(
                    "'\(text)' does not say what the cells of a column mean",
                    expectation: "precision=\"{COLUMN}: 1=day,2=month,3=year\""))
        }
        template = try CellTemplate(value, upTo: text[..<colon].utf8.count, of: columns)
        let start = text[...colon].utf8.count
        do throws(ValueError) {
            table = try CellTable(String(text[text.index(after: colon)...]))
            for name in table.all.map({ String(decoding: $0, as: UTF8.self) }) where Unit(rawValue: name) == nil {
                throw ValueError("'\(name)' is not a precision", expectation: Unit.list)
            }
        } catch {
            var error = error
            error.range = error.range.map { $0.lowerBound + start..<$0.upperBound + start }
            throw value.token.invalid(error)
        }
    }

    /// What a cell says; nil where times stay as they are.
    func unit(of cell: ArraySlice<UInt8>) -> Unit? {
        table.value(of: cell).flatMap { Unit(rawValue: String(decoding: $0, as: UTF8.self)) }
    }
}

extension TimePrecision.Unit {
    /// A time that is no more precise than this: each of its dates is shortened, and an interval or a set whose ends are the
    /// same is that date.
    func applied(to time: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if let short = shortened(time) { return short }
        let words = String(decoding: time, as: UTF8.self)
        guard let read = try? When.interpret(words, asOf: nil).text, let short = shortened(Array(read.utf8)[...]) else {
            return time
        }
        return short
    }

    /// The same form with shorter dates; nil where it is not made of days, months and years.
    private func shortened(_ time: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let parts = TimeParts(time)
        var dates: [ArraySlice<UInt8>] = []
        for end in parts.ends {
            if end.isEmpty || end.elementsEqual("..".utf8) {
                dates.append(end)
            } else {
                guard let date = shortened(date: end) else { return nil }
                dates.append(date)
            }
        }
        return parts.joined(dates)
    }

    private func shortened(date: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let count = date.prefix(10).prefix { $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: "-") }.count
        guard [4, 7, 10].contains(count), count == date.count || date.dropFirst(count).first == UInt8(ascii: "T") else {
            return nil
        }
        switch self {
        case .year: return date.prefix(4)
        case .month: return date.prefix(7)
        case .day: return date.prefix(10)
        case .about: return date.prefix(10) + [UInt8(ascii: "~")]
        }
    }
}
