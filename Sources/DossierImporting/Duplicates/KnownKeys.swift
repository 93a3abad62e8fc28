import DossierModel

/// The records of a kind by the keys of the rows that they were made of: made once for an import.
package struct KnownKeys {
    private var slots: [String: Session.Slot] = [:]
    /// The keys that records had before, without those that rows of the file have.
    private var missing: [String: Session.Slot] = [:]
    /// The files that records come from whose keys the file has.
    private var deliveries: Set<Identifier> = []

    /// Looks for the keys of all records.
    ///
    /// - Complexity: O(*n*) for the *n* records of the kind.
    package init(_ kind: Kind, in session: Session) {
        let selection = FieldProjection(kind, [RowKey.field])
        for slot in session.slots(of: kind) {
            for key in session.record(at: slot, selection)?.texts(RowKey.field) ?? [] where slots[key] == nil {
                slots[key] = slot
            }
        }
        missing = slots
    }

    /// The slot of the record with a key.
    package subscript(key: String) -> Session.Slot? { slots[key] }

    /// Notes the record of a key.
    package mutating func insert(_ slot: Session.Slot, under key: String) { slots[key] = slot }

    /// Notes that a row has a key, and the files that its record comes from.
    package mutating func meet(_ key: String, _ record: Record?, in session: Session) {
        guard missing.removeValue(forKey: key) != nil, let record else { return }
        for id in record.references(.source) where !deliveries.contains(id) {
            if session[id]?.isImportedFile == true { deliveries.insert(id) }
        }
    }

    /// The records of former deliveries whose keys no row had, in the order in which they were made.
    ///
    /// - Parameters:
    ///   - key: how the keys of the file are made; those that are made otherwise are of other files.
    ///   - isFromFile: whether the file is the source of its records, so that others come from elsewhere.
    func gone(_ key: RowKey, isFromFile: Bool, in session: Session) -> [Identifier] {
        let slots = Set(missing.lazy.filter { key.mayBe($0.key) }.map(\.value)).sorted()
        return slots.compactMap { slot in
            guard let record = session.record(at: slot) else { return nil }
            if isFromFile, deliveries.isDisjoint(with: record.references(.source)) { return nil }
            // One that was merged with another has the keys of both.
            return record.texts(RowKey.field).allSatisfy { missing[$0] != nil } ? record.id : nil
        }
    }
}

extension Record {
    /// Whether it is the source that an imported file became: its digest is kept, and not its text.
    var isImportedFile: Bool { kind == .source && text(.digest) != nil && text(.text) == nil }
}
