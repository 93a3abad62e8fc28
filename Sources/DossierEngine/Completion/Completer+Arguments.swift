import DossierImporting
import DossierLanguage
import DossierModel
import DossierOutput

/// What may stand as an argument of a verb, by those before it.
extension Completer {
    func arguments(_ signature: Signature, at position: CursorPosition) -> [Candidate] {
        if position.tokens.first?.text == "merge" { return partners(position) }
        let given = position.tokens.dropFirst().count { $0.kind == .word || $0.kind == .string }
        let arguments = signature.arguments
        if position.tokens.last?.isWord("to") == true, let file = arguments.last, file.words == 2 {
            return argument(file, after: nil, at: position)
        }
        let mayGiveFields = given >= arguments.count(where: \.isNeeded)
        let fields = mayGiveFields ? self.fields(signature, at: position) : []
        var completer = self
        // A field that begins so leaves out words inside titles, which need not be looked for.
        completer.values.looksInside = !fields.contains { $0.match == .text }
        return completer.places(arguments, given: given, at: position) + fields
    }

    private func places(_ arguments: [Signature.Argument], given: Int, at position: CursorPosition) -> [Candidate] {
        var found: [Candidate] = []
        let index = min(given, arguments.count - 1)
        if index >= 0, given < arguments.count || arguments[index].count == .oneOrMore || arguments[index].count == .any
        {
            found += argument(arguments[index], after: arguments[..<index].last, at: position)
        }
        if given >= arguments.count, let many = arguments.dropLast().first(where: { $0.count == .oneOrMore }) {
            found += argument(many, after: nil, at: position)
        }
        return found
    }

    private func argument(
        _ argument: Signature.Argument, after previous: Signature.Argument?, at position: CursorPosition
    ) -> [Candidate] {
        let before = position.tokens.dropFirst()
        if argument.words == 2, before.last?.isWord("to") != true {
            return matching(position.word, [Candidate("to", argument.summary)])
        }
        switch (argument.content, previous?.content) {
        case (.path, .importFormat):
            let format = before.first.flatMap { ImporterTable.importer(named: $0.text) }
            return values.paths(position, ending: format?.definition.endings ?? [])
        case (.relation, _): return values.relations(position, from: given.kinds(before))
        case (.reference, .relation): return ends(position)
        case (.word(let names), .reference):
            let kinds = given.kinds(before)
            let fields = names.filter { name in kinds.contains { $0.definition.field(FieldName(name)) != nil } }
            return values.of(.word(fields.isEmpty ? names : fields), at: position)
        default: return values.of(argument.content, at: position)
        }
    }

    /// The records at which the relation before the cursor may end.
    private func ends(_ position: CursorPosition) -> [Candidate] {
        let before = position.tokens.dropFirst()
        let word = before.last?.text ?? ""
        let relations = context.session.relations
        guard
            let relation = relations.first(where: { $0.name == word }) ?? relations.first(where: { $0.inverse == word })
        else { return values.records(position, kinds: Kind.listed) }
        let kinds = relation.name == word ? relation.to : relation.from
        // A part is mostly of the kind of the whole, an origin of the kind of what draws on it.
        let starts = given.kinds(before.dropLast())
        let same = relation.from == relation.to && kinds.count < Kind.listed.count ? kinds.filter(starts.contains) : []
        return values.records(
            position, kinds: same + kinds.filter { !same.contains($0) }, fitting: FittingTypes(endOf: word),
            leavingOut: given.identifiers(before.dropLast()))
    }

    /// The records that may be merged with those before the cursor, and the word before the one that stays.
    private func partners(_ position: CursorPosition) -> [Candidate] {
        let before = position.tokens.dropFirst()
        let into = before.firstIndex { $0.isWord("into") }
        let named = before[before.startIndex..<(into ?? before.endIndex)]
        if let into, into + 1 < before.endIndex { return [] }
        let kinds = given.kinds(named)
        let records = values.records(
            position, kinds: kinds.isEmpty ? Kind.listed : kinds, leavingOut: given.identifiers(named))
        return into == nil && !named.isEmpty
            ? matching(position.word, [Candidate("into", "the record that stays")]) + records : records
    }
}
