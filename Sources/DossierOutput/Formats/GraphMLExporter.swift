import DossierAnalysis
import DossierLanguage
import DossierModel

/// A graph in GraphML, for networkx, igraph, yEd and Gephi.
package struct GraphMLExporter: Exporter {
    private let request: ExportRequest

    package static let name = "graphml"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name,
        "a graph for networkx, igraph, yEd or Gephi: a node a record, an edge a link or a field, with their values",
        examples: [
            Example(
                "one record", "export graphml nis",
                answer: """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                      <key id="label" for="node" attr.name="label" attr.type="string"/>
                      <key id="node0" for="node" attr.name="kind" attr.type="string"/>
                      <key id="node1" for="node" attr.name="type" attr.type="string"/>
                      <key id="node2" for="node" attr.name="alias" attr.type="string"/>
                      <key id="relation" for="edge" attr.name="relation" attr.type="string"/>
                      <graph id="G" edgedefault="directed">
                        <node id="nis">
                          <data key="label">National Intelligence Service</data>
                          <data key="node0">entity</data>
                          <data key="node1">organization</data>
                          <data key="node2">NIS</data>
                        </node>
                      </graph>
                    </graphml>
                    """)
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) { self.request = request }

    /// Declares what nodes and edges state, then writes them.
    package func export() -> Exported {
        var losses = LossReport()
        let graph = AttributedGraph(of: request, losses: &losses)
        return Exported(.text(text(of: graph)), losses: losses)
    }

    private func text(of graph: AttributedGraph) -> String {
        var xml = XMLWriter()
        xml.element("graphml", [("xmlns", "http://graphml.graphdrawing.org/xmlns")]) { xml in
            let title = request.title
            let marking = request.marking(withTitle: title != nil)
            if title != nil { declare("title", "title", of: "graph", in: &xml) }
            if marking != nil { declare("tlp", "tlp", of: "graph", in: &xml) }
            declare("label", "label", of: "node", in: &xml)
            declare(graph.nodeColumns, of: "node", in: &xml)
            declare("relation", "relation", of: "edge", in: &xml)
            declare(graph.edgeColumns, of: "edge", in: &xml)
            xml.element("graph", [("id", "G"), ("edgedefault", "directed")]) { xml in
                if let title { data("title", title, in: &xml) }
                if let marking { data("tlp", marking.description, in: &xml) }
                for node in graph.nodes {
                    xml.element("node", [("id", node.record.id.text)]) { xml in
                        data("label", node.label, in: &xml)
                        for cell in node.cells { data("node\(cell.column)", cell.value, in: &xml) }
                    }
                }
                for edge in graph.edges {
                    xml.element("edge", [("id", edge.id), ("source", edge.from), ("target", edge.to)]) { xml in
                        data("relation", edge.relation, in: &xml)
                        for cell in edge.cells { data("edge\(cell.column)", cell.value, in: &xml) }
                    }
                }
            }
        }
        return xml.text
    }

    private func declare(_ columns: AttributedGraph.Columns, of domain: String, in xml: inout XMLWriter) {
        for (place, column) in columns.all.enumerated() {
            declare("\(domain)\(place)", column.name, of: domain, isNumber: column.isNumber, in: &xml)
        }
    }

    private func declare(
        _ id: String, _ name: String, of domain: String, isNumber: Bool = false, in xml: inout XMLWriter
    ) {
        let type = isNumber ? "double" : "string"
        xml.element("key", [("id", id), ("for", domain), ("attr.name", name), ("attr.type", type)])
    }

    private func data(_ key: String, _ value: String, in xml: inout XMLWriter) {
        xml.element("data", [("key", key)], text: value)
    }
}
