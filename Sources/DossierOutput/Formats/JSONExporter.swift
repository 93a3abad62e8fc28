import DossierAnalysis
import DossierLanguage
import DossierModel

/// JSON for programs: the records, with the bounds of their times beside them.
package struct JSONExporter: Exporter {
    private let request: ExportRequest

    package static let name = "json"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "JSON for programs: one object with a list of records for each kind and the bounds of times",
        takesTables: true,
        examples: [
            Example(
                "one event, with the bounds of its time", "export json e2",
                answer: """
                    {
                    "events": [
                    {"kind": "event", "id": "e2", "title": "Seoul summons the ambassador", "when": "2024-10-21", "earliest": "2024-10-21", "latest": "2024-10-21", "place": ["seoul"], "status": "confirmed", "tags": ["diplomacy"]}
                    ]
                    }
                    """),
            Example(
                "what a view shows", "export json quantities",
                answer: """
                    [{"id": "e1", "about": "e1", "quantity": "~1500 soldiers", "low": 1500, "best": 1500, "high": 1500, "unit": "soldiers", "when": "2024-10-08/2024-10-13"}]
                    """),
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) { self.request = request }

    /// Writes one record a line.
    package func export() -> Exported { Exported(.text(text())) }

    private func text() -> String {
        if case .value(let value) = request.content { return value.json.text + "\n" }
        var members: [String] = []
        var isWhole = false
        if case .session = request.content {
            isWhole = true
            members.append("\"session\": " + request.session.header.json().text)
        }
        if let marking = request.marking(withTitle: isWhole) {
            members.append("\"tlp\": " + JSONValue.string(marking.description).text)
        }
        for kind in Kind.listed {
            let records = request.records.filter { $0.kind == kind }
            let lines = request.steps(records, of: records.count).map { RecordJSON.value(of: $0).text }
            if lines.isEmpty { continue }
            members.append("\"\(kind.plural)\": [\n" + lines.joined(separator: ",\n") + "\n]")
        }
        return "{\n" + members.joined(separator: ",\n") + "\n}\n"
    }
}
