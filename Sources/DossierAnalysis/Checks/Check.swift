import DossierModel

/// A rule that a session should keep: a value that documents itself, reads the records one by one, and finds where it is
/// broken.
///
/// Every record is read once for all rules, so that a check takes as long as the session is.
package protocol Check: SendableMetatype {
    /// Its name. Tables are searched by it, so that a definition is made only when it is read.
    static var name: String { get }

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
    package mutating func findings(of record: Record) -> [Finding] { [] }

    /// Nothing is wrong with several together.
    package mutating func findings() -> [Finding] { [] }
}

/// A rule as data.
package struct CheckDefinition: Sendable {
    /// Its name.
    package let name: String
    /// How bad it is to break it.
    package let severity: Severity
    /// The kinds of record that it reads.
    package let kinds: [Kind]
    /// The fields of these that it reads, each of those kinds that have it: no others are read for it.
    package let fields: [FieldName]
    /// What it asks, in one sentence.
    package let summary: String
    /// What it counts and what it leaves alone, and the standard that it follows; empty where the sentence says it all.
    package let details: String
    /// A session that breaks it; it runs as a test.
    package let example: CheckExample

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
    package enum Severity: String, Sendable, CaseIterable {
        /// Something is broken: it cannot stay so.
        case error
        /// Something is doubtful: an analyst should look.
        case warning
        /// Something could be tidier.
        case hint

        /// `1 error`, `3 hints`.
        package func counted(_ count: Int) -> String { count == 1 ? "1 \(rawValue)" : "\(count) \(rawValue)s" }
    }
}

/// A session that breaks a rule, what the rule finds in it, and what helps.
package struct CheckExample: Sendable {
    /// How the session comes about.
    package let setting: Setting
    /// What the rule finds, all of it: the record, two spaces, what is wrong.
    package let findings: [String]
    /// The commands after which the rule finds nothing.
    package let remedy: [String]

    /// How the session comes about.
    package enum Setting: Sendable {
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

/// A record that breaks a rule of `check`, with what to do about it.
package struct Finding: Sendable {
    /// The record.
    package let record: Identifier
    /// Other records that have part in it.
    package let others: [Identifier]
    /// What is wrong with it, and what helps.
    package let text: String

    init(_ record: Identifier, _ text: String, others: [Identifier] = []) {
        self.record = record
        self.others = others
        self.text = text
    }
}
