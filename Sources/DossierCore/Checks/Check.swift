/// A rule that a session should keep: a value that documents itself, reads the records one by one, and finds where it is
/// broken.
///
/// Every record is read once for all rules, so that a check takes as long as the session is.
public protocol Check: SendableMetatype {
    /// The rule as data.
    static var definition: CheckDefinition { get }

    /// Gathers what the rule needs of the whole session before it reads records.
    init(_ scope: CheckScope)

    /// What is wrong with a record of the kinds that the definition names; a rule may also keep it for later. The record has
    /// the fields that the definition names, and may lack all others.
    mutating func findings(of record: Record) -> [Finding]

    /// What is wrong with several records together, after each was read.
    mutating func findings() -> [Finding]
}

extension Check {
    /// Nothing is wrong with a record by itself.
    public mutating func findings(of record: Record) -> [Finding] { [] }

    /// Nothing is wrong with several together.
    public mutating func findings() -> [Finding] { [] }
}

/// A rule as data.
public struct CheckDefinition: Sendable {
    /// Its name.
    public let name: String
    /// How bad it is to break it.
    public let severity: Severity
    /// The kinds of record that it reads.
    public let kinds: [Kind]
    /// The fields of these that it reads, each of those kinds that have it: no others are read for it.
    public let fields: [FieldName]
    /// What it asks, in one sentence.
    public let summary: String
    /// What it counts and what it leaves alone, and the standard that it follows; empty where the sentence says it all.
    public let details: String
    /// A session that breaks it; it runs as a test.
    public let example: CheckExample

    init(
        _ name: String, _ severity: Severity, of kinds: [Kind], reading fields: [FieldName], _ summary: String,
        details: String = "", example: CheckExample
    ) {
        self.name = name
        self.severity = severity
        self.kinds = kinds
        self.fields = fields
        self.summary = summary
        self.details = details
        self.example = example
    }

    /// How bad a finding is.
    public enum Severity: String, Sendable, CaseIterable {
        /// Something is broken: it cannot stay so.
        case error
        /// Something is doubtful: an analyst should look.
        case warning
        /// Something could be tidier.
        case hint

        /// `1 error`, `3 hints`.
        func counted(_ count: Int) -> String { count == 1 ? "1 \(rawValue)" : "\(count) \(rawValue)s" }
    }
}

/// A session that breaks a rule, what the rule finds in it, and what helps.
public struct CheckExample: Sendable {
    /// How the session comes about.
    public let setting: Setting
    /// What the rule finds, all of it: the record, two spaces, what is wrong.
    public let findings: [String]
    /// The commands after which the rule finds nothing.
    public let remedy: [String]

    /// How the session comes about.
    public enum Setting: Sendable {
        /// By commands.
        case commands([String])
        /// As lists of records in a file that another program wrote, since no command leaves the rule broken.
        case file([String])
    }

    init(_ setting: Setting, finds findings: [String], remedy: [String]) {
        self.setting = setting
        self.findings = findings
        self.remedy = remedy
    }
}

/// A place where a rule is broken.
public struct Finding: Sendable {
    /// The record.
    public let record: Identifier
    /// Other records that have part in it.
    public let others: [Identifier]
    /// What is wrong with it, and what helps.
    public let text: String

    init(_ record: Identifier, _ text: String, others: [Identifier] = []) {
        self.record = record
        self.others = others
        self.text = text
    }
}
