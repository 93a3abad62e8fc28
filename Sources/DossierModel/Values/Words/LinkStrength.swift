/// How strong a link is.
public enum LinkStrength: String, VocabularyWord {
    case weak
    case moderate
    case strong

    /// What it means.
    public var meaning: String {
        switch self {
        case .weak: "a little"
        case .moderate: "clearly"
        case .strong: "much"
        }
    }
}
