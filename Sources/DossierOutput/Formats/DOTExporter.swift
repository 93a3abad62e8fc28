import DossierAnalysis
import DossierLanguage
import DossierModel

/// A graph for Graphviz (the DOT language).
package struct DOTExporter: Exporter {
    private let request: ExportRequest
    /// How many nodes are drawn at most.
    private let limit: Int

    package static let name = "dot"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "a graph for Graphviz: records and their connections, with the neighbours of what is chosen",
        settings: [
            FieldDefinition(FieldName("nodes"), .text, "how many nodes are drawn at most: nodes=200; 500 by default")
        ],
        examples: [
            Example(
                "the whole session", "export dot",
                answer: ##"""
                    digraph dossier {
                      rankdir=LR;
                      node [fontname="sans-serif", style=filled];
                      edge [fontname="sans-serif"];
                      "the legend" [label=<<table border="0" cellborder="0"><tr><td bgcolor="#e6e0d4">source</td></tr><tr><td bgcolor="#d3ead3">entity</td></tr><tr><td bgcolor="#cfe2f7">event</td></tr><tr><td bgcolor="#fdf1c0">claim</td></tr><tr><td><font color="#707070">field (dashed)</font></td></tr></table>>, shape=plain, style=""];
                      "s1" [label="s1\nSeoul protests", shape=folder, fillcolor="#e6e0d4"];
                      "nis" [label="nis\nNational Intelligence Service", shape=ellipse, fillcolor="#d3ead3"];
                      "north-korea" [label="north-korea\nNorth Korea", shape=ellipse, fillcolor="#d3ead3"];
                      "seoul" [label="seoul\nSeoul", shape=ellipse, fillcolor="#d3ead3"];
                      "mark-rutte" [label="mark-rutte\nMark Rutte", shape=ellipse, fillcolor="#d3ead3"];
                      "e1" [label="e1\nFirst contingent arrives", shape=box, fillcolor="#cfe2f7"];
                      "e2" [label="e2\nSeoul summons the ambassador", shape=box, fillcolor="#cfe2f7"];
                      "c1" [label="c1\nIt is a significant escalation", shape=note, fillcolor="#fdf1c0"];
                      "e1" -> "north-korea" [label="actor", color="#707070", fontcolor="#707070", style=dashed];
                      "e2" -> "seoul" [label="place", color="#707070", fontcolor="#707070", style=dashed];
                      "c1" -> "mark-rutte" [label="speaker", color="#707070", fontcolor="#707070", style=dashed];
                      "c1" -> "e1" [label="about", color="#707070", fontcolor="#707070", style=dashed];
                      "c1" -> "s1" [label="source", color="#707070", fontcolor="#707070", style=dashed];
                    }
                    """##),
            Example(
                "one record and its neighbours", "export dot e2",
                answer: ##"""
                    digraph dossier {
                      rankdir=LR;
                      node [fontname="sans-serif", style=filled];
                      edge [fontname="sans-serif"];
                      "the legend" [label=<<table border="0" cellborder="0"><tr><td bgcolor="#cfe2f7">event</td></tr><tr><td><font color="#b0b0b0">neighbour</font></td></tr></table>>, shape=plain, style=""];
                      "e2" [label="e2\nSeoul summons the ambassador", shape=box, fillcolor="#cfe2f7"];
                      "seoul" [label="seoul\nSeoul", shape=ellipse, fillcolor=white, color="#b0b0b0", fontcolor="#b0b0b0"];
                      "e2" -> "seoul" [label="place", color="#b0b0b0", fontcolor="#b0b0b0", style=dashed];
                    }
                    """##),
        ])

    /// Reads the settings.
    package init(_ request: ExportRequest) throws(Diagnostic) {
        self.request = request
        limit = try request.limitOfNodes ?? DOTExporter.limit
    }

    /// Graphviz takes minutes for more, and nobody can read them.
    private static let limit = 500

    /// Writes the legend, nodes in the order of the records, then what joins them.
    package func export() -> Exported {
        var losses = LossReport()
        let graph = DrawnGraph(of: request, limit: limit, losses: &losses)
        return Exported(.text(text(of: graph)), losses: losses)
    }

    private func text(of graph: DrawnGraph) -> String {
        var lines = [
            "digraph dossier {", "  rankdir=LR;", "  node [fontname=\"sans-serif\", style=filled];",
            "  edge [fontname=\"sans-serif\"];",
        ]
        if let caption { lines.append("  label=\(DOTText.quoted(caption)); labelloc=t; fontname=\"sans-serif\";") }
        lines += DOTLegend(graph).lines
        for record in request.steps(graph.nodes, of: graph.nodes.count) {
            lines.append(node(record, isChosen: graph.isChosen(record.id)))
        }
        for edge in request.steps(graph.edges, of: graph.edges.count) { lines.append(line(edge, in: graph)) }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    /// The title and the label of what is drawn; nil where there is neither.
    private var caption: String? {
        let title = request.title
        let marking = request.marking(withTitle: title != nil).map { "TLP:" + $0.description.uppercased() }
        let parts = [title?.firstLine, marking].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    private func node(_ record: Record, isChosen: Bool) -> String {
        let title = record.kind == .link ? record.text(.relation) ?? "" : record.title.firstLine
        let label = DOTText.quoted("\(record.id)\n\(title)")
        let look =
            isChosen
            ? "fillcolor=\"\(DOTColour.of(record.kind))\""
            : "fillcolor=white, color=\"\(DOTColour.faint)\", fontcolor=\"\(DOTColour.faint)\""
        return "  \(DOTText.quoted(record.id.text)) [label=\(label), shape=\(DOTText.shape(of: record.kind)), \(look)];"
    }

    private func line(_ edge: RecordGraph.Edge, in graph: DrawnGraph) -> String {
        let isFaint = !graph.isChosen(edge.from) || !graph.isChosen(edge.to)
        let own = edge.origin == .link ? DOTColour.of(relation: edge.relation) : DOTColour.field
        let colour = isFaint ? DOTColour.faint : own
        let style = edge.origin == .field ? ", style=dashed" : ""
        let look = "color=\"\(colour)\", fontcolor=\"\(colour)\"\(style)"
        return "  \(DOTText.quoted(edge.from.text)) -> \(DOTText.quoted(edge.to.text)) "
            + "[label=\(DOTText.quoted(edge.relation)), \(look)];"
    }
}

extension ExportRequest {
    /// How many nodes are to be drawn at most; nil where nobody said.
    ///
    /// - Throws: a diagnostic where it is not a whole number above 0.
    fileprivate var limitOfNodes: Int? {
        get throws(Diagnostic) {
            guard let value = settings.last(where: { $0.field?.name == "nodes" })?.field?.value else { return nil }
            guard let number = Int(value.text), number > 0 else { throw .notANumberOfNodes(value) }
            return number
        }
    }
}

extension Diagnostic {
    fileprivate static func notANumberOfNodes(_ value: Token.Value) -> Diagnostic {
        Diagnostic(
            .invalidValue, "'\(value.text)' is not a number of nodes", at: value.place,
            expectation: "a whole number from 1 on")
    }
}
