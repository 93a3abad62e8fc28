import DossierAnalysis
import DossierModel
import DossierStorage

/// Hints beside a reply: a new entity resembles one that is there.
extension Engine {
    /// A hint for each entity that changes make and that resembles one of the session, before they are applied. Scripts
    /// are not hinted at.
    func hints(at changes: [Change]) -> [String] {
        if surroundings.isScript || journal.isInGroup { return [] }
        let made = changes.compactMap { $0.old == nil ? $0.new : nil }.filter { $0.kind == .entity }
        if made.isEmpty || session.count(of: .entity) == 0 { return [] }
        let index = resemblance ?? ResemblanceIndex(session)
        resemblance = index
        return made.compactMap { record in
            index.nearest(to: record, in: session).map { Engine.hint(record, $0) }
        }
    }

    /// Keeps the names of entities that changes make or change; in a script, which may make many, nothing is kept.
    func noteNames(in changes: [Change]) {
        if resemblance == nil { return }
        if journal.isInGroup {
            resemblance = nil
            return
        }
        for change in changes {
            if let record = change.new, record.kind == .entity { resemblance?.insert(record) }
        }
    }

    private static func hint(_ made: Record, _ other: NamedEntity) -> String {
        let name = other.names.first?.text ?? other.id.text
        return "\(made.id) resembles \(other.id) (\(name)); 'merge \(made.id) into \(other.id)' merges them, "
            + "'link \(made.id) different-from \(other.id)' keeps both"
    }
}
