import DossierAnalysis
import DossierLanguage

/// `history`: shows what was typed.
package struct HistoryCommand: Command {
    private let request: EntryRequest
    private let verb: Token

    package static let name = "history"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Shows the commands typed in the shell, the latest at the bottom.",
        Signature([
            .init("N", .number, .optional, "how many entries; 20 by default"),
            .init("WORDS", .text, .any, "words that they must contain"),
        ]),
        isQuestion: true,
        examples: [
            Example("the last entries", "history", answer: "  1  link e1 supports c1"),
            Example("the last links", "history 5 link", answer: "  1  link e1 supports c1"),
        ],
        details: [
            "A line that begins with a space is not kept. Only you can read the history file; 'set shell history=0' keeps nothing.",
            "Up and Down recall entries, Ctrl-R searches them.",
        ])

    /// Reads the count and the words.
    package init(_ call: Call) throws(Diagnostic) {
        verb = call.verb
        var words = call.arguments[...]
        var limit = 20
        if let first = words.first, first.kind == .word, let count = Int(first.text) {
            guard count > 0 else { throw .notANumber(first) }
            limit = count
            words.removeFirst()
        }
        request = EntryRequest(limit: limit, words: words.map(\.text))
    }

    /// Asks the engine for the entries.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        if context.surroundings.isScript {
            throw .notInScript(verb.text, at: verb.place, notes: ["the history belongs to the shell, not to a script"])
        }
        return Outcome(effect: .history(request))
    }
}
