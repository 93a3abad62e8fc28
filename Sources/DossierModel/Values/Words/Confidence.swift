/// How good the ground for a judgement is (ICD 203, D.6.e.2.b).
public enum Confidence: String, VocabularyWord {
    case low
    case moderate
    case high

    /// What it means.
    public var meaning: String {
        switch self {
        case .low: "thin or questionable sources"
        case .moderate: "credible sources, not enough of them"
        case .high: "good sources from more than one origin"
        }
    }
}
