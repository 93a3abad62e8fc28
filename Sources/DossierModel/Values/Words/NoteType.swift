/// What a note may be.
public enum NoteType: String, VocabularyWord {
    case comment
    case question
    case assumption
    case hypothesis
    case judgement
    case gap
    case lead
    case forecast

    /// What it means.
    public var meaning: String {
        switch self {
        case .comment: "a remark"
        case .question: "what one should ask"
        case .assumption: "taken as true without proof"
        case .hypothesis: "an explanation to be tested"
        case .judgement: "a conclusion, with likelihood and confidence"
        case .gap: "what is not known"
        case .lead: "where to look next"
        case .forecast: "what will be, with likelihood and a day on which it can be judged"
        }
    }
}
