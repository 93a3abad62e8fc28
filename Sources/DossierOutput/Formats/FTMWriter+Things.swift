import DossierModel
import DossierTime

extension FTMWriter {
    mutating func source(_ source: Record) -> FTMEntity {
        var entity = begin(source, .article)
        let name = name(of: source)
        entity.add("title", name)
        entity.add("name", name)
        entity.add("fileName", source.text(.file))
        entity.add("author", source.texts(.author))
        entity.add("publisher", source.text(.publisher))
        entity.add("publishedAt", source.when(.published)?.prefixDate)
        entity.add("retrievedAt", source.when(.retrieved)?.prefixDate)
        let language = source.text(.language).flatMap { FTMLanguage.code(of: $0) }
        entity.add("language", language)
        let address = source.text(.url)?.asWebAddress
        entity.add("sourceUrl", address)
        entity.add("bodyText", source.text(.text))
        entity.add("keywords", source.texts(.tags))
        var inWords: Set<FieldName> = [.reliability, .zone, .derived]
        if address == nil { inWords.insert(.url) }
        if language == nil { inWords.insert(.language) }
        for field in [FieldName.published, .retrieved] {
            // There is room for one date, not for two ends.
            let isPlain = source.when(field).map { $0.isPlainDate && $0.sense != .span } ?? true
            if !isPlain { inWords.insert(field) }
        }
        addCommon(source, to: &entity)
        entity.add("notes", words.named(FTMWriter.order.filter(inWords.contains), of: source))
        losses.loseAll(
            of: source,
            but: Set(
                [.title, .file, .author, .publisher, .published, .retrieved, .language, .url, .text, .tags, .tlp]
                    + source.customFields), inWords: inWords)
        return entity
    }

    /// The order in which fields stand among the notes.
    private static let order: [FieldName] = [
        .url, .published, .retrieved, .language, .reliability, .zone, .derived, .type, .role, .country, .coordinates,
    ]

    mutating func entity(ofEntity record: Record) -> FTMEntity {
        let schema = FTMSchema(of: record)
        var entity = begin(record, schema)
        let name = name(of: record)
        entity.add("name", name)
        entity.add("alias", record.texts(.alias).compactMap(\.asName))
        if record.texts(.alias).contains(where: { $0.asName != $0 }) {
            losses.lose("alias", of: record, "a name is one line without control characters")
        }
        entity.add("description", record.texts(.text))
        entity.add("keywords", record.texts(.tags))
        var inWords: Set<FieldName> = [.role, .country, .coordinates]
        if record.text(.type) != schema.type?.rawValue { inWords.insert(.type) }
        // FollowTheMoney refuses an address that looks like HTML; the name stands there in any case.
        if schema == .address, !name.contains("<") { entity.add("full", name) }
        if schema == .address, case .coordinates(let point)? = record[.coordinates].first {
            entity.add("latitude", "\(point.north)")
            entity.add("longitude", "\(point.east)")
            inWords.remove(.coordinates)
        }
        if schema == .person {
            entity.add("position", record.texts(.role))
            inWords.remove(.role)
        }
        addCommon(record, to: &entity)
        entity.add("notes", words.named(FTMWriter.order.filter(inWords.contains), of: record))
        losses.loseAll(
            of: record,
            but: Set([.name, .alias, .text, .tags, .tlp, .role, .type, .coordinates] + record.customFields),
            inWords: inWords)
        return entity
    }

    mutating func event(_ event: Record) -> FTMEntity {
        var entity = begin(event, .event)
        entity.add("name", name(of: event))
        let when = event.when(.when)
        add(when, to: &entity)
        let involved = event.references(.actor) + event.references(.target)
        entity.add("involved", identifiers(involved) { $0.isLegalEntity })
        entity.add("location", words.names(.place, of: event).compactMap(\.asName))
        entity.add("addressEntity", identifiers(event.references(.place)) { $0 == .address })
        entity.add("description", event.texts(.text))
        entity.add("keywords", event.texts(.type) + event.texts(.tags))
        entity.add("notes", "When: " + (when.map { spelled($0) } ?? "not known"))
        entity.add("notes", words.named([.actor, .target], of: event))
        let figures = event.quantities(.quantity).map { "\($0.text) (\($0.reading))" }
        entity.add("notes", figures.map { "Quantity: " + $0 })
        entity.add("notes", words.named([.status], of: event))
        addCommon(event, to: &entity)
        addSources(event, to: &entity)
        var inWords: Set<FieldName> = [.actor, .target, .quantity, .status]
        if when?.isPlainDate == false { inWords.insert(.when) }
        losses.loseAll(
            of: event, but: Set([.title, .when, .type, .place, .source, .text, .tags, .tlp] + event.customFields),
            inWords: inWords)
        return entity
    }

    mutating func claim(_ claim: Record) -> FTMEntity {
        var entity = begin(claim, .note)
        entity.add("name", name(of: claim))
        let subjects = claim.references(.about) + claim.references(.speaker)
        entity.add("entity", identifiers(subjects))
        entity.add("description", words.sentences(ofClaim: claim))
        entity.add("keywords", [claim.kind.rawValue] + claim.texts(.stance) + claim.texts(.tags))
        entity.add("notes", claim.when(.said).map { "Said: " + $0.text })
        entity.add("notes", claim.when(.when).map { "When: " + spelled($0) })
        entity.add("notes", words.named([.grade], of: claim))
        addCommon(claim, to: &entity)
        addSources(claim, to: &entity)
        reportMissing(.about, of: claim)
        losses.loseAll(
            of: claim, but: Set([.title, .about, .source, .stance, .tags, .tlp] + claim.customFields),
            inWords: [.speaker, .said, .when, .quantity, .quote, .grade, .likelihood, .outcome, .resolved, .text])
        reportPositions(of: claim)
        return entity
    }

    mutating func note(_ note: Record) -> FTMEntity {
        var entity = begin(note, .note)
        let type = note.text(.type) ?? note.kind.rawValue
        entity.add("name", type.prefix(1).uppercased() + type.dropFirst())
        entity.add("entity", identifiers(note.references(.target)))
        entity.add("description", words.sentences(ofNote: note))
        entity.add("keywords", [type] + note.texts(.tags))
        addCommon(note, to: &entity)
        reportMissing(.target, of: note)
        losses.loseAll(
            of: note, but: Set([.text, .type, .target, .tags, .tlp] + note.customFields),
            inWords: [.quote, .likelihood, .confidence, .due, .outcome, .resolved])
        reportPositions(of: note)
        return entity
    }

    private mutating func reportPositions(of record: Record) {
        if record.quote != nil { losses.lose("quote positions", of: record) }
    }

    /// A link; a link that begins or ends at another one cannot be written, for that is no thing.
    mutating func link(_ link: Record) -> FTMEntity? {
        let ends = [link.references(.from), link.references(.to)].map { identifiers($0) }
        guard let subject = ends[0].first, let object = ends[1].first else {
            losses.leaveOut(link, "an end of it is not in the export as a thing")
            return nil
        }
        var entity = begin(link, .link)
        entity.add("subject", subject)
        entity.add("object", object)
        entity.add("role", link.text(.relation))
        add(link.when(.when), to: &entity)
        entity.add("description", link.texts(.text))
        entity.add("recordId", link.id.text)
        entity.add("summary", link.when(.when).map { "When: " + spelled($0) })
        entity.add("summary", words.named([.strength, .grade, .tags] + link.customFields, of: link))
        entity.add("summary", label(of: link))
        addSources(link, to: &entity)
        losses.loseAll(
            of: link, but: [.from, .to, .relation, .source, .text, .tlp],
            inWords: Set([.when, .strength, .grade, .tags] + link.customFields))
        return entity
    }
}
