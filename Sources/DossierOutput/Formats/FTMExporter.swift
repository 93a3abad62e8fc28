import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// Entities for investigation platforms: FollowTheMoney, one entity a line.
package struct FTMExporter: Exporter {
    private let request: ExportRequest

    package static let name = "ftm"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "entities for Aleph and OpenAleph (FollowTheMoney 4), one per line",
        ending: "json",
        examples: [
            Example(
                "an event as an entity", "export ftm e2",
                answer: """
                    {"id": "573e7a4f-4737-5e91-a38f-b6669e0aba9d", "schema": "Event", "properties": {"name": ["Seoul summons the ambassador"], "date": ["2024-10-21"], "location": ["Seoul"], "keywords": ["diplomacy"], "notes": ["When: 2024-10-21 (21 October 2024)", "Status: confirmed", "Id: e2"]}}
                    """)
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) { self.request = request }

    /// Writes an entity for each record that can be one.
    package func export() -> Exported {
        var writer = FTMWriter(request)
        let records = request.records
        let entities = request.steps(records, of: records.count).compactMap { writer.entity(of: $0) }
        if entities.contains(where: \.hasUnseen) {
            writer.losses.note("FollowTheMoney has no control characters, and no texts without anything to be seen")
        }
        return Exported(.text(JSONDocument.lines(entities.map(\.json))), losses: writer.losses)
    }
}
