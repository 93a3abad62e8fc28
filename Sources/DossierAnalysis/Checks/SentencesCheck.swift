import DossierModel

/// Likelihood and confidence never stand in one sentence of the analyst's.
package struct SentencesCheck: Check {
    package static let name = "sentences"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .warning, of: [.note], reading: [.text],
        "no sentence of a note gives both a likelihood and a confidence (ICD 203)",
        details:
            "A likelihood says how probable something is, a confidence how good the grounds for saying so are; in one sentence, readers confuse them (ICD 203 of 2015, D.6.e.2.a). Words in quotation marks are not the analyst's and do not count.",
        example: CheckExample(
            .commands([
                "add note n1 -- We judge with high confidence that troops are very likely to fight. It is unlikely that they will leave."
            ]),
            finds: [
                "n1  'very likely' and 'high confidence' are in one sentence: split it, or set likelihood= and confidence="
            ],
            remedy: ["set n1 text=\"Troops are very likely to fight. We have high confidence in this.\""]))

    /// Begins.
    package init(_ scope: CheckScope) {}

    /// Reads a note sentence by sentence.
    package mutating func findings(of note: Record) -> [Finding] {
        Sentences.of(note.text(.text) ?? "").compactMap { sentence in
            let words = EstimativeWords(sentence)
            guard let likelihood = words.likelihoods.first, let confidence = words.confidences.first else { return nil }
            return Finding(
                note.id,
                "'\(likelihood.text)' and '\(confidence)' are in one sentence: split it, or set likelihood= and confidence="
            )
        }
    }
}
