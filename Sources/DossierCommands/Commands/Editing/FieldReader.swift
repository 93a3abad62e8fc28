import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// Reads the values of a field from what was typed: names become records, words become values.
struct FieldReader {
    let context: Context
    let kind: Kind

    /// The values: several where a bare word lists records.
    ///
    /// - Throws: a diagnostic where the text is no value of the field's type, or names nothing.
    func values(_ value: Token.Value, of field: FieldDefinition, in draft: inout Draft) throws(Diagnostic)
        -> [FieldValue]
    {
        switch field.type {
        case .reference(let kinds, let making): return try references(value, kinds, making, field, in: &draft)
        case .relation:
            let (relation, isInverse) = try RelationReader(context: context).relation(value.token)
            if isInverse { throw .relationFromOtherEnd(relation, at: value.place) }
            return [.text(relation.name)]
        case .quantity:
            let reading = try value.read { text throws(ValueError) in try QuantityReader.read(text) }
            if !reading.isTyped {
                draft.note(Draft.Reading(field: field.name, words: value.text, value: .quantity(reading.quantity)))
            }
            return [.quantity(reading.quantity)]
        default:
            let read: FieldValue
            do { read = try FieldValue.read(value.text, as: field.type) } catch { throw value.token.invalid(error) }
            if case .word(let vocabulary) = field.type, let near = vocabulary.nearMiss(of: read.typed),
                !isInUse(read, field.name)
            {
                draft.note("'\(read.typed)' is not one of the usual \(vocabulary.name)s; did you mean '\(near)'?")
            }
            return [read]
        }
    }

    /// Whether a record holds the value already, so that it is a word of the analyst's own.
    private func isInUse(_ value: FieldValue, _ name: FieldName) -> Bool {
        context.session.valueCounts(name, of: kind).contains { $0.value == value && $0.count > 0 }
    }

    private func references(
        _ value: Token.Value, _ kinds: [Kind], _ making: FieldType.EntityMaking, _ field: FieldDefinition,
        in draft: inout Draft
    ) throws(Diagnostic) -> [FieldValue] {
        let resolver = ReferenceResolver(context: context)
        let found: [Identifier]
        if value.isQuoted {
            if let known = try resolver.find(value.text, at: value.place, in: draft) {
                found = [known]
            } else if case .entity(let type) = making {
                found = [draft.makeEntity(named: value.text, type: type)]
            } else {
                throw resolver.unknown(value.text, at: value.place)
            }
        } else {
            found = try resolver.resolve(word: value.text, at: value.place, in: draft)
        }
        for id in found {
            if let kind = draft.kind(of: id), !kinds.contains(kind) {
                throw .wrongKind(id, kind, kinds, field, at: value.place)
            }
        }
        return found.map { .reference($0) }
    }
}

extension Diagnostic {
    fileprivate static func relationFromOtherEnd(_ relation: Relation, at place: Place) -> Diagnostic {
        Diagnostic(
            .unknownRelation, "'\(place.text)' is the inverse of '\(relation.name)'", at: place,
            expectation: "relation=\(relation.name), with from= and to= exchanged")
    }

    fileprivate static func wrongKind(
        _ id: Identifier, _ kind: Kind, _ kinds: [Kind], _ field: FieldDefinition, at place: Place
    )
        -> Diagnostic
    {
        Diagnostic(
            .wrongKind, "'\(id)' is \(kind.withArticle)", at: place,
            expectation: "'\(field.name)' must name " + kinds.map(\.withArticle).joined(separator: " or "))
    }
}
