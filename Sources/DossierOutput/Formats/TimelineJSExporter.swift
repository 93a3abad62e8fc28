import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// A timeline for web pages: the JSON of TimelineJS 3.
package struct TimelineJSExporter: Exporter {
    private let request: ExportRequest
    private let words: RecordWords

    package static let name = "timelinejs"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "a timeline for a web page (TimelineJS 3): events with dates, each with what is said about it",
        ending: "json",
        examples: [
            Example(
                "a slide for an event", "export timelinejs e2",
                answer: """
                    {
                    "events": [
                    {"unique_id": "e2", "start_date": {"year": 2024, "month": 10, "day": 21}, "display_date": "21 October 2024", "text": {"headline": "Seoul summons the ambassador", "text": "<p>Seoul. Status: confirmed. Tags: diplomacy.</p>"}}
                    ]
                    }
                    """)
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) {
        self.request = request
        words = RecordWords(request.session)
    }

    /// The years that JavaScript's dates have.
    private static let years = -271_820...275_759

    /// Writes a slide for each event with a first day.
    package func export() -> Exported {
        var losses = LossReport()
        losses.loseHeader(of: request)
        let slides = request.records.compactMap { record -> Slide? in
            guard record.kind == .event else { return nil }
            return slide(of: record, in: &losses)
        }
        let shown = Set(slides.map(\.event.id))
        let claims = request.records.filter {
            $0.kind == .claim && $0.references(.about).contains { shown.contains($0) }
        }
        report(slides.map(\.event), claims, in: &losses)
        var claimsByEvent: [Identifier: [Record]] = [:]
        for claim in claims {
            for event in claim.references(.about) { claimsByEvent[event, default: []].append(claim) }
        }
        var document = JSONObject()
        document["title"] = title
        let events = request.steps(slides.map(\.event), of: slides.count)
        document["events"] = .array(
            zip(slides, events).map { slide, event in json(of: slide, claimsByEvent[event.id] ?? []) })
        return Exported(.text(JSONDocument.text(document, listing: ["events"])), losses: losses)
    }

    /// An event with the dates that it has on the timeline.
    private struct Slide {
        let event: Record
        let when: When
        let start: CalendarPoint
        let end: CalendarPoint?
    }

    /// The first slide; nil where there is nothing to say.
    private var title: JSONValue? {
        let marking = request.marking(withTitle: request.title != nil)
        if request.title == nil, marking == nil { return nil }
        return [
            "unique_id": "title",
            "text": [
                "headline": .string(HTMLText.escaped(request.title ?? "Timeline")),
                "text": .string(marking.map { HTMLText.paragraph($0.label) } ?? ""),
            ],
        ]
    }

    private func slide(of event: Record, in losses: inout LossReport) -> Slide? {
        guard let when = event.when(.when) else {
            losses.leaveOut(event, "no date")
            return nil
        }
        let ends = CalendarEnds(when)
        guard let start = ends.start else {
            losses.leaveOut(event, "no day at which it begins")
            return nil
        }
        let points = [start, ends.end].compactMap(\.self)
        guard points.allSatisfy({ TimelineJSExporter.years.contains($0.day.year) }) else {
            losses.leaveOut(event, "a year beyond those of JavaScript")
            return nil
        }
        return Slide(event: event, when: when, start: start, end: ends.end == start ? nil : ends.end)
    }

    private func json(of slide: Slide, _ claims: [Record]) -> JSONValue {
        var json: JSONObject = ["unique_id": .string(slide.event.id.text), "start_date": date(slide.start)]
        json["end_date"] = slide.end.map { date($0) }
        json["display_date"] = .string(slide.when.reading)
        json["group"] = slide.event.text(.type).map { .string(HTMLText.escaped($0)) }
        json["text"] = [
            "headline": .string(HTMLText.escaped(slide.event.title)), "text": .string(html(of: slide.event, claims)),
        ]
        return .object(json)
    }

    private func date(_ point: CalendarPoint) -> JSONValue {
        let day = point.day
        var date: JSONObject = [
            "year": .number(JSONNumber(day.year)), "month": .number(JSONNumber(day.month)),
            "day": .number(JSONNumber(day.day)),
        ]
        if let second = point.moment?.second {
            date["hour"] = .number(JSONNumber(second / 3600))
            date["minute"] = .number(JSONNumber(second / 60 % 60))
            date["second"] = .number(JSONNumber(second % 60))
        }
        return .object(date)
    }

    private func html(of event: Record, _ claims: [Record]) -> String {
        var facts = [words.names(.actor, of: event).joined(separator: ", ")].filter { !$0.isEmpty }
        facts += words.named([.target], of: event)
        facts += [words.names(.place, of: event).joined(separator: ", ")].filter { !$0.isEmpty }
        facts += event.quantities(.quantity).map(\.reading)
        facts += words.named([.status, .tags], of: event)
        if let marking = event.marking { facts.append(marking.label) }
        var paragraphs = facts.isEmpty ? [] : [HTMLText.paragraph(facts.map { $0 + "." }.joined(separator: " "))]
        paragraphs += event.texts(.text).map(HTMLText.paragraph)
        paragraphs += claims.map { HTMLText.paragraph(words.sentences(ofClaim: $0)) }
        paragraphs += words.records(.source, of: event).map { source in
            let parts = [HTMLText.link(source.title, to: source.text(.url))]
            let all = parts + words.details(ofSource: source).map(HTMLText.escaped)
            return "<p>Source: " + all.joined(separator: ", ") + "</p>"
        }
        return paragraphs.joined()
    }

    /// Says what is not on the timeline, and what only in words.
    private func report(_ events: [Record], _ claims: [Record], in losses: inout LossReport) {
        let shown = Set(events.map(\.id))
        let told = Set(claims.map(\.id))
        let named = Set((events + claims).flatMap(\.mentions))
        let cited = Set(events.flatMap { $0.references(.source) })
        for record in request.records {
            switch record.kind {
            case .event where shown.contains(record.id): reportFields(of: record, in: &losses)
            case .event: continue
            case .claim where told.contains(record.id): reportFields(ofClaim: record, shown, in: &losses)
            case .claim: losses.leaveOut(record, "about no event on the timeline")
            case .entity where named.contains(record.id): losses.loseAll(of: record, but: [.name])
            case .source where cited.contains(record.id):
                let isLinked = record.text(.url).map(HTMLText.isOfWeb) ?? true
                losses.loseAll(
                    of: record, but: isLinked ? [.title, .url] : [.title], inWords: [.publisher, .published])
            default: losses.leaveOut(record)
            }
        }
    }

    private func reportFields(of event: Record, in losses: inout LossReport) {
        let isPlain = event.when(.when).map { CalendarEnds($0).isCertain && !$0.hasTimeOfDay } ?? true
        var inWords: Set<FieldName> = [.actor, .target, .place, .quantity, .status, .text, .tags, .tlp]
        if !isPlain { inWords.insert(.when) }
        losses.loseAll(of: event, but: [.title, .when, .type, .source], inWords: inWords)
    }

    private func reportFields(ofClaim claim: Record, _ shown: Set<Identifier>, in losses: inout LossReport) {
        losses.loseAll(
            of: claim, but: [.about],
            inWords: [
                .title, .speaker, .said, .stance, .when, .quantity, .quote, .grade, .likelihood, .outcome, .resolved,
                .text,
            ])
        if claim.quote != nil { losses.lose("quote positions", of: claim) }
        if !claim.references(.about).allSatisfy(shown.contains) {
            losses.lose("about", of: claim, "no event on the timeline")
        }
    }
}
