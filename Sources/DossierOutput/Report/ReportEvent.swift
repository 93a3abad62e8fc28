import DossierModel
import DossierTime

/// An event as a report tells it.
struct ReportEvent {
    var id: Identifier
    var title: String
    var when: When?
    var status: EventStatus?
    var type: String?
    var actors: [String] = []
    var targets: [String] = []
    var places: [String] = []
    var figures: [Quantity] = []
    var text: String?
    var tags: [String] = []
    /// The numbers of its sources.
    var sources: [Int] = []
    /// What stands for it and against it.
    var support = ReportSupport()
    /// The claims that support it.
    var supporting: [ReportClaim] = []
    /// The claims that speak against it.
    var opposing: [ReportClaim] = []
    /// All other claims about it.
    var other: [ReportClaim] = []
}

/// What stands for an event and against it, counted.
struct ReportSupport {
    /// How many records of each kind support it.
    var counts: [(kind: Kind, count: Int)] = []
    /// The least and the most independent origins of these.
    var independent = 0...0
    /// The origins.
    var origins: [ReportOrigin] = []
    /// What no origin is given for.
    var withoutOrigin: [String] = []
    /// Whether some of it rests on the analyst's own words.
    var hasOwnWords = false
    /// How many records of each kind speak against it.
    var against: [(kind: Kind, count: Int)] = []
    /// How many records of each kind limit it.
    var limits: [(kind: Kind, count: Int)] = []
}

/// Where some of what supports an event comes from.
struct ReportOrigin {
    let name: String
    /// How many of the supporting records it is behind.
    let count: Int
}
