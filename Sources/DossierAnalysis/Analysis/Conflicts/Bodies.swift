import DossierModel

/// For whom entities speak: themselves, and the bodies that they represent or belong to.
///
/// Two who speak for one body are one speaker. A country or an organization that is a member of another speaks for itself.
struct Bodies {
    private var above: [Identifier: Set<Identifier>] = [:]

    /// Knows of nobody who speaks for another.
    init() {}

    /// Reads the links `represents`, `member-of` and `part-of` between entities.
    ///
    /// - Parameter sameAs: gives the record that stands for all that are the same thing.
    init(in session: Session, sameAs: (Identifier) -> Identifier) {
        for link in session.records(FieldProjection(.link, [.from, .relation, .to])) {
            guard let relation = link.relation, Bodies.relations.contains(relation),
                let from = link.references(.from).first, let to = link.references(.to).first,
                session.kind(of: from) == .entity, session.kind(of: to) == .entity
            else { continue }
            let type = session[from]?.entityType
            if relation == .memberOf, type == .country || type == .organization { continue }
            above[sameAs(from), default: []].insert(sameAs(to))
        }
    }

    private static let relations: Set<Relation.Shipped> = [.represents, .memberOf, .partOf]

    /// An entity with all bodies that it speaks for, directly or through others.
    func spokenFor(by entity: Identifier) -> Set<Identifier> {
        var found: Set<Identifier> = [entity]
        var open = [entity]
        while let next = open.popLast() {
            for body in above[next] ?? [] where found.insert(body).inserted { open.append(body) }
        }
        return found
    }
}
