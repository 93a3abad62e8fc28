/// A time as other programs write it, as EDTF.
enum CellTime {
    /// The same time as EDTF where it is written in one of these ways, each end of an interval for itself; else the text itself.
    ///
    /// - `20241021`: the basic format of ISO 8601-1:2019, 5.2.2.1, which no year of EDTF is
    /// - `2024-10-21 00:00:00.000`: how databases write a day; another time of day gets the `T` that EDTF asks for
    /// - `2024-10-21/2024-10-21`: an interval from a day to itself
    static func edtf(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let ends = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { end($0) }
        if ends.count == 1 { return ends[0] }
        if ends.count == 2, isDay(ends[0]), ends[0] == ends[1] { return ends[0] }
        return ArraySlice(ends.joined(separator: [UInt8(ascii: "/")]))
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
            return isDay(bytes) ? bytes : written
        }
        if let point = time.firstIndex(of: UInt8(ascii: ".")), time[(point + 1)...].allSatisfy({ $0 == zero }) {
            time = time[..<point]
        }
        if time.elementsEqual(midnight) { return day }
        return day + [UInt8(ascii: "T")] + time
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
