import DossierModel
import DossierTime

/// The figures of one thing in one unit.
struct ReportFigures {
    /// What they are of.
    let subject: String
    /// What is counted or measured.
    let unit: String?
    /// The figures, by time.
    let figures: [ReportFigure]
}

/// A figure as a report tells it.
struct ReportFigure {
    let quantity: Quantity
    /// Who gives it; none where the event itself or an unnamed speaker does.
    let speakers: [String]
    /// What the speaker does; nil where an event gives it.
    let stance: String?
    let when: When?
    /// The numbers of its sources.
    let sources: [Int]
}
