import DossierModel

/// One text keeps to one row of the words for likelihood.
package struct RowsCheck: Check {
    package static let name = "rows"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .warning, of: [.note], reading: [.text, .likelihood],
        "no note mixes the two rows of words for likelihood, likely and probable (ICD 203)",
        details:
            "The table has two rows of words for the same seven steps; readers of both look for a difference that is not intended (ICD 203 of 2015, D.6.e.2.a). The likelihood of the note counts with its text; words in quotation marks are not the analyst's and do not count. 'help likelihood' shows the rows.",
        example: CheckExample(
            .commands(["add note n1 likelihood=likely -- Troops will probably fight."]),
            finds: [
                "n1  it says 'likely' and 'probably', which belong to different rows: use one row, as listed by 'help likelihood'"
            ], remedy: ["set n1 text=\"Troops are likely to fight.\""]))

    /// Begins.
    package init(_ scope: CheckScope) {}

    /// Reads a note's likelihood and its text.
    package mutating func findings(of note: Record) -> [Finding] {
        var terms: [EstimativeWords.Term] = []
        if case .likelihood(let likelihood)? = note[.likelihood].first, let term = EstimativeWords.row(of: likelihood) {
            terms.append(term)
        }
        terms += Sentences.of(note.text(.text) ?? "").flatMap { EstimativeWords($0).likelihoods }
        guard let first = terms.first, let other = terms.first(where: { $0.row != first.row }) else { return [] }
        return [
            Finding(
                note.id,
                "it says '\(first.text)' and '\(other.text)', which belong to different rows: use one row, as listed by 'help likelihood'"
            )
        ]
    }
}
