import DossierAnalysis
import DossierModel

/// What of a graph is drawn: the chosen records, their neighbours, and what joins them, up to a number of nodes.
struct DrawnGraph {
    /// The nodes: chosen records, then neighbours.
    let nodes: [Record]
    /// The edges that begin or end at a chosen record, or are one.
    let edges: [RecordGraph.Edge]
    private let chosen: Set<Identifier>

    /// Looks at what is exported.
    init(of request: ExportRequest, limit: Int, losses: inout LossReport) {
        let chosen = Set(request.records.lazy.map(\.id))
        let neighbours = DrawnGraph.neighbours(of: request, chosen)
        // What neighbours state is not asked for.
        var beside = LossReport()
        let graph = RecordGraph(of: request.records + neighbours, losses: &beside)
        let joined = graph.edges.filter { edge in
            chosen.contains(edge.from) || chosen.contains(edge.to) || chosen.contains(edge.record.id)
        }
        let nodes = DrawnGraph.nodes(graph.nodes, joined, chosen, limit: limit)
        let ids = Set(nodes.lazy.map(\.id))
        let edges = joined.filter { ids.contains($0.from) && ids.contains($0.to) }
        self.nodes = nodes
        self.edges = edges
        self.chosen = chosen
        report(request, limit, &losses)
    }

    /// Whether a record is one of the chosen ones; others are neighbours.
    func isChosen(_ id: Identifier) -> Bool { chosen.contains(id) }

    /// What the chosen records name, and the links that begin or end at one, with their other ends. Without a label that says
    /// how far the graph may go, a neighbour that is marked more strictly than all of the chosen ones is none.
    private static func neighbours(of request: ExportRequest, _ chosen: Set<Identifier>) -> [Record] {
        if case .session = request.content { return [] }
        let session = request.session
        let limit =
            request.settings.contains { $0.field?.name == "tlp" } ? Marking.red : request.marking(withTitle: false)
        let markings = request.markings
        var seen = chosen
        var found: [Record] = []
        func add(_ id: Identifier) {
            if markings[id].map({ $0 > limit ?? .clear }) ?? false { return }
            if seen.insert(id).inserted, let record = session[id] { found.append(record) }
        }
        for record in request.records {
            for id in record.mentions { add(id) }
            for link in session.links(of: record.id) {
                add(link.id)
                for id in link.references(.from) + link.references(.to) { add(id) }
            }
        }
        return found
    }

    /// So many of the nodes, in their order: chosen ones first, of those the ones at which most edges end.
    private static func nodes(
        _ nodes: [Record], _ edges: [RecordGraph.Edge], _ chosen: Set<Identifier>, limit: Int
    ) -> [Record] {
        if nodes.count <= limit { return nodes }
        var degrees: [Identifier: Int] = [:]
        for edge in edges {
            degrees[edge.from, default: 0] += 1
            degrees[edge.to, default: 0] += 1
        }
        let ranked = nodes.enumerated().sorted { left, right in
            let (mine, theirs) = (chosen.contains(left.element.id), chosen.contains(right.element.id))
            if mine != theirs { return mine }
            let (many, more) = (degrees[left.element.id] ?? 0, degrees[right.element.id] ?? 0)
            return many == more ? left.offset < right.offset : many > more
        }
        return ranked.prefix(limit).sorted { $0.offset < $1.offset }.map(\.element)
    }

    /// A picture shows of a record its id, its title and what it names.
    private func report(_ request: ExportRequest, _ limit: Int, _ losses: inout LossReport) {
        if case .session = request.content { losses.loseAll(of: request.session.header, but: [.title, .tlp]) }
        let drawn = Set(nodes.lazy.map(\.id))
        let edgeIDs = Set(edges.lazy.map(\.id))
        for record in request.records {
            let isEdge = record.kind == .link && edgeIDs.contains(record.id.text)
            guard isEdge || drawn.contains(record.id) else {
                losses.leaveOut(
                    record,
                    record.kind == .link
                        ? "an end of it is not drawn" : "\(limit) nodes are drawn; nodes=N draws more")
                continue
            }
            let fields = RecordGraph.fieldEdges(of: record)
            let missing = Set(fields.lazy.filter { !edgeIDs.contains($0.id) }.map(\.relation))
            for entry in record.entries {
                let name = entry.name
                let isEnd = isEdge && (name == .from || name == .to)
                if name == (record.kind == .link ? .relation : record.kind.titleField) || isEnd {
                    if record.text(name).map({ !DrawnGraph.isShownWhole($0) }) ?? false {
                        losses.lose(name.text, of: record, "a node shows the first line, without controls")
                    }
                } else if record.references(name).isEmpty || missing.contains(name.text) {
                    losses.lose(name.text, of: record)
                }
            }
        }
    }

    private static func isShownWhole(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
