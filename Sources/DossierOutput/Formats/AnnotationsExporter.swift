import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// Claims and notes on the words that they rest on: Web Annotations (W3C).
package struct AnnotationsExporter: Exporter {
    private let request: ExportRequest
    private let words: RecordWords
    private let identifiers: LastingIdentifiers

    package static let name = "annotations"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "Web Annotations (W3C): claims and notes on the words of their sources",
        readsTimes: true, ending: "jsonld",
        examples: [
            Example(
                "a claim on the words of its source", "export annotations c2",
                after: [
                    #"add claim c2 "It is an escalation" speaker="Mark Rutte" source=s1 quote="represents a significant escalation""#
                ],
                answer: #"""
                    {
                    "@context": "http://www.w3.org/ns/anno.jsonld",
                    "id": "urn:uuid:a4aa8fb3-313f-538f-b1e8-e745c52dc40f",
                    "type": "AnnotationCollection",
                    "label": "Annotations",
                    "total": 1,
                    "first": {
                    "id": "urn:uuid:e6871f22-284a-580e-aa7d-f58eb7454dce",
                    "type": "AnnotationPage",
                    "startIndex": 0,
                    "items": [
                    {"id": "urn:uuid:3461fa82-b5a3-53c4-afa6-170f8cfa69fe", "type": "Annotation", "motivation": "describing", "created": "2024-10-23T09:00:00Z", "modified": "2024-10-23T09:00:00Z", "body": [{"type": "TextualBody", "value": "Mark Rutte says: It is an escalation.", "format": "text/plain", "language": "en", "purpose": "describing"}, {"type": "TextualBody", "value": "claim", "purpose": "tagging"}, {"type": "TextualBody", "value": "c2", "purpose": "tagging"}], "target": {"type": "SpecificResource", "source": "urn:uuid:13ce90e1-36a2-54ef-baac-c03ce2fd3d07", "selector": [{"type": "TextQuoteSelector", "exact": "represents a significant escalation", "prefix": "Rutte said that it \"", "suffix": "\"."}, {"type": "TextPositionSelector", "start": 20, "end": 55}]}}
                    ]
                    }
                    }
                    """#)
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) {
        self.request = request
        words = RecordWords(request.session)
        identifiers = LastingIdentifiers(of: request.session.header)
    }

    /// Writes an annotation for each record that quotes a source.
    package func export() -> Exported {
        var losses = LossReport()
        losses.loseHeader(of: request)
        identifiers.note(in: &losses)
        request.times?.note(in: &losses)
        let annotated = request.records.filter { $0.quote != nil }
        report(annotated, in: &losses)
        let items = request.steps(annotated, of: annotated.count).map { annotation(of: $0) }
        let page: JSONObject = [
            "id": name(identifiers.uuid("annotations/page")), "type": "AnnotationPage", "startIndex": 0,
            "items": .array(items),
        ]
        let document: JSONObject = [
            "@context": "http://www.w3.org/ns/anno.jsonld", "id": name(identifiers.uuid("annotations")),
            "type": "AnnotationCollection", "label": .string(label), "total": .number(JSONNumber(items.count)),
            "first": .object(page),
        ]
        return Exported(.text(JSONDocument.text(document, listing: ["first", "items"])), losses: losses)
    }

    private var label: String {
        let marking = request.marking(withTitle: request.title != nil)
        return (request.title ?? "Annotations") + (marking.map { " (\($0.label))" } ?? "")
    }

    private func name(_ uuid: NamedUUID) -> JSONValue { .string("urn:uuid:\(uuid)") }

    private func annotation(of record: Record) -> JSONValue {
        var annotation: JSONObject = [
            "id": name(identifiers.uuid(of: record.id)), "type": "Annotation",
            "motivation": record.kind == .claim ? "describing" : "commenting",
        ]
        annotation["created"] = (request.times?.created(record.id)).map(JSONValue.string)
        annotation["modified"] = (request.times?.modified(record.id)).map(JSONValue.string)
        annotation["body"] = .array(bodies(of: record))
        annotation["target"] = record.quote.map { target($0) }
        return .object(annotation)
    }

    /// What the record says, in English sentences, and its tags.
    private func bodies(of record: Record) -> [JSONValue] {
        let text =
            record.kind == .claim
            ? words.sentences(ofClaim: record, hasQuote: false) : words.sentences(ofNote: record, hasQuote: false)
        var bodies: [JSONValue] = []
        if !text.isEmpty {
            bodies.append([
                "type": "TextualBody", "value": .string(text), "format": "text/plain", "language": "en",
                "purpose": "describing",
            ])
        }
        var tags = [record.kind.rawValue, record.id.text]
        tags += record.kind == .note ? record.texts(.type) : []
        tags += record.grade.map { ["grade:\($0)"] } ?? []
        tags += record.texts(.tags) + (record.marking.map { [$0.label] } ?? [])
        return bodies + tags.map { ["type": "TextualBody", "value": .string($0), "purpose": "tagging"] }
    }

    /// The words in the source: the address that the source can be found at, or else its lasting name.
    private func target(_ quote: TextQuoteSelector) -> JSONValue {
        var words: JSONObject = ["type": "TextQuoteSelector", "exact": .string(quote.exact)]
        if !quote.prefix.isEmpty { words["prefix"] = .string(quote.prefix) }
        if !quote.suffix.isEmpty { words["suffix"] = .string(quote.suffix) }
        var selectors: [JSONValue] = [.object(words)]
        if let position = quote.position {
            selectors.append([
                "type": "TextPositionSelector", "start": .number(JSONNumber(position.lowerBound)),
                "end": .number(JSONNumber(position.upperBound)),
            ])
        }
        let address = request.session[quote.source]?.text(.url).flatMap { $0.isInternationalAddress ? $0 : nil }
        return [
            "type": "SpecificResource",
            "source": address.map(JSONValue.string) ?? name(identifiers.uuid(of: quote.source)),
            "selector": .array(selectors),
        ]
    }

    /// Says what is no annotation, and what of annotations stands only in words.
    private func report(_ annotated: [Record], in losses: inout LossReport) {
        let shown = Set(annotated.map(\.id))
        let quoted = Set(annotated.compactMap { $0.quote?.source })
        let named = Set(annotated.flatMap { $0.references(.speaker) })
        for record in request.records {
            switch record.kind {
            case .claim where shown.contains(record.id):
                let kept = record.references(.source) == [record.quote?.source].compactMap(\.self)
                losses.loseAll(
                    of: record, but: kept ? [.quote, .tags, .source] : [.quote, .tags],
                    inWords: [
                        .title, .speaker, .said, .stance, .when, .quantity, .grade, .likelihood, .outcome, .resolved,
                        .text, .tlp,
                    ])
                reportQuote(of: record, in: &losses)
            case .note where shown.contains(record.id):
                losses.loseAll(
                    of: record, but: [.quote, .tags, .text, .type],
                    inWords: [.likelihood, .confidence, .due, .outcome, .resolved, .tlp])
                reportQuote(of: record, in: &losses)
            case .source where quoted.contains(record.id):
                let isAddress = record.text(.url)?.isInternationalAddress ?? true
                losses.loseAll(of: record, but: isAddress ? [.url] : [])
            case .entity where named.contains(record.id): losses.loseAll(of: record, but: [.name])
            case .claim, .note: losses.leaveOut(record, "no quoted words")
            default: losses.leaveOut(record)
            }
        }
    }

    private func reportQuote(of record: Record, in losses: inout LossReport) {
        if record.quote?.unknownMembers.isEmpty == false {
            losses.lose("quote", of: record, "members that this version does not know")
        }
    }
}
