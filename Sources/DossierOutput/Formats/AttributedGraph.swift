import DossierModel

/// The graph of what is exported, with what each node and edge states, for the formats of graphs that have attributes.
struct AttributedGraph {
    /// The nodes, in the order of the records.
    private(set) var nodes: [Node] = []
    /// The edges: links, then fields.
    private(set) var edges: [Edge] = []
    /// What nodes state.
    private(set) var nodeColumns = Columns()
    /// What edges state.
    private(set) var edgeColumns = Columns()

    /// A record.
    struct Node {
        let record: Record
        let label: String
        let cells: [Cell]
    }

    /// What joins two records.
    struct Edge {
        let id: String
        let from: String
        let to: String
        let relation: String
        let cells: [Cell]
    }

    /// A value, with the number of its column.
    struct Cell {
        let column: Int
        let value: String
    }

    /// What nodes or edges state: the names, in the order in which they were met.
    struct Columns {
        private(set) var all: [(name: String, isNumber: Bool)] = []
        private var places: [String: Int] = [:]

        fileprivate mutating func cells(of attributes: [RecordAttributes.Attribute]) -> [Cell] {
            attributes.map { attribute in
                let place = places[attribute.name] ?? all.count
                if place == all.count {
                    places[attribute.name] = place
                    all.append((attribute.name, attribute.isNumber))
                }
                return Cell(column: place, value: attribute.value)
            }
        }
    }

    /// Looks at what is exported.
    init(of request: ExportRequest, losses: inout LossReport) {
        if case .session = request.content {
            losses.loseAll(of: request.session.header, but: [.title, .tlp])
            XMLLosses.note(request.session.header, [("title", request.session.header.text(.title) ?? "")], &losses)
        }
        let graph = RecordGraph(of: request.records, losses: &losses)
        for record in request.steps(graph.nodes, of: graph.nodes.count) {
            let attributes = RecordAttributes(of: record, as: .node, losses: &losses)
            let label = record.text(record.kind == .link ? .relation : record.kind.titleField) ?? record.id.text
            XMLLosses.note(record, [(record.kind.titleField.text, label)] + attributes.texts, &losses)
            nodes.append(Node(record: record, label: label, cells: nodeColumns.cells(of: attributes.all)))
        }
        let isNode = Set(graph.nodes.lazy.filter { $0.kind == .link }.map(\.id))
        for edge in request.steps(graph.edges, of: graph.edges.count) {
            var attributes = [RecordAttributes.Attribute("origin", edge.origin.rawValue)]
            // What a link states that has a node is said there.
            if edge.origin == .link, !isNode.contains(edge.record.id) {
                let own = RecordAttributes(of: edge.record, as: .edge, losses: &losses)
                XMLLosses.note(edge.record, own.texts, &losses)
                attributes += own.all
            }
            edges.append(
                Edge(
                    id: edge.id, from: edge.from.text, to: edge.to.text, relation: edge.relation,
                    cells: edgeColumns.cells(of: attributes)))
        }
    }
}

/// What XML cannot carry.
private enum XMLLosses {
    static func note(_ record: Record, _ texts: [(field: String, text: String)], _ losses: inout LossReport) {
        for (field, text) in texts where !XMLText.carries(text) {
            losses.lose(field, of: record, "U+FFFD stands for characters that XML cannot carry")
        }
    }
}
