import DossierCommands
import DossierImporting
import DossierLanguage
import DossierModel
import DossierOutput

/// The fields that may stand at a position, and their values.
extension Completer {
    /// The values of a field that is being given, or asked for.
    func values(of field: Token.Field, _ signature: Signature, at position: CursorPosition) -> [Candidate] {
        let settings = position.query == nil ? self.settings(of: signature, at: position) : []
        if let setting = settings.first(where: { $0.name.text == field.name }) {
            return values.of(setting, at: position)
        }
        if field.comparison == .remove {
            let standing = values.standing(field, in: given.records(position.tokens.dropFirst()), at: position)
            if !standing.isEmpty { return standing }
        }
        let found = values.of(field, kinds: kinds(of: position, signature), at: position)
        guard ColumnPosition.isImport(position), position.word.isEmpty, position.quote == nil else { return found }
        return found + ColumnCandidates(context: context).all(of: position)
    }

    /// What may be set at a position beside fields: of a verb, a format or a view.
    private func settings(of signature: Signature, at position: CursorPosition) -> [FieldDefinition] {
        switch signature.fields {
        case .ofKindGiven(let settings):
            guard let format = position.tokens.dropFirst().first,
                let importer = ImporterTable.importer(named: format.text)
            else { return settings() }
            return (importer.definition.hasRows ? ImportPlan.settings : []) + importer.definition.settings
        case .named(let settings) where !signature.isQuery: return settings()
        case .named:
            let words = position.tokens.dropFirst().prefix(2).map(\.text)
            return words.flatMap { word in
                (ExporterTable.exporter(named: word)?.definition.settings ?? [])
                    + (ViewTable.view(named: word)?.definition.settings ?? [])
            }
        case .none, .ofKind, .of: return []
        }
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
            let kind = given.flatMap { Kind(word: $0) } ?? kindOfFormat(at: position)
            return kind.map { [$0] } ?? Kind.listed
        case .ofKind(changing: false):
            return position.tokens.dropFirst().first.flatMap { Kind(word: $0.text) }.map { [$0] } ?? Kind.listed
        case .ofKind(changing: true):
            let kinds = given.kinds(position.tokens.dropFirst())
            return kinds.isEmpty ? Kind.listed : kinds
        }
    }

    func fields(_ signature: Signature, at position: CursorPosition) -> [Candidate] {
        if position.quote != nil { return [] }
        let settings = settings(of: signature, at: position).map { Candidate(naming: $0) }
        if case .none = signature.fields { return [] }
        if case .named = signature.fields { return matching(position.word, settings) }
        var taken: Set<FieldName> = [.tags]
        if case .of(.link) = signature.fields { taken.formUnion([.from, .relation, .to]) }
        var fields: [FieldDefinition] = []
        for field in kinds(of: position, signature).flatMap({ $0.definition.fields })
        where field.type != .digest && field.name != .merged {
            if taken.insert(field.name).inserted { fields.append(field) }
        }
        var found = fields.map { Candidate(naming: $0) }
        if case .ofKindGiven = signature.fields {
            let isKindKnown = position.tokens.contains { $0.isField("kind") } || kindOfFormat(at: position) != nil
            found = isKindKnown ? found + settings : settings
        }
        return matching(position.word, found)
    }

    /// What the rows of the format that is imported become where nothing is said.
    private func kindOfFormat(at position: CursorPosition) -> Kind? {
        position.tokens.dropFirst().first.flatMap { ImporterTable.importer(named: $0.text) }?.definition.kind
    }
}
