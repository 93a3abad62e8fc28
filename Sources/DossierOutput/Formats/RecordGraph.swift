import DossierModel

/// Records as a graph: a node for each record that is not a link, and an edge for each link and for each record that a field
/// names. A link that a record names has a node too, since an edge ends at nodes only.
struct RecordGraph {
    /// The records that have nodes, in their order.
    let nodes: [Record]
    /// What joins them: links, then fields.
    let edges: [Edge]

    /// What joins two nodes.
    struct Edge {
        /// Its name, which no other edge has.
        let id: String
        let from: Identifier
        let to: Identifier
        /// The relation of a link, or the name of a field.
        let relation: String
        let origin: Origin
        /// The record that it begins at, or the link that it is.
        let record: Record
    }

    /// Whether an edge is a link, which an analyst drew, or a field.
    enum Origin: String {
        case link, field
    }

    /// Looks at records; those that they name beside them have no nodes.
    init(of records: [Record], losses: inout LossReport) {
        let named = Set(records.lazy.flatMap(\.mentions))
        nodes = records.filter { $0.kind != .link || named.contains($0.id) }
        let ids = Set(nodes.lazy.map(\.id))
        var edges: [Edge] = []
        for link in records where link.kind == .link {
            if let edge = RecordGraph.edge(of: link), ids.contains(edge.from), ids.contains(edge.to) {
                edges.append(edge)
            } else if !ids.contains(link.id) {
                losses.leaveOut(link, "an end of it is not exported")
            }
        }
        for record in nodes {
            for edge in RecordGraph.fieldEdges(of: record) {
                if ids.contains(edge.to) {
                    edges.append(edge)
                } else {
                    losses.lose(edge.relation, of: record, "it names a record that is not exported")
                }
            }
        }
        self.edges = edges
    }

    /// A link as an edge between its ends; nil where one is missing.
    static func edge(of link: Record) -> Edge? {
        guard let from = link.references(.from).first, let to = link.references(.to).first else { return nil }
        return Edge(
            id: link.id.text, from: from, to: to, relation: link.text(.relation) ?? "", origin: .link, record: link)
    }

    /// An edge for each record that a field names. A quote names its source where no other field does. A colon, which no id
    /// has, stands between the parts of the id.
    static func fieldEdges(of record: Record) -> [Edge] {
        var edges: [Edge] = []
        func add(_ field: FieldName, _ target: Identifier) {
            let id = "\(record.id):\(field):\(target)"
            if edges.contains(where: { $0.id == id }) { return }
            edges.append(
                Edge(id: id, from: record.id, to: target, relation: field.text, origin: .field, record: record))
        }
        for entry in record.entries {
            for target in record.references(entry.name) { add(entry.name, target) }
        }
        if let source = record.quote?.source, !edges.contains(where: { $0.to == source }) { add(.quote, source) }
        return edges
    }
}
