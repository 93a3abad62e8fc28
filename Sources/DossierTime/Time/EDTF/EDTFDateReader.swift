/// Reads one date of EDTF, and the time of day after it, from a region of the bytes.
struct EDTFDateReader {
    let bytes: [UInt8]
    let region: Range<Int>
    var position: Int

    init(bytes: [UInt8], region: Range<Int>) {
        self.bytes = bytes
        self.region = region
        position = region.lowerBound
    }

    /// The next byte of the region.
    var next: UInt8? { position < region.upperBound ? bytes[position] : nil }

    /// Steps over a byte, where it is the next.
    mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard let next, next == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    /// Reads a date, with or without a time of day, that fills the region.
    mutating func wholeDate() throws(EDTFFault) -> EDTFDate {
        var date = try date()
        if next == UInt8(ascii: "T") {
            var reader = EDTFTimeReader(reader: self)
            date.clock = try reader.clock(on: date)
            position = reader.reader.position
            let qualifier = qualifier()
            date.yearQualifier = qualifier
            date.monthQualifier = qualifier
            date.dayQualifier = qualifier
            if !qualifier.isEmpty || date.clock?.isOfEDTF == false { date.level = When.levelOfISO }
        }
        try finish(after: date)
        return date
    }

    private func finish(after date: EDTFDate) throws(EDTFFault) {
        guard let next else { return }
        let rest = position..<region.upperBound
        if EDTFQualifier(byte: next) != nil {
            throw EDTFFault(
                "a part of a date can have only one qualifier; write '%' for '?' and '~' together",
                range: position - 1..<position + 1,
                replacement: "%")
        }
        throw EDTFFault(
            "unexpected '\(String(decoding: bytes[rest], as: UTF8.self))' after the \(date.clock == nil ? "date" : "time")",
            expectation: EDTFReader.expectation, range: rest)
    }

    private mutating func date() throws(EDTFFault) -> EDTFDate {
        let start = position
        var left = qualifier()
        var reader = EDTFYearReader(reader: self)
        var date = EDTFDate(year: try reader.year())
        position = reader.reader.position
        date.level = reader.level
        var right = qualifier()
        date.yearQualifier = left.union(right)
        if !left.isEmpty { date.level = 2 }
        let isYearOnly = reader.isYearOnly

        if next == UInt8(ascii: "-") {
            if isYearOnly {
                throw EDTFFault(
                    "a year with 'Y', 'E' or 'S' cannot have a month", range: position..<region.upperBound,
                    replacement: "")
            }
            if !right.isEmpty { date.level = 2 }
            position += 1
            left = qualifier()
            try readMonth(into: &date)
            right = qualifier()
            date.monthQualifier = left.union(right)
            date.yearQualifier.formUnion(right)
            if !left.isEmpty { date.level = 2 }
        }
        if date.month != nil, next == UInt8(ascii: "-") {
            if !right.isEmpty { date.level = 2 }
            position += 1
            left = qualifier()
            try readDay(into: &date)
            right = qualifier()
            date.dayQualifier = left.union(right)
            date.monthQualifier.formUnion(right)
            date.yearQualifier.formUnion(right)
            if !left.isEmpty { date.level = 2 }
        } else if date.season != nil, next == UInt8(ascii: "-") {
            throw EDTFFault("a season cannot have a day", range: position..<region.upperBound, replacement: "")
        }
        if !right.isEmpty { date.level = max(date.level, 1) }
        date.level = max(date.level, date.unspecifiedLevel)
        guard let bounds = date.findBounds() else { throw noSuchDay(date, start: start) }
        date.bounds = bounds
        return date
    }

    /// Steps over a qualifier.
    private mutating func qualifier() -> EDTFQualifier {
        guard let next, let qualifier = EDTFQualifier(byte: next) else { return [] }
        position += 1
        return qualifier
    }

    private mutating func readMonth(into date: inout EDTFDate) throws(EDTFFault) {
        let range = position..<min(position + 2, region.upperBound)
        let digits = try pair(named: "month", expectation: "a month, 01 to 12, or a season, 21 to 41")
        guard let number = digits.number else {
            guard (1...12).contains(where: digits.contains) else {
                throw EDTFFault("no month fits '\(text(range))'", range: range)
            }
            date.month = digits
            return
        }
        if 1...12 ~= number {
            date.month = digits
        } else if let season = EDTFSeason(code: number) {
            date.season = season
            date.level = max(date.level, number < 25 ? 1 : 2)
            if date.year.digits != nil { date.level = 2 }
        } else {
            throw EDTFFault(
                "there is no month \(text(range))", expectation: "a month, 01 to 12, or a season, 21 to 41",
                range: range, replacement: number == 0 ? "01" : number == 13 ? "12" : nil)
        }
    }

    private mutating func readDay(into date: inout EDTFDate) throws(EDTFFault) {
        let range = position..<min(position + 2, region.upperBound)
        let digits = try pair(named: "day", expectation: "a day, 01 to 31")
        if digits.number == 0 {
            throw EDTFFault("the days of a month begin at 01", range: range, replacement: "01")
        }
        date.day = digits
    }

    /// An error for a date whose day the calendar does not have.
    private func noSuchDay(_ date: EDTFDate, start: Int) -> EDTFFault {
        guard let month = date.month?.number, date.year.digits == nil else {
            return EDTFFault("no day of the calendar fits '\(text(start..<position))'", range: start..<position)
        }
        let count = Day.count(inMonth: month, ofYear: date.year.stated)
        let end = bytes[position - 1] == UInt8(ascii: "X") || 48...57 ~= bytes[position - 1] ? position : position - 1
        return EDTFFault(
            "\(MonthName.all[month - 1]) \(date.year.stated) has \(count) days", range: end - 2..<end,
            replacement: date.day?.number == nil ? nil : String(count))
    }

    /// Reads two digits, each of which may be unspecified.
    private mutating func pair(named name: String, expectation: String) throws(EDTFFault) -> EDTFDigits {
        let start = position
        var tens: Int?
        var ones: Int?
        while let next, position - start < 3 {
            let digit: Int?
            if UInt8(ascii: "0")...UInt8(ascii: "9") ~= next {
                digit = Int(next) - 48
            } else if next == UInt8(ascii: "X") {
                digit = nil
            } else {
                break
            }
            if position == start { tens = digit } else { ones = digit }
            position += 1
        }
        guard position - start == 2 else {
            let found = text(start..<position)
            let isLower = start + 1 < region.upperBound && text(start..<start + 2) == "xx"
            throw EDTFFault(
                found.isEmpty ? "the \(name) is missing" : "a \(name) must have two digits", expectation: expectation,
                range: start..<max(position, isLower ? start + 2 : min(start + 1, region.upperBound)),
                replacement: isLower ? "XX" : position - start == 1 ? "0" + found : nil)
        }
        return EDTFDigits(tens: tens, ones: ones)
    }

    /// The bytes of a range as text, for an error.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension EDTFDate {
    /// The level that its unspecified digits need: level 1 has them only from the right (EDTF level 1, 4).
    fileprivate var unspecifiedLevel: Int {
        guard hasUnspecifiedDigits else { return 0 }
        if let digits = year.digits {
            let isYearAlone = month == nil && season == nil
            let hasTwo = digits[0] != EDTFYear.unspecified && digits[1] != EDTFYear.unspecified
            return isYearAlone && hasTwo && isContiguous ? 1 : 2
        }
        if let month, month.number == nil { return month.isUnspecified && day?.isUnspecified ?? true ? 1 : 2 }
        return day?.isUnspecified ?? true ? 1 : 2
    }
}
