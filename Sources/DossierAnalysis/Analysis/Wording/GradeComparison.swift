import DossierModel

/// A comparison of a grade that is no rank: `F6 is worse than C3`, `below F6`.
///
/// F and 6 of the Admiralty code say that it cannot be judged (NATO AJP-2.1), so that such a grade is neither better nor
/// worse than another.
enum GradeComparison {
    /// The grade that a sentence compares and cannot, in capitals; nil where there is none. What says that it is not so, as
    /// `F6 is not below C3`, is let pass.
    static func unjudged(in sentence: [String]) -> String? {
        for (index, word) in sentence.enumerated() where word.utf8.count == 2 {
            guard let grade = try? Grade(word), !grade.isJudged else { continue }
            if sentence.contains(where: { denials.contains($0) }) { return nil }
            let around = sentence[max(0, index - 3)..<min(sentence.count, index + 4)]
            if around.contains(where: { comparatives.contains($0) }) { return grade.description }
        }
        return nil
    }

    private static let denials: Set<String> = ["not", "no", "cannot", "neither", "nor", "never", "isn't"]
    private static let comparatives: Set<String> = [
        "better", "worse", "higher", "lower", "above", "below", "best", "worst", "highest", "lowest", "weaker",
        "stronger", "outranks", "beats", "<", ">",
    ]
}
