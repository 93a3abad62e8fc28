/// Reads the time of day of a date-time (ISO 8601-1:2019, 5.4.2.1, extended format; EDTF level 0).
///
/// A time has hours, minutes and seconds, then nothing, `Z`, or an offset from UTC in hours or hours and minutes. A
/// time without an offset is taken as UTC. There is no hour 24 and no leap second 60: the standard of 2019 has taken the
/// one out, and days are counted with 86,400 seconds.
struct EDTFTimeReader {
    var reader: EDTFDateReader

    /// Reads the rest of the region, and counts the seconds from 1970-01-01T00:00:00Z.
    mutating func seconds(on date: EDTFDate) throws(EDTFFault) -> Int {
        let start = reader.position
        guard date.day != nil, !date.hasUnspecifiedDigits, date.qualifier.isEmpty else {
            throw EDTFFault(
                "a time of day follows a whole date without qualifiers",
                expectation: "such as 2024-10-21T14:30:00Z", range: start..<reader.region.upperBound)
        }
        reader.position += 1
        let hour = try part("hour", 0...23)
        try colon(start)
        let minute = try part("minute", 0...59)
        try colon(start)
        let second = try part("second", 0...59)
        let offset = try offset()
        if let next = reader.next {
            let rest = reader.position..<reader.region.upperBound
            let isFraction = next == UInt8(ascii: ".") || next == UInt8(ascii: ",")
            throw EDTFFault(
                isFraction ? "EDTF has no fractions of a second" : "unexpected '\(reader.text(rest))' after the time",
                range: rest, replacement: isFraction ? fractionless(rest) : next == UInt8(ascii: "z") ? "Z" : "")
        }
        return date.bounds.lowerBound * Moment.secondsADay + hour * 3600 + minute * 60 + second - offset
    }

    private mutating func part(_ name: String, _ limits: ClosedRange<Int>) throws(EDTFFault) -> Int {
        let start = reader.position
        var value = 0
        while let next = reader.next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= next, reader.position < start + 2 {
            value = value * 10 + Int(next) - 48
            reader.position += 1
        }
        let found = start..<reader.position
        guard found.count == 2 else {
            throw EDTFFault(
                "the \(name) has two digits", expectation: "a time such as 14:30:00",
                range: start..<max(reader.position, min(start + 1, reader.region.upperBound)),
                replacement: found.count == 1 ? "0" + reader.text(found) : nil)
        }
        guard limits.contains(value) else {
            throw EDTFFault(
                "there is no \(name) \(reader.text(found))", expectation: "00 to \(limits.upperBound)", range: found)
        }
        return value
    }

    private mutating func colon(_ start: Int) throws(EDTFFault) {
        if reader.skip(":") { return }
        let rest = reader.position..<reader.region.upperBound
        let read = reader.position - start
        let isShort =
            read == 6 && (rest.isEmpty || [UInt8](arrayLiteral: 43, 45, 90).contains(reader.bytes[rest.lowerBound]))
        throw EDTFFault(
            "a time of day has hours, minutes and seconds", expectation: "a time such as 14:30:00", range: rest,
            replacement: isShort ? ":00" + reader.text(rest) : nil)
    }

    /// The offset from UTC in seconds; 0 where there is none.
    private mutating func offset() throws(EDTFFault) -> Int {
        if reader.skip("Z") { return 0 }
        let start = reader.position
        let isNegative = reader.next == UInt8(ascii: "-")
        guard isNegative || reader.next == UInt8(ascii: "+") else { return 0 }
        reader.position += 1
        let hour = try part("offset", 0...14)
        var minute = 0
        if reader.skip(":") {
            minute = try part("minute of the offset", 0...59)
        } else if let next = reader.next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= next {
            let rest = reader.position..<reader.region.upperBound
            throw EDTFFault(
                "an offset has a colon between hours and minutes", range: rest, replacement: ":" + reader.text(rest))
        }
        let range = start..<reader.position
        let value = hour * 3600 + minute * 60
        if isNegative && value == 0 {
            throw EDTFFault("an offset of nothing is written +00:00 or Z", range: range, replacement: "Z")
        }
        guard value <= 14 * 3600 else { throw EDTFFault("offsets reach to 14:00", range: range) }
        return isNegative ? -value : value
    }

    /// What stays of a rest that begins with a fraction: its offset.
    private func fractionless(_ rest: Range<Int>) -> String {
        let digits = reader.bytes[rest].dropFirst().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return reader.text(digits.endIndex..<rest.upperBound)
    }
}
