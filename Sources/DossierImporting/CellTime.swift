/// A time as other programs write it, as EDTF.
enum CellTime {
    /// The same time as EDTF where it is written in one of these ways, each end of an interval or a set for itself; else the text
    /// itself.
    ///
    /// - `20241021`: the basic format of ISO 8601-1:2019, 5.2.2.1, which no year of EDTF is
    /// - `2024-10-21 00:00:00.000`: how databases write a day; another time of day gets the `T` that EDTF asks for
    /// - `2024-3-5`: a month or a day of one digit
    /// - `2024-10-21/2024-10-21`, `[2024-10-21..2024-10-21]`: from a day to itself
    static func edtf(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let parts = TimeParts(bytes)
        let ends = parts.ends.map { end($0) }
        return ends.count == 2 && isDay(ends[0]) ? parts.joined(ends) : parts.joinedApart(ends)
    }

    private static func end(_ written: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let bytes = RowCommand.trimmed(written)
        if bytes.count == 8, bytes.allSatisfy(isDigit) {
            let rest = bytes.dropFirst(4)
            return bytes.prefix(4) + [hyphen] + rest.prefix(2) + [hyphen] + rest.dropFirst(2)
        }
        let day = bytes.prefix(10)
        var time = bytes.dropFirst(10)
        guard isDay(day), let mark = time.popFirst(), mark == UInt8(ascii: " ") || mark == UInt8(ascii: "T") else {
            return isDay(bytes) ? bytes : padded(bytes) ?? written
        }
        if let point = time.firstIndex(of: UInt8(ascii: ".")) {
            // Parts of a second that are nothing: a zone may follow them.
            let zone = time[(point + 1)...].drop { $0 == zero }
            if zone.first.map(isDigit) != true { time = time[..<point] + zone }
        }
        if time.elementsEqual(midnight) { return day }
        return day + [UInt8(ascii: "T")] + time
    }

    /// A month, or a day of a month, whose figures have one digit, with zeros before them; nil where it is something else.
    private static func padded(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard bytes.count < 10, bytes.count > 5, bytes[bytes.startIndex + 4] == hyphen else { return nil }
        let parts = bytes.split(separator: hyphen, omittingEmptySubsequences: false)
        let areFigures = parts.allSatisfy { $0.allSatisfy(isDigit) } && parts[0].count == 4
        guard 2...3 ~= parts.count, areFigures, parts.dropFirst().allSatisfy({ 1...2 ~= $0.count }) else { return nil }
        let padded = parts.map { $0.count == 1 ? [zero] + $0 : $0 }
        return ArraySlice(padded.joined(separator: [hyphen]))
    }

    /// Whether it has the form of a day: `2024-10-21`.
    private static func isDay(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 10 else { return false }
        return zip(bytes, 0...).allSatisfy { byte, index in index == 4 || index == 7 ? byte == hyphen : isDigit(byte) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }

    private static let hyphen = UInt8(ascii: "-")
    private static let zero = UInt8(ascii: "0")
    private static let midnight = Array("00:00:00".utf8)
}
