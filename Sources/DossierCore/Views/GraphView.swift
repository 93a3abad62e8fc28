/// `show graph REF`: what a record touches, step by step, as a tree.
public struct GraphView: View {
    private let references: [ReferenceExpression]
    private let depth: Int

    /// The view as data.
    public static let definition = ViewDefinition(
        "graph", usage: "REF [depth=N]", "what a record touches, and what these touch, as a tree",
        settings: [FieldDefinition(FieldName("depth"), .text, "how many steps; 2 where it is not given")],
        takesReferences: true,
        examples: [
            Example(
                "one step from an event", "show graph e1 depth=1",
                answer: """
                    e1  event  2024-10-08/2024-10-13  First contingent arrives
                    ├─ actor → north-korea  entity  North Korea
                    └─ about ← c1  claim  It is a significant escalation
                    """)
        ])

    /// Reads the records and the depth.
    public init(_ request: ViewRequest) throws(Diagnostic) {
        references = try request.references()
        depth = try request.number("depth") ?? 2
    }

    /// Walks the graph, breadth first, so that a record stands where it is nearest; where it stands again it is marked.
    public func evaluate(in context: Context) throws(Diagnostic) -> Value {
        let roots = try ReferenceResolver(context: context).resolve(references, in: Draft(context))
        let session = context.session
        var children: [Identifier: [Neighbour]] = [:]
        var seen = Set(roots)
        var frontier = roots
        var order = roots
        for _ in 0..<depth {
            var next: [Identifier] = []
            for id in frontier {
                var own: [Neighbour] = []
                for neighbour in Neighbours.of(id, in: session) where !isBack(neighbour, from: id, children) {
                    let isNew = seen.insert(neighbour.id).inserted
                    own.append(Neighbour(edge: neighbour, isNew: isNew))
                    if isNew { next.append(neighbour.id) }
                }
                children[id] = own
            }
            order += next
            frontier = next
        }
        var blocks: [Block] = []
        for root in roots {
            guard let record = session[root] else { continue }
            blocks.append(.line(RecordLine.text(record)))
            draw(children[root] ?? [], prefix: "", children, session, into: &blocks)
        }
        return Value(blocks, json: json(order, children, session), selection: order)
    }

    private struct Neighbour {
        let edge: Neighbours.Edge
        let isNew: Bool
    }

    /// Whether an edge was drawn already, from its other end.
    private func isBack(_ edge: Neighbours.Edge, from id: Identifier, _ children: [Identifier: [Neighbour]]) -> Bool {
        children[edge.id]?.contains { $0.edge.id == id && $0.edge.label == edge.label && $0.edge.via == edge.via }
            ?? false
    }

    private func draw(
        _ neighbours: [Neighbour], prefix: String, _ children: [Identifier: [Neighbour]], _ session: Session,
        into blocks: inout [Block]
    ) {
        for (index, neighbour) in neighbours.enumerated() {
            guard let record = session[neighbour.edge.id] else { continue }
            let isLast = index == neighbours.count - 1
            let edge = neighbour.edge
            let arrow = edge.isOutward ? "→" : "←"
            var line = StyledText(prefix + (isLast ? "└─ " : "├─ "), .faint)
            line += StyledText(edge.label, .strong) + StyledText(" \(arrow) ")
            line += RecordLine.text(record)
            if !neighbour.isNew { line += StyledText("  (above)", .faint) }
            blocks.append(.line(line))
            if neighbour.isNew {
                draw(
                    children[edge.id] ?? [], prefix: prefix + (isLast ? "   " : "│  "), children, session, into: &blocks
                )
            }
        }
    }

    private func json(_ order: [Identifier], _ children: [Identifier: [Neighbour]], _ session: Session) -> JSONValue {
        let nodes = order.compactMap { session[$0] }.map { record in
            JSONValue.object([
                "id": .string(record.id.text), "kind": .string(record.kind.rawValue), "title": .string(record.title),
            ])
        }
        let edges = order.flatMap { id in
            (children[id] ?? []).map { neighbour in
                let edge = neighbour.edge
                let ends = edge.isOutward ? (id, edge.id) : (edge.id, id)
                return JSONValue.object([
                    "from": .string(ends.0.text), "label": .string(edge.label), "to": .string(ends.1.text),
                ])
            }
        }
        return .object(["nodes": .array(nodes), "edges": .array(edges)])
    }
}
