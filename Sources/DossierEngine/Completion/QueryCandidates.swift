import DossierAnalysis
import DossierCommands
import DossierLanguage
import DossierModel
import DossierOutput
import DossierTime

/// What may stand in a query: kinds, views and records first, then fields and clauses.
struct QueryCandidates {
    let values: ValueCandidates

    private static let clauses = [
        Completer.Candidate("by", "how rows are sorted"), Completer.Candidate("with", "the columns"),
        Completer.Candidate("limit", "how many rows"), Completer.Candidate("count", "count by FIELD"),
        Completer.Candidate("sum", "quantities added up, sum by FIELD"),
        Completer.Candidate("as", "csv, json or markdown"), Completer.Candidate("or", "one of two must match"),
    ]

    private static let units = CalendarPeriod.Unit.allCases.map { unit in
        Completer.Candidate(unit.rawValue, unit == .week ? "the week of ISO 8601" : "the \(unit) in which it falls")
    }

    private static let asOf = Completer.Candidate("as-of", "what had been said or published by a day")
    private static let at = Completer.Candidate("at", "as the session was after an entry of the log, or at a time")

    /// What may stand at a position of `show` or `export`.
    func at(_ position: CursorPosition, verb: String) -> [Completer.Candidate] {
        var before = position.tokens.dropFirst()
        var found: [Completer.Candidate] = []
        if verb == "export" {
            guard let format = before.popFirst() else { return values.of(.format, at: position) }
            let definition = ExporterTable.exporter(named: format.text)?.definition
            if before.last?.isWord("to") == true {
                return values.paths(position, ending: definition.map { [$0.ending] } ?? [])
            }
            found.append(Completer.Candidate("to", "the file"))
            found += (definition?.settings ?? []).map { Completer.Candidate(naming: $0) }
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
            let settings = view.definition.settings.map { Completer.Candidate(naming: $0) }
            let records =
                view.definition.takesReferences
                ? values.records(position, kinds: view.definition.kinds) : []
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
        let words = before.last?.kind == .minus ? before.dropLast() : before
        if let previous = words.last?.text {
            let beforeBy = previous == "by" ? words.dropLast().last?.text : nil
            if beforeBy == "count" || beforeBy == "sum" {
                let fields = names(of: kind).map { Completer.Candidate($0.0, $0.1) }
                return matching(position.word, fields + QueryCandidates.units)
            }
            if ["by", "with"].contains(previous) { return list(of: names(of: kind), at: position) }
            if previous == "as" { return matching(position.word, TableFormat.names.map { Completer.Candidate($0) }) }
            if previous == "sum" {
                return matching(
                    position.word, [Completer.Candidate("by", "FIELD")] + found + clausesAndFields(of: kind))
            }
            if previous == "count" { return matching(position.word, [Completer.Candidate("by", "FIELD")]) }
        }
        return matching(position.word, found + clausesAndFields(of: kind))
    }

    /// Names of fields, several behind commas.
    private func list(of names: [(String, String)], at position: CursorPosition) -> [Completer.Candidate] {
        let comma = position.word.lastIndex(of: ",")
        let head = comma.map { position.word[...$0] } ?? ""
        let given = head.split(separator: ",")
        let rest = position.word.dropFirst(head.count)
        let open = names.filter { !given.contains($0.0[...]) }.map { Completer.Candidate($0.0, $0.1) }
        return matching(String(rest), open).map { $0.behind(head) }
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
