import DossierModel

/// What the colours of a drawn graph mean: a table with those that occur. No record has its id, which has a space in it.
struct DOTLegend {
    /// The lines of the legend; none where nothing is drawn.
    let lines: [String]

    /// Explains a graph.
    init(_ graph: DrawnGraph) {
        let chosen = Set(graph.nodes.lazy.filter { graph.isChosen($0.id) }.map(\.kind))
        var rows = Kind.listed.filter(chosen.contains).map { kind in
            "<tr><td bgcolor=\"\(DOTColour.of(kind))\">\(kind.rawValue)</td></tr>"
        }
        let strong = graph.edges.filter { graph.isChosen($0.from) && graph.isChosen($0.to) }
        for relation in Set(strong.lazy.filter { $0.origin == .link }.map(\.relation)).sorted() {
            rows.append(DOTLegend.row(relation, in: DOTColour.of(relation: relation)))
        }
        if strong.contains(where: { $0.origin == .field }) {
            rows.append(DOTLegend.row("field (dashed)", in: DOTColour.field))
        }
        if graph.nodes.contains(where: { !graph.isChosen($0.id) }) {
            rows.append(DOTLegend.row("neighbour", in: DOTColour.faint))
        }
        let table = "<table border=\"0\" cellborder=\"0\">\(rows.joined())</table>"
        lines = rows.isEmpty ? [] : ["  \"the legend\" [label=<\(table)>, shape=plain, style=\"\"];"]
    }

    private static func row(_ text: String, in colour: String) -> String {
        "<tr><td><font color=\"\(colour)\">\(XMLText.escaped(text))</font></td></tr>"
    }
}
