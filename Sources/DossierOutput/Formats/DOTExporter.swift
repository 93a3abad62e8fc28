import DossierAnalysis
import DossierLanguage
import DossierModel

/// A graph for Graphviz (the DOT language).
package struct DOTExporter: Exporter {
    private let request: ExportRequest

    package static let name = "dot"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "a graph for Graphviz: records and their connections",
        examples: [
            Example(
                "the whole session", "export dot",
                answer: #"""
                    digraph dossier {
                      rankdir=LR;
                      node [fontname="sans-serif"];
                      "s1" [label="s1\nSeoul protests", shape=folder];
                      "nis" [label="nis\nNational Intelligence Service", shape=ellipse];
                      "north-korea" [label="north-korea\nNorth Korea", shape=ellipse];
                      "seoul" [label="seoul\nSeoul", shape=ellipse];
                      "mark-rutte" [label="mark-rutte\nMark Rutte", shape=ellipse];
                      "e1" [label="e1\nFirst contingent arrives", shape=box];
                      "e2" [label="e2\nSeoul summons the ambassador", shape=box];
                      "c1" [label="c1\nIt is a significant escalation", shape=note];
                      "e1" -> "north-korea" [label="actor", style=dashed];
                      "e2" -> "seoul" [label="place", style=dashed];
                      "c1" -> "mark-rutte" [label="speaker", style=dashed];
                      "c1" -> "e1" [label="about", style=dashed];
                      "c1" -> "s1" [label="source", style=dashed];
                    }
                    """#)
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) { self.request = request }

    /// Writes nodes in the order of the records, then what joins them.
    package func export() -> Exported { Exported(.text(text())) }

    private func text() -> String {
        var lines = ["digraph dossier {", "  rankdir=LR;", "  node [fontname=\"sans-serif\"];"]
        let shown = request.records.filter { $0.kind != .link }
        let ids = Set(shown.map(\.id))
        for record in request.steps(shown, of: shown.count) {
            let label = quoted("\(record.id)\n\(record.title.firstLine)")
            lines.append("  \(quoted(record.id.text)) [label=\(label), shape=\(shape(of: record.kind))];")
        }
        for record in request.steps(shown, of: shown.count) {
            for mention in record.mentions where ids.contains(mention) {
                let label = record.fields(naming: mention).map(\.text).joined(separator: ", ")
                lines.append(
                    "  \(quoted(record.id.text)) -> \(quoted(mention.text)) [label=\(quoted(label)), style=dashed];")
            }
        }
        for link in request.records where link.kind == .link {
            guard let from = link.references(.from).first, let to = link.references(.to).first, ids.contains(from),
                ids.contains(to)
            else { continue }
            lines.append("  \(quoted(from.text)) -> \(quoted(to.text)) [label=\(quoted(link.text(.relation) ?? ""))];")
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    private func shape(of kind: Kind) -> String {
        switch kind {
        case .event: "box"
        case .entity: "ellipse"
        case .claim: "note"
        case .source: "folder"
        case .note: "plaintext"
        case .link, .session: "point"
        }
    }

    /// A quoted string: quotation marks and backslashes escaped, line ends as `\n`, other controls left out.
    ///
    /// Graphviz reads character references in labels, as HTML does; an ampersand is written as one.
    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "&": quoted += "&amp;"
            default: if scalar.properties.generalCategory != .control { quoted.unicodeScalars.append(scalar) }
            }
        }
        return quoted + "\""
    }
}
