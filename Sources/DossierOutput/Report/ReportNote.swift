import DossierModel
import DossierTime

/// A note of the analyst as a report tells it.
struct ReportNote {
    var id: Identifier
    /// The words; nil where the note only marks words of a source.
    var text: String?
    var type: String
    /// What it is on; of a judgement or a forecast what it rests on.
    var targets: [String] = []
    var likelihood: Likelihood?
    var confidence: Confidence?
    /// How likely it is, and how good the grounds are, a sentence each.
    var sentences: [String] = []
    var due: When?
    var outcome: ForecastOutcome?
    var resolved: When?
    /// The words of a source that it is on.
    var quote: String?
    var tags: [String] = []
    /// The numbers of its sources.
    var sources: [Int] = []
}
