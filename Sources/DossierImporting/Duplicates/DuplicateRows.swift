import DossierLanguage
import DossierModel
import DossierTime

/// What becomes of rows whose key a record has.
package enum DuplicateRows: String, Sendable {
    /// The record stays as it is.
    case skip
    /// The record gets what the row says.
    case update
    /// The row is at fault.
    case error

    /// The setting as data.
    static let setting = FieldDefinition(
        FieldName("on-duplicate"),
        .word(
            Vocabulary(
                "treatment of duplicates",
                [
                    "skip": "the record stays as it is", "update": "the record gets what the row says",
                    "error": "the row cannot be read",
                ])),
        "what becomes of rows whose key a record has: skip (the default), update or error")

    /// Reads what an import says of them; nil where it says nothing, and gives no key.
    ///
    /// - Throws: a diagnostic where it names none of the treatments.
    static func read(from given: GivenFields) throws(Diagnostic) -> DuplicateRows? {
        guard let duplicates = given["on-duplicate"] else { return given["key"] == nil ? nil : .skip }
        return try duplicates.read { text throws(ValueError) in
            guard let treatment = DuplicateRows(rawValue: text) else {
                throw ValueError("'\(text)' is not a treatment of duplicates", expectation: "skip, update or error")
            }
            return treatment
        }
    }
}
