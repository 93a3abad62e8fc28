/// How firmly an event is held.
public enum EventStatus: String, VocabularyWord {
    case reported
    case confirmed
    case disputed
    case expected
    case cancelled

    /// What it means.
    public var meaning: String {
        switch self {
        case .reported: "somebody reports it"
        case .confirmed: "the analyst believes that it happened"
        case .disputed: "it is said and denied"
        case .expected: "it has not happened yet"
        case .cancelled: "it was expected and will not happen"
        }
    }

    /// Whether it says that the event has taken place, however firmly.
    public var isPast: Bool { self == .reported || self == .confirmed || self == .disputed }
}
