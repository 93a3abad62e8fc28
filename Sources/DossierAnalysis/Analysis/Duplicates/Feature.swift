import DossierModel
import DossierTime

/// Something by which a record can be taken for another: a name, an address, a text.
struct Feature {
    /// What it is of its record.
    let role: Role
    /// As it stands.
    let text: String
    /// What it has in common with those that are like it.
    let key: String

    /// What a feature is of its record.
    enum Role: String {
        case name, alias, url, document = "text", title, ends
    }

    init(_ role: Role, _ text: String, key: String) {
        (self.role, self.text, self.key) = (role, text, (role == .alias ? .name : role).rawValue + "\u{0}" + key)
    }

    /// What two records have in common by this.
    static func reason(_ first: Feature, _ second: Feature) -> String {
        let difference = NameFolding.difference(first.text, second.text).map { " but for \($0)" } ?? ""
        switch (first.role, second.role) {
        case (.name, .name): return "same name" + difference
        case (.alias, .alias): return "both have the alias '\(first.text)'" + difference
        case (.alias, .name), (.name, .alias):
            return "the alias '\(first.role == .alias ? first.text : second.text)' of one is the name of the other"
                + difference
        case (.url, _): return "same url"
        case (.document, _): return "same text"
        case (.ends, _): return "same ends and relation"
        default: return "same title" + difference
        }
    }

    /// The fields from which the features of a record are read.
    static func fields(of kind: Kind) -> [FieldName] {
        switch kind {
        case .entity: [.name, .alias]
        case .source: [.title, .url, .publisher, .digest]
        case .event: [.title, .type]
        case .claim: [.title, .speaker]
        case .note: [.type, .target, .text]
        case .link: [.from, .relation, .to, .when]
        case .session: []
        }
    }

    /// The features of a record.
    static func of(_ record: Record) -> [Feature] {
        switch record.kind {
        case .entity:
            let names = record.texts(.name).map { Feature(.name, $0, key: NameFolding.key(of: $0)) }
            return names + record.texts(.alias).map { Feature(.alias, $0, key: NameFolding.key(of: $0)) }
        case .source:
            var features: [Feature] = []
            if let url = record.text(.url), let key = WebAddress.key(of: url) {
                features.append(Feature(.url, url, key: key))
            }
            if let digest = record.text(.digest) { features.append(Feature(.document, digest, key: digest)) }
            return features + title(of: record, and: [NameFolding.key(of: record.text(.publisher) ?? "")])
        case .event: return title(of: record, and: [record.text(.type) ?? ""])
        case .claim: return title(of: record, and: record.references(.speaker).map(\.text).sorted())
        case .note:
            guard let text = record.text(.text) else { return [] }
            let targets = record.references(.target).map(\.text).sorted() + [record.text(.type) ?? ""]
            return [Feature(.document, text, key: ([text] + targets).joined(separator: "\u{0}"))]
        case .link:
            let relation = record.text(.relation) ?? ""
            var ends = record.references(.from) + record.references(.to)
            if symmetric.contains(relation) { ends.sort() }
            let key = ends.map(\.text) + [relation, record.when(.when)?.text ?? ""]
            return ends.count == 2 ? [Feature(.ends, "", key: key.joined(separator: "\u{0}"))] : []
        case .session: return []
        }
    }

    private static let symmetric = Set(Relation.shipped.filter(\.isSymmetric).map(\.name))

    private static func title(of record: Record, and circumstances: [String]) -> [Feature] {
        guard let title = record.text(.title), !title.isEmpty else { return [] }
        let key = [NameFolding.key(of: title)] + circumstances
        return [Feature(.title, title, key: key.joined(separator: "\u{0}"))]
    }
}
