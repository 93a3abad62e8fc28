import DossierLanguage
import DossierModel

/// A record that a judgement rests on, and whether it changed after the judgement was last put down.
package struct JudgementGround {
    package let id: Identifier
    /// What it is to the judgement: its target, what supports it, or the source of the words that it is on.
    package let reason: String
    /// The change since; nil where there is none.
    package let change: Change?

    /// A change since the judgement.
    package struct Change {
        /// The number of the log's last entry that touched the record.
        package let entry: Int
        /// When that was.
        package let at: String
        /// Whether the record is gone.
        package let isDropped: Bool
    }

    /// What each of several judgements rests on; the log is read once.
    ///
    /// - Parameter place: the words that ask, which an error points at.
    /// - Throws: a diagnostic where an entry of the log does not hold.
    package static func of(_ judgements: [Record], in context: Context, at place: Place) throws(Diagnostic)
        -> [[JudgementGround]]
    {
        let grounds = judgements.map { JudgementGround.grounds(of: $0, in: context.session) }
        let history = History(
            of: Set(judgements.map(\.id)).union(grounds.joined().map(\.id)),
            in: judgements.isEmpty ? [] : try context.log.entries(last: nil, at: place))
        return zip(judgements, grounds).map { judgement, grounds in
            grounds.map { ground in
                JudgementGround(
                    id: ground.id, reason: ground.reason,
                    change: history.change(of: ground.id, since: judgement.id, now: context.session[ground.id]))
            }
        }
    }

    /// What a judgement rests on.
    package static func grounds(of judgement: Record, in session: Session) -> [Ground] {
        Ground.of(judgement, in: session).filter { $0.role == .support || $0.role == .source }
    }
}

/// What the log holds of some records.
private struct History {
    private struct Touch {
        let entry: Int
        let at: String
        let old: Record?
    }

    private var touches: [Identifier: [Touch]] = [:]

    init(of ids: Set<Identifier>, in entries: [LogEntry]) {
        for entry in entries {
            for change in entry.changes {
                guard let id = change.id, ids.contains(id) else { continue }
                touches[id, default: []].append(Touch(entry: entry.number, at: entry.at, old: change.old))
            }
        }
    }

    /// What became of a record after a judgement was last put down; nil where it is again what it was.
    func change(of id: Identifier, since judgement: Identifier, now: Record?) -> JudgementGround.Change? {
        let made = touches[judgement]?.last?.entry ?? 0
        let later = (touches[id] ?? []).filter { $0.entry > made }
        guard let first = later.first, let last = later.last, !Record.areAlike(first.old, now) else { return nil }
        return JudgementGround.Change(entry: last.entry, at: last.at, isDropped: now == nil)
    }
}
