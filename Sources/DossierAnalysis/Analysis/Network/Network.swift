import DossierModel

/// Who touches whom in a session, as numbers: the same steps in the same order as ``Neighbours`` tells.
///
/// Those by records that stand as they were saved come from ``AdjacencyIndex``, and no record is read for them; those by
/// records that were put since come from the records.
struct Network {
    typealias Slot = Session.Slot
    typealias Step = AdjacencyIndex.Step

    private let session: Session
    private let saved: AdjacencyIndex?
    /// Whether all steps are those of the saved network.
    private let isAllSaved: Bool
    /// The saved records whose steps are not those of the saved network, although they stand as they were saved.
    private let strays: Set<Slot>
    private let allows: (String) -> Bool
    private var labels: [String]
    private var numbers: [String: Int32] = [:]
    /// By the number of a label.
    private var allowed: ContiguousArray<Bool>

    private let savedCount: Slot

    /// How many slots there are; the last one is that of the header.
    let slotCount: Int

    /// Takes up a session.
    ///
    /// - Parameter allows: whether a step of this name may be made.
    init(_ session: Session, allows: @escaping (String) -> Bool = { _ in true }) {
        self.session = session
        self.allows = allows
        saved = session.saved?.network
        strays = saved.map { $0.strays.union(session.slotsNamingLeft) } ?? []
        isAllSaved = session.isUnchanged && strays.isEmpty
        labels = saved?.labels ?? []
        allowed = ContiguousArray(labels.map(allows))
        savedCount = Slot(session.saved?.count ?? 0)
        slotCount = session.slotCount + 1
        if !isAllSaved { for (number, label) in labels.enumerated() { numbers[label] = Int32(number) } }
    }

    /// Whether a step may be made.
    @inline(__always)
    func allows(_ step: Step) -> Bool { allowed[step.label] }

    /// The slot of an id; nil where it has none.
    func slot(of id: Identifier) -> Slot? { id == .session ? header : session.slot(of: id) }

    /// The id of the record in a slot.
    func identifier(at slot: Slot) -> Identifier? { slot == header ? .session : session.identifier(at: slot) }

    /// Whether a record stands in a slot.
    func isFilled(_ slot: Slot) -> Bool { isAllSaved || slot == header || session.isFilled(slot) }

    private var header: Slot { Slot(slotCount - 1) }

    /// A step in words.
    func edge(_ step: Step) -> Neighbours.Edge? {
        guard let other = identifier(at: step.other) else { return nil }
        return Neighbours.Edge(
            id: other, label: labels[step.label], isOutward: step.way.isOutward,
            via: step.way.isLink ? identifier(at: step.owner) : nil)
    }

    /// The steps from a record to others, of which some may not be there any more.
    mutating func steps(from slot: Slot) -> ContiguousArray<Step>.SubSequence {
        let before = saved.flatMap { slot < savedCount ? $0.steps(from: slot) : nil } ?? []
        if isAllSaved { return before }
        guard isFilled(slot), let id = identifier(at: slot) else { return [] }
        var steps = ContiguousArray(before.filter { isSettled($0.owner) })
        let count = steps.count
        if !isSettled(slot), slot != header, let record = session.record(at: slot) {
            add(Neighbours.named(by: record), by: slot, .field, from: slot, to: &steps)
        }
        for owner in owners(naming: id) {
            guard let record = session.record(at: owner) else { continue }
            if let edge = Neighbours.over(record, from: id) {
                add([edge], by: owner, edge.isOutward ? .link : .linkBack, from: slot, to: &steps)
            }
            add(Neighbours.naming(id, record), by: owner, .fieldBack, from: slot, to: &steps)
        }
        return steps.count == count ? steps[...] : Network.inOrder(steps)[...]
    }

    /// Whether the steps by a record are those of the saved network.
    private func isSettled(_ owner: Slot) -> Bool {
        session.isAsSaved(owner) && !strays.contains(owner)
    }

    /// The records that name an id and whose steps are not those of the saved network.
    private func owners(naming id: Identifier) -> [Slot] {
        let put = session.slotsPutReferring(to: id)
        if strays.isEmpty { return Array(put) }
        return session.slotsReferring(to: id).filter { !isSettled($0) }
    }

    private mutating func add(
        _ edges: [Neighbours.Edge], by owner: Slot, _ way: AdjacencyIndex.Way, from slot: Slot,
        to steps: inout ContiguousArray<Step>
    ) {
        for edge in edges {
            guard let other = self.slot(of: edge.id), other != slot else { continue }
            steps.append(Step(to: other, by: owner, way, label: number(of: edge.label)))
        }
    }

    private mutating func number(of label: String) -> Int32 {
        if let number = numbers[label] { return number }
        let number = Int32(labels.count)
        numbers[label] = number
        labels.append(label)
        allowed.append(allows(label))
        return number
    }

    /// Steps by the saved records and by others as they stand among each other; those by one record keep their order.
    private static func inOrder(_ steps: ContiguousArray<Step>) -> ContiguousArray<Step> {
        let order = steps.indices.sorted { left, right in
            (steps[left].way.rank, steps[left].owner, left) < (steps[right].way.rank, steps[right].owner, right)
        }
        return ContiguousArray(order.map { steps[$0] })
    }
}
