/// Reads EDTF, levels 0, 1 and 2 (ISO 8601-2:2019, Annex A).
public struct EDTFReader {
    private let bytes: [UInt8]

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Takes a text apart.
    ///
    /// - Throws: a `ValueError` with the bytes at fault and, where one is near, the text that would be right.
    static func read(_ text: String) throws(ValueError) -> EDTFExpression {
        let reader = EDTFReader(Array(text.utf8))
        do {
            return try reader.expression()
        } catch {
            throw EDTFMistake.explanation(of: text) ?? reader.valueError(error)
        }
    }

    /// What a text says, where it is EDTF.
    public static func expression(_ text: String) -> EDTFExpression? {
        try? EDTFReader(Array(text.utf8)).expression()
    }

    private func expression() throws(EDTFFault) -> EDTFExpression {
        guard let first = bytes.first, let last = bytes.last else {
            throw EDTFFault("the date is missing", expectation: EDTFReader.expectation, range: 0..<0)
        }
        if let space = bytes.firstIndex(where: EDTFReader.isSpace) {
            let joined = bytes.filter { !EDTFReader.isSpace($0) }
            throw EDTFFault(
                "an EDTF date has no spaces", expectation: EDTFReader.expectation, range: space..<space + 1,
                replacement: EDTFReader.expression(String(decoding: joined, as: UTF8.self)) == nil ? nil : "")
        }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
            let isOne = first == UInt8(ascii: "[")
            guard bytes.count > 1, last == UInt8(ascii: isOne ? "]" : "}") else {
                throw EDTFFault(
                    isOne
                        ? "a set that begins with '[' must end with ']'"
                        : "a set that begins with '{' must end with '}'",
                    range: bytes.count - 1..<bytes.count)
            }
            let members = try EDTFSetReader(bytes: bytes).members(in: 1..<bytes.count - 1)
            return isOne ? .one(of: members) : .every(members)
        }
        if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) { return try interval(slash: slash) }
        var reader = EDTFDateReader(bytes: bytes, region: 0..<bytes.count)
        return .date(try reader.wholeDate())
    }

    private func interval(slash: Int) throws(EDTFFault) -> EDTFExpression {
        if let second = bytes[(slash + 1)...].firstIndex(of: UInt8(ascii: "/")) {
            throw EDTFFault("an interval has only one '/'", range: second..<second + 1)
        }
        let start = try end(in: 0..<slash)
        let end = try end(in: slash + 1..<bytes.count)
        guard start.date != nil || end.date != nil else {
            throw EDTFFault(
                "an interval needs a date at one end at least", expectation: "a date and an open end, such as 1985/..",
                range: 0..<bytes.count)
        }
        if let first = start.date, let last = end.date, first.isAfter(last) {
            let swapped = Array(bytes[(slash + 1)...]) + [UInt8(ascii: "/")] + Array(bytes[..<slash])
            throw EDTFFault(
                "the interval ends before it begins", range: 0..<bytes.count,
                replacement: String(decoding: swapped, as: UTF8.self))
        }
        return .interval(start, end)
    }

    private func end(in region: Range<Int>) throws(EDTFFault) -> EDTFEnd {
        if region.isEmpty { return .unknown }
        if region.count == 2, bytes[region.lowerBound] == UInt8(ascii: "."),
            bytes[region.lowerBound + 1] == UInt8(ascii: ".")
        {
            return .open
        }
        var reader = EDTFDateReader(bytes: bytes, region: region)
        return .date(try reader.wholeDate())
    }

    /// Gives a fault the whole text, and keeps a replacement only where it makes the text right.
    private func valueError(_ fault: EDTFFault) -> ValueError {
        var suggestion: String?
        if let replacement = fault.replacement {
            var right = bytes
            right.replaceSubrange(fault.range, with: replacement.utf8)
            // A space is taken away wherever it stands, as one alone seldom stands in a date.
            if replacement.isEmpty { right.removeAll(where: EDTFReader.isSpace) }
            let text = String(decoding: right, as: UTF8.self)
            if EDTFReader.expression(text) != nil { suggestion = text }
        }
        return ValueError(
            fault.problem, expectation: fault.expectation, suggestion: suggestion,
            range: fault.range == 0..<bytes.count ? nil : fault.range)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || 9...13 ~= byte }

    static let expectation = "an EDTF date, such as 2024-10-21, 2024-10, 2024-06~ or 2024-10-08/2024-10-13"
}
