/// The verbs, one line each.
public enum CommandTable {
    /// All verbs, in the order of the help.
    public static let all: [any Command.Type] = [
        AddCommand.self,
        LinkCommand.self,
        AnnotateCommand.self,
        SetCommand.self,
        EditCommand.self,
        DropCommand.self,
        MergeCommand.self,
        ShowCommand.self,
        ExportCommand.self,
        OpenCommand.self,
        SaveCommand.self,
        ReplayCommand.self,
        RecordCommand.self,
        UndoCommand.self,
        RedoCommand.self,
        HistoryCommand.self,
        CheckCommand.self,
        LogCommand.self,
        HelpCommand.self,
        QuitCommand.self,
    ]

    private static let byName: [String: any Command.Type] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.definition.name, $0) })

    /// The verb of a name.
    public static func command(named name: String) -> (any Command.Type)? { byName[name] }

    /// The command of a line's tokens.
    ///
    /// - Throws: a diagnostic where the verb is none, or the signature does not allow its words.
    static func command(of tokens: [Token]) throws(Diagnostic) -> any Command {
        let verb = tokens[0]
        guard verb.kind == .word, let type = command(named: verb.text) else { throw .unknownVerb(verb) }
        let parser = CallParser(name: verb.text, signature: type.definition.signature)
        return try type.init(try parser.parse(tokens))
    }
}

extension Diagnostic {
    fileprivate static func unknownVerb(_ verb: Token) -> Diagnostic {
        let names = CommandTable.all.map { $0.definition.name }
        let nearest = verb.kind == .word ? Suggestion.nearest(to: verb.text, among: names) : nil
        return Diagnostic(
            .unknownVerb, "unknown verb '\(verb.place.text)'", at: verb.place,
            expectation: nearest == nil ? "one of " + names.joined(separator: ", ") : nil, suggestion: nearest)
    }
}
