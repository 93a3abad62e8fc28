import DossierModel

/// What a report says, in the order in which it says it, apart from how it is marked up.
///
/// All texts are those of the session, not yet escaped; records go by their names. Numbers of sources are those of ``sources``.
struct ReportContents {
    /// What the session is about.
    var title = ""
    /// The strictest label of all that the report says; nil where nothing of it is marked.
    var label: Marking?
    /// How many records of which kind it tells of.
    var counts: [(kind: Kind, count: Int)] = []
    /// The events by how firmly they are held, each group by time.
    var statuses: [ReportStatus] = []
    /// The events that have a time, by time.
    var timeline: [ReportEvent] = []
    /// How many events have no time.
    var undated = 0
    /// The events by time, each with the claims about it.
    var events: [ReportEvent] = []
    /// The claims that stand below no event.
    var claims: [ReportClaim] = []
    /// Claims that cannot all be so.
    var contradictions: [ReportConflict] = []
    /// Claims of which a later one replaces an earlier.
    var updates: [ReportConflict] = []
    /// What the analyst concludes, what rests on better grounds first.
    var judgements: [ReportNote] = []
    /// What the analyst expects.
    var forecasts: [ReportNote] = []
    /// Explanations to be tested, and what is taken as true without proof.
    var hypotheses: [ReportNote] = []
    /// What is not known, what to ask, and where to look next.
    var gaps: [ReportNote] = []
    /// The figures, by what they are of.
    var figures: [ReportFigures] = []
    /// All other notes.
    var comments: [ReportNote] = []
    /// What relates the records.
    var relations: [ReportRelation] = []
    /// Who and what is named.
    var entities: [ReportEntity] = []
    /// What was read, by number.
    var sources: [ReportSource] = []
}

/// The events of one status.
struct ReportStatus {
    /// The status; nil where none is given.
    let status: EventStatus?
    /// The events, by time.
    let events: [ReportEvent]
}
