/// Who names whom: for each record the slots of the records that name it, in ascending order.
///
/// Records that were put since the state was saved are found by their slots, all others by their ids.
struct ReferrerIndex: Sendable {
    typealias Slots = ContiguousArray<Session.Slot>

    /// The slot before which all are saved ones.
    private let first: Session.Slot
    private var byAddedSlot = ContiguousArray<Slots>()
    private var byIdentifier: [Identifier: Slots] = [:]

    /// Whether some are found by their ids.
    var hasOthers: Bool { !byIdentifier.isEmpty }

    init(after saved: Int) { first = Session.Slot(saved) }

    /// The slots of the records that name one.
    ///
    /// - Parameter target: the slot of the record that is named; nil where it has none.
    func slots(naming id: Identifier, at target: Session.Slot?) -> Slots {
        guard let index = index(of: target) else { return byIdentifier[id] ?? [] }
        return index < byAddedSlot.count ? byAddedSlot[index] : []
    }

    mutating func insert(_ slot: Session.Slot, naming id: Identifier, at target: Session.Slot?) {
        if let target, target >= first {
            insert(slot, at: target)
        } else {
            ReferrerIndex.insert(slot, into: &byIdentifier[id, default: []])
        }
    }

    /// Notes that a record names one that was put since; where that is a saved one it does nothing.
    mutating func insert(_ slot: Session.Slot, at target: Session.Slot) {
        guard let index = index(of: target) else { return }
        while byAddedSlot.count <= index { byAddedSlot.append([]) }
        ReferrerIndex.insert(slot, into: &byAddedSlot[index])
    }

    mutating func remove(_ slot: Session.Slot, naming id: Identifier, at target: Session.Slot?) {
        guard let index = index(of: target) else {
            ReferrerIndex.remove(slot, from: &byIdentifier[id, default: []])
            return
        }
        if index < byAddedSlot.count { ReferrerIndex.remove(slot, from: &byAddedSlot[index]) }
    }

    /// Takes note that an id, which may have been named before, has a slot now.
    mutating func note(_ id: Identifier, at slot: Session.Slot) {
        if byIdentifier.isEmpty { return }
        guard let index = index(of: slot), let known = byIdentifier.removeValue(forKey: id) else { return }
        while byAddedSlot.count <= index { byAddedSlot.append([]) }
        byAddedSlot[index] = known
    }

    /// Takes note that an id, which may still be named, has no slot any more.
    mutating func release(_ id: Identifier, at slot: Session.Slot) {
        guard let index = index(of: slot), index < byAddedSlot.count else { return }
        if !byAddedSlot[index].isEmpty { byIdentifier[id] = byAddedSlot[index] }
        byAddedSlot[index] = []
        while byAddedSlot.last?.isEmpty == true { byAddedSlot.removeLast() }
    }

    private func index(of target: Session.Slot?) -> Int? {
        guard let target, target >= first else { return nil }
        return Int(target - first)
    }

    private static func insert(_ slot: Session.Slot, into list: inout Slots) {
        if let last = list.last, last >= slot {
            list.insert(slot, at: list.partitioningIndex { $0 >= slot })
        } else {
            list.append(slot)
        }
    }

    private static func remove(_ slot: Session.Slot, from list: inout Slots) {
        let position = list.partitioningIndex { $0 >= slot }
        if position < list.count, list[position] == slot { list.remove(at: position) }
    }
}
