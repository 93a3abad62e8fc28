import Synchronization

/// What makes a field quick to ask again: in which records each of its distinct values stands, and the values as they are read.
public final class FieldIndex: Sendable {
    /// The values, by number; nil where one is damaged.
    public let values: ContiguousArray<FieldValue?>
    /// Where the records of each value begin in `records`; one more than there are values.
    private let starts: ContiguousArray<Int32>
    private let records: ContiguousArray<Int32>
    private let ranks = Mutex<ContiguousArray<Int32>?>(nil)

    /// More distinct values than these are not worth to be kept beside the bytes.
    static let valueLimit = 1 << 17

    /// Turns a column round.
    init(_ column: FieldColumn) {
        values = ContiguousArray((0..<Int32(column.distinctCount)).map { column.value($0) })
        var starts = ContiguousArray<Int32>(repeating: 0, count: values.count + 1)
        for number in column.numbers { starts[Int(number) + 1] += 1 }
        for number in values.indices { starts[number + 1] += starts[number] }
        var next = starts
        var records = ContiguousArray<Int32>(repeating: 0, count: column.numbers.count)
        for position in column.positions {
            for place in column.range(at: position) {
                let number = Int(column.numbers[place])
                records[Int(next[number])] = position
                next[number] += 1
            }
        }
        self.starts = starts
        self.records = records
    }

    /// The positions of the records in which a value stands, in ascending order.
    public func positions(of number: Int) -> ContiguousArray<Int32>.SubSequence {
        records[Int(starts[number])..<Int(starts[number + 1])]
    }

    /// In how many records a value stands.
    public func count(of number: Int) -> Int { Int(starts[number + 1] - starts[number]) }

    /// Where each record stands in the order of the field, by position from the first of the column on: by the first of
    /// its values that can be read, equal values in one place, -1 without a value.
    ///
    /// - Parameter make: ranks the values; it is asked once, since it alone knows the order.
    public func ranks(
        of column: FieldColumn, _ make: (ContiguousArray<FieldValue?>) -> [Int32]
    ) -> ContiguousArray<Int32> {
        ranks.withLock { ranks in
            if let ranks { return ranks }
            let ranksOfValues = make(values)
            let made = ContiguousArray(
                column.positions.lazy.map { position in
                    for place in column.range(at: position) {
                        let number = Int(column.numbers[place])
                        if self.values[number] != nil { return ranksOfValues[number] }
                    }
                    return -1
                })
            ranks = made
            return made
        }
    }
}
