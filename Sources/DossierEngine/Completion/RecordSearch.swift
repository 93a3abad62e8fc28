import DossierModel
import DossierText

/// Looks for the records that answer what was typed, those first that fit.
struct RecordSearch {
    let session: Session
    /// What was typed, folded.
    let typed: String
    let fitting: FittingTypes
    /// Records that cannot be meant.
    let gone: Set<Identifier>

    /// Whether records are looked for in which a later word begins so.
    var looksInside = true

    /// How many records are offered at most.
    static let limit = 200

    init(session: Session, typed: String, fitting: FittingTypes = .any, leavingOut gone: Set<Identifier> = []) {
        self.session = session
        self.typed = typed
        self.fitting = fitting
        self.gone = gone
    }

    typealias Found = (record: Record, match: Completer.Candidate.Match)

    /// Those that begin with what was typed; where none does, those with a later word that does.
    func found(_ kinds: [Kind]) -> [Found] {
        let beginning = limited(kinds) { kind in
            let records = session.candidates(of: kind, beginningWith: typed, limit: RecordSearch.limit)
            let isCut = records.count >= RecordSearch.limit && kind == .entity && !fitting.types.isEmpty
            return (isCut ? fittingEntities : []) + records
        } where: {
            $0 != .inside
        }
        if !beginning.isEmpty || typed.utf8.count < 2 || !looksInside { return beginning }
        return limited(kinds, of: { Array(session.records(of: $0, inTitle: typed).prefix(4 * RecordSearch.limit)) }) {
            $0 == .inside
        }
    }

    /// Entities of the types that fit, of each as many as are offered.
    private var fittingEntities: [Record] {
        fitting.types.flatMap { type in
            session.entities(ofType: type.rawValue).lazy.filter { match(of: $0).map { $0 != .inside } ?? false }
                .prefix(RecordSearch.limit)
        }
    }

    private func limited(
        _ kinds: [Kind], of records: (Kind) -> [Record], where isMeant: (Completer.Candidate.Match) -> Bool
    ) -> [Found] {
        var all: [Found] = []
        var seen: Set<Identifier> = []
        for kind in kinds where all.count < RecordSearch.limit {
            var found: [Found] = []
            for record in records(kind) where !gone.contains(record.id) {
                guard let match = match(of: record), isMeant(match), seen.insert(record.id).inserted else { continue }
                found.append((record, match))
                if found.count >= RecordSearch.limit, fitting.types.isEmpty { break }
            }
            all += kind == .entity ? fitting.sorted(found) { $0.record.text(.type) } : found
        }
        return Array(all.prefix(RecordSearch.limit))
    }

    private func match(of record: Record) -> Completer.Candidate.Match? {
        if typed.isEmpty || FoldedText.of(record.id.text).utf8.starts(with: typed.utf8) { return .identifier }
        let names = record.kind == .entity ? record.texts(.name) + record.texts(.alias) : [record.title]
        var match: Completer.Candidate.Match?
        for name in names.map(FoldedText.of) {
            if record.kind == .entity, name.utf8.starts(with: typed.utf8) { return .name }
            if typed.utf8.count > 1, name.split(separator: " ").contains(where: { $0.utf8.starts(with: typed.utf8) }) {
                match = .inside
            }
        }
        return match
    }
}

extension Session {
    /// The entities of a type, in the order in which they were made, each read when it is come to.
    fileprivate func entities(ofType type: String) -> some Sequence<Record> {
        rows(of: .entity, where: .word(.type, .entityType, .equal, type)).lazy.compactMap { record(at: $0.slot) }
    }
}
