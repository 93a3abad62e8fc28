/// The bounds of every record's `when`, by slot, so that a question about time passes over records that cannot answer.
struct TimeColumn: Sendable {
    private var first: ContiguousArray<Int> = []
    private var last: ContiguousArray<Int> = []

    /// Makes room for one more slot.
    mutating func addSlot() {
        first.append(.max)
        last.append(.min)
    }

    /// Takes the bounds of a record's time; without one it lies nowhere.
    mutating func set(_ when: When?, at slot: Session.Slot) {
        first[Int(slot)] = when.map { $0.secondsRange.lowerBound } ?? .max
        last[Int(slot)] = when.map { $0.secondsRange.upperBound } ?? .min
    }

    /// Whether what stands in a slot may lie in a range of seconds.
    func mayOverlap(_ range: ClosedRange<Int>, at slot: Session.Slot) -> Bool {
        first[Int(slot)] <= range.upperBound && last[Int(slot)] >= range.lowerBound
    }
}

extension When {
    /// The seconds that the time may take up; without a limit where a bound is open or unknown.
    var secondsRange: ClosedRange<Int> {
        let low = firstSecond >= When.open ? Int.min : firstSecond
        let high = lastSecond >= When.open ? Int.max : lastSecond
        return low...max(low, high)
    }
}
