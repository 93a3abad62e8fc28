/// The dates that stand in nearly every record, `2024`, `2024-10`, `2024-10-21`, one of them with a doubt behind it, and
/// intervals of them, read without an allocation.
public enum EDTFPlainDate {
    /// The numbers of the first and last day, and what else is known of it; nil for any other text, right or wrong.
    public static func bounds(_ bytes: borrowing Span<UInt8>) -> (days: ClosedRange<Int>, marks: When.Marks)? {
        let count = bytes.count
        guard 1...21 ~= count else { return nil }
        if let days = date(bytes, 0, count) { return (days, .contiguous) }
        if let qualifier = EDTFQualifier(byte: bytes[count - 1]) {
            return date(bytes, 0, count - 1).map { ($0, [.levelOne, .contiguous, When.Marks(qualifier)]) }
        }
        for slash in stride(from: 4, through: 10, by: 3) where slash < count && bytes[slash] == UInt8(ascii: "/") {
            guard let first = date(bytes, 0, slash), let last = date(bytes, slash + 1, count - slash - 1),
                first.lowerBound <= last.upperBound
            else { return nil }
            return (first.lowerBound...last.upperBound, .span)
        }
        return nil
    }

    private static func date(_ bytes: borrowing Span<UInt8>, _ start: Int, _ count: Int) -> ClosedRange<Int>? {
        guard count == 10 || count == 7 || count == 4 else { return nil }
        guard let century = pair(bytes, start), let rest = pair(bytes, start + 2) else { return nil }
        let year = century * 100 + rest
        if count == 4 {
            let first = Day.number(year: year, month: 1, day: 1)
            return first...first + (Day.isLeap(year) ? 365 : 364)
        }
        guard bytes[start + 4] == UInt8(ascii: "-"), let month = pair(bytes, start + 5), 1...12 ~= month else {
            return nil
        }
        let length = Day.count(inMonth: month, ofYear: year)
        if count == 7 {
            let first = Day.number(year: year, month: month, day: 1)
            return first...first + length - 1
        }
        guard bytes[start + 7] == UInt8(ascii: "-"), let day = pair(bytes, start + 8), day >= 1, day <= length else {
            return nil
        }
        let number = Day.number(year: year, month: month, day: day)
        return number...number
    }

    private static func pair(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Int? {
        let tens = bytes[start] &- 48
        let ones = bytes[start + 1] &- 48
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
}
