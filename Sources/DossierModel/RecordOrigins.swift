/// By which entry of the log each record was first put.
///
/// What was undone frees its ids, so in two copies of a session one id may be that of two records. Where the copies share
/// their log up to the entry that first put a record, it is the same record in both: the hash of that entry, which
/// ``LogChain`` knows, tells. A record that was undone and redone, or dropped and brought back, has the origin that it had.
public struct RecordOrigins: Sendable {
    private var numbers: [Identifier: Int] = [:]

    /// Reads a log from its beginning, or from where it was folded.
    public init(_ log: [LogEntry]) {
        for entry in log {
            guard case .base(let base) = entry.action else { continue }
            // The entries before may have been kept and stand before it.
            for id in base.identifiers { numbers[id] = entry.number }
        }
        for entry in EffectiveCommands(log).entries {
            for change in entry.changes where change.makes { change.id.map { numbers[$0] = entry.number } }
        }
    }

    /// The number of the entry that first put the record of an id, also where the record was dropped since; nil where the id
    /// is free, or the record stood in a state with which the log began.
    public subscript(id: Identifier) -> Int? { numbers[id] }
}

extension LogBase {
    /// The ids of the records that it holds.
    fileprivate var identifiers: [Identifier] {
        Kind.listed.flatMap { kind -> [Identifier] in
            guard case .array(let records)? = state.object?[kind.plural] else { return [] }
            return records.compactMap { record in
                guard case .string(let id)? = record.object?["id"] else { return nil }
                return Identifier(known: id)
            }
        }
    }
}
