import DossierAnalysis
import DossierModel
import DossierTime

/// Makes entities of FollowTheMoney of records, and keeps what is lost.
struct FTMWriter {
    let words: RecordWords
    private let lasting: LastingIdentifiers
    private let markings: Markings
    /// The schema of each record that is written as a thing; links are none.
    private var schemata: [Identifier: FTMSchema] = [:]
    var losses = LossReport()

    init(_ request: ExportRequest) {
        words = RecordWords(request.session)
        lasting = LastingIdentifiers(of: request.session.header)
        markings = request.markings
        if case .session = request.content { losses.loseAll(of: request.session.header, but: [.tlp]) }
        lasting.note(in: &losses)
        for record in request.records where record.kind != .link { schemata[record.id] = FTMSchema(of: record) }
    }

    /// The entity of a record; nil where it cannot be one.
    mutating func entity(of record: Record) -> FTMEntity? {
        switch record.kind {
        case .source: source(record)
        case .entity: entity(ofEntity: record)
        case .event: event(record)
        case .claim: claim(record)
        case .note: note(record)
        case .link: link(record)
        case .session: nil
        }
    }

    func begin(_ record: Record, _ schema: FTMSchema) -> FTMEntity {
        FTMEntity(lasting.uuid(of: record.id).description, schema.rawValue)
    }

    /// The label of a record, as all formats write it.
    func label(of record: Record) -> String? { markings[record.id]?.label }

    /// The ids of those of the named records that are written as something of a schema.
    func identifiers(_ named: [Identifier], where isFitting: (FTMSchema) -> Bool = { _ in true }) -> [String] {
        named.filter { schemata[$0].map(isFitting) ?? false }.map { lasting.uuid(of: $0).description }
    }

    /// Reports a field whose records are not all written as something of a schema.
    mutating func reportMissing(
        _ field: FieldName, of record: Record, where isFitting: (FTMSchema) -> Bool = { _ in true }
    ) {
        let named = record.references(field)
        if identifiers(named, where: isFitting).count < named.count {
            losses.lose(field.text, of: record, "what it names is not in the export as such a thing")
        }
    }

    /// The title of a record as a name; its id where nothing of it is left.
    mutating func name(of record: Record) -> String {
        let name = record.title.asName
        let field = record.kind.titleField
        if let text = record.text(field), text != name {
            losses.lose(field.text, of: record, "a name is one line without control characters")
        }
        return name ?? record.id.text
    }

    /// What every thing says besides: its id, its fields of the analyst's own, its label.
    mutating func addCommon(_ record: Record, to entity: inout FTMEntity) {
        entity.add("notes", "Id: " + record.id.text)
        for field in record.customFields {
            entity.add("notes", record.typed(field).map { field.text + ": " + $0 })
        }
        entity.add("notes", label(of: record))
    }

    /// Where it was read.
    mutating func addSources(_ record: Record, to entity: inout FTMEntity) {
        let sources = words.records(.source, of: record)
        entity.add("sourceUrl", sources.compactMap { $0.text(.url)?.asWebAddress })
        entity.add("publisher", sources.compactMap { $0.text(.publisher) })
        entity.add("proof", identifiers(record.references(.source)))
        reportMissing(.source, of: record)
    }

    /// A time: a span by its two ends, all else by the finest date that holds it.
    func add(_ when: When?, to entity: inout FTMEntity) {
        guard let when else { return }
        if when.sense == .span {
            entity.add("startDate", when.sides.start?.prefixDate)
            entity.add("endDate", when.sides.end?.prefixDate)
        } else {
            entity.add("date", when.prefixDate)
        }
    }

    /// The words beside a time.
    func spelled(_ when: When) -> String { "\(when.text) (\(when.reading))" }
}
