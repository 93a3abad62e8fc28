import DossierLanguage
import DossierModel
import DossierTime

/// The contents of a report under the names that a template has for them.
///
/// Every object has all of its names, with an empty text where it has no value: a name that is missing would be looked for
/// in the section around it.
struct ReportValues {
    private let contents: ReportContents
    private let sources: [TemplateValue]

    static func of(_ contents: ReportContents) -> TemplateValue { ReportValues(contents).values }

    private init(_ contents: ReportContents) {
        self.contents = contents
        sources = contents.sources.map(ReportValues.source)
    }

    private var values: TemplateValue {
        let lists: [String: [TemplateValue]] = [
            "statuses": contents.statuses.map(status), "timeline": contents.timeline.map(event),
            "events": contents.events.map(event), "claims": contents.claims.map(claim),
            "contradictions": contents.contradictions.map(conflict), "updates": contents.updates.map(conflict),
            "judgements": contents.judgements.map(note), "forecasts": contents.forecasts.map(note),
            "hypotheses": contents.hypotheses.map(note), "gaps": contents.gaps.map(note),
            "comments": contents.comments.map(note), "figures": contents.figures.map(figures),
            "relations": contents.relations.map(relation), "entities": contents.entities.map(ReportValues.entity),
            "sources": sources,
        ]
        var members = lists.mapValues { TemplateValue.list($0) }
        for (name, list) in lists { members["has" + name.capitalised] = .flag(!list.isEmpty) }
        members["title"] = .text(contents.title)
        members["tlp"] = .text(contents.label.map { "TLP:" + $0.description.uppercased() } ?? "")
        members["scope"] = .text(ReportSentences.counts(contents.counts))
        members["undated"] = .text(contents.undated == 0 ? "" : String(contents.undated))
        return .object(members)
    }

    private func status(_ group: ReportStatus) -> TemplateValue {
        .object([
            "status": .text(orNone: group.status?.rawValue), "meaning": .text(orNone: group.status?.meaning),
            "events": .list(group.events.map(event)),
        ])
    }

    private func event(_ event: ReportEvent) -> TemplateValue {
        let claims = [("supporting", event.supporting), ("opposing", event.opposing), ("other", event.other)]
        var members: [String: TemplateValue] = [
            "id": .text(event.id.text), "title": .text(event.title),
            "status": .text(orNone: event.status?.rawValue), "meaning": .text(orNone: event.status?.meaning),
            "type": .text(orNone: event.type), "actors": .texts(event.actors), "targets": .texts(event.targets),
            "places": .texts(event.places), "quantities": .texts(event.figures.map(\.reading)),
            "text": .text(orNone: event.text), "tags": .texts(event.tags),
            "support": .text(ReportSentences.support(event.support)),
            "origins": .texts(event.support.origins.map(\.name)),
            "against": .text(ReportSentences.counts(event.support.against)),
        ]
        for (name, claims) in claims {
            members[name] = .list(claims.map(claim))
            members["has" + name.capitalised] = .flag(!claims.isEmpty)
        }
        return .object(members.adding(times(event.when)).adding(cited(event.sources)))
    }

    private func claim(_ claim: ReportClaim) -> TemplateValue {
        .object(
            [
                "id": .text(claim.id.text), "speakers": .texts(claim.speakers), "stance": .text(claim.stance),
                "title": .text(orNone: claim.title), "said": .text(orNone: claim.said?.reading),
                "about": .texts(claim.about), "quantities": .texts(claim.figures.map(\.reading)),
                "grade": .text(orNone: claim.grade?.description), "meaning": .text(orNone: claim.grade?.meaning),
                "likelihood": .text(orNone: claim.likelihood?.reading),
                "outcome": .text(orNone: claim.outcome?.meaning), "resolved": .text(orNone: claim.resolved?.reading),
                "quote": .text(orNone: claim.quote), "text": .text(orNone: claim.text), "tags": .texts(claim.tags),
                "repeated": .flag(claim.isRepeated),
            ].adding(times(claim.when)).adding(cited(claim.sources)))
    }

    private func conflict(_ conflict: ReportConflict) -> TemplateValue {
        .object([
            "about": .texts(conflict.about), "reason": .text(conflict.reason),
            "remark": .text(orNone: conflict.remark), "possible": .flag(conflict.isPossible),
            "claims": .list(conflict.claims.map(claim)),
        ])
    }

    private func note(_ note: ReportNote) -> TemplateValue {
        .object(
            [
                "id": .text(note.id.text), "text": .text(orNone: note.text), "type": .text(note.type),
                "targets": .texts(note.targets), "likelihood": .text(orNone: note.likelihood?.reading),
                "confidence": .text(orNone: note.confidence?.rawValue),
                "meaning": .text(orNone: note.confidence?.meaning), "sentences": .texts(note.sentences),
                "due": .text(orNone: note.due?.reading), "outcome": .text(orNone: note.outcome?.meaning),
                "resolved": .text(orNone: note.resolved?.reading), "quote": .text(orNone: note.quote),
                "tags": .texts(note.tags),
            ].adding(cited(note.sources)))
    }

    private func figures(_ group: ReportFigures) -> TemplateValue {
        .object([
            "subject": .text(group.subject), "unit": .text(orNone: group.unit),
            "values": .list(group.figures.map(figure)),
        ])
    }

    private func figure(_ figure: ReportFigure) -> TemplateValue {
        let quantity = figure.quantity
        return .object(
            [
                "figure": .text(quantity.reading), "low": .text(orNone: quantity.low?.description),
                "best": .text(orNone: quantity.best?.description), "high": .text(orNone: quantity.high?.description),
                "speakers": .texts(figure.speakers), "stance": .text(orNone: figure.stance),
            ].adding(times(figure.when)).adding(cited(figure.sources)))
    }

    private func relation(_ relation: ReportRelation) -> TemplateValue {
        .object(
            [
                "id": .text(relation.id.text), "from": .text(relation.from), "relation": .text(relation.relation),
                "to": .text(relation.to), "strength": .text(orNone: relation.strength),
                "grade": .text(orNone: relation.grade?.description),
                "meaning": .text(orNone: relation.grade?.meaning), "text": .text(orNone: relation.text),
                "tags": .texts(relation.tags),
            ].adding(times(relation.when)).adding(cited(relation.sources)))
    }

    private static func entity(_ entity: ReportEntity) -> TemplateValue {
        .object([
            "id": .text(entity.id.text), "name": .text(entity.name), "type": .text(orNone: entity.type),
            "aliases": .texts(entity.aliases), "roles": .texts(entity.roles), "countries": .texts(entity.countries),
            "coordinates": .text(orNone: entity.coordinates), "text": .text(orNone: entity.text),
            "tags": .texts(entity.tags),
        ])
    }

    private static func source(_ source: ReportSource) -> TemplateValue {
        .object([
            "id": .text(source.id.text), "number": .text(String(source.number)), "title": .text(source.title),
            "authors": .texts(source.authors), "publisher": .text(orNone: source.publisher),
            "published": .text(orNone: source.published?.reading), "url": .text(orNone: source.url),
            "retrieved": .text(orNone: source.retrieved?.reading), "language": .text(orNone: source.language),
            "reliability": .text(orNone: source.reliability?.rawValue),
            "meaning": .text(orNone: source.reliability?.meaning), "derived": .texts(source.derived.map(String.init)),
            "file": .text(orNone: source.file), "tags": .texts(source.tags),
            "anchor": .markup(ReportMarkdown.anchor(source.number)),
        ])
    }

    /// A time for people, in EDTF, and by its first and last day.
    private func times(_ when: When?) -> [String: TemplateValue] {
        [
            "when": .text(orNone: when?.reading), "edtf": .text(orNone: when?.text),
            "earliest": .text(orNone: when?.earliestDay), "latest": .text(orNone: when?.latestDay),
        ]
    }

    /// The sources of a record, and its citations as links.
    private func cited(_ numbers: [Int]) -> [String: TemplateValue] {
        [
            "sources": .list(numbers.filter { $0 <= sources.count }.map { sources[$0 - 1] }),
            "citations": .markup(String(ReportMarkdown.citations(numbers).dropFirst())),
        ]
    }
}

extension [String: TemplateValue] {
    fileprivate func adding(_ others: [String: TemplateValue]) -> [String: TemplateValue] {
        merging(others) { own, _ in own }
    }
}
