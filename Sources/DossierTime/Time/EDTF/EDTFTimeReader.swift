/// Reads the time of day of a date-time (ISO 8601-1:2019, 5.4.2, extended format).
///
/// A time has hours, minutes and seconds (EDTF level 0), or hours and minutes, or decimals of a second (ISO 8601-1 alone);
/// then nothing, `Z`, or an offset from UTC in hours or hours and minutes. A time without an offset is local. There is no
/// hour 24 and no leap second 60: the standard of 2019 has taken the one out, and days are counted with 86,400 seconds.
struct EDTFTimeReader {
    var reader: EDTFDateReader

    /// Reads the time of day and its offset.
    mutating func clock(on date: EDTFDate) throws(EDTFFault) -> EDTFClock {
        let start = reader.position
        guard date.day != nil, !date.hasUnspecifiedDigits, date.qualifier.isEmpty else {
            throw EDTFFault(
                "a time of day must follow a full date without qualifiers",
                expectation: "a date and time such as 2024-10-21T14:30:00Z", range: start..<reader.region.upperBound)
        }
        reader.position += 1
        let hour = try part("hour", 0...23)
        guard reader.skip(":") else {
            throw EDTFFault(
                "a time of day needs hours and minutes", expectation: "a time such as 14:30",
                range: reader.position..<reader.region.upperBound)
        }
        let minute = hour * 3600 + (try part("minute", 0...59)) * 60
        var clock = EDTFClock(seconds: minute...minute + 59)
        if reader.skip(":") {
            let second = minute + (try part("second", 0...59))
            clock.seconds = second...second
            clock.fraction = try fraction()
        }
        clock.offset = try offset()
        if reader.next == UInt8(ascii: "z") {
            let rest = reader.position..<reader.region.upperBound
            throw EDTFFault("unexpected '\(reader.text(rest))' after the time", range: rest, replacement: "Z")
        }
        return clock
    }

    /// The decimals of a second, with their point.
    private mutating func fraction() throws(EDTFFault) -> String {
        let start = reader.position
        if reader.next == UInt8(ascii: ",") {
            let next = start + 1 < reader.region.upperBound ? reader.bytes[start + 1] : 0
            guard 48...57 ~= next else { return "" }
            throw EDTFFault("decimals of a second must follow a point", range: start..<start + 1, replacement: ".")
        }
        guard reader.next == UInt8(ascii: "."), start + 1 < reader.region.upperBound, 48...57 ~= reader.bytes[start + 1]
        else { return "" }
        reader.position += 1
        while let next = reader.next, 48...57 ~= next { reader.position += 1 }
        return reader.text(start..<reader.position)
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
                "the \(name) must have two digits", expectation: "a time such as 14:30:00",
                range: start..<max(reader.position, min(start + 1, reader.region.upperBound)),
                replacement: found.count == 1 ? "0" + reader.text(found) : nil)
        }
        guard limits.contains(value) else {
            throw EDTFFault(
                "there is no \(name) \(reader.text(found))", expectation: "00 to \(limits.upperBound)", range: found)
        }
        return value
    }

    /// The offset from UTC in seconds; nil where there is none.
    private mutating func offset() throws(EDTFFault) -> Int? {
        if reader.skip("Z") { return 0 }
        let start = reader.position
        let isNegative = reader.next == UInt8(ascii: "-")
        guard isNegative || reader.next == UInt8(ascii: "+") else { return nil }
        reader.position += 1
        let hour = try part("offset", 0...14)
        var minute = 0
        if reader.skip(":") {
            minute = try part("minute of the offset", 0...59)
        } else if let next = reader.next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= next {
            let rest = reader.position..<reader.region.upperBound
            throw EDTFFault(
                "the hours and minutes of an offset must be separated by a colon", range: rest,
                replacement: ":" + reader.text(rest))
        }
        let range = start..<reader.position
        let value = hour * 3600 + minute * 60
        if isNegative && value == 0 {
            throw EDTFFault("a zero offset must be written +00:00 or Z", range: range, replacement: "Z")
        }
        guard value <= 14 * 3600 else { throw EDTFFault("an offset cannot exceed 14:00", range: range) }
        return isNegative ? -value : value
    }
}
