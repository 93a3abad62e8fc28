import DossierLanguage

/// A verb of the language: a value that documents itself, and evaluates without touching anything.
package protocol Command: Sendable {
    /// The verb. Tables are searched by it, so that a definition is made only when it is read.
    static var name: String { get }

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
package struct CommandDefinition: Sendable {
    /// The verb.
    package let name: String
    /// What it does, in one sentence.
    package let summary: String
    /// What it takes.
    package let signature: Signature
    /// Whether it never changes a session, whatever it is given.
    package let isQuestion: Bool
    /// Examples, which run as tests.
    package let examples: [Example]
    /// More for the help: one paragraph an element.
    package let details: [String]
    /// A table of rules for the help, each row of which runs as a test.
    package let rules: Table?

    package init(
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
    package var usage: String { signature.usage.isEmpty ? name : name + " " + signature.usage }
}

/// A command as one types it, with what it answers. It runs in the session that `Example.setting` makes.
package struct Example: Sendable {
    /// What it shows.
    package let summary: String
    /// The command.
    package let command: String
    /// What it answers, line for line; nil where the answer is long.
    package let answer: String?

    package init(_ summary: String, _ command: String, answer: String? = nil) {
        self.summary = summary
        self.command = command
        self.answer = answer
    }

    /// The commands that come before every example.
    package static let setting = [
        #"add source s1 "Seoul protests" published=2024-10-22 -- Rutte said that it "represents a significant escalation"."#,
        #"add entity nis "National Intelligence Service" type=organization alias=NIS"#,
        #"add event e1 2024-10-08/2024-10-13 "First contingent arrives" actor="North Korea" quantity="~1500 soldiers" #troops"#,
        #"add event e2 2024-10-21 "Seoul summons the ambassador" place="Seoul" status=confirmed #diplomacy"#,
        #"add claim c1 "It is a significant escalation" speaker="Mark Rutte" stance=condemns about=e1 source=s1"#,
    ]
}
