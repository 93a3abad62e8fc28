import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// A graph in GEXF 1.3, for Gephi: events have a life span, so that its timeline plays them.
package struct GEXFExporter: Exporter {
    private let request: ExportRequest

    package static let name = "gexf"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "a graph for Gephi (GEXF 1.3): as graphml, with the days of events for its timeline", readsTimes: true,
        examples: [
            Example(
                "one record", "export gexf nis",
                answer: """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <gexf xmlns="http://gexf.net/1.3" version="1.3">
                      <meta lastmodifieddate="2024-10-23">
                        <creator>Dossier</creator>
                      </meta>
                      <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
                        <attributes class="node" mode="static">
                          <attribute id="0" title="kind" type="string"/>
                          <attribute id="1" title="type" type="string"/>
                          <attribute id="2" title="alias" type="string"/>
                        </attributes>
                        <nodes>
                          <node id="nis" label="National Intelligence Service">
                            <attvalues>
                              <attvalue for="0" value="entity"/>
                              <attvalue for="1" value="organization"/>
                              <attvalue for="2" value="NIS"/>
                            </attvalues>
                          </node>
                        </nodes>
                        <edges>
                        </edges>
                      </graph>
                    </gexf>
                    """)
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) { self.request = request }

    /// Declares what nodes and edges state, then writes them.
    package func export() -> Exported {
        var losses = LossReport()
        let graph = AttributedGraph(of: request, losses: &losses)
        return Exported(.text(text(of: graph, losses: &losses)), losses: losses)
    }

    private func text(of graph: AttributedGraph, losses: inout LossReport) -> String {
        let day = lastDay(losses: &losses)
        let spans = graph.nodes.map { LifeSpan(of: $0.record, losses: &losses).attributes }
        var xml = XMLWriter()
        xml.element("gexf", [("xmlns", "http://gexf.net/1.3"), ("version", "1.3")]) { xml in
            xml.element("meta", day.map { [("lastmodifieddate", $0)] } ?? []) { xml in
                xml.element("creator", text: "Dossier")
                if let description { xml.element("description", text: description) }
            }
            let attributes = [
                ("defaultedgetype", "directed"), ("mode", "dynamic"), ("timeformat", "date"),
                ("timerepresentation", "interval"),
            ]
            xml.element("graph", attributes) { xml in
                declare(graph.nodeColumns, of: "node", in: &xml)
                declare(graph.edgeColumns, of: "edge", in: &xml)
                xml.element("nodes") { xml in
                    for (node, span) in zip(graph.nodes, spans) {
                        xml.element("node", [("id", node.record.id.text), ("label", node.label)] + span) { xml in
                            write(node.cells, in: &xml)
                        }
                    }
                }
                xml.element("edges") { xml in
                    for edge in graph.edges {
                        let ends = [("id", edge.id), ("source", edge.from), ("target", edge.to)]
                        xml.element("edge", ends + [("label", edge.relation)]) { xml in write(edge.cells, in: &xml) }
                    }
                }
            }
        }
        return xml.text
    }

    /// The title with the label; nil where there is neither.
    private var description: String? {
        let title = request.title
        let marking = request.marking(withTitle: title != nil).map { "TLP:" + $0.description.uppercased() }
        let parts = [title, marking].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ". ")
    }

    /// The day on which the newest of the records was changed.
    private func lastDay(losses: inout LossReport) -> String? {
        guard let times = request.times, let newest = request.records.map({ times.modified($0.id) }).max() else {
            return nil
        }
        switch times.basis {
        case nil: break
        case .published: losses.note("the log does not know all times: the newest publication stands for the others")
        case .epoch: losses.note("the log does not know all times: 1970-01-01 stands for the others")
        }
        return String(newest.prefix(10))
    }

    private func declare(_ columns: AttributedGraph.Columns, of domain: String, in xml: inout XMLWriter) {
        if columns.all.isEmpty { return }
        xml.element("attributes", [("class", domain), ("mode", "static")]) { xml in
            for (place, column) in columns.all.enumerated() {
                let type = column.isNumber ? "double" : "string"
                xml.element("attribute", [("id", "\(place)"), ("title", column.name), ("type", type)])
            }
        }
    }

    private func write(_ cells: [AttributedGraph.Cell], in xml: inout XMLWriter) {
        xml.element("attvalues") { xml in
            for cell in cells { xml.element("attvalue", [("for", "\(cell.column)"), ("value", cell.value)]) }
        }
    }
}

/// The days on which an event took place, as GEXF has them: whole days of four-digit years, all of them from one to the other.
private struct LifeSpan {
    private(set) var attributes: [XMLWriter.Attribute] = []

    init(of record: Record, losses: inout LossReport) {
        guard record.kind == .event, let when = record.when(.when) else { return }
        for (name, bound) in [("start", when.earliest), ("end", when.latest)] {
            guard case .moment = bound else { continue }
            if LifeSpan.isDate(bound.dayText) {
                attributes.append((name, bound.dayText))
            } else {
                losses.putInWords("when", of: record, "its year does not have four digits")
            }
        }
        if !LifeSpan.isExact(when) {
            losses.putInWords("when", of: record, "a life span covers all days that may be meant")
        } else if when.hasTimeOfDay {
            losses.putInWords("when", of: record, "a life span has whole days")
        }
    }

    /// `xs:date`, for which readers agree on the years 1 to 9999.
    private static func isDate(_ day: String) -> Bool {
        day.utf8.count == 10 && day.utf8.first != UInt8(ascii: "-") && !day.hasPrefix("0000")
    }

    /// Whether a time is one day or all days from one to another, without doubt.
    private static func isExact(_ when: When) -> Bool {
        if when.isApproximate || when.isUncertain { return false }
        switch when.sense {
        case .some: return when.earliestDay == when.latestDay
        case .span: return when.text.split(separator: "/").allSatisfy { $0 == ".." || $0.utf8.count >= 10 }
        case .every: return false
        }
    }
}
