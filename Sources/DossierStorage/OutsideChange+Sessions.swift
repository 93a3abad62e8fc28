import DossierModel

extension OutsideChange {
    /// What leads from one session to another: records that go, then those that come or differ, then what is no record.
    ///
    /// The order of records is not compared.
    init(from before: Session, to after: Session, digest: String) {
        var changes: [Change] = []
        var gone: Set<Identifier> = []
        for record in before.records where after[record.id]?.kind != record.kind {
            changes.append(.drop(record, from: before, after: gone))
            gone.insert(record.id)
        }
        for record in after.records {
            let old = gone.contains(record.id) ? nil : before[record.id]
            if old != record { changes.append(.put(record, was: old)) }
        }
        if after.header != before.header { changes.append(.put(after.header, was: before.header)) }
        self.init(
            digest: digest, changes: changes,
            members: after.unknownMembers == before.unknownMembers ? nil : after.unknownMembers)
    }
}

extension OutsideChange {
    /// How many records it brings, takes and changes: `1 record more, 0 less, 2 otherwise`.
    package var counts: String {
        let records = changes.filter { $0.id != .session }
        let (more, less) = (records.count { $0.old == nil }, records.count { $0.new == nil })
        return
            "\(more) \(more == 1 ? "record" : "records") added, \(less) removed, \(records.count - more - less) changed"
    }
}

extension Session {
    /// Takes over what was changed outside.
    mutating func apply(_ change: OutsideChange) {
        for change in change.changes { apply(change) }
        if let members = change.members { unknownMembers = members }
    }
}
