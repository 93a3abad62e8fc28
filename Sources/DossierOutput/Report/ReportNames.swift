import DossierModel
import DossierTime

/// A person, a place or another thing as a report tells of it.
struct ReportEntity {
    var id: Identifier
    var name: String
    var type: String?
    var aliases: [String] = []
    var roles: [String] = []
    var countries: [String] = []
    var coordinates: String?
    var text: String?
    var tags: [String] = []
}

/// A relation of two records as a report tells of it.
struct ReportRelation {
    var id: Identifier
    var from: String
    /// The relation in words: `responds to`.
    var relation: String
    var to: String
    var when: When?
    var strength: String?
    var grade: Grade?
    var text: String?
    var tags: [String] = []
    /// The numbers of its sources.
    var sources: [Int] = []
}

/// A source in the list at the end of a report.
struct ReportSource {
    var id: Identifier
    /// Its number in the report.
    var number: Int
    var title: String
    var authors: [String] = []
    var publisher: String?
    var published: When?
    var url: String?
    var retrieved: When?
    var language: String?
    var reliability: Reliability?
    /// The numbers of the sources that it draws on.
    var derived: [Int] = []
    var file: String?
    var tags: [String] = []
}
