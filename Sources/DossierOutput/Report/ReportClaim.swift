import DossierModel
import DossierTime

/// A claim as a report tells it: who says what, when, in which words.
struct ReportClaim {
    var id: Identifier
    /// Who says it; none where no speaker is given.
    var speakers: [String] = []
    /// What the speaker does.
    var stance: String
    /// What is said; nil where only the quote says it.
    var title: String?
    var said: When?
    /// What it is about.
    var about: [String] = []
    /// The time that it speaks of.
    var when: When?
    var figures: [Quantity] = []
    var grade: Grade?
    var likelihood: Likelihood?
    var outcome: ForecastOutcome?
    var resolved: When?
    /// The words of the source.
    var quote: String?
    var text: String?
    var tags: [String] = []
    /// The numbers of its sources.
    var sources: [Int] = []
    /// Whether the report has told it in full before.
    var isRepeated = false
}

/// Claims that lie in one way to each other.
struct ReportConflict {
    /// What they are about.
    var about: [String]
    /// Why they are listed.
    var reason: String
    /// What the analyst wrote beside it.
    var remark: String?
    /// Whether it is only possible.
    var isPossible: Bool
    /// The claims side by side; of an update the earlier first.
    var claims: [ReportClaim]
}
