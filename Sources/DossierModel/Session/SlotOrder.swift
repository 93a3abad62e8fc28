/// The records of a kind in the order in which they were made: those of the saved state as they stand there, then others.
public struct SlotOrder: Sendable {
    /// The saved records, which come first; none where others were put between them.
    public private(set) var saved: Range<Session.Slot>
    /// Those after them.
    public private(set) var added = ContiguousArray<Session.Slot>()

    init(saved: Range<Session.Slot> = 0..<0) { self.saved = saved }

    /// How many slots stand in the order.
    public var count: Int { saved.count + added.count }

    /// The slot at an index.
    public subscript(index: Int) -> Session.Slot {
        index < saved.count ? saved.lowerBound + Session.Slot(index) : added[index - saved.count]
    }

    /// The slots in their order.
    public var slots: some Sequence<Session.Slot> { SlotSequence(saved: saved, added: added) }

    /// The index of a slot.
    func index(of slot: Session.Slot) -> Int? {
        if saved.contains(slot) { return Int(slot - saved.lowerBound) }
        return added.firstIndex(of: slot).map { saved.count + $0 }
    }

    /// Adds a slot after all others.
    mutating func append(_ slot: Session.Slot) { added.append(slot) }

    /// Takes a slot that is no saved one out of the order; the last one at once.
    mutating func remove(_ slot: Session.Slot) {
        if added.last == slot {
            added.removeLast()
        } else if let index = added.lastIndex(of: slot) {
            added.remove(at: index)
        }
    }

    /// Puts a slot at an index. Where that is among the saved ones, these are listed one by one from then on.
    mutating func insert(_ slot: Session.Slot, at index: Int) {
        if index < saved.count {
            added = ContiguousArray(saved) + added
            saved = 0..<0
        }
        added.insert(slot, at: index - saved.count)
    }
}

/// The slots of an order, one after the other.
private struct SlotSequence: Sequence, IteratorProtocol {
    private var upcoming: Session.Slot
    private let end: Session.Slot
    private let added: ContiguousArray<Session.Slot>
    private var index = 0

    init(saved: Range<Session.Slot>, added: ContiguousArray<Session.Slot>) {
        upcoming = saved.lowerBound
        end = saved.upperBound
        self.added = added
    }

    mutating func next() -> Session.Slot? {
        if upcoming < end {
            defer { upcoming += 1 }
            return upcoming
        }
        if index == added.count { return nil }
        defer { index += 1 }
        return added[index]
    }
}
