/// What is known: the records of one question, and the header of the session.
///
/// Records live in slots. An id finds its slot in one step, each kind has its records in the order in which they were made,
/// and every record knows who names it, so that nothing is ever searched for.
public struct Session: Sendable {
    typealias Slot = Int32

    private var slots: ContiguousArray<Record?> = []
    /// Whether a slot stands in the order of its kind. It stays there when its record goes, so that the record can come back.
    private var isListed: ContiguousArray<Bool> = []
    private var slotOfIdentifier: [Identifier: Slot] = [:]
    private var orders: [Kind: ContiguousArray<Slot>] = [:]
    private var counts: [Kind: Int] = [:]
    private var referrers = ReferrerIndex()
    private var names = NameIndex()
    private var times = TimeColumn()
    private var given = GivenIdentifiers()

    /// The session's header: its title, the relations that it declares, fields of its own.
    public private(set) var header = Record(.session, .session)

    /// What a state holds beside its records that this version does not know; it is written back.
    var unknownMembers: [JSONMember] = []

    /// Makes an empty session.
    public init() {}

    /// The record of an id; nil where there is none, or it was dropped.
    public subscript(id: Identifier) -> Record? {
        if id == .session { return header }
        guard let slot = slotOfIdentifier[id] else { return nil }
        return slots[Int(slot)]
    }

    /// How many records of a kind there are.
    public func count(of kind: Kind) -> Int { counts[kind, default: 0] }

    /// How many records there are.
    public var count: Int { Kind.listed.reduce(0) { $0 + count(of: $1) } }

    /// Whether nothing is known, not even a title.
    public var isEmpty: Bool { count == 0 && header.entries.isEmpty }

    /// The records of a kind, in the order in which they were made.
    public func records(of kind: Kind) -> some Sequence<Record> {
        orders[kind, default: []].lazy.compactMap { slots[Int($0)] }
    }

    /// The records of a kind whose `when` may lie in a range of seconds since 1970, in the order in which they were made.
    func records(of kind: Kind, within seconds: ClosedRange<Int>) -> some Sequence<Record> {
        orders[kind, default: []].lazy.filter { times.mayOverlap(seconds, at: $0) }.compactMap { slots[Int($0)] }
    }

    /// All records, kind by kind.
    public var records: some Sequence<Record> {
        Kind.listed.lazy.flatMap { records(of: $0) }
    }

    /// The records that name this one in any field, in the order in which they were made.
    public func referrers(of id: Identifier) -> [Record] {
        referrers[id].compactMap { slots[Int($0)] }
    }

    /// The links that begin or end at a record.
    public func links(of id: Identifier) -> [Record] {
        referrers(of: id).filter { record in
            record.kind == .link && (record.references(.from).contains(id) || record.references(.to).contains(id))
        }
    }

    /// The entities that go by a name, an alias or an id, without regard to case and width.
    public func entities(named name: String) -> [Identifier] {
        names[name].compactMap { slots[Int($0)]?.id }
    }

    /// The relations that ship and those that the session declares.
    public var relations: [Relation] {
        Relation.shipped
            + header[.relation].compactMap { value in
                if case .declaration(let declaration) = value { return declaration.relation }
                return nil
            }
    }

    /// Whether an id was ever given, also where its record was dropped or undone.
    public func wasGiven(_ id: Identifier) -> Bool {
        id == .session || slotOfIdentifier[id] != nil || given.contains(id)
    }

    /// The next id of a kind: one more than the highest ever given.
    public func nextIdentifier(_ kind: Kind) -> Identifier { given.next(kind) }

    /// Where a record stands among those of its kind: after which one, some of them left out.
    func place(of id: Identifier, without gone: Set<Identifier> = []) -> Change.Place {
        guard let slot = slotOfIdentifier[id], let record = slots[Int(slot)], let order = orders[record.kind],
            var index = order.firstIndex(of: slot)
        else { return .last }
        while index > order.startIndex {
            index -= 1
            if let before = slots[Int(order[index])], !gone.contains(before.id) { return .after(before.id) }
        }
        return .first
    }

    /// The ids that were given and do not stand, so that they can be kept from being given again.
    var retired: GivenIdentifiers {
        var retired = given
        retired.named = retired.named.filter { self[$0] == nil }
        return retired
    }

    /// Takes over the ids that were given before.
    mutating func retire(_ retired: GivenIdentifiers) { given.formUnion(retired) }

    /// Carries out a change. This is the only way in which a session changes.
    public mutating func apply(_ change: Change) {
        guard let id = change.id else { return }
        if id == .session {
            header = change.new ?? Record(.session, .session)
            return
        }
        given.insert(id)
        let slot = slot(for: id)
        if let old = slots[Int(slot)] { detach(old, from: slot) }
        slots[Int(slot)] = change.new
        if let new = change.new { attach(new, to: slot, at: change.place) }
    }

    private mutating func slot(for id: Identifier) -> Slot {
        if let slot = slotOfIdentifier[id] { return slot }
        let slot = Slot(slots.count)
        slots.append(nil)
        isListed.append(false)
        times.addSlot()
        slotOfIdentifier[id] = slot
        return slot
    }

    private mutating func detach(_ record: Record, from slot: Slot) {
        counts[record.kind, default: 0] -= 1
        for mention in record.mentions { referrers.remove(slot, from: mention) }
        if record.kind == .entity { names.remove(record, slot) }
    }

    private mutating func attach(_ record: Record, to slot: Slot, at place: Change.Place) {
        counts[record.kind, default: 0] += 1
        for mention in record.mentions { referrers.insert(slot, to: mention) }
        if record.kind == .entity { names.insert(record, slot) }
        times.set(record.when(.when), at: slot)
        if isListed[Int(slot)] { return }
        isListed[Int(slot)] = true
        let index: Int?
        switch place {
        case .last: index = nil
        case .first: index = 0
        case .after(let id):
            let before = slotOfIdentifier[id]
            index = orders[record.kind]?.firstIndex { $0 == before }.map { $0 + 1 }
        }
        if let index {
            orders[record.kind, default: []].insert(slot, at: index)
        } else {
            orders[record.kind, default: []].append(slot)
        }
    }
}
