import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// The verbs, one line each.
package enum CommandTable {
    /// Verbs that are for one purpose.
    package struct Group: Sendable {
        /// The purpose, in a word.
        package let name: String
        /// The verbs.
        package let verbs: [any Command.Type]
    }

    /// The verbs by purpose, in the order of the help.
    package static let groups: [Group] = [
        Group(
            name: "write",
            verbs: [
                AddCommand.self, LinkCommand.self, AnnotateCommand.self, SetCommand.self, EditCommand.self,
                DropCommand.self, MergeCommand.self,
            ]),
        Group(name: "ask", verbs: [ShowCommand.self]),
        Group(name: "exchange", verbs: [ExportCommand.self, ImportCommand.self]),
        Group(name: "files", verbs: [OpenCommand.self, SaveCommand.self, ReplayCommand.self, RecordCommand.self]),
        Group(name: "steps", verbs: [UndoCommand.self, RedoCommand.self, HistoryCommand.self]),
        Group(name: "verify", verbs: [CheckCommand.self, LogCommand.self]),
        Group(name: "shell", verbs: [HelpCommand.self, QuitCommand.self]),
    ]

    /// All verbs, in the same order.
    package static let all: [any Command.Type] = groups.flatMap { $0.verbs }

    /// The names of the verbs, in the same order.
    private static let names = all.map { ShortWord($0.name) }

    /// The verb of a name.
    package static func command(named name: String) -> (any Command.Type)? {
        ShortWord(name).flatMap { index(of: $0) }.map { all[$0] }
    }

    /// The command of a line's tokens.
    ///
    /// - Throws: a diagnostic where the verb is none, or the signature does not allow its words.
    package static func command(of tokens: Tokens) throws(Diagnostic) -> any Command {
        guard let name = tokens.shortWord(0), let index = index(of: name) else { throw .unknownVerb(tokens[0]) }
        let verb = all[index]
        return try verb.init(try CallParser(name: verb.name, signature: verb.definition.signature).parse(tokens))
    }

    /// Whether all commands of a text are questions, so that no lock is needed for them; one that is wrong is none.
    package static func asksOnly(_ text: String) -> Bool {
        var lexer = Lexer(SourceText(text))
        do throws(Diagnostic) {
            while let tokens = try lexer.nextCommand() {
                guard let name = tokens.shortWord(0), let index = index(of: name), all[index].definition.isQuestion
                else { return false }
            }
            return true
        } catch {
            return false
        }
    }

    private static func index(of name: ShortWord) -> Int? { names.firstIndex(of: name) }
}

extension CommandTable {
    /// `show` before a word that is a kind or a view; nil where it is neither.
    fileprivate static func shown(_ word: String) -> String? {
        let plural = Kind(word: word).flatMap { $0 == .session ? nil : $0.plural }
        return (plural ?? ViewTable.view(named: word)?.definition.name).map { "show " + $0 }
    }
}

extension Diagnostic {
    fileprivate static func unknownVerb(_ verb: Token) -> Diagnostic {
        let names = CommandTable.all.map { $0.name }
        let word = verb.place.text
        let nearest =
            CommandTable.shown(word) ?? ForeignVerb.own(word)
            ?? (verb.kind == .word ? Suggestion.nearest(to: verb.text, among: names) : nil)
        return Diagnostic(
            .unknownVerb, "unknown verb '\(word)'", at: verb.place,
            expectation: nearest == nil ? "one of " + names.joined(separator: ", ") : nil, suggestion: nearest,
            notes: ForeignVerb.advice(word).map { [$0] } ?? [])
    }
}
