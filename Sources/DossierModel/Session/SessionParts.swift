/// What of a session changes.
struct SessionParts: Sendable {
    typealias Slot = Session.Slot

    /// The saved records that were put anew or dropped since, and what stands in their place.
    var replaced: [Slot: Record?] = [:]
    /// The records that were put since, in the slots after the saved ones.
    var added: ContiguousArray<AddedRecord> = []
    /// The bytes of those that stand as in a state.
    var arena = RecordArena()
    /// Where each of those that were put since stands.
    var slotsOfAdded = SlotTable()
    /// The records of each kind, in the order in which they were made.
    var orders = PerKind(repeating: SlotOrder())
    /// How many records of each kind there are.
    var counts = PerKind(repeating: 0)
    var referrers: ReferrerIndex
    var names = NameIndex()
    var given = GivenIdentifiers()
    var header = Record(.session, .session)
    var unknownMembers: [JSONMember] = []

    /// Adds a record that is new in a slot that is new; that it names saved records is for the caller to note.
    mutating func add(_ record: WrittenRecord, at slot: Slot) {
        let place = arena.add(record.bytes)
        added.append(AddedRecord(content: .written(record.kind, place), isListed: true))
        if let name = record.name {
            slotsOfAdded.insert(name, slot)
        } else {
            slotsOfAdded.insert(record.kind, record.number, slot)
            given.take(record.number, of: record.kind)
        }
        if referrers.hasOthers { referrers.note(record.identifier, at: slot) }
        counts[record.kind] += 1
        orders[record.kind].append(slot)
        for mention in record.mentions { referrers.insert(slot, at: mention) }
    }
}

/// A slot after the saved ones.
struct AddedRecord: Sendable {
    var content = Content.none
    /// Whether it stands in the order of its kind. It stays there when its record is dropped, so that it can come back.
    var isListed = false

    /// Whether no record stands in it, or comes back to it.
    var isUnused: Bool { !isListed && kind == nil }

    /// What stands in a slot.
    enum Content: Sendable {
        /// The record was dropped.
        case none
        indirect case value(Record)
        /// It stands in the arena as in a state.
        case written(Kind, RecordArena.Place)
    }

    /// The kind of the record; nil where it was dropped.
    var kind: Kind? {
        switch content {
        case .none: nil
        case .value(let record): record.kind
        case .written(let kind, _): kind
        }
    }
}
