import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierOutput

/// `help`: says what there is, made from the tables of the program.
package struct HelpCommand: Command {
    private let topic: Token?
    private let path: Token?
    private let overwrites: Bool

    package static let name = "help"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Explains commands, fields and values.",
        Signature(
            [
                .init("TOPIC", .topic, .optional, "a verb, a kind, a field's words, 'queries', 'views', 'language', …"),
                .init(
                    "to PATH", .path(endings: ["txt", "md"]), .optional, "the file; standard output by default"
                ),
            ], options: [.overwrite]),
        isQuestion: true,
        examples: [
            Example(
                "one verb", "help undo",
                answer: """
                    # the last step
                    undo
                    # the last two
                    undo 2

                    undo [N]
                    Undoes the last step, or the last N; a replay is one step.

                      N  how many steps

                    The session is as it was before the step, and the ids that the step assigned are free again.

                    Nothing is erased: the log keeps the step and its undoing, and 'redo' repeats it.
                    """),
            Example(
                "the grades", "help grades",
                answer: """
                    The Admiralty code, such as B2: how reliable the source is, and how credible the information is.
                      A  completely reliable
                      B  usually reliable
                      C  fairly reliable
                      D  not usually reliable
                      E  unreliable
                      F  reliability cannot be judged

                      1  confirmed by other sources
                      2  probably true
                      3  possibly true
                      4  doubtful
                      5  improbable
                      6  truth cannot be judged

                    F and 6 mean that it cannot be judged: they are not ranks.
                    """),
            Example(
                "eleven steps to begin with, as a file", "help tutorial to tutorial.txt",
                answer: "wrote tutorial.txt  2591 bytes"),
            Example(
                "a page as a file: the article of the tutorial", "help article to article.txt",
                answer: "wrote article.txt  3475 bytes"),
        ])

    /// Reads the topic.
    package init(_ call: Call) throws(Diagnostic) {
        topic = call.arguments.first
        overwrites = call.has(.overwrite)
        if let topic, HelpTopics.page(topic.text) == nil { throw .unknownTopic(topic) }
        let rest = call.arguments.dropFirst()
        if let word = rest.first, !word.isWord("to") { throw .tooManyTopics(word) }
        if let word = rest.first, rest.count == 1 { throw .missingWord("a path", after: word) }
        path = rest.last
        if path == nil, let option = call.options.first { throw .missingWord("'to PATH'", before: option) }
    }

    /// Shows the page, or writes it.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        let page = topic.flatMap { HelpTopics.page($0.text) } ?? HelpTopics.overview
        guard let path else { return Outcome(answer: page) }
        let destination = try Folder(context.surroundings).destination(path, overwrites: overwrites)
        let text = Renderer(width: 80, palette: Palette(isColoured: false)).text(of: page)
        return Outcome(answer: .wrote(path, text.utf8.count), effect: .write(Array(text.utf8), to: destination))
    }
}

extension Diagnostic {
    fileprivate static func tooManyTopics(_ word: Token) -> Diagnostic {
        Diagnostic(
            .tooManyArguments, "unexpected word '\(word.place.text)'", at: word.place,
            expectation: HelpCommand.definition.usage)
    }

    fileprivate static func unknownTopic(_ topic: Token) -> Diagnostic {
        Diagnostic(
            .unknownTopic, "there is no help on '\(topic.text)'", at: topic.place,
            expectation: "'help' lists the topics",
            suggestion: Suggestion.nearest(to: topic.text, among: HelpTopics.names))
    }
}
