import DossierAnalysis
import DossierCommands
import DossierLanguage
import DossierModel
import DossierText

/// Completes what is typed: verbs, kinds, fields, words, ids and names, depending on the position and the session.
package struct Completer {
    let context: Context
    var values: ValueCandidates
    var given: GivenReferences { GivenReferences(context: context) }

    /// What may stand in the place of a range of the text.
    package struct Result: Sendable {
        /// The UTF-8 offsets of what is replaced.
        package let range: Range<Int>
        /// What may stand there, the best first.
        package let candidates: [Candidate]
    }

    /// Completes in a context; `files` lists the paths that begin with a text, folders with a `/` at their end.
    package init(context: Context, files: @escaping (String) -> [String]) {
        self.context = context
        values = ValueCandidates(session: context.session, files: files)
    }

    /// What may stand at the cursor, a UTF-8 offset in the text.
    package func complete(_ text: String, at cursor: Int) -> Result {
        let position = CursorPosition(Array(text.utf8.prefix(cursor)))
        if let columns = ColumnPosition(position) {
            let found = ColumnCandidates(context: context).naming(columns)
            return Result(range: columns.start..<cursor, candidates: found.best)
        }
        return Result(range: position.start..<cursor, candidates: candidates(at: position).withoutTwins.best)
    }

    private func candidates(at position: CursorPosition) -> [Candidate] {
        if position.isProse { return [] }
        guard let verb = position.tokens.first else {
            return matching(
                position.word, CommandTable.all.map { Candidate($0.definition.name, $0.definition.summary) })
        }
        guard let command = CommandTable.command(named: verb.text) else { return [] }
        if verb.text == "set", position.tokens.dropFirst().first?.isWord("shell") == true,
            context.session[Identifier(known: "shell")] == nil
        {
            return settings(at: position)
        }
        let signature = command.definition.signature
        if let field = position.field { return values(of: field, signature, at: position) }
        let word = position.word
        if word.hasPrefix("#") { return values.tags(word) }
        if word.hasPrefix("--") {
            return matching(word, signature.options.map { Candidate("--" + $0.name, $0.summary) })
        }
        let queries = QueryCandidates(values: values)
        if let query = position.query { return queries.terms(position, after: query) }
        if signature.isQuery { return queries.at(position, verb: verb.text) }
        return arguments(signature, at: position)
    }

    /// The settings of the shell, or the words that one may hold.
    private func settings(at position: CursorPosition) -> [Candidate] {
        if let field = position.field {
            return matching(position.word, (Setting(rawValue: field.name)?.words ?? []).map { Candidate($0) })
        }
        return matching(
            position.word, Setting.allCases.map { Candidate($0.rawValue + "=", $0.summary, isWhole: false) })
    }
}
