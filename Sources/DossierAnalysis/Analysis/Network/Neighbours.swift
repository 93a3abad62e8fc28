import DossierModel

/// What a record touches: by the fields in which it names others, by links, and by the fields in which others name it.
package enum Neighbours {
    /// One step from a record to another.
    package struct Edge: Sendable, Equatable {
        /// The other record.
        package let id: Identifier
        /// The relation of the link, or the name of the field.
        package let label: String
        /// Whether the step goes in the direction of the relation or the field.
        package let isOutward: Bool
        /// The link that is stepped over; nil where a field names the other.
        package let via: Identifier?
    }

    /// The steps from a record: fields first, then links, then the records that name it.
    package static func of(_ id: Identifier, in session: Session) -> [Edge] {
        guard let record = session[id] else { return [] }
        let referrers = session.referrers(of: id)
        return named(by: record) + referrers.compactMap { over($0, from: id) } + referrers.flatMap { naming(id, $0) }
    }

    /// The steps by the record's own fields.
    static func named(by record: Record) -> [Edge] {
        let sources = record.references(.source)
        return record.mentions.flatMap { mention in
            record.fields(naming: mention).filter { $0 != .quote || !sources.contains(mention) }
                .map { Edge(id: mention, label: $0.text, isOutward: true, via: nil) }
        }
    }

    /// The step over a link from one of its ends; nil where the record is no link of it.
    static func over(_ link: Record, from id: Identifier) -> Edge? {
        guard link.kind == .link, let from = link.references(.from).first, let to = link.references(.to).first,
            from == id || to == id
        else { return nil }
        return Edge(
            id: from == id ? to : from, label: link.text(.relation) ?? SavedMentions.plainLink, isOutward: from == id,
            via: link.id)
    }

    /// The steps by the fields in which another record names this one, but for those that make it the end of a link.
    static func naming(_ id: Identifier, _ referrer: Record) -> [Edge] {
        let names = referrer.fields(naming: id)
        return names.filter { name in
            if referrer.kind == .link, name == .from || name == .to { return false }
            return name != .quote || !(names.contains(.source) || names.contains(.target))
        }.map { Edge(id: referrer.id, label: $0.text, isOutward: false, via: nil) }
    }
}
