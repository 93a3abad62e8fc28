import DossierModel

/// The records that an earlier import of the same file made, by what its rows gave them: made once for an import.
package struct EarlierRecords {
    private let fields: [FieldName]
    private var records: [Int: [Record]] = [:]

    /// Looks at the records of a kind that come from a source.
    ///
    /// - Parameter keyed: whether those are looked at that have a key.
    /// - Complexity: O(*r*) for the *r* records that name the source.
    package init(_ command: RowCommand, from source: Identifier, keyed: Bool, in session: Session) {
        fields = command.comparedFields
        for slot in session.slotsReferring(to: source) where session.kind(at: slot) == command.kind {
            guard let record = session.record(at: slot), record.references(.source).contains(source) else { continue }
            if keyed || record[RowKey.field].isEmpty { records[hash(record), default: []].append(record) }
        }
    }

    /// The first that holds all that another does; nil where there is none.
    package func first(saying record: Record) -> Identifier? {
        records[hash(record)]?.first { known in says(known, record) }?.id
    }

    /// Looks no more at one of them.
    package mutating func remove(_ id: Identifier, saying record: Record) {
        records[hash(record)]?.removeAll { $0.id == id }
    }

    private func says(_ known: Record, _ record: Record) -> Bool {
        fields.allSatisfy { known[$0] == record[$0] } && record[.tags].allSatisfy(known[.tags].contains)
    }

    private func hash(_ record: Record) -> Int {
        var hasher = Hasher()
        for field in fields { hasher.combine(record[field]) }
        return hasher.finalize()
    }
}

extension RowCommand {
    /// The fields that rows give, other than an id, tags, a key and a source for all.
    var comparedFields: [FieldName] {
        var names: [FieldName] = []
        for assignment in assignments where assignment.definition != nil {
            let name = FieldName(assignment.name)
            if name != .tags, name != RowKey.field, !names.contains(name) { names.append(name) }
        }
        return names
    }
}
