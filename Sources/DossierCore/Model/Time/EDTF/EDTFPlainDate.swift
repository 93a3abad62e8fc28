/// The dates that stand in nearly every record, `2024`, `2024-10` and `2024-10-21`, read without an allocation.
enum EDTFPlainDate {
    /// The numbers of the first and last day of a plain date; nil for any other text, right or wrong.
    static func bounds(_ bytes: borrowing Span<UInt8>) -> ClosedRange<Int>? {
        let count = bytes.count
        guard count == 10 || count == 7 || count == 4 else { return nil }
        guard let century = pair(bytes, 0), let rest = pair(bytes, 2) else { return nil }
        let year = century * 100 + rest
        if count == 4 {
            let first = Day.number(year: year, month: 1, day: 1)
            return first...first + (Day.isLeap(year) ? 365 : 364)
        }
        guard bytes[4] == UInt8(ascii: "-"), let month = pair(bytes, 5), 1...12 ~= month else { return nil }
        let length = Day.count(inMonth: month, ofYear: year)
        if count == 7 {
            let first = Day.number(year: year, month: month, day: 1)
            return first...first + length - 1
        }
        guard bytes[7] == UInt8(ascii: "-"), let day = pair(bytes, 8), day >= 1, day <= length else { return nil }
        let number = Day.number(year: year, month: month, day: day)
        return number...number
    }

    private static func pair(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int? {
        let tens = bytes[start] &- 48
        let ones = bytes[start + 1] &- 48
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
}
