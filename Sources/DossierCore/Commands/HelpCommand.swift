/// `help`: says what there is, made from the tables of the program.
public struct HelpCommand: Command {
    private let topic: Token?

    /// The verb as data.
    public static let definition = CommandDefinition(
        "help", "Explains commands, fields and values.",
        Signature([
            .init("TOPIC", .topic, .optional, "a verb, a kind, a field's words, 'queries', 'views', 'language', …")
        ]),
        isQuestion: true, examples: [Example("one verb", "help undo"), Example("the grades", "help grades")])

    /// Reads the topic.
    public init(_ call: Call) throws(Diagnostic) {
        topic = call.arguments.first
        if let topic, HelpTopics.page(topic.text) == nil { throw .unknownTopic(topic) }
    }

    /// Shows the page.
    public func evaluate(in context: Context) -> Outcome {
        Outcome(value: topic.flatMap { HelpTopics.page($0.text) } ?? HelpTopics.overview)
    }
}

extension Diagnostic {
    fileprivate static func unknownTopic(_ topic: Token) -> Diagnostic {
        Diagnostic(
            .unknownTopic, "there is no help on '\(topic.text)'", at: topic.place,
            expectation: "'help' lists the topics",
            suggestion: Suggestion.nearest(to: topic.text, among: HelpTopics.names))
    }
}
