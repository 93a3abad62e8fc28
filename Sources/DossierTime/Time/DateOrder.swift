/// In which order a date in figures names its day, its month and its year, where the file that holds it is known to keep one.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
    /// `21/10/2024`
    case dmy
    /// `10/21/2024`
    case mdy
    /// `2024/10/21`
    case ymd

    /// Reads the name of an order.
    ///
    /// - Throws: where there is no such order.
    public init(reading text: String) throws(ValueError) {
        guard let order = DateOrder(rawValue: text) else {
            throw ValueError("'\(text)' is not an order of day, month and year", expectation: "dmy, mdy or ymd")
        }
        self = order
    }

    /// The EDTF of a date in figures, with the time of day behind it if there is one: `7/1/2021 2:30 PM`; nil where the text is
    /// no such date, or is EDTF already. A year of two digits is read as POSIX reads it.
    public func edtf(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        let isMark: (UInt8) -> Bool = { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
        let date = bytes.prefix { isDigit($0) || isMark($0) }
        let parts = date.split(omittingEmptySubsequences: false, whereSeparator: isMark)
        guard parts.count == 3, Set(date.filter(isMark)).count == 1, parts.allSatisfy({ 1...4 ~= $0.count }) else {
            return nil
        }
        let yearIndex = self == .ymd ? 0 : 2
        // What begins with its year is written so in any file.
        if self != .ymd, parts[0].count == 4 { return nil }
        let isDated = parts.indices.allSatisfy { index in
            index == yearIndex ? parts[index].count != 1 && parts[index].count != 3 : parts[index].count <= 2
        }
        guard isDated, let clock = DateOrder.clock(bytes.dropFirst(date.count)) else { return nil }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
        let short = parts[yearIndex].count == 2
        let year = short ? WordsParser.year(ofTwoDigits: numbers[yearIndex]) : numbers[yearIndex]
        let (month, day) =
            switch self {
            case .dmy: (numbers[1], numbers[0])
            case .mdy: (numbers[0], numbers[1])
            case .ymd: (numbers[1], numbers[2])
            }
        let text = Day.padded(year, to: 4) + "-" + Day.padded(month, to: 2) + "-" + Day.padded(day, to: 2)
        return Array(text.utf8) + clock
    }

    /// The time of day behind a date, with the `T` of EDTF: ` 2:30 PM`; empty where nothing is there or midnight is, nil where
    /// it is something else.
    private static func clock(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        guard let mark = bytes.first else { return [] }
        guard mark == UInt8(ascii: " ") || mark == UInt8(ascii: "T") else { return nil }
        let words = bytes.dropFirst().split(separator: UInt8(ascii: " "))
        guard let time = words.first, words.count <= 2 else { return nil }
        let parts = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let isTime = 2...3 ~= parts.count && parts.allSatisfy { 1...2 ~= $0.count && $0.allSatisfy(isDigit) }
        guard isTime else { return nil }
        var numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
        if words.count == 2 {
            let half = String(decoding: words[1], as: UTF8.self).uppercased()
            guard half == "AM" || half == "PM", 1...12 ~= numbers[0] else { return nil }
            numbers[0] = numbers[0] % 12 + (half == "PM" ? 12 : 0)
        }
        if numbers.allSatisfy({ $0 == 0 }) { return [] }
        return Array(("T" + numbers.map { Day.padded($0, to: 2) }.joined(separator: ":")).utf8)
    }
}

private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
