import DossierLanguage
import DossierModel

/// A judgement in two sentences: how likely it is, and how good the ground for it is, which never stand in one sentence (ICD 203,
/// 2 January 2015, D.6.e.2.a).
package enum JudgementSentences {
    /// The sentences of what a judgement states; none where it states neither.
    package static func of(_ record: Record) -> [String] {
        var sentences: [String] = []
        if case .likelihood(let likelihood)? = record[.likelihood].first { sentences.append(sentence(likelihood)) }
        if let confidence = record.confidence {
            sentences.append("Confidence in this is \(confidence.rawValue): \(confidence.meaning).")
        }
        return sentences
    }

    /// The words of a judgement's answer, indented; none for other records.
    package static func blocks(of record: Record) -> [Block] {
        guard record.noteType == .judgement else { return [] }
        return of(record).map { .prose(StyledText("  " + $0), indent: 4) }
    }

    private static func sentence(_ likelihood: Likelihood) -> String {
        let step = Likelihood.steps[likelihood.step]
        let range = "\(step.range.lowerBound)–\(step.range.upperBound)%"
        let words = likelihood.text.split(separator: "-").joined(separator: " ")
        switch likelihood.text {
        case "almost-no-chance": return "There is almost no chance of it (\(range))."
        case "remote": return "The chance of it is remote (\(range))."
        case "roughly-even-chance": return "There is a roughly even chance of it (\(range))."
        case "roughly-even-odds": return "The odds of it are roughly even (\(range))."
        case "almost-certain", "nearly-certain": return "It is \(words) (\(range))."
        case _ where likelihood.text.utf8.last == UInt8(ascii: "%"):
            let name = step.words[0].split(separator: "-").joined(separator: " ")
            return "Its probability is \(likelihood.text): \(name) (\(range))."
        default: return "It is \(words) (\(range))."
        }
    }
}
