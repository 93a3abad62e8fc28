/// Reads the year of a date in all its forms: `1985`, `-0044`, `19XX`, `1950S2`, `Y170002`, `Y-17E7`, `Y3388E2S3`.
struct EDTFYearReader {
    var reader: EDTFDateReader
    /// The level of the form that was read.
    private(set) var level = 0
    /// Whether the form admits no month after it.
    private(set) var isYearOnly = false

    init(reader: EDTFDateReader) { self.reader = reader }

    mutating func year() throws(EDTFFault) -> EDTFYear {
        let start = reader.position
        let isLong = reader.skip("Y")
        let isNegative = reader.skip("-")
        if isNegative { level = 1 }
        return isLong ? try longYear(start: start, isNegative: isNegative) : try fourDigits(start, isNegative)
    }

    private mutating func fourDigits(_ start: Int, _ isNegative: Bool) throws(EDTFFault) -> EDTFYear {
        let first = reader.position
        var digits = SIMD4<Int8>(repeating: 0)
        var count = 0
        while let next = reader.next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= next || next == UInt8(ascii: "X") {
            if count < 4 { digits[count] = next == UInt8(ascii: "X") ? EDTFYear.unspecified : Int8(next) - 48 }
            count += 1
            reader.position += 1
        }
        guard count == 4 else { throw wrongCount(count, start: start, first: first) }
        guard let year = EDTFYear(digits: digits, isNegative: isNegative) else {
            throw EDTFFault(
                "the year 0 is written 0000; there is no year -0000", range: start..<reader.position,
                replacement: "0000")
        }
        guard let significant = try significantDigits(of: 4) else { return year }
        guard year.digits == nil else {
            throw EDTFFault(
                "a year with unspecified digits cannot have significant ones", range: start..<reader.position,
                replacement: reader.text(start..<start + 4))
        }
        return rounded(year.stated, significant: significant, digits: 4)
    }

    private mutating func longYear(start: Int, isNegative: Bool) throws(EDTFFault) -> EDTFYear {
        isYearOnly = true
        level = max(level, 1)
        let first = reader.position
        let tooFar = "a year must be from -99,999,999,999 to 99,999,999,999"
        guard var magnitude = number() else { throw EDTFFault(tooFar, range: start..<reader.position) }
        let count = reader.position - first
        guard count > 0 else {
            throw EDTFFault(
                "the year after 'Y' is missing", expectation: "a year of more than four digits, such as Y17000",
                range: start..<min(first + 1, reader.region.upperBound))
        }
        let isPadded = reader.bytes[first] == UInt8(ascii: "0")
        var digits = count
        if reader.skip("E") {
            level = 2
            let place = reader.position
            guard let exponent = number(), exponent <= 99_999_999_999 else {
                throw EDTFFault(tooFar, range: start..<reader.position)
            }
            guard exponent > 0, !isPadded else {
                throw EDTFFault(
                    "a year with 'E' must be a whole number times a power of ten", expectation: "a year such as Y17E7",
                    range: start..<max(reader.position, min(place + 1, reader.region.upperBound)))
            }
            for _ in 0..<min(exponent, 12) where magnitude <= Day.years.upperBound { magnitude *= 10 }
            digits += min(exponent, 12)
        } else if isPadded || count < 5 {
            let text = reader.text(first..<reader.position)
            let kept = String(text.drop { $0 == "0" })
            let padded = String(repeating: "0", count: max(0, 4 - kept.count)) + kept
            throw EDTFFault(
                "'Y' is allowed only before a year of more than four digits", range: start..<reader.position,
                replacement: kept.count > 4 ? "Y" + (isNegative ? "-" : "") + kept : (isNegative ? "-" : "") + padded)
        }
        guard magnitude <= Day.years.upperBound else { throw EDTFFault(tooFar, range: start..<reader.position) }
        let value = isNegative ? -magnitude : magnitude
        guard let significant = try significantDigits(of: digits) else { return EDTFYear(value) }
        return rounded(value, significant: significant, digits: digits)
    }

    /// Reads `S` and a number of significant digits (EDTF level 2, significant digits).
    private mutating func significantDigits(of count: Int) throws(EDTFFault) -> Int? {
        let start = reader.position
        guard reader.skip("S") else { return nil }
        level = 2
        isYearOnly = true
        guard let significant = number(), 1...count ~= significant else {
            throw EDTFFault(
                "a year of \(count) digits can have 1 to \(count) significant digits", range: start..<reader.position,
                replacement: "S\(count)")
        }
        return significant
    }

    /// The years that share the significant digits of a year.
    private func rounded(_ value: Int, significant: Int, digits: Int) -> EDTFYear {
        let step = (0..<(digits - significant)).reduce(1) { step, _ in step * 10 }
        let lowest = abs(value) / step * step
        let highest = min(lowest + step - 1, Day.years.upperBound)
        var year = EDTFYear(value)
        year.bounds = value < 0 ? -highest...(-lowest) : lowest...highest
        year.significantDigits = significant
        return year
    }

    /// Reads the digits that follow as a number; nil where it has more than 17 of them, none is 0 with no step.
    private mutating func number() -> Int? {
        let start = reader.position
        var value = 0
        while let next = reader.next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= next {
            if reader.position - start < 17 { value = value * 10 + Int(next) - 48 }
            reader.position += 1
        }
        return reader.position - start > 17 ? nil : value
    }

    private func wrongCount(_ count: Int, start: Int, first: Int) -> EDTFFault {
        let found = reader.text(first..<reader.position)
        let sign = reader.text(start..<first)
        if count == 0 {
            let rest = reader.text(reader.position..<reader.region.upperBound)
            return EDTFFault(
                rest.isEmpty ? "the year is missing" : "unexpected '\(rest)' in place of a year",
                expectation: EDTFReader.expectation, range: start..<reader.region.upperBound)
        }
        let isNumber = !found.contains("X")
        let longer = isNumber && count > 4 ? "Y" + sign + found : nil
        let shorter = isNumber && count == 3 && start == first ? "0" + found : nil
        return EDTFFault(
            "a year must have four digits", expectation: "a year such as 2024, 0044 or, with more digits, Y12024",
            range: start..<reader.position, replacement: longer ?? shorter)
    }
}
