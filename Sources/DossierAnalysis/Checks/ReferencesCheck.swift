import DossierModel

/// Every record that another names is there, and is of a kind that the field may name.
package struct ReferencesCheck: Check {
    private let session: Session
    private let relations: [String: Relation]

    package static let name = "references"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .error, of: Kind.listed, reading: ReferencesCheck.fields,
        "every record that another names exists and is of the right kind",
        example: CheckExample(
            .file([#""events": [{"id": "e1", "title": "Troops arrive", "actor": ["dprk"]}]"#]),
            finds: ["e1  actor names dprk, which does not exist"], remedy: ["set e1 actor="]))

    /// Reads the relations that may be stated.
    package init(_ scope: CheckScope) {
        session = scope.session
        relations = Dictionary(scope.session.relations.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The fields that name others, and what a link says of its ends.
    private static let fields = Set(Kind.listed.flatMap { FieldProjection(naming: $0).names }).union([.relation]).map(
        \.self)

    /// Looks every reference up.
    package mutating func findings(of record: Record) -> [Finding] {
        var findings: [Finding] = []
        for entry in record.entries {
            guard case .values(let values) = entry.content, case .reference? = values.first,
                case .reference(let kinds, _)? = record.kind.definition.field(entry.name)?.type
            else { continue }
            for case .reference(let id) in values {
                guard let kind = session.kind(of: id) else {
                    findings.append(Finding(record.id, "\(entry.name) names \(id), which does not exist", others: [id]))
                    continue
                }
                if kinds.contains(kind) { continue }
                findings.append(
                    Finding(record.id, "\(entry.name) names \(id), which is \(kind.withArticle)", others: [id]))
            }
        }
        if record.kind == .link { findings += relation(of: record) }
        return findings
    }

    private func relation(of link: Record) -> [Finding] {
        let name = link.text(.relation) ?? ""
        guard let relation = relations[name] else {
            return [Finding(link.id, "the relation '\(name)' is not known")]
        }
        guard let from = link.references(.from).first, let to = link.references(.to).first else {
            return [Finding(link.id, "it does not have two ends")]
        }
        guard let start = session.kind(of: from), let end = session.kind(of: to) else { return [] }
        if relation.from.contains(start), relation.to.contains(end) { return [] }
        return [
            Finding(
                link.id, "'\(name)' does not join \(start.withArticle) to \(end.withArticle)", others: [from, to])
        ]
    }
}
