import DossierModel

/// The session's own title and fields as they go out.
///
/// A relation that the session declares goes out with the links that state it. Where the header is held back the declaration
/// keeps its name, which stands in the link, and loses its inverse.
struct ReleasedHeader {
    /// The header; empty where nothing of it goes out.
    private(set) var record: Record
    /// Whether something of it is held back for its label.
    let isHeld: Bool

    init(of session: Session, _ fates: Fates) {
        let header = session.header
        isHeld = !header.entries.isEmpty && !fates.mayGo(fates.markings.ofSession)
        record = isHeld ? Record(.session, .session) : TrimmedRecord(header, fates).record
        if header[.relation].isEmpty { return }
        let uses = RelationUses(in: session, fates)
        record[.relation] = header[.relation].compactMap { value in
            guard case .declaration(let declaration) = value else { return value }
            let name = declaration.relation.name
            if uses.going.contains(name) { return isHeld ? declaration.withoutInverse.map { .declaration($0) } : value }
            return isHeld || uses.held.contains(name) ? nil : value
        }
    }
}

/// The relations that links state which go out, and those of links which do not.
private struct RelationUses {
    private(set) var going: Set<String> = []
    private(set) var held: Set<String> = []

    init(in session: Session, _ fates: Fates) {
        let links = session.filledSlots(of: .link)
        let relations = SlotValues(.relation, at: links, in: session)
        for (index, slot) in links.enumerated() {
            let names = relations.numbers(at: index).map { relations.values[Int($0)].value.typed }
            switch fates[slot] {
            case .goes: going.formUnion(names)
            case .held: held.formUnion(names)
            case .notYet: continue
            }
        }
    }
}

extension RelationDeclaration {
    /// The declaration with no more than its name and what it joins; as it is where it is symmetric.
    fileprivate var withoutInverse: RelationDeclaration? {
        if relation.isSymmetric { return self }
        let ends = text.split(separator: ":", maxSplits: 1).dropFirst().map { ":" + $0 }
        return try? RelationDeclaration(relation.name + ends.joined())
    }
}
