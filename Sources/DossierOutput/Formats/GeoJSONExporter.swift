import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// Events on the map: GeoJSON (RFC 7946).
package struct GeoJSONExporter: Exporter {
    private let request: ExportRequest
    private let words: RecordWords

    package static let name = "geojson"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "events on the map for QGIS and GDAL (GeoJSON, RFC 7946), at the coordinates of their places",
        examples: [
            Example(
                "the events whose places have coordinates", "export geojson",
                after: ["set seoul coordinates=37.57,126.98"],
                answer: """
                    {
                    "type": "FeatureCollection",
                    "features": [
                    {"type": "Feature", "id": "e2", "geometry": {"type": "Point", "coordinates": [126.98, 37.57]}, "properties": {"kind": "event", "title": "Seoul summons the ambassador", "when": "2024-10-21", "earliest": "2024-10-21", "latest": "2024-10-21", "in_words": "21 October 2024", "type": null, "actor": null, "target": null, "place": "Seoul", "quantity": null, "quantity_low": null, "quantity_best": null, "quantity_high": null, "quantity_unit": null, "status": "confirmed", "tags": "diplomacy", "tlp": null, "source_title": null, "source_url": null}}
                    ]
                    }
                    """)
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) {
        self.request = request
        words = RecordWords(request.session)
    }

    /// Writes a feature for each event that has coordinates.
    package func export() -> Exported {
        var losses = LossReport()
        losses.loseHeader(of: request)
        let events = request.records.filter { $0.kind == .event && !words.points(of: $0).isEmpty }
        report(events, in: &losses)
        var document: JSONObject = ["type": "FeatureCollection"]
        document["title"] = request.title.map(JSONValue.string)
        document["tlp"] = request.marking(withTitle: request.title != nil).map { .string($0.rawValue) }
        let columns = optionalColumns(of: events)
        let markings = request.markings
        let features = request.steps(events, of: events.count).map { event in
            feature(of: event, columns, markings[event.id])
        }
        document["features"] = .array(features)
        return Exported(.text(JSONDocument.text(document, listing: ["features"])), losses: losses)
    }

    /// Fields that few events have stand in all features where one has them, so that each has the same properties.
    private func optionalColumns(of events: [Record]) -> [FieldName] {
        let custom = Set(events.flatMap(\.customFields)).sorted { $0.text < $1.text }
        return (events.contains { !$0[.text].isEmpty } ? [.text] : []) + custom
    }

    private func feature(of event: Record, _ columns: [FieldName], _ marking: Marking?) -> JSONValue {
        let points = words.points(of: event).map { JSONValue.array([.decimal($0.east), .decimal($0.north)]) }
        let geometry: JSONValue =
            points.count == 1
            ? ["type": "Point", "coordinates": points[0]] : ["type": "MultiPoint", "coordinates": .array(points)]
        return [
            "type": "Feature", "id": .string(event.id.text), "geometry": geometry,
            "properties": .object(properties(of: event, columns, marking)),
        ]
    }

    private func properties(of event: Record, _ columns: [FieldName], _ marking: Marking?) -> JSONObject {
        let when = event.when(.when)
        let quantities = event.quantities(.quantity)
        let quantity = quantities.count == 1 ? quantities[0] : nil
        let sources = words.records(.source, of: event)
        var properties: JSONObject = [
            "kind": .string(event.kind.rawValue),
            "title": .text(event.text(.title)),
            "when": .text(when?.text),
            "earliest": .text(when?.earliest.day?.description),
            "latest": .text(when?.latest.day?.description),
            "in_words": .text(when?.reading),
            "type": .text(event.text(.type)),
            "actor": .list(words.names(.actor, of: event)),
            "target": .list(words.names(.target, of: event)),
            "place": .list(words.names(.place, of: event)),
            "quantity": .list(event.typed(.quantity)),
            "quantity_low": quantity?.low.map(JSONValue.decimal) ?? .null,
            "quantity_best": quantity?.best.map(JSONValue.decimal) ?? .null,
            "quantity_high": quantity?.high.map(JSONValue.decimal) ?? .null,
            "quantity_unit": .text(quantity?.unit),
            "status": .text(event.text(.status)),
            "tags": .list(event.texts(.tags)),
            "tlp": .text(marking?.rawValue),
            "source_title": .list(sources.map(\.title)),
            "source_url": .list(sources.compactMap { $0.text(.url) }),
        ]
        for column in columns { properties[column.text] = .list(event.typed(column)) }
        return properties
    }

    /// Says what is not on the map.
    private func report(_ events: [Record], in losses: inout LossReport) {
        let shown = Set(events.map(\.id))
        let named = Set(events.flatMap(\.mentions))
        let places = Set(events.flatMap { $0.references(.place) })
        for record in request.records {
            switch record.kind {
            case .event where shown.contains(record.id): reportFields(of: record, in: &losses)
            case .event: losses.leaveOut(record, "no coordinates")
            case .entity where named.contains(record.id):
                losses.loseAll(of: record, but: places.contains(record.id) ? [.name, .coordinates] : [.name])
            case .source where named.contains(record.id): losses.loseAll(of: record, but: [.title, .url])
            default: losses.leaveOut(record)
            }
        }
    }

    private func reportFields(of event: Record, in losses: inout LossReport) {
        let kept: [FieldName] = [
            .title, .when, .type, .actor, .target, .place, .quantity, .source, .status, .text, .tags, .tlp,
        ]
        losses.loseAll(of: event, but: Set(kept + event.customFields))
        if event.quantities(.quantity).count > 1 {
            losses.putInWords("quantity", of: event, "more than one, so no numbers")
        }
    }
}
