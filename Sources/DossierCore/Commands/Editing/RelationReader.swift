/// Reads the relation of a link, from either of its ends.
struct RelationReader {
    let context: Context

    /// The relation of a word, and whether the word is its inverse, so that the link runs the other way.
    ///
    /// - Throws: a diagnostic with the nearest relation.
    func relation(_ token: Token) throws(Diagnostic) -> (relation: Relation, isInverse: Bool) {
        let relations = context.session.relations
        for relation in relations where relation.name == token.text { return (relation, false) }
        for relation in relations where relation.inverse == token.text { return (relation, true) }
        throw .unknownRelation(token, relations)
    }
}

extension Diagnostic {
    fileprivate static func unknownRelation(_ token: Token, _ relations: [Relation]) -> Diagnostic {
        let words = relations.map(\.name) + relations.filter { !$0.isSymmetric }.map(\.inverse)
        let nearest = Suggestion.nearest(to: token.text, among: words)
        return Diagnostic(
            .unknownRelation, "unknown relation '\(token.text)'", at: token.place, suggestion: nearest,
            notes: nearest == nil
                ? ["'help relations' lists them; 'set session relation+=NAME/INVERSE' declares one"] : [])
    }
}
