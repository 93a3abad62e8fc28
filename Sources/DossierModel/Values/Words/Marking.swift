/// A label of the Traffic Light Protocol 2.0 (FIRST), from the most open to the strictest.
public enum Marking: String, VocabularyWord, Comparable, CustomStringConvertible {
    case clear
    case green
    case amber
    case amberStrict = "amber+strict"
    case red

    /// What it means.
    public var meaning: String {
        switch self {
        case .clear: "no limit"
        case .green: "the community"
        case .amber: "the organisation and its clients"
        case .amberStrict: "the organisation only"
        case .red: "the recipients only"
        }
    }

    /// Takes a word of the vocabulary; any other word counts as the strictest label.
    public init(word: String) { self = Marking(rawValue: word) ?? .red }

    /// The label as it is typed.
    public var description: String { rawValue }

    /// Its place among the labels: 0 for the most open.
    public var strictness: Int {
        switch self {
        case .clear: 0
        case .green: 1
        case .amber: 2
        case .amberStrict: 3
        case .red: 4
        }
    }

    /// Orders labels from the most open to the strictest.
    public static func < (left: Marking, right: Marking) -> Bool { left.strictness < right.strictness }
}
