import DossierAnalysis
import DossierLanguage
import DossierModel

/// Gives a record another id, and has all that names it name it so.
struct Renaming {
    /// The field `id=NEW`.
    let field: Token

    /// Puts the record, with the fields that were set beside, under its new id.
    ///
    /// - Throws: a diagnostic where the id is none, not free, or of another kind's form.
    func rename(_ record: Record, in draft: inout Draft) throws(Diagnostic) -> Record {
        guard let given = field.field, given.comparison == .equal, let value = given.value, !value.isEmpty else {
            throw .identifierNeeded(field)
        }
        let id = try OwnIdentifier.take(value.token, for: record.kind, in: &draft)
        var renamed = Record(record.kind, id)
        for entry in record.entries { renamed.append(entry.name, entry.content) }
        draft.rename(record.id, to: renamed.naming(id, insteadOf: record.id))
        return renamed
    }
}

extension Diagnostic {
    fileprivate static func identifierNeeded(_ field: Token) -> Diagnostic {
        Diagnostic(
            .identifierNeeded, "'id' needs exactly one value and cannot be cleared", at: field.place,
            expectation: "id=NEW")
    }
}
