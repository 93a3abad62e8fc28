/// Who names whom: for each id the slots of the records that name it, in ascending order.
struct ReferrerIndex: Sendable {
    private var slots: [Identifier: ContiguousArray<Session.Slot>] = [:]

    subscript(id: Identifier) -> ContiguousArray<Session.Slot> { slots[id, default: []] }

    mutating func insert(_ slot: Session.Slot, to id: Identifier) {
        ReferrerIndex.insert(slot, into: &slots[id, default: []])
    }

    private static func insert(_ slot: Session.Slot, into list: inout ContiguousArray<Session.Slot>) {
        if let last = list.last, last >= slot {
            list.insert(slot, at: position(of: slot, in: list))
        } else {
            list.append(slot)
        }
    }

    mutating func remove(_ slot: Session.Slot, from id: Identifier) {
        guard let list = slots[id] else { return }
        let position = ReferrerIndex.position(of: slot, in: list)
        guard position < list.count, list[position] == slot else { return }
        slots[id]?.remove(at: position)
    }

    private static func position(of slot: Session.Slot, in list: ContiguousArray<Session.Slot>) -> Int {
        guard let last = list.last, last >= slot else { return list.count }
        return list.partitioningIndex { $0 >= slot }
    }
}
