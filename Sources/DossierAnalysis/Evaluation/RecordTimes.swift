import DossierModel
import DossierTime

/// When records were made and last changed, as the log says: RFC 3339, UTC, whole seconds. Never what the clock says, so that
/// the same state and log give the same times.
package struct RecordTimes: Sendable {
    private var times: [Identifier: (created: String, modified: String)] = [:]
    /// The time of records of which the log knows nothing.
    private let standard: String
    /// What the time of those is taken from; nil where the log knows all.
    package private(set) var basis: Basis?

    /// What stands for a time that the log does not know.
    package enum Basis: Sendable {
        /// The newest time at which a source was published.
        case published
        /// No time at all: 1970-01-01.
        case epoch
    }

    /// Reads the times of the records of a session.
    package init(of session: Session, log entries: [LogEntry]) {
        for entry in entries {
            switch entry.action {
            case .command(_, let changes), .undo(_, let changes), .redo(_, let changes):
                times.note(changes, at: entry.at)
            case .outside(let change): times.note(change.changes, at: entry.at)
            case .begin, .end, .saved, .base: break
            }
        }
        let published = session.records(of: .source).compactMap { source -> String? in
            guard let day = source.when(.published)?.latestDay ?? source.when(.published)?.earliestDay else {
                return nil
            }
            return day.utf8.count == 10 && day.utf8.first != UInt8(ascii: "-") ? day : nil
        }
        let newest = published.max()
        standard = (newest ?? "1970-01-01") + "T00:00:00Z"
        if session.records.contains(where: { times[$0.id] == nil }) { basis = newest == nil ? .epoch : .published }
    }

    /// When a record was made.
    package func created(_ id: Identifier) -> String { times[id]?.created ?? standard }

    /// When a record was last changed.
    package func modified(_ id: Identifier) -> String { times[id]?.modified ?? standard }

    /// The newest time of all.
    package var newest: String { times.values.map(\.modified).max() ?? standard }
}

extension [Identifier: (created: String, modified: String)] {
    /// Takes the changes of an entry; a record that gets another id keeps the time at which it was made.
    fileprivate mutating func note(_ changes: [Change], at time: String) {
        let dropped = changes.compactMap { $0.new == nil ? $0.id : nil }
        let renamed = changes.first { $0.isRenamed }?.new?.id
        let origin = renamed == nil || dropped.count != 1 ? nil : dropped.first.flatMap { self[$0]?.created }
        for change in changes {
            guard let id = change.id else { continue }
            if change.new == nil {
                self[id] = nil
            } else {
                let created = self[id]?.created ?? (id == renamed ? origin : nil) ?? time
                self[id] = (created, time)
            }
        }
    }
}
