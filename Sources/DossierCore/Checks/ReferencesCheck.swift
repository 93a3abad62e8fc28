/// Every record that another names is there, and is of a kind that the field may name.
public struct ReferencesCheck: Check {
    /// The rule as data.
    public static let definition = CheckDefinition(
        name: "references", severity: .error, summary: "every record that another names exists and is of the right kind"
    )

    /// Looks every reference up.
    public static func findings(in session: Session) -> [Finding] {
        var findings: [Finding] = []
        for record in session.records {
            for entry in record.entries {
                guard case .values(let values) = entry.content,
                    case .reference(let kinds, _)? = record.kind.definition.field(entry.name)?.type
                else { continue }
                for case .reference(let id) in values {
                    if let other = session[id] {
                        if kinds.contains(other.kind) { continue }
                        findings.append(
                            Finding(
                                record: record.id, text: "\(entry.name) names \(id), which is \(other.kind.withArticle)"
                            ))
                    } else {
                        findings.append(
                            Finding(record: record.id, text: "\(entry.name) names \(id), which is not there"))
                    }
                }
            }
            if record.kind == .link { findings += relation(of: record, in: session) }
        }
        return findings
    }

    private static func relation(of link: Record, in session: Session) -> [Finding] {
        let name = link.text(.relation) ?? ""
        guard let relation = session.relations.first(where: { $0.name == name }) else {
            return [Finding(record: link.id, text: "the relation '\(name)' is not known")]
        }
        guard let from = link.references(.from).first, let to = link.references(.to).first else {
            return [Finding(record: link.id, text: "it has no two ends")]
        }
        guard let start = session[from], let end = session[to] else { return [] }
        if relation.from.contains(start.kind), relation.to.contains(end.kind) { return [] }
        return [
            Finding(
                record: link.id, text: "'\(name)' does not join \(start.kind.withArticle) to \(end.kind.withArticle)")
        ]
    }
}
