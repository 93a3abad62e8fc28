/// What a record touches: by the fields in which it names others, by links, and by the fields in which others name it.
enum Neighbours {
    /// One step from a record to another.
    struct Edge: Sendable {
        /// The other record.
        let id: Identifier
        /// The relation of the link, or the name of the field.
        let label: String
        /// Whether the step goes in the direction of the relation or the field.
        let isOutward: Bool
        /// The link that is stepped over; nil where a field names the other.
        let via: Identifier?
    }

    /// The steps from a record: fields first, then links, then the records that name it.
    static func of(_ id: Identifier, in session: Session) -> [Edge] {
        guard let record = session[id] else { return [] }
        var edges: [Edge] = []
        for mention in record.mentions {
            for name in record.fields(naming: mention)
            where name != .quote || !record.references(.source).contains(mention) {
                edges.append(Edge(id: mention, label: name.text, isOutward: true, via: nil))
            }
        }
        for link in session.links(of: id) {
            guard let from = link.references(.from).first, let to = link.references(.to).first else { continue }
            let isOutward = from == id
            edges.append(
                Edge(
                    id: isOutward ? to : from, label: link.text(.relation) ?? "link", isOutward: isOutward, via: link.id
                ))
        }
        for referrer in session.referrers(of: id) {
            let names = referrer.fields(naming: id)
            for name in names where !(referrer.kind == .link && (name == .from || name == .to)) {
                if name == .quote, names.contains(.source) || names.contains(.target) { continue }
                edges.append(Edge(id: referrer.id, label: name.text, isOutward: false, via: nil))
            }
        }
        return edges
    }
}
