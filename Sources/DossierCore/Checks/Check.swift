/// A rule that a session should keep: a value that documents itself, and finds where it is broken.
public protocol Check: Sendable {
    /// The rule as data.
    static var definition: CheckDefinition { get }

    /// Where the rule is broken, in the order of the records.
    static func findings(in session: Session) -> [Finding]
}

/// A rule as data.
public struct CheckDefinition: Sendable {
    /// Its name.
    public let name: String
    /// How bad it is to break it.
    public let severity: Severity
    /// What it asks, in one sentence.
    public let summary: String

    /// How bad a finding is.
    public enum Severity: String, Sendable {
        case error, warning
    }
}

/// A place where a rule is broken.
public struct Finding: Sendable {
    /// The record.
    public let record: Identifier
    /// What is wrong with it.
    public let text: String
}

/// The rules, one line each.
public enum CheckTable {
    /// All rules, in the order in which they run.
    public static let all: [any Check.Type] = [
        ReferencesCheck.self,
        QuotesCheck.self,
        DigestsCheck.self,
        CirclesCheck.self,
    ]
}
