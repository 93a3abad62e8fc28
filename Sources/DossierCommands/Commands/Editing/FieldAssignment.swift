import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// Gives a record the fields that a command names.
///
/// Plain fields come first, in the order typed; then the text of a source, and last the quote, which needs both.
struct FieldAssignment {
    let context: Context
    /// Whether the record is new, so that a field given twice holds both, or one that is changed.
    let isNew: Bool

    /// What stands beside a kind's fields: an id of one's own, which of several equal quotes is meant, and the day against
    /// which words such as "last June" are read.
    private func isExtra(_ field: Token, of kind: Kind) -> Bool {
        field.isField("id") && kind != .session || field.isField("as-of")
            || field.isField("occurrence") && kind.definition.field(.quote) != nil
    }

    /// Assigns all fields.
    ///
    /// - Throws: a diagnostic at the first that does not fit.
    func assign(_ fields: Tokens, to record: inout Record, in draft: inout Draft) throws(Diagnostic) {
        var touched = FieldNameSet()
        var quote: Token?
        var file: Token.Value?
        var digest: Token.Value?
        var times: [(token: Token, definition: FieldDefinition, value: Token.Value)] = []
        for token in fields {
            guard let field = token.field else { continue }
            if isExtra(token, of: record.kind) { continue }
            let definition = try definition(of: field, for: record.kind)
            if definition.type.isQuote {
                quote = token
                continue
            }
            if definition.name == .file { file = field.value }
            if definition.name == .digest {
                digest = field.value
                continue
            }
            if definition.type.isTime, field.comparison == .equal, let value = field.value, value.isQuoted {
                times.append((token, definition, value))
                continue
            }
            try assign(token, field, definition, to: &record, touched: &touched, in: &draft)
        }
        if let file, record.kind == .source, !touched.contains(.text) {
            record[.text] = [.text(try SourceFile(context).text(of: file))]
            record[.file] = [.text(SourceFile.name(of: file.text))]
        }
        if record.kind == .source { try setDigest(of: &record, given: digest, isNewText: touched.contains(.text)) }
        if times.isEmpty, let asOf = fields.field("as-of") {
            throw .asOfWithoutWords(asOf)
        }
        for time in times {
            try assign(time: time.value, to: time.definition.name, of: &record, among: fields, in: &draft)
        }
        if let quote { try assign(quote: quote, among: fields, to: &record, in: draft) }
    }

    private func definition(of field: Token.Field, for kind: Kind) throws(Diagnostic) -> FieldDefinition {
        guard let definition = kind.definition.field(FieldName(field.name)) else {
            throw .unknownField(field.name, kind, at: field.namePlace)
        }
        return definition
    }

    private func assign(
        _ token: Token, _ field: Token.Field, _ definition: FieldDefinition, to record: inout Record,
        touched: inout FieldNameSet, in draft: inout Draft
    ) throws(Diagnostic) {
        let name = definition.name
        guard let value = field.value, !value.isEmpty else {
            guard field.comparison == .equal else { throw .missingValue(token, field) }
            record[name] = []
            touched.insert(name)
            return
        }
        let values = try FieldReader(context: context, kind: record.kind).values(value, of: definition, in: &draft)
        let isFirst = touched.insert(name)
        let current = record[name]
        switch field.comparison {
        case .remove:
            for old in values where !current.contains(old) { throw .notHeld(token, field, old, current) }
            record[name] = current.filter { !values.contains($0) }
        case .equal where isFirst && !isNew: record[name] = try single(values, definition, token)
        case .equal where current.isEmpty: record[name] = try single(values, definition, token)
        case .equal where definition.holdsMany:
            record[name] = try single(current + values.filter { !current.contains($0) }, definition, token)
        case .equal: throw .heldTwice(token, field)
        default:
            if !definition.holdsMany, !current.isEmpty { throw .holdsOne(token, field) }
            record[name] = current + values.filter { !current.contains($0) }
        }
    }

    /// A time in words is read against `as-of`, or else against the day on which the record's source was published.
    private func assign(
        time value: Token.Value, to name: FieldName, of record: inout Record, among fields: Tokens,
        in draft: inout Draft
    ) throws(Diagnostic) {
        if value.isEmpty {
            record[name] = []
            return
        }
        if isNew, !record[name].isEmpty { throw .timeTwice(value, name) }
        let asOf = try asOf(of: record, among: fields, in: draft)
        let aim = aim(of: name, in: record, among: fields)
        var when = try value.read { text throws(ValueError) in try When.interpret(text, asOf: asOf, aim: aim) }
        // What is EDTF already says what it means, so that a script gives the same records before and after a zone is set.
        if when.isLocal, when.text != value.text, let zone = zone(of: record, in: draft) { when = when.inZone(zone) }
        if when.text != value.text { draft.note(Draft.Reading(field: name, words: value.text, value: .when(when))) }
        record[name] = [.when(when)]
    }

    /// What is due, forecast, demanded or expected lies ahead of the day on which its words were published.
    private func aim(of name: FieldName, in record: Record, among fields: Tokens) -> WordsAim {
        func word(_ field: FieldName) -> String? {
            fields.last { $0.field?.name == field.description }?.field?.value?.text ?? record[field].first?.typed
        }
        switch name {
        case .due: return .ahead
        case .when where record.kind == .claim:
            return word(.stance).flatMap { Stance(rawValue: $0) }?.looksAhead == true ? .ahead : .usual
        case .when where record.kind == .event: return word(.status) == EventStatus.expected.rawValue ? .ahead : .usual
        case .when where record.kind == .note: return word(.type) == NoteType.forecast.rawValue ? .ahead : .usual
        default: return .usual
        }
    }

    private func asOf(of record: Record, among fields: Tokens, in draft: Draft) throws(Diagnostic) -> When? {
        if let value = fields.last(where: { $0.isField("as-of") })?.field?.value {
            return try value.read(When.init)
        }
        return sources(of: record, in: draft).lazy.compactMap { draft[$0]?.when(.published) }.first
    }

    /// The zone of the times of day in the record's source.
    private func zone(of record: Record, in draft: Draft) -> String? {
        if record.kind == .source { return record.text(.zone) }
        return sources(of: record, in: draft).lazy.compactMap { draft[$0]?.text(.zone) }.first
    }

    /// The sources in which the words of a record were read.
    private func sources(of record: Record, in draft: Draft) -> [Identifier] {
        record.kind == .note
            ? QuoteFinder.sources(ofTargets: record.references(.target), in: draft) : record.references(.source)
    }

    /// A list may not go into a field of one value.
    private func single(_ values: [FieldValue], _ definition: FieldDefinition, _ token: Token) throws(Diagnostic)
        -> [FieldValue]
    {
        if values.count < 2 { return values }
        if !definition.holdsMany, let field = token.field { throw .holdsOne(token, field) }
        var seen: Set<FieldValue> = []
        return values.filter { seen.insert($0).inserted }
    }

    /// That of the text where there is one. Of a file whose text is not kept it may be given.
    private func setDigest(of record: inout Record, given: Token.Value?, isNewText: Bool) throws(Diagnostic) {
        if let text = record.text(.text) {
            let digest = Digest.of(text)
            if let given, given.text != digest { throw .otherDigest(given) }
            record[.digest] = [.text(digest)]
        } else if let given {
            record[.digest] = [.text(try given.read(Digest.read))]
        } else if isNewText {
            record[.digest] = []
        }
    }

    private func assign(
        quote token: Token, among fields: Tokens, to record: inout Record, in draft: Draft
    ) throws(Diagnostic) {
        guard let field = token.field, field.comparison == .equal else { throw .quoteIsOne(token) }
        guard let value = field.value, !value.isEmpty else {
            record[.quote] = []
            return
        }
        var sources = record.references(.source)
        if record.kind == .note { sources = QuoteFinder.sources(ofTargets: record.references(.target), in: draft) }
        let finder = QuoteFinder(sources: sources, draft: draft)
        let occurrence = fields.field("occurrence")?.field?.value
        record[.quote] = [.quote(try finder.find(value.token, occurrence: occurrence?.token))]
    }
}

extension Diagnostic {
    fileprivate static func missingValue(_ token: Token, _ field: Token.Field) -> Diagnostic {
        Diagnostic(
            .missingValue, "a value is missing after '\(field.name)\(field.comparison.text)'", at: token.place.end,
            notes: ["'\(field.name)=' clears the field"])
    }

    static func heldTwice(_ token: Token, _ field: Token.Field) -> Diagnostic {
        Diagnostic(
            .heldTwice, "'\(field.name)' is given twice, but holds only one value", at: token.place,
            expectation: "one of the two")
    }

    fileprivate static func asOfWithoutWords(_ token: Token) -> Diagnostic {
        Diagnostic(
            .asOfWithoutWords, "'as-of=' is given without a time in words", at: token.place,
            expectation: "a time in words as well, in quotation marks: when=\"last June\"")
    }

    fileprivate static func otherDigest(_ value: Token.Value) -> Diagnostic {
        Diagnostic(
            .invalidValue, "this is not the SHA-256 of the text", at: value.place,
            notes: ["leave it out: it is computed when the text is read, and typed only for a text that is not stored"])
    }

    fileprivate static func timeTwice(_ value: Token.Value, _ name: FieldName) -> Diagnostic {
        Diagnostic(.heldTwice, "'\(name)' is given twice, but holds only one value", at: value.place)
    }

    fileprivate static func holdsOne(_ token: Token, _ field: Token.Field) -> Diagnostic {
        Diagnostic(
            .holdsOne, "'\(field.name)' holds only one value", at: token.place,
            suggestion: field.comparison == .add ? "\(field.name)=\(field.value?.place.text ?? "")" : nil)
    }

    fileprivate static func notHeld(
        _ token: Token, _ field: Token.Field, _ value: FieldValue, _ current: [FieldValue]
    ) -> Diagnostic {
        Diagnostic(
            .notHeld,
            current.isEmpty ? "'\(field.name)' is empty" : "'\(field.name)' does not contain '\(value.typed)'",
            at: token.place,
            expectation: current.isEmpty ? nil : "one of " + current.map(\.typed).joined(separator: ", "))
    }

    fileprivate static func quoteIsOne(_ token: Token) -> Diagnostic {
        Diagnostic(.quoteIsOne, "a record has only one quote", at: token.place, expectation: #"quote="…""#)
    }
}
