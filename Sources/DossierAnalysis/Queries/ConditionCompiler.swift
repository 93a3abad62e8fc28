import DossierLanguage
import DossierModel
import DossierText
import DossierTime

/// Looks up the names and values of a query, once, before records are asked.
package struct ConditionCompiler {
    let context: Context
    let kind: Kind?
    /// Whether what is compiled is asked the other way round, so that what nobody knows must not come out as certain.
    private var isNegated = false

    /// Compiles queries about records of a kind, or of any.
    init(context: Context, kind: Kind?) {
        self.context = context
        self.kind = kind
    }

    /// The condition of a query.
    ///
    /// - Throws: a diagnostic where a field, a name or a value is none.
    func compile(_ query: Query) throws(Diagnostic) -> Condition {
        switch query {
        case .all(let terms): return .all(try compile(terms))
        case .any(let terms): return .any(try compile(terms))
        case .not(let term):
            var other = self
            other.isNegated.toggle()
            return .not(try other.compile(term))
        case .text(let token): return .contains(FoldedText.of(token.text))
        case .tag(let token): return .tag(FoldedText.of(token.text))
        case .kind(let kind): return .kind(kind)
        case .field(let token, let field): return try compile(field, token)
        }
    }

    private func compile(_ terms: [Query]) throws(Diagnostic) -> [Condition] {
        var conditions: [Condition] = []
        for term in terms { conditions.append(try compile(term)) }
        return conditions
    }

    private func compile(_ field: Token.Field, _ token: Token) throws(Diagnostic) -> Condition {
        guard let value = field.value else { throw .missingQueryValue(token, field) }
        let comparison = comparison(of: field)
        if let special = try special(field, value, comparison) { return special }
        let definitions = definitions(named: field.name)
        if definitions.isEmpty { throw .unknownQueryField(field.name, kind, known: known, at: field.namePlace) }
        var alternatives: [Condition] = []
        var failure: Diagnostic?
        for definition in definitions {
            do throws(Diagnostic) {
                alternatives.append(try compile(definition, comparison, value, token))
            } catch {
                failure = failure ?? error
            }
        }
        if alternatives.isEmpty, let failure { throw failure }
        return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
    }

    /// The fields of that name, one for each type that it has among the kinds that are asked.
    private func definitions(named name: String) -> [FieldDefinition] {
        let kinds = kind.map { [$0] } ?? Kind.listed
        var found: [FieldDefinition] = []
        for kind in kinds {
            let name = FieldName(name == "tag" ? "tags" : name == "name" && kind != .entity ? "title" : name)
            if let definition = kind.definition.field(name),
                !found.contains(where: { $0.type == definition.type && $0.name == name })
            {
                found.append(definition)
            }
        }
        return found
    }

    private var known: [String] {
        let kinds = kind.map { [$0] } ?? Kind.listed
        var names = ConditionCompiler.specials
        for name in kinds.flatMap({ $0.definition.fields }).map(\.name.text) where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// What a query may ask beside the fields of a kind.
    package static let specials = [
        "id", "kind", "linked", "relation", "has", "before", "after", "during", "overlaps", "meets", "equals",
    ]

    private func special(
        _ field: Token.Field, _ value: Token.Value, _ comparison: Condition.Comparison
    ) throws(Diagnostic) -> Condition? {
        switch field.name {
        case "id": return .identifier(Set(try references(value)))
        case "kind":
            guard let kind = Kind(word: value.text) else { throw .unknownKindInQuery(value) }
            return .kind(kind)
        case "linked": return .linked(Set(try references(value)))
        case "relation":
            if kind == .session { return nil }
            return .relation(try RelationReader(context: context).relation(value.token).relation.name)
        case "has":
            let extra = ["links", "notes", "claims"].contains(value.text)
            guard extra || !definitions(named: value.text).isEmpty else {
                throw .unknownQueryField(value.text, kind, known: known, at: value.place)
            }
            return .has(FieldName(value.text == "tag" ? "tags" : value.text))
        case "before": return try condition(.before, .less, value)
        case "after": return try condition(.after, .greater, value)
        case "during": return try condition(.during, .matches, value)
        case "overlaps": return try condition(.overlaps, .matches, value)
        case "meets", "equals":
            guard let order = Condition.Order(rawValue: field.name) else { return nil }
            return try condition(order, nil, value)
        default: return nil
        }
    }

    /// What is asked of a time: beside a date that is written, or beside the time of a record.
    private func condition(
        _ order: Condition.Order, _ comparison: Condition.Comparison?, _ value: Token.Value
    ) throws(Diagnostic) -> Condition {
        do {
            let when = try When.interpret(value.text, asOf: nil)
            return comparison.map { .when(.when, $0, when) } ?? .beside(order, when)
        } catch {
            let references = try? ReferenceParser.parse(word: value.text, at: value.place)
            guard let references, references.count == 1,
                let id = try? ReferenceResolver(context: context).resolve(references[0], in: Draft(context)).first
            else { throw value.token.invalid(error) }
            guard let when = context.session[id]?.when(.when) else { throw .recordWithoutTime(value) }
            return .beside(order, when)
        }
    }

    private func references(_ value: Token.Value) throws(Diagnostic) -> [Identifier] {
        let references = try ReferenceParser.parse(Tokens([value.token]))
        return try ReferenceResolver(context: context).resolve(references, in: Draft(context))
    }

    private func comparison(of field: Token.Field) -> Condition.Comparison {
        switch field.comparison {
        case .matches, .add, .remove: .matches
        case .equal: .equal
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        }
    }
}

extension ConditionCompiler {
    private func compile(
        _ definition: FieldDefinition, _ comparison: Condition.Comparison, _ value: Token.Value, _ token: Token
    ) throws(Diagnostic) -> Condition {
        let name = definition.name
        switch definition.type {
        case .when:
            return .when(
                name, comparison, try value.read { text throws(ValueError) in try When.interpret(text, asOf: nil) })
        case .quantity:
            let quantity = try value.read { text throws(ValueError) in try Quantity(text) }
            return .quantity(name, comparison, quantity, ofOtherUnit: isNegated ? .possibly : .no)
        case .likelihood: return .likelihood(name, comparison, try value.read(Likelihood.init))
        case .reliability: return .reliability(name, comparison, try value.read(Reliability.init))
        case .grade:
            if value.text.utf8.count == 1, let letter = try? Reliability(value.text), comparison == .matches {
                let grades = (1...6).compactMap { try? Grade(letter.rawValue + String($0)) }
                return .any(grades.map { .grade(name, .equal, $0) })
            }
            return .grade(name, comparison, try value.read(Grade.init))
        case .reference: return try reference(name, comparison, value, token)
        case .word(let vocabulary):
            if comparison != .matches && comparison != .equal {
                return .word(name, vocabulary, comparison, try value.read(vocabulary.read))
            }
            if !vocabulary.isOpen, !value.isQuoted {
                for word in words(value) { _ = try value.read { _ throws(ValueError) in try vocabulary.read(word) } }
            }
            let spellings = words(value).flatMap(vocabulary.spellings)
            return .any(spellings.map { .text(name, FoldedText.of($0), exactly: true) })
        case .tag: return .any(words(value).map { .tag(FoldedText.of($0)) })
        case .text, .zone, .coordinates, .quote, .relation, .relationDeclaration, .digest:
            return try texts(name, comparison, value, exactly: comparison == .equal, token)
        }
    }

    /// The words of a bare value: alternatives with commas between; a quoted value is one.
    private func words(_ value: Token.Value) -> [String] {
        value.isQuoted ? [value.text] : value.text.split(separator: ",").map(String.init)
    }

    private func texts(
        _ name: FieldName, _ comparison: Condition.Comparison, _ value: Token.Value, exactly: Bool, _ token: Token
    ) throws(Diagnostic) -> Condition {
        guard comparison == .matches || comparison == .equal else { throw .notOrdered(token, name) }
        let words = exactly ? words(value) : [value.text]
        return .any(words.map { .text(name, FoldedText.of($0), exactly: exactly) })
    }

    /// The records of a reference, or all whose name contains the text.
    private func reference(
        _ name: FieldName, _ comparison: Condition.Comparison, _ value: Token.Value, _ token: Token
    ) throws(Diagnostic) -> Condition {
        guard comparison == .matches || comparison == .equal else { throw .notOrdered(token, name) }
        let references = try ReferenceParser.parse(Tokens([value.token]))
        let resolver = ReferenceResolver(context: context)
        let draft = Draft(context)
        if comparison == .matches, resolver.isUnknown(anyOf: references, in: draft) {
            let bearers = context.session.entities(whoseNameContains: FoldedText.of(value.text))
            if !bearers.isEmpty { return .references(name, bearers) }
        }
        return .references(name, Set(try resolver.resolve(references, in: draft)))
    }
}

extension Diagnostic {
    fileprivate static func missingQueryValue(_ token: Token, _ field: Token.Field) -> Diagnostic {
        Diagnostic(
            .missingQueryValue, "a value is missing after '\(token.place.text)'", at: token.place.end,
            notes: ["'-has:\(field.name)' finds records without it"])
    }

    static func unknownQueryField(_ name: String, _ kind: Kind?, known: [String], at place: Place) -> Diagnostic {
        Diagnostic(
            .unknownQueryField, "\(kind?.plural ?? "records") have no field '\(name)'", at: place,
            expectation: "one of " + known.joined(separator: ", "),
            suggestion: Suggestion.nearest(to: name, among: known))
    }

    fileprivate static func unknownKindInQuery(_ value: Token.Value) -> Diagnostic {
        Diagnostic(
            .unknownKindInQuery, "'\(value.text)' is not a kind of record", at: value.place,
            expectation: "one of " + Kind.listed.map(\.rawValue).joined(separator: ", "),
            suggestion: Suggestion.nearest(to: value.text, among: Kind.listed.map(\.rawValue)))
    }

    fileprivate static func notOrdered(_ token: Token, _ name: FieldName) -> Diagnostic {
        let value = token.field?.value?.place.text ?? ""
        return Diagnostic(
            .notOrdered, "'\(name)' has no order, so it cannot be compared with < or >", at: token.place,
            expectation: "\(name):\(value) or \(name)=\(value)")
    }

    fileprivate static func recordWithoutTime(_ value: Token.Value) -> Diagnostic {
        Diagnostic(
            .recordWithoutTime, "'\(value.text)' has no time", at: value.place,
            expectation: "a record with 'when', or a date")
    }
}
