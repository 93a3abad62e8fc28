/// What a speaker does with a claim; the analyst may use stances of their own.
public enum Stance: String, VocabularyWord {
    case asserts
    case denies
    case estimates
    case forecasts
    case demands
    case condemns
    case justifies

    /// What it means.
    public var meaning: String {
        switch self {
        case .asserts: "says that it is so"
        case .denies: "says that it is not so"
        case .estimates: "gives a figure"
        case .forecasts: "says that it will be so"
        case .demands: "says that it must be so"
        case .condemns: "says that it is wrong"
        case .justifies: "says that it is right"
        }
    }

    /// What a claim without a stance does.
    public static let unstated = "says"

    /// Whether it speaks of what lies ahead.
    public var looksAhead: Bool { self == .forecasts || self == .demands }
}
