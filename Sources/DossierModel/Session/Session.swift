/// The records of one investigation, with the header of the session.
///
/// Records live in slots. Records of the saved state, and those that a script added, stay bytes until they are needed; other
/// records are values. The session finds the slot of an id in one step, lists the records of a kind in the order in which they
/// were made, and knows which records refer to a record.
public struct Session: Sendable {
    /// The number of a record's place in memory, which stays the same while the session lives.
    public typealias Slot = Int32

    /// The state that the session was opened from; its records have the first slots.
    public let saved: SavedRecords?
    /// What changes: behind one reference, since every command is handed the session.
    private var held: CopiedOnWrite<SessionParts>

    private var parts: SessionParts {
        _read { yield held.value }
        _modify { yield &held.value }
    }

    /// The ids that the session does not give.
    public var given: GivenIdentifiers {
        get { parts.given }
        _modify { yield &held.value.given }
    }

    /// The session's header: its title, the relations that it declares, fields of its own.
    public var header: Record { parts.header }

    /// What a state holds beside its records that this version does not know; it is written back.
    public var unknownMembers: [JSONMember] {
        get { parts.unknownMembers }
        set { parts.unknownMembers = newValue }
    }

    /// Makes an empty session.
    public init() {
        saved = nil
        held = CopiedOnWrite(SessionParts(referrers: ReferrerIndex(after: 0)))
    }

    /// Begins with the records of a saved state.
    public init(_ saved: SavedRecords) {
        self.saved = saved
        var parts = SessionParts(referrers: ReferrerIndex(after: saved.count))
        parts.header = saved.header
        parts.unknownMembers = saved.unknownMembers
        for kind in Kind.listed {
            let positions = saved.positions(of: kind)
            parts.orders[kind] = SlotOrder(saved: positions)
            parts.counts[kind] = positions.count
        }
        held = CopiedOnWrite(parts)
    }

    /// The record of an id; nil where there is none, or it was dropped.
    ///
    /// - Complexity: O(1), and the size of the record where it is read from bytes.
    public subscript(id: Identifier) -> Record? {
        if id == .session { return header }
        return slot(of: id).flatMap { record(at: $0) }
    }

    /// The record in a slot.
    ///
    /// - Complexity: O(1), and the size of the record where it is read from bytes.
    public func record(at slot: Slot) -> Record? {
        guard let saved, slot < saved.count else {
            switch parts.added[Int(slot) - savedCount].content {
            case .none: return nil
            case .value(let record): return record
            case .written(let kind, let place):
                return Record(kind, written: parts.arena.bytes(at: place))
            }
        }
        if !parts.replaced.isEmpty, let other = parts.replaced[slot] { return other }
        return saved.record(at: slot)
    }

    /// The id of the record in a slot.
    ///
    /// - Complexity: O(1).
    public func identifier(at slot: Slot) -> Identifier? {
        if isAsSaved(slot) { return saved?.identifier(of: slot) }
        if let written = writtenBytes(at: slot) { return Record.identifier(written: written) }
        return record(at: slot)?.id
    }

    /// The bytes of the record in a slot as it stands in a state, where it is held in that form.
    ///
    /// - Complexity: O(1).
    public func bytes(at slot: Slot) -> UnsafeBufferPointer<UInt8>? {
        if let saved, isAsSaved(slot) { return saved.bytes(at: slot) }
        return writtenBytes(at: slot)
    }

    /// Where saved records that follow each other stand in the saved state, with what is between them; nil where there are
    /// none.
    ///
    /// - Complexity: O(1).
    public func savedBytes(of slots: Range<Slot>) -> (bytes: StateBytes, range: Range<Int>)? {
        guard let saved, let first = slots.first, let last = slots.last else { return nil }
        return (saved.bytes, saved.range(of: first).lowerBound..<saved.range(of: last).upperBound)
    }

    /// The bytes of the record in a slot that a script added, where it stands there as in a state.
    ///
    /// - Complexity: O(1).
    public func writtenBytes(at slot: Slot) -> UnsafeBufferPointer<UInt8>? {
        guard slot >= savedCount, case .written(_, let place) = parts.added[Int(slot) - savedCount].content else {
            return nil
        }
        return parts.arena.bytes(at: place)
    }

    /// The kind of the record in a slot.
    ///
    /// - Complexity: O(1).
    public func kind(at slot: Slot) -> Kind {
        currentKind(at: slot) ?? .session
    }

    /// The kind of the record in a slot; nil where none stands there.
    private func currentKind(at slot: Slot) -> Kind? {
        guard let saved, slot < saved.count else { return parts.added[Int(slot) - savedCount].kind }
        return isAsSaved(slot) ? saved.kind(of: slot) : record(at: slot)?.kind
    }

    /// The kind of the record of an id, which is not read for it; nil where there is none, or it was dropped.
    ///
    /// - Complexity: O(1).
    public func kind(of id: Identifier) -> Kind? {
        if id == .session { return .session }
        return slot(of: id).flatMap { currentKind(at: $0) }
    }

    /// Whether a record stands in a slot; it is not read for it.
    ///
    /// - Complexity: O(1).
    public func isFilled(_ slot: Slot) -> Bool { currentKind(at: slot) != nil }

    /// Whether nothing was put or dropped since the state was saved.
    ///
    /// - Complexity: O(1).
    public var isUnchanged: Bool { parts.replaced.isEmpty && parts.added.isEmpty }

    /// Whether a slot holds what the saved state holds there.
    ///
    /// - Complexity: O(1).
    public func isAsSaved(_ slot: Slot) -> Bool {
        guard let saved, slot < saved.count else { return false }
        return parts.replaced.isEmpty || parts.replaced[slot] == nil
    }

    /// The slots of the records of a kind, in the order in which they were made; some may be empty.
    ///
    /// - Complexity: O(1) to ask, O(*n*) to walk through the *n* records of the kind.
    public func slots(of kind: Kind) -> some Sequence<Slot> { order(of: kind).slots }

    /// The order in which the records of a kind were made.
    ///
    /// - Complexity: O(1).
    public func order(of kind: Kind) -> SlotOrder { parts.orders[kind] }

    /// How many slots there are, the empty ones among them: every slot is less.
    ///
    /// - Complexity: O(1).
    public var slotCount: Int { savedCount + parts.added.count }

    /// How many slots hold what was put or dropped since the state was saved.
    ///
    /// - Complexity: O(1).
    public var countOfPut: Int { parts.replaced.count + parts.added.count }

    private var savedCount: Int { saved?.count ?? 0 }

    /// The slots among the saved ones that hold another record now, or none.
    public var slotsReplaced: some Collection<Slot> { parts.replaced.keys }

    /// The saved records that name one whose id is that of another record now, in a slot of its own: its making was undone.
    ///
    /// - Complexity: O(*p* + *r*) for *p* saved records put anew and *r* that name a dropped one.
    public var slotsNamingLeft: Set<Slot> {
        guard let saved else { return [] }
        let left = parts.replaced.lazy.filter { $0.value == nil }.map { saved.identifier(of: $0.key) }
        return left.reduce(into: []) { naming, id in
            if parts.slotsOfAdded[id] != nil { naming.formUnion(saved.referrers(of: id)) }
        }
    }

    /// The slot of an id whose bytes stand somewhere in memory, and the kind of the record that stands there.
    ///
    /// - Complexity: O(1).
    public func standing(_ id: UnsafeBufferPointer<UInt8>) -> (slot: Slot, kind: Kind)? {
        guard
            let slot = parts.slotsOfAdded[id]
                ?? saved?.position(of: Identifier(known: String(decoding: id, as: UTF8.self))),
            let kind = currentKind(at: slot)
        else { return nil }
        return (slot, kind)
    }

    /// The slot of an id; nil where no record has it.
    ///
    /// - Complexity: O(1).
    public func slot(of id: Identifier) -> Slot? { parts.slotsOfAdded[id] ?? saved?.position(of: id) }

    /// How many records of a kind there are.
    ///
    /// - Complexity: O(1).
    public func count(of kind: Kind) -> Int { parts.counts[kind] }

    /// How many records there are.
    ///
    /// - Complexity: O(1): there are six kinds.
    public var count: Int { Kind.listed.reduce(0) { $0 + count(of: $1) } }

    /// Whether nothing is known, not even a title.
    ///
    /// - Complexity: O(1).
    public var isEmpty: Bool { count == 0 && header.entries.isEmpty }

    /// The slots of the records put since the state was saved that name this one, in ascending order.
    ///
    /// - Complexity: O(1).
    public func slotsPutReferring(to id: Identifier) -> ContiguousArray<Slot> {
        parts.referrers.slots(naming: id, at: slot(of: id))
    }

    /// The slots of the records of a kind that were put since the state was saved.
    ///
    /// - Complexity: O(*n*) for the *n* records of the kind.
    public func slotsPut(of kind: Kind) -> [Slot] {
        let anew =
            saved.map { saved in parts.replaced.keys.filter { saved.positions(of: kind).contains($0) }.sorted() } ?? []
        return anew + parts.orders[kind].slots.filter { $0 >= savedCount }
    }

    /// Where a record stands among those of its kind: after which one, some of them left out.
    ///
    /// - Complexity: O(*n*) for the *n* records of the kind, since its place is searched for.
    public func place(of id: Identifier, without gone: Set<Identifier> = []) -> Change.Place {
        guard let slot = slot(of: id), let record = record(at: slot),
            var index = parts.orders[record.kind].index(of: slot)
        else { return .last }
        let order = parts.orders[record.kind]
        while index > 0 {
            index -= 1
            if let before = identifier(at: order[index]), !gone.contains(before) { return .after(before) }
        }
        return .first
    }

    /// Carries out a change. This is the only way in which a session changes.
    ///
    /// - Complexity: O(*m* log *r*) for a record that names *m* others, each named by *r*; O(*n*) for the *n* records of its kind
    ///   where it gets a place before the last.
    public mutating func apply(_ change: Change) {
        guard let id = change.id else { return }
        if id == .session {
            parts.header = change.new ?? Record(.session, .session)
            return
        }
        guard let slot = ownSlot(for: id, change) else {
            noteIdentifier(id, change)
            return
        }
        let oldKind = currentKind(at: slot)
        // Of what the saved state holds, the state itself knows who names whom.
        let old = oldKind == nil || isAsSaved(slot) ? nil : record(at: slot, asToldBy: change)
        let mentionsBefore = old?.mentions ?? []
        if slot < savedCount {
            parts.replaced[slot] = .some(change.new)
        } else {
            parts.added[Int(slot) - savedCount].content = change.new.map { .value($0) } ?? .none
        }
        if let oldKind { parts.counts[oldKind] -= 1 }
        if let old, oldKind == .entity { parts.names.remove(old, slot) }
        let mentions = change.new?.mentions ?? []
        if mentions != mentionsBefore {
            for mention in mentionsBefore where !mentions.contains(mention) {
                parts.referrers.remove(slot, naming: mention, at: self.slot(of: mention))
            }
            for mention in mentions where !mentionsBefore.contains(mention) {
                parts.referrers.insert(slot, naming: mention, at: self.slot(of: mention))
            }
        }
        if let new = change.new { place(new, in: slot, at: change.place) }
        noteIdentifier(id, change)
        if change.frees, let oldKind { release(slot, of: id, oldKind) }
        assert(agrees(with: change), "the indexes do not agree with the change of '\(id)'")
    }

    /// The slots of the entities put since the state was saved that go by a name.
    func slotsPut(named name: String) -> [Slot] { parts.names[name] }

    /// The record in a slot, as the change tells it that takes it away where it would have to be read.
    private func record(at slot: Slot, asToldBy change: Change) -> Record? {
        if let old = change.old, writtenBytes(at: slot) != nil { return old }
        return record(at: slot)
    }

    /// Adds a record that is new and stands there as in a state.
    ///
    /// - Complexity: O(*m*) for a record that names *m* others.
    public mutating func add(_ record: WrittenRecord) {
        let slot = Slot(slotCount)
        held.value.add(record, at: slot)
        for mention in record.mentions where mention < savedCount {
            if let id = identifier(at: mention) { parts.referrers.insert(slot, naming: id, at: mention) }
        }
    }

    /// Puts a record that stands as in a state, and names the same ones, in the place of another such.
    ///
    /// - Complexity: O(*b*) for *b* bytes.
    public mutating func put(_ record: WrittenRecord, at slot: Slot) {
        let place = parts.arena.add(record.bytes)
        parts.added[Int(slot) - savedCount].content = .written(record.kind, place)
    }

    /// The record in a slot with what holds its bytes; nil where it does not stand there as in a state.
    ///
    /// - Complexity: O(1).
    public func written(at slot: Slot) -> AddedRecordBytes? {
        guard slot >= savedCount, case .written(let kind, let place) = parts.added[Int(slot) - savedCount].content
        else {
            return nil
        }
        return AddedRecordBytes(kind: kind, arena: parts.arena, place: place)
    }

    /// Leaves records out of a session that is only looked at: saved ones need not be read for it, as for a change.
    ///
    /// - Complexity: O(*s*) for *s* saved slots; for others as ``apply(_:)``.
    public mutating func leaveOut(_ slots: some Collection<Slot>) {
        parts.replaced.reserveCapacity(parts.replaced.count + slots.count)
        for slot in slots { leaveOut(slot) }
    }

    private mutating func leaveOut(_ slot: Slot) {
        if let saved, isAsSaved(slot) {
            parts.counts[saved.kind(of: slot)] -= 1
            parts.replaced[slot] = .some(nil)
        } else if let record = record(at: slot) {
            // A place, whichever, keeps the slot from being released while others are looked at.
            apply(Change(old: record, new: nil, place: .first))
        }
    }

    /// The slot that a change of an id is about; nil where it takes away what is not there.
    ///
    /// A new record stands after all others, so it gets a new slot, also where another stood under its id.
    private mutating func ownSlot(for id: Identifier, _ change: Change) -> Slot? {
        if let slot = slot(of: id), change.new == nil || !change.isOfFreeIdentifier || isFilled(slot) { return slot }
        if change.new == nil { return nil }
        let slot = Slot(slotCount)
        parts.added.append(AddedRecord())
        parts.slotsOfAdded.insert(id, slot)
        parts.referrers.note(id, at: slot)
        return slot
    }

    /// Forgets the slot of an id that is free again.
    private mutating func release(_ slot: Slot, of id: Identifier, _ kind: Kind) {
        if slot < savedCount { return }
        parts.slotsOfAdded.remove(id)
        parts.referrers.release(id, at: slot)
        if parts.added[Int(slot) - savedCount].isListed { parts.orders[kind].remove(slot) }
        parts.added[Int(slot) - savedCount].isListed = false
        while parts.added.last?.isUnused == true { parts.added.removeLast() }
    }

    private mutating func place(_ record: Record, in slot: Slot, at place: Change.Place) {
        parts.counts[record.kind] += 1
        if record.kind == .entity { parts.names.insert(record, slot) }
        let index = Int(slot) - savedCount
        if index < 0 || parts.added[index].isListed { return }
        parts.added[index].isListed = true
        list(slot, of: record.kind, at: place)
    }

    private mutating func list(_ slot: Slot, of kind: Kind, at place: Change.Place) {
        switch place {
        case .last: break
        case .first:
            parts.orders[kind].insert(slot, at: 0)
            return
        case .after(let id):
            if let before = self.slot(of: id), let index = parts.orders[kind].index(of: before) {
                parts.orders[kind].insert(slot, at: index + 1)
                return
            }
        }
        parts.orders[kind].append(slot)
    }
}
