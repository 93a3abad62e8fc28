extension Session {
    /// The records of a kind, in the order in which they were made.
    ///
    /// - Complexity: O(1) to ask; each record is read as it is reached.
    public func records(of kind: Kind) -> some Sequence<Record> {
        slots(of: kind).lazy.compactMap { record(at: $0) }
    }

    /// All records, kind by kind.
    ///
    /// - Complexity: O(1) to ask; each record is read as it is reached.
    public var records: some Sequence<Record> {
        Kind.listed.lazy.flatMap { records(of: $0) }
    }

    /// The records that name this one in any field, in the order in which they were made.
    ///
    /// - Complexity: O(*r* log *r*) for *r* records, which are read; the first time O(*n*) for *n* saved ones.
    public func referrers(of id: Identifier) -> [Record] {
        slotsReferring(to: id).compactMap { record(at: $0) }
    }

    /// The links that begin or end at a record.
    ///
    /// - Complexity: O(*r* log *r*) for *r* records that name it; the first time O(*n*) for *n* saved ones.
    public func links(of id: Identifier) -> [Record] {
        slotsReferring(to: id).lazy.filter { kind(at: $0) == .link }.compactMap { record(at: $0) }.filter { link in
            link.references(.from).contains(id) || link.references(.to).contains(id)
        }
    }

    /// Whether the session declares relations of its own.
    ///
    /// - Complexity: O(1).
    public var declaresRelations: Bool { !header[.relation].isEmpty }

    /// The relations that ship and those that the session declares.
    ///
    /// - Complexity: O(*d*) for *d* declared relations.
    public var relations: [Relation] {
        let declared = header[.relation]
        if declared.isEmpty { return Relation.shipped }
        return Relation.shipped
            + declared.compactMap { value in
                if case .declaration(let declaration) = value { return declaration.relation }
                return nil
            }
    }

    /// The slots of the records that name this one.
    ///
    /// - Complexity: O(*r* log *r*) for *r* records; the first time O(*n*) for *n* saved ones.
    public func slotsReferring(to id: Identifier) -> [Slot] {
        let own = slotsPutReferring(to: id)
        let before = saved?.referrers(of: id).filter { isAsSaved($0) } ?? []
        // Saved records that were put anew stand among the others by their slots.
        return before.isEmpty ? Array(own) : own.isEmpty ? before : (before + own).sorted()
    }

    /// The entities that go by a name, an alias or an id, without regard to case and width.
    ///
    /// - Complexity: O(*k* log *k*) for *k* entities; the first time O(*n*) for *n* saved ones.
    public func entities(named name: String) -> [Identifier] {
        let before = saved?.entities(named: name).filter { isAsSaved($0) } ?? []
        return (before + slotsPut(named: name)).sorted().compactMap { identifier(at: $0) }
    }

    /// Records of a kind whose id, or of an entity also whose name, begins with a folded text: the saved ones that it finds
    /// in its order of names, and all that were put since, for the caller to look through. They hold no more than the fields
    /// by which a record is listed.
    ///
    /// - Complexity: O(log *n* + *p*) for *n* saved records and *p* put since; the first time O(*n* log *n*).
    public func candidates(of kind: Kind, beginningWith folded: String, limit: Int) -> [Record] {
        let before = saved?.positions(of: kind, beginningWith: folded, limit: limit).filter { isAsSaved($0) } ?? []
        let names = [kind.titleField, .alias, .type, .when, .from, .relation, .to]
        let selection = FieldProjection(kind, names)
        return (before + slotsPut(of: kind)).compactMap { record(at: $0, selection) }
    }
}
