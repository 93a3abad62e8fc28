import DossierAnalysis
import DossierLanguage
import DossierModel

/// Ids that the user names.
enum OwnIdentifier {
    /// Takes an id for a record of a kind.
    ///
    /// - Throws: a diagnostic where the word is no id, has the form of another kind's, or was given before.
    static func take(_ token: Token, for kind: Kind, in draft: inout Draft) throws(Diagnostic) -> Identifier {
        let id: Identifier
        do { id = try Identifier(token.text) } catch { throw token.invalid(error) }
        if let given = id.given, given.kind != kind { throw .identifierOfOtherKind(token, given.kind) }
        if let record = draft[id] { throw .identifierTaken(token, by: record) }
        if draft.wasGiven(id) { throw .identifierRetired(token, id, in: draft.session) }
        draft.take(id)
        return id
    }
}

extension Diagnostic {
    fileprivate static func identifierOfOtherKind(_ token: Token, _ kind: Kind) -> Diagnostic {
        Diagnostic(
            .identifierOfOtherKind, "ids like '\(token.text)' are assigned to \(kind.plural) by the program",
            at: token.place,
            expectation: "a name of your own, longer than a letter and a number")
    }

    fileprivate static func identifierTaken(_ token: Token, by record: Record) -> Diagnostic {
        Diagnostic(
            .identifierTaken, "the id '\(token.text)' already belongs to \(record.kind.withArticle)", at: token.place,
            expectation: "another id")
    }

    fileprivate static func identifierRetired(_ token: Token, _ id: Identifier, in session: Session) -> Diagnostic {
        var message = "the id '\(id)' belonged to a record that was dropped"
        var expectation = "another id; or 'undo' the drop to restore the record"
        if let other = session.record(mergedFrom: id) {
            message = "the id '\(id)' belonged to a record that was merged into '\(other.id)'"
            expectation = "another id; or 'merge --undo \(id)' to restore the record"
        } else if let (kind, number) = id.given, number <= session.given.highestAssumed(of: kind) {
            message = "the id '\(id)' may have belonged to a record that was dropped"
            expectation = "'\(session.nextIdentifier(kind))' or higher, or a name of your own"
        }
        return Diagnostic(.identifierTaken, message, at: token.place, expectation: expectation)
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
