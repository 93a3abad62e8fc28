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
        takesTables: true)

    /// Takes the request.
    package init(_ request: ExportRequest) { self.request = request }

    /// Writes one record a line.
    package func text() -> String {
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
