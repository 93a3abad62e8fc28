import DossierLanguage
import DossierModel

/// Reads the relation of a link, from either of its ends.
package struct RelationReader {
    package let context: Context

    package init(context: Context) {
        self.context = context
    }

    /// The relation of a word, and whether the word is its inverse, so that the link runs the other way.
    ///
    /// - Throws: a diagnostic with the nearest relation.
    package func relation(_ token: Token) throws(Diagnostic) -> (relation: Relation, isInverse: Bool) {
        try relation(token.text, at: token.place)
    }

    /// The relation of a word that stands at a place, and whether the word is its inverse.
    ///
    /// - Throws: a diagnostic with the nearest relation.
    package func relation(_ word: String, at place: Place) throws(Diagnostic) -> (relation: Relation, isInverse: Bool) {
        let relations = context.session.relations
        for relation in relations where relation.name == word { return (relation, false) }
        for relation in relations where relation.inverse == word { return (relation, true) }
        throw .unknownRelation(word, relations, at: place)
    }
}

extension Diagnostic {
    fileprivate static func unknownRelation(_ word: String, _ relations: [Relation], at place: Place) -> Diagnostic {
        let words = relations.map(\.name) + relations.filter { !$0.isSymmetric }.map(\.inverse)
        let nearest = Suggestion.nearest(to: word, among: words)
        return Diagnostic(
            .unknownRelation, "unknown relation '\(word)'", at: place, suggestion: nearest,
            notes: nearest == nil
                ? ["'help relations' lists them; 'set session relation+=NAME/INVERSE' declares one"] : [])
    }
}
