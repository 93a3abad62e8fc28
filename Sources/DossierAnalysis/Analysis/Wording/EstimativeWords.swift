import DossierModel

/// The words of ICD 203 (2 January 2015, D.6.e.2) in a sentence: how likely something is, and with how much confidence that
/// is said.
struct EstimativeWords {
    /// A likelihood as it is written.
    struct Term: Hashable {
        /// `very likely`
        let text: String
        /// 0 for the first row of the table (`likely`), 1 for the second (`probable`).
        let row: Int
    }

    /// The likelihoods, in the order in which they stand.
    private(set) var likelihoods: [Term] = []
    /// The confidences, as `low confidence`.
    private(set) var confidences: [String] = []

    /// Finds the words of a sentence, as ``Sentences`` gives it.
    init(_ sentence: [String]) {
        var index = 0
        while index < sentence.count {
            if let (term, length) = EstimativeWords.term(in: sentence, at: index) {
                likelihoods.append(term)
                index += length
                continue
            }
            if let confidence = EstimativeWords.confidence(in: sentence, at: index) { confidences.append(confidence) }
            index += 1
        }
    }

    /// The row of the word that a likelihood is written with; nil where it is a percentage.
    static func row(of likelihood: Likelihood) -> Term? {
        for step in Likelihood.steps {
            guard let row = step.words.firstIndex(of: likelihood.text) else { continue }
            return Term(text: likelihood.text.split(separator: "-").joined(separator: " "), row: row)
        }
        return nil
    }

    /// The longest likelihood that begins at a word, and how many words it has: `unlikely` is not `likely`, and `very
    /// likely` is one term. `remote` is an ordinary word, and counts only beside a word for chance.
    private static func term(in sentence: [String], at index: Int) -> (term: Term, length: Int)? {
        for (words, row) in phrases[sentence[index]] ?? [] where sentence[index...].starts(with: words) {
            return (Term(text: words.joined(separator: " "), row: row), words.count)
        }
        guard sentence[index] == "remote" else { return nil }
        let around = sentence[max(0, index - 4)..<min(sentence.count, index + 2)]
        guard around.contains(where: { chances.contains($0) }) else { return nil }
        return (Term(text: "remote", row: 1), 1)
    }

    /// A confidence that a word states: `high confidence`, `low to moderate confidence`, `high degree of confidence`, `highly
    /// confident`, `confidence in this is low`. Confidence in somebody, and measures that build it, are none.
    private static func confidence(in sentence: [String], at index: Int) -> String? {
        guard sentence[index] == "confidence" || sentence[index] == "confident" else { return nil }
        if index + 1 < sentence.count, sentence[index + 1] == "building" { return nil }
        var before = index - 1
        while before >= 0, index - before <= 4 {
            if let level = levels[sentence[before]] { return level + " confidence" }
            if !joints.contains(sentence[before]) { break }
            before -= 1
        }
        var after = index + 1
        var isStated = true
        while after < min(sentence.count, index + 8) {
            if isStated, let level = levels[sentence[after]] { return level + " confidence" }
            isStated = verbs.contains(sentence[after]) || (isStated && adverbs.contains(sentence[after]))
            after += 1
        }
        return nil
    }

    /// The phrases by their first word, the longest first, each with its row.
    private static let phrases: [String: [(words: [String], row: Int)]] = {
        var phrases: [(words: [String], row: Int)] = []
        for step in Likelihood.steps {
            for (row, word) in step.words.enumerated() where word != "remote" {
                phrases.append((word.split(separator: "-").map(String.init), row))
            }
        }
        phrases += [
            (["almost", "certainly"], 0), (["nearly", "certainly"], 1), (["probably"], 1), (["highly", "probably"], 1),
            (["improbably"], 1), (["highly", "improbably"], 1),
        ]
        return Dictionary(grouping: phrases, by: { $0.words[0] }).mapValues { own in
            own.sorted { $0.words.count > $1.words.count }
        }
    }()
    private static let chances: Set<String> = [
        "chance", "chances", "possibility", "probability", "likelihood", "odds", "prospect", "prospects",
    ]
    private static let levels = [
        "low": "low", "moderate": "moderate", "medium": "medium", "high": "high", "highly": "high",
        "moderately": "moderate",
    ]
    private static let joints: Set<String> = [
        "to", "and", "or", "degree", "level", "levels", "of", "analytic", "analytical", "a", "very",
    ]
    private static let verbs: Set<String> = ["is", "are", "was", "were", "remains", "remain", "stays", "stands", "be"]
    private static let adverbs: Set<String> = ["at", "only", "very", "rather", "still", "best", "now", "a"]
}
