/// Ids that the user names.
enum OwnIdentifier {
    /// Takes an id for a record of a kind.
    ///
    /// - Throws: a diagnostic where the word is no id, has the form of another kind's, or was given before.
    static func take(_ token: Token, for kind: Kind, in draft: inout Draft) throws(Diagnostic) -> Identifier {
        let id: Identifier
        do { id = try Identifier(token.text) } catch { throw token.invalid(error) }
        if let given = id.given, given.kind != kind { throw .identifierOfOtherKind(token, given.kind) }
        if draft.wasGiven(id) { throw .identifierTaken(token, standing: draft[id]) }
        draft.take(id)
        return id
    }
}

extension Diagnostic {
    fileprivate static func identifierOfOtherKind(_ token: Token, _ kind: Kind) -> Diagnostic {
        Diagnostic(
            .identifierOfOtherKind, "'\(token.text)' is an id such as \(kind.plural) get", at: token.place,
            expectation: "a name of your own: more than a letter and a number")
    }

    fileprivate static func identifierTaken(_ token: Token, standing: Record?) -> Diagnostic {
        let message =
            standing.map { "the id '\(token.text)' is that of \($0.kind.withArticle)" }
            ?? "the id '\(token.text)' was given before"
        return Diagnostic(
            .identifierTaken, message, at: token.place, expectation: "another id: none is ever given twice")
    }
}

/// Tags that stand after a verb.
enum Tagging {
    /// Adds tags to a record, each once.
    static func add(_ tags: Tokens, to record: inout Record) throws(Diagnostic) {
        for token in tags {
            do {
                let tag = FieldValue.text(try Tag.read(token.text))
                let held = record[.tags]
                if held.isEmpty {
                    record[.tags] = [tag]
                } else if !held.contains(tag) {
                    record[.tags] = held + [tag]
                }
            } catch { throw token.invalid(error) }
        }
    }
}
