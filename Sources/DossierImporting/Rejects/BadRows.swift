import DossierLanguage
import DossierModel
import DossierTime

/// What becomes of rows that cannot be read.
package enum BadRows: String, Sendable, CaseIterable {
    /// The first ends the import.
    case stop
    /// They are left out.
    case skip
    /// They come in without the cells at fault, which are kept beside the fields.
    case keep

    /// The setting as data.
    static let setting = FieldDefinition(
        FieldName("bad"),
        .word(
            Vocabulary(
                "treatment of bad rows",
                [
                    "stop": "the first ends the import", "skip": "they are left out and listed",
                    "keep": "they come in without the cells at fault, tagged #doubtful",
                ])),
        "what becomes of rows that cannot be read: stop (the default), skip, or keep without the cells at fault")

    /// Reads what an import says of them; a file for those that are left out says that they are.
    ///
    /// - Throws: a diagnostic where it names none of the treatments, or one that leaves nothing out beside such a file.
    static func read(from given: GivenFields) throws(Diagnostic) -> BadRows {
        let rejects = given.tokens.last { $0.text == "rejects" }
        guard let bad = given["bad"] else { return rejects == nil ? .stop : .skip }
        let treatment = try bad.read { text throws(ValueError) in
            guard let treatment = BadRows(rawValue: text) else {
                throw ValueError("'\(text)' is not a treatment of bad rows", expectation: "stop, skip or keep")
            }
            return treatment
        }
        if treatment == .stop, let rejects { throw .nothingRejected(rejects) }
        return treatment
    }
}

extension Diagnostic {
    fileprivate static func nothingRejected(_ rejects: Token) -> Diagnostic {
        Diagnostic(
            .heldTwice, "bad=stop leaves out no rows that '\(rejects.text)=' could name a file for", at: rejects.place,
            expectation: "bad=skip or bad=keep")
    }
}
