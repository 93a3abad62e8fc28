import UnicodeText

/// What may be typed next: verbs, kinds, fields, words, ids and names, by position and from the session.
public struct Completer {
    private let session: Session
    private let files: (String) -> [String]

    /// What may stand in the place of a range of the text.
    public struct Result: Sendable {
        /// The UTF-8 offsets of what is replaced.
        public let range: Range<Int>
        /// What may stand there, the best first.
        public let candidates: [Candidate]
    }

    /// One thing that may be typed.
    public struct Candidate: Sendable, Hashable {
        /// What is put in, in quotation marks where it needs them.
        public let text: String
        /// What it is, in a few words.
        public let detail: String
        /// Whether the word is then whole, so that a space follows.
        public let isWhole: Bool

        init(_ text: String, _ detail: String = "", isWhole: Bool = true) {
            self.text = text
            self.detail = detail
            self.isWhole = isWhole
        }
    }

    /// Completes from a session; `files` lists the paths that begin with a text, folders with a `/` at their end.
    public init(session: Session, files: @escaping (String) -> [String]) {
        self.session = session
        self.files = files
    }

    /// What may stand at the cursor, a UTF-8 offset in the text.
    public func complete(_ text: String, at cursor: Int) -> Result {
        let position = CursorPosition(Array(text.utf8.prefix(cursor)))
        let found = candidates(at: position)
        return Result(range: position.start..<cursor, candidates: found)
    }

    private func candidates(at position: CursorPosition) -> [Candidate] {
        if position.isProse { return [] }
        guard let verb = position.tokens.first else {
            return matching(
                position.word, CommandTable.all.map { Candidate($0.definition.name, $0.definition.summary) })
        }
        guard let command = CommandTable.command(named: verb.text) else { return [] }
        if verb.text == "set", position.tokens.dropFirst().first?.isWord("shell") == true,
            session[Identifier(known: "shell")] == nil
        {
            return settings(at: position)
        }
        let signature = command.definition.signature
        let values = ValueCandidates(session: session, files: files)
        if let field = position.field {
            if let setting = setting(field, of: position) { return values.of(setting, at: position) }
            return values.of(field, kinds: kinds(of: position, signature), quote: position.quote, at: position)
        }
        let word = position.word
        if word.hasPrefix("#") { return values.tags(word) }
        if word.hasPrefix("--") {
            return matching(word, signature.options.map { Candidate("--" + $0.name, $0.summary) })
        }
        let queries = QueryCandidates(session: session, values: values)
        if let query = position.query { return queries.terms(position, after: query) }
        if signature.isQuery { return queries.at(position, verb: verb.text) }
        return arguments(signature, at: position, values)
    }

    /// The settings of the shell, or the words that one may hold.
    private func settings(at position: CursorPosition) -> [Candidate] {
        if let field = position.field {
            return matching(position.word, (Setting(rawValue: field.name)?.words ?? []).map { Candidate($0) })
        }
        return matching(
            position.word, Setting.allCases.map { Candidate($0.rawValue + "=", $0.summary, isWhole: false) })
    }

    /// The setting of an import, or of a view, that a field gives.
    private func setting(_ field: Token.Field, of position: CursorPosition) -> FieldDefinition? {
        if case .ofKindGiven(let settings)? = position.tokens.first.flatMap({ CommandTable.command(named: $0.text) })?
            .definition.signature.fields
        {
            return settings.first { $0.name.text == field.name }
        }
        guard position.query == nil, position.tokens.count > 1 else { return nil }
        let view = ViewTable.view(named: position.tokens[1].text)
        return view?.definition.settings.first { $0.name.text == field.name }
    }

    /// The kinds whose fields may stand here.
    private func kinds(of position: CursorPosition, _ signature: Signature) -> [Kind] {
        if let query = position.query {
            return query.compactMap { Kind(word: $0.text) }.first.map { [$0] } ?? Kind.listed
        }
        switch signature.fields {
        case .of(let kind): return [kind]
        case .none, .named:
            return position.tokens.dropFirst().compactMap { Kind(word: $0.text) }.first.map { [$0] } ?? Kind.listed
        case .ofKindGiven:
            let given = position.tokens.lazy.compactMap { $0.isField("kind") ? $0.field?.value?.text : nil }.first
            return given.flatMap { Kind(word: $0) }.map { [$0] } ?? Kind.listed
        case .ofKind:
            guard let first = position.tokens.dropFirst().first else { return Kind.listed }
            if first.text == "session" { return [.session] }
            if let kind = Kind(word: first.text) { return [kind] }
            return session[Identifier(known: first.text)].map { [$0.kind] } ?? Kind.listed
        }
    }

    private func arguments(_ signature: Signature, at position: CursorPosition, _ values: ValueCandidates)
        -> [Candidate]
    {
        let given = position.tokens.dropFirst().count { $0.kind == .word || $0.kind == .string }
        let arguments = signature.arguments
        var found: [Candidate] = []
        let index = min(given, arguments.count - 1)
        if index >= 0, given < arguments.count || arguments[index].count == .oneOrMore || arguments[index].count == .any
        {
            found += values.of(arguments[index].content, at: position)
        }
        if given >= arguments.count { found += repeated(arguments, at: position, values) }
        let needed = arguments.count { $0.count == .one || $0.count == .oneOrMore }
        if given >= needed { found += fields(signature, at: position) }
        return found
    }

    private func repeated(
        _ arguments: [Signature.Argument], at position: CursorPosition, _ values: ValueCandidates
    ) -> [Candidate] {
        guard let many = arguments.first(where: { $0.count == .oneOrMore }), many.name != arguments.last?.name else {
            return []
        }
        return values.of(many.content, at: position)
    }

    private func fields(_ signature: Signature, at position: CursorPosition) -> [Candidate] {
        if position.quote != nil { return [] }
        if case .none = signature.fields { return [] }
        if case .named(let settings) = signature.fields {
            return matching(position.word, settings.map { Candidate($0.name.text + "=", $0.summary, isWhole: false) })
        }
        var isLink = false
        if case .of(.link) = signature.fields { isLink = true }
        var taken: Set<FieldName> = isLink ? [.tags, .from, .relation, .to] : [.tags]
        var fields: [FieldDefinition] = []
        for field in kinds(of: position, signature).flatMap({ $0.definition.fields })
        where field.type != .digest && field.name != .merged {
            if taken.insert(field.name).inserted { fields.append(field) }
        }
        if case .ofKindGiven(let settings) = signature.fields {
            let isGiven = position.tokens.contains { $0.isField("kind") }
            fields = isGiven ? fields + settings : settings
        }
        return matching(position.word, fields.map { Candidate($0.name.text + "=", $0.summary, isWhole: false) })
    }
}

/// The candidates that begin with what was typed, without regard to case; where none does, those in which a later word does.
func matching(_ typed: String, _ candidates: [Completer.Candidate]) -> [Completer.Candidate] {
    if typed.isEmpty { return candidates }
    let folded = FoldedText.of(typed)
    var beginning: [Completer.Candidate] = []
    var inside: [Completer.Candidate] = []
    for candidate in candidates {
        let text = FoldedText.of(candidate.text)
        if text.utf8.starts(with: folded.utf8) {
            beginning.append(candidate)
        } else if text.split(whereSeparator: { " -_.\"".contains($0) }).contains(where: {
            $0.utf8.starts(with: folded.utf8)
        }) {
            inside.append(candidate)
        }
    }
    return beginning.isEmpty ? inside : beginning
}
