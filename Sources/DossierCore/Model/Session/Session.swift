/// What is known: the records of one question, and the header of the session.
///
/// Records live in slots: those of the saved state as bytes, read when they are asked for, those that were put since as
/// values. An id finds its slot in one step, each kind has its records in the order in which they were made, and every
/// record knows who names it, so that nothing is ever searched for.
public struct Session: Sendable {
    typealias Slot = Int32

    /// The state that the session was opened from; its records have the first slots.
    let saved: SavedRecords?
    /// The saved records that were put anew or dropped since, and what stands in their place.
    private var replaced: [Slot: Record?] = [:]
    /// The records that were put since, in the slots after the saved ones.
    private var added: ContiguousArray<Record?> = []
    /// Whether an added slot stands in the order of its kind. It stays there when its record goes, so that it can come back.
    private var isListed: ContiguousArray<Bool> = []
    private var slotOfAdded: [Identifier: Slot] = [:]
    private var orders: [Kind: SlotOrder] = [:]
    private var counts: [Kind: Int] = [:]
    private var referrers = ReferrerIndex()
    private var names = NameIndex()
    private var given = GivenIdentifiers()

    /// The session's header: its title, the relations that it declares, fields of its own.
    public private(set) var header = Record(.session, .session)

    /// What a state holds beside its records that this version does not know; it is written back.
    var unknownMembers: [JSONMember] = []

    /// Makes an empty session.
    public init() { saved = nil }

    /// Begins with the records of a saved state.
    init(_ saved: SavedRecords) {
        self.saved = saved
        header = saved.header
        unknownMembers = saved.unknownMembers
        for kind in Kind.listed {
            let positions = saved.positions(of: kind)
            orders[kind] = SlotOrder(saved: positions)
            counts[kind] = positions.count
        }
    }

    /// The record of an id; nil where there is none, or it was dropped.
    public subscript(id: Identifier) -> Record? {
        if id == .session { return header }
        return slot(of: id).flatMap { record(at: $0) }
    }

    /// The record in a slot.
    func record(at slot: Slot) -> Record? {
        guard let saved, slot < saved.count else { return added[Int(slot) - (saved?.count ?? 0)] }
        if !replaced.isEmpty, let other = replaced[slot] { return other }
        return saved.record(at: slot)
    }

    /// The id of the record in a slot.
    func identifier(at slot: Slot) -> Identifier? {
        isAsSaved(slot) ? saved?.identifier(of: slot) : record(at: slot)?.id
    }

    /// The bytes of the record in a slot, where the saved state holds it as it is.
    func savedBytes(at slot: Slot) -> UnsafeBufferPointer<UInt8>? {
        guard let saved, isAsSaved(slot) else { return nil }
        return saved.bytes(at: slot)
    }

    /// The kind of the record in a slot.
    func kind(at slot: Slot) -> Kind {
        if let saved, isAsSaved(slot) { return saved.kind(of: slot) }
        return record(at: slot)?.kind ?? .session
    }

    /// The kind of the record of an id, which is not read for it; nil where there is none, or it was dropped.
    func kind(of id: Identifier) -> Kind? {
        if id == .session { return .session }
        guard let slot = slot(of: id) else { return nil }
        if let saved, isAsSaved(slot) { return saved.kind(of: slot) }
        return record(at: slot)?.kind
    }

    /// Whether a record stands in a slot; it is not read for it.
    func isFilled(_ slot: Slot) -> Bool { isAsSaved(slot) || record(at: slot) != nil }

    /// Whether nothing was put or dropped since the state was saved.
    var isUnchanged: Bool { replaced.isEmpty && added.isEmpty }

    /// Whether a slot holds what the saved state holds there.
    func isAsSaved(_ slot: Slot) -> Bool {
        guard let saved, slot < saved.count else { return false }
        return replaced.isEmpty || replaced[slot] == nil
    }

    /// The slots of the records of a kind, in the order in which they were made; some may be empty.
    func slots(of kind: Kind) -> some Sequence<Slot> { order(of: kind).slots }

    /// The order in which the records of a kind were made.
    func order(of kind: Kind) -> SlotOrder { orders[kind] ?? SlotOrder() }

    /// How many slots there are, the empty ones among them: every slot is less.
    var slotCount: Int { (saved?.count ?? 0) + added.count }

    /// The slots among the saved ones that hold another record now, or none.
    var slotsReplaced: some Sequence<Slot> { replaced.keys }

    func slot(of id: Identifier) -> Slot? { slotOfAdded[id] ?? saved?.position(of: id) }

    /// How many records of a kind there are.
    public func count(of kind: Kind) -> Int { counts[kind, default: 0] }

    /// How many records there are.
    public var count: Int { Kind.listed.reduce(0) { $0 + count(of: $1) } }

    /// Whether nothing is known, not even a title.
    public var isEmpty: Bool { count == 0 && header.entries.isEmpty }

    /// The records of a kind, in the order in which they were made.
    public func records(of kind: Kind) -> some Sequence<Record> {
        slots(of: kind).lazy.compactMap { record(at: $0) }
    }

    /// All records, kind by kind.
    public var records: some Sequence<Record> {
        Kind.listed.lazy.flatMap { records(of: $0) }
    }

    /// The records that name this one in any field, in the order in which they were made.
    public func referrers(of id: Identifier) -> [Record] {
        slotsReferring(to: id).compactMap { record(at: $0) }
    }

    /// The slots of the records that name this one.
    func slotsReferring(to id: Identifier) -> [Slot] {
        let own = referrers[id]
        let before = saved?.referrers(of: id).filter { isAsSaved($0) } ?? []
        // Saved records that were put anew stand among the others by their slots.
        return before.isEmpty ? Array(own) : own.isEmpty ? before : (before + own).sorted()
    }

    /// The slots of the records put since the state was saved that name this one, in ascending order.
    func slotsPutReferring(to id: Identifier) -> ContiguousArray<Slot> { referrers[id] }

    /// The links that begin or end at a record.
    public func links(of id: Identifier) -> [Record] {
        slotsReferring(to: id).lazy.filter { kind(at: $0) == .link }.compactMap { record(at: $0) }.filter { link in
            link.references(.from).contains(id) || link.references(.to).contains(id)
        }
    }

    /// The entities that go by a name, an alias or an id, without regard to case and width.
    public func entities(named name: String) -> [Identifier] {
        let before = saved?.entities(named: name).filter { isAsSaved($0) } ?? []
        return (before + names[name]).sorted().compactMap { identifier(at: $0) }
    }

    /// Records of a kind whose id, or of an entity also whose name, begins with a folded text: the saved ones that it finds
    /// in its order of names, and all that were put since, for the caller to look through.
    func candidates(of kind: Kind, beginningWith folded: String, limit: Int) -> [Record] {
        let before = saved?.positions(of: kind, beginningWith: folded, limit: limit).filter { isAsSaved($0) } ?? []
        return (before + slotsPut(of: kind)).compactMap { record(at: $0) }
    }

    /// The slots of the records of a kind that were put since the state was saved.
    func slotsPut(of kind: Kind) -> [Slot] {
        let anew = saved.map { saved in replaced.keys.filter { saved.positions(of: kind).contains($0) }.sorted() } ?? []
        return anew + (orders[kind]?.slots.filter { $0 >= saved?.count ?? 0 } ?? [])
    }

    /// The relations that ship and those that the session declares.
    public var relations: [Relation] {
        let declared = header[.relation]
        if declared.isEmpty { return Relation.shipped }
        return Relation.shipped
            + declared.compactMap { value in
                if case .declaration(let declaration) = value { return declaration.relation }
                return nil
            }
    }

    /// Whether an id was ever given, also where its record was dropped or undone.
    public func wasGiven(_ id: Identifier) -> Bool {
        id == .session || slot(of: id) != nil || given.contains(id)
    }

    /// The highest number ever given to a record of a kind.
    func highestNumber(of kind: Kind) -> Int { given.highest[kind, default: 0] }

    /// The next id of a kind: one more than the highest ever given.
    public func nextIdentifier(_ kind: Kind) -> Identifier { given.next(kind) }

    /// Where a record stands among those of its kind: after which one, some of them left out.
    func place(of id: Identifier, without gone: Set<Identifier> = []) -> Change.Place {
        guard let slot = slot(of: id), let record = record(at: slot), let order = orders[record.kind],
            var index = order.index(of: slot)
        else { return .last }
        while index > 0 {
            index -= 1
            if let before = identifier(at: order[index]), !gone.contains(before) { return .after(before) }
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
        let slot = slot(of: id) ?? makeSlot(for: id)
        if let old = record(at: slot) { detach(old, from: slot) }
        if let saved, slot < saved.count {
            replaced[slot] = .some(change.new)
        } else {
            added[Int(slot) - (saved?.count ?? 0)] = change.new
        }
        if let new = change.new { attach(new, to: slot, at: change.place) }
    }

    /// Leaves a record out of a session that is only looked at: a saved one need not be read for it, as for a change.
    mutating func leaveOut(_ slot: Slot) {
        if let saved, isAsSaved(slot) {
            counts[saved.kind(of: slot), default: 0] -= 1
            replaced[slot] = .some(nil)
        } else if let record = record(at: slot) {
            apply(Change(old: record, new: nil))
        }
    }

    private mutating func makeSlot(for id: Identifier) -> Slot {
        let slot = Slot((saved?.count ?? 0) + added.count)
        added.append(nil)
        isListed.append(false)
        slotOfAdded[id] = slot
        return slot
    }

    private mutating func detach(_ record: Record, from slot: Slot) {
        counts[record.kind, default: 0] -= 1
        if isAsSaved(slot) { return }
        for mention in record.mentions { referrers.remove(slot, from: mention) }
        if record.kind == .entity { names.remove(record, slot) }
    }

    private mutating func attach(_ record: Record, to slot: Slot, at place: Change.Place) {
        counts[record.kind, default: 0] += 1
        for mention in record.mentions { referrers.insert(slot, to: mention) }
        if record.kind == .entity { names.insert(record, slot) }
        let index = Int(slot) - (saved?.count ?? 0)
        if index < 0 || isListed[index] { return }
        isListed[index] = true
        list(slot, of: record.kind, at: place)
    }

    private mutating func list(_ slot: Slot, of kind: Kind, at place: Change.Place) {
        switch place {
        case .last: break
        case .first:
            orders[kind, default: SlotOrder()].insert(slot, at: 0)
            return
        case .after(let id):
            if let before = self.slot(of: id), let index = orders[kind]?.index(of: before) {
                orders[kind]?.insert(slot, at: index + 1)
                return
            }
        }
        orders[kind, default: SlotOrder()].append(slot)
    }
}
