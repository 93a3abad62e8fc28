import DossierAnalysis
import DossierLanguage
import DossierModel

/// The records that the words before the cursor name; what names none is passed over.
struct GivenReferences {
    let context: Context

    /// How many of them are looked at: what is typed is completed for a few as for all.
    private static let limit = 100

    /// The kinds of the records, each once.
    func kinds(_ tokens: Tokens) -> [Kind] {
        var kinds: [Kind] = []
        for reference in references(tokens) {
            if case .query(let query) = reference.form, let kind = query.kind {
                kinds.append(kind)
            } else if case .word(Identifier.session.text) = reference.form {
                kinds.append(.session)
            } else {
                kinds += identifiers(reference).compactMap { context.session[$0]?.kind }
            }
        }
        return Kind.allCases.filter(kinds.contains)
    }

    /// The ids of the records.
    func identifiers(_ tokens: Tokens) -> Set<Identifier> { Set(references(tokens).flatMap(identifiers)) }

    /// The records themselves.
    func records(_ tokens: Tokens) -> [Record] {
        references(tokens).flatMap(identifiers).prefix(GivenReferences.limit).compactMap { context.session[$0] }
    }

    private func identifiers(_ reference: ReferenceExpression) -> [Identifier] {
        let resolver = ReferenceResolver(context: context)
        let draft = Draft(context)
        switch reference.form {
        case .query: return []
        case .word(let name), .name(let name):
            // What is not there is passed over, so nobody looks for what is near it.
            let found = try? resolver.find(name, at: reference.place, in: draft)
            return found.map { [$0] } ?? []
        case .previous, .rows, .run:
            return Array((try? resolver.resolve(reference, in: draft))?.prefix(GivenReferences.limit) ?? [])
        }
    }

    private func references(_ tokens: Tokens) -> [ReferenceExpression] {
        var rest = tokens
        var found: [ReferenceExpression] = []
        while !rest.isEmpty { found += (try? ReferenceParser.next(&rest)) ?? [] }
        return found
    }
}
