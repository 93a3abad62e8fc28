import DossierAnalysis
import DossierLanguage
import DossierModel

/// What every link keeps to: it joins two records, of kinds that its relation joins.
enum LinkRule {
    /// Checks the ends of a link.
    ///
    /// - Throws: a diagnostic where they are one record, or the relation does not join their kinds.
    static func check(
        _ relation: Relation, _ start: Identifier, _ end: Identifier, at place: Place, in draft: Draft
    ) throws(Diagnostic) {
        guard let from = draft.kind(of: start), let to = draft.kind(of: end) else { return }
        if start == end { throw .linkToItself(start, at: place) }
        let fits = relation.from.contains(from) && relation.to.contains(to)
        if !fits { throw .relationDoesNotJoin(relation, from, to, at: place) }
    }

    /// Checks a link that changes.
    ///
    /// - Throws: a diagnostic where it would lack an end or its relation, or as above.
    static func check(_ link: Record, was old: Record?, at place: Place, in draft: Draft) throws(Diagnostic) {
        guard let start = link.references(.from).first, let end = link.references(.to).first,
            let name = link.text(.relation)
        else {
            throw .linkNeedsEnds(link, place)
        }
        if [FieldName.from, .relation, .to].allSatisfy({ old?[$0] == link[$0] }) { return }
        guard let relation = draft.session.relations.first(where: { $0.name == name }) else { return }
        try check(relation, start, end, at: place, in: draft)
    }
}

extension Diagnostic {
    fileprivate static func linkNeedsEnds(_ record: Record, _ place: Place) -> Diagnostic {
        Diagnostic(
            .linkNeedsEnds, "the link \(record.id) needs both its ends and its relation", at: place,
            notes: ["use 'drop \(record.id)' to remove it"])
    }

    fileprivate static func linkToItself(_ id: Identifier, at place: Place) -> Diagnostic {
        Diagnostic(.linkToItself, "'\(id)' cannot be linked to itself", at: place, expectation: "two different records")
    }

    fileprivate static func relationDoesNotJoin(_ relation: Relation, _ from: Kind, _ to: Kind, at place: Place)
        -> Diagnostic
    {
        Diagnostic(
            .relationDoesNotJoin, "'\(relation.name)' does not join \(from.withArticle) to \(to.withArticle)",
            at: place,
            expectation: "from " + relation.from.map(\.rawValue).joined(separator: ", ") + " to "
                + relation.to.map(\.rawValue).joined(separator: ", "))
    }
}
