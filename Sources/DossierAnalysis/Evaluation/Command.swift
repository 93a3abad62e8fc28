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
