/// What may stand in a query: kinds, views and records first, then fields and clauses.
struct QueryCandidates {
    let session: Session
    let values: ValueCandidates

    private static let clauses = [
        Completer.Candidate("by", "how rows are sorted"), Completer.Candidate("with", "the columns"),
        Completer.Candidate("limit", "how many rows"), Completer.Candidate("count", "count by FIELD"),
        Completer.Candidate("as", "csv, json or markdown"), Completer.Candidate("or", "one of two must match"),
    ]

    private static let asOf = Completer.Candidate("as-of", "what had been said or published by a day")
    private static let at = Completer.Candidate("at", "as the session was after an entry of the log, or at a time")

    /// What may stand at a position of `show` or `export`.
    func at(_ position: CursorPosition, verb: String) -> [Completer.Candidate] {
        var before = position.tokens.dropFirst()
        var found: [Completer.Candidate] = []
        if verb == "export" {
            guard before.popFirst() != nil else { return values.of(.format, at: position) }
            if before.last?.isWord("to") == true { return values.paths(position) }
            found.append(Completer.Candidate("to", "the file"))
        }
        guard let first = before.first else {
            return matching(position.word, kinds + views + found) + values.records(position, kinds: Kind.listed)
        }
        let view = ViewTable.view(named: first.text)
        // Where a view wants a record, that comes first.
        if verb == "show", before.count > 1 || view?.definition.takesReferences != true {
            switch view?.definition.reads ?? .records {
            case .records: found += [QueryCandidates.asOf, QueryCandidates.at]
            case .log: found.append(QueryCandidates.at)
            case .nothing: break
            }
        }
        if let view {
            let settings = view.definition.settings.map {
                Completer.Candidate($0.name.text + "=", $0.summary, isWhole: false)
            }
            let records =
                view.definition.takesReferences
                ? values.records(position, kinds: view.definition.name == "text" ? [.source] : Kind.listed) : []
            let words = view.definition.words.map {
                Completer.Candidate($0.text, $0.summary, isWhole: !$0.text.hasSuffix(":"))
            }
            var terms: [Completer.Candidate] = []
            if view.definition.takesQuery {
                let rest = before.dropFirst()
                terms =
                    rest.isEmpty
                    ? matching(position.word, kinds + clausesAndFields(of: nil)) : self.terms(position, after: rest)
            }
            return terms + records + matching(position.word, words + found.filter { $0.text != "to" } + settings)
        }
        return terms(position, after: before, found)
    }

    /// What may stand in a query after some of its tokens.
    func terms(
        _ position: CursorPosition, after before: Tokens, _ found: [Completer.Candidate] = []
    ) -> [Completer.Candidate] {
        guard let first = before.first else {
            return matching(position.word, kinds) + values.records(position, kinds: Kind.listed)
        }
        let kind = Kind(word: first.text)
        if let previous = before.last?.text {
            if ["by", "with"].contains(previous) {
                return matching(position.word, names(of: kind).map { Completer.Candidate($0.0, $0.1) })
            }
            if previous == "as" { return matching(position.word, TableFormat.names.map { Completer.Candidate($0) }) }
            if previous == "count" { return matching(position.word, [Completer.Candidate("by", "FIELD")]) }
        }
        return matching(position.word, found + clausesAndFields(of: kind))
    }

    private func clausesAndFields(of kind: Kind?) -> [Completer.Candidate] {
        let fields = names(of: kind).map { Completer.Candidate($0.0 + ":", $0.1, isWhole: false) }
        let specials = ConditionCompiler.specials.map { Completer.Candidate($0 + ":", isWhole: false) }
        return QueryCandidates.clauses + fields + specials
    }

    private var kinds: [Completer.Candidate] {
        Kind.listed.map { Completer.Candidate($0.plural, $0.definition.summary) }
    }

    private var views: [Completer.Candidate] {
        ViewTable.all.map { Completer.Candidate($0.definition.name, $0.definition.summary) }
    }

    private func names(of kind: Kind?) -> [(String, String)] {
        var names: [(String, String)] = []
        for field in (kind.map { [$0] } ?? Kind.listed).flatMap({ $0.definition.fields })
        where field.type != .digest && !names.contains(where: { $0.0 == field.name.text }) {
            names.append((field.name.text, field.summary))
        }
        return names
    }
}
