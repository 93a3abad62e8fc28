/// A verb of the language: a value that documents itself, and evaluates without touching anything.
public protocol Command: Sendable {
    /// The verb as data: help, completion, the reference and the tests read it.
    static var definition: CommandDefinition { get }

    /// Reads a call whose form the signature allows.
    ///
    /// - Throws: a diagnostic where its words do not make sense.
    init(_ call: Call) throws(Diagnostic)

    /// What the command comes to in a session, without doing it.
    ///
    /// - Throws: a diagnostic where it cannot be done.
    func evaluate(in context: Context) throws(Diagnostic) -> Outcome
}

/// A verb as data.
public struct CommandDefinition: Sendable {
    /// The verb.
    public let name: String
    /// What it does, in one sentence.
    public let summary: String
    /// What it takes.
    public let signature: Signature
    /// Whether it never changes a session, whatever it is given.
    public let isQuestion: Bool
    /// Examples, which run as tests.
    public let examples: [Example]
    /// More for the help: one paragraph an element.
    public let details: [String]
    /// A table of rules for the help, each row of which runs as a test.
    let rules: Table?

    init(
        _ name: String, _ summary: String, _ signature: Signature, isQuestion: Bool = false, examples: [Example],
        details: [String] = [], rules: Table? = nil
    ) {
        self.name = name
        self.summary = summary
        self.signature = signature
        self.isQuestion = isQuestion
        self.examples = examples
        self.details = details
        self.rules = rules
    }

    /// The verb with what it takes.
    public var usage: String { signature.usage.isEmpty ? name : name + " " + signature.usage }
}

/// A command as one types it, with what it answers. It runs in the session that `Example.setting` makes.
public struct Example: Sendable {
    /// What it shows.
    public let summary: String
    /// The command.
    public let command: String
    /// What it answers, line for line; nil where the answer is long.
    public let answer: String?

    init(_ summary: String, _ command: String, answer: String? = nil) {
        self.summary = summary
        self.command = command
        self.answer = answer
    }

    /// The commands that come before every example.
    public static let setting = [
        #"add source s1 "Seoul protests" published=2024-10-22 -- Rutte said that it "represents a significant escalation"."#,
        #"add entity nis "National Intelligence Service" type=organization alias=NIS"#,
        #"add event e1 2024-10-08/2024-10-13 "First contingent arrives" actor="North Korea" quantity="~1500 soldiers" #troops"#,
        #"add event e2 2024-10-21 "Seoul summons the ambassador" place="Seoul" status=confirmed #diplomacy"#,
        #"add claim c1 "It is a significant escalation" speaker="Mark Rutte" stance=condemns about=e1 source=s1"#,
    ]
}
