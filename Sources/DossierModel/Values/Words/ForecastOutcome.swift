/// How a forecast came out.
public enum ForecastOutcome: String, VocabularyWord {
    case cameTrue = "yes"
    case didNot = "no"
    case void

    /// What it means.
    public var meaning: String {
        switch self {
        case .cameTrue: "it came true"
        case .didNot: "it did not"
        case .void: "it cannot be judged"
        }
    }
}
