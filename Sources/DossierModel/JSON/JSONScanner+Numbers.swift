extension JSONScanner {
    /// Reads a number (RFC 8259 §6) and returns where its bytes stand.
    public mutating func number() throws(JSONError) -> Range<Int> {
        skipWhiteSpace()
        let start = offset
        var cursor = offset
        if cursor < bytes.count, bytes[cursor] == UInt8(ascii: "-") { cursor += 1 }
        let integerStart = cursor
        try skipDigits(from: &cursor, else: "expected a digit")
        guard bytes[integerStart] != UInt8(ascii: "0") || cursor == integerStart + 1 else {
            throw failure("a number cannot begin with a zero before other digits", at: integerStart)
        }
        if cursor < bytes.count, bytes[cursor] == UInt8(ascii: ".") {
            cursor += 1
            try skipDigits(from: &cursor, else: "expected a digit after the point")
        }
        if cursor < bytes.count, bytes[cursor] | 0x20 == UInt8(ascii: "e") {
            cursor += 1
            if cursor < bytes.count, bytes[cursor] == UInt8(ascii: "+") || bytes[cursor] == UInt8(ascii: "-") {
                cursor += 1
            }
            try skipDigits(from: &cursor, else: "expected a digit in the exponent")
        }
        offset = cursor
        return Range(uncheckedBounds: (start, cursor))
    }

    /// Reads a number that must be a whole one, without fraction and exponent, that fits 64 bits.
    public mutating func integer() throws(JSONError) -> Int {
        let range = try number()
        var value = 0
        let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
        for index in range.dropFirst(isNegative ? 1 : 0) {
            let digit = Int(bytes[index]) - Int(UInt8(ascii: "0"))
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(isNegative ? -digit : digit)
            guard 0...9 ~= digit, !overflow, !carry else {
                throw failure("expected a whole number of at most 64 bits", at: range.lowerBound)
            }
            value = sum
        }
        return value
    }

    @inline(__always)
    private func skipDigits(from cursor: inout Int, else problem: StaticString) throws(JSONError) {
        let start = cursor
        while cursor < bytes.count, bytes[cursor] &- UInt8(ascii: "0") <= 9 { cursor += 1 }
        guard cursor > start else { throw failure("\(problem)", at: cursor) }
    }
}
