import DossierAnalysis
import DossierLanguage
import DossierModel

/// `show graph REF`: what a record touches, step by step, as a tree.
package struct GraphView: View {
    private let references: [ReferenceExpression]
    private let depth: Int

    package static let name = "graph"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "REF [depth=N]",
        "what a record is connected to, step by step, as a tree with cycles marked",
        settings: [FieldDefinition(FieldName("depth"), .text, "how many steps; 2 by default")],
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
    package init(_ request: ViewRequest) throws(Diagnostic) {
        references = try request.references()
        depth = try request.number("depth") ?? 2
    }

    /// Walks the graph, breadth first, so that a record stands where it is nearest; where it stands again it is marked, as
    /// is a step that closes a circle.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        let roots = try ReferenceResolver(context: context).resolve(references, in: Draft(context))
        let session = context.session
        var children: [Identifier: [Neighbour]] = [:]
        var seen = Set(roots)
        var frontier = roots
        var order = roots
        var step = 0
        while step < depth, !frontier.isEmpty {
            step += 1
            var next: [Identifier] = []
            for id in frontier {
                var own: [Neighbour] = []
                for neighbour in Neighbours.of(id, in: session) where !isBack(neighbour, from: id, children) {
                    let isNew = seen.insert(neighbour.id).inserted
                    own.append(Neighbour(origin: id, edge: neighbour, isNew: isNew))
                    if isNew { next.append(neighbour.id) }
                }
                children[id] = own
            }
            order += next
            frontier = next
        }
        let circles = Circles(order, children)
        var blocks: [Block] = []
        for root in roots {
            guard let record = session[root] else { continue }
            blocks.append(.line(RecordLine.text(record)))
            blocks += try TreeLines.blocks(under: children[root] ?? []) { neighbour in
                let closesCircle = !neighbour.isNew && circles.hold(neighbour.origin, neighbour.edge.id)
                return (
                    line(neighbour, of: session, closesCircle: closesCircle),
                    neighbour.isNew ? children[neighbour.edge.id] ?? [] : []
                )
            }
        }
        return Answer(blocks, json: json(order, children, session), selection: order)
    }

    private struct Neighbour {
        let origin: Identifier
        let edge: Neighbours.Edge
        let isNew: Bool
    }

    /// The circles among the records shown: from one to the next in the direction of fields and links, and back to the first.
    private struct Circles {
        private var numbers: [Identifier: Int] = [:]

        init(_ order: [Identifier], _ children: [Identifier: [Neighbour]]) {
            let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
            var successors = [[Int]](repeating: [], count: order.count)
            for neighbour in children.values.joined() {
                guard let from = places[neighbour.origin], let to = places[neighbour.edge.id] else { continue }
                if neighbour.edge.isOutward { successors[from].append(to) } else { successors[to].append(from) }
            }
            for (number, circle) in StronglyConnected(successors: successors).circles(successors).enumerated() {
                for place in circle { numbers[order[place]] = number }
            }
        }

        /// Whether both lie in one circle.
        func hold(_ first: Identifier, _ second: Identifier) -> Bool {
            numbers[first].map { $0 == numbers[second] } ?? false
        }
    }

    /// Whether an edge was drawn already, from its other end.
    private func isBack(_ edge: Neighbours.Edge, from id: Identifier, _ children: [Identifier: [Neighbour]]) -> Bool {
        children[edge.id]?.contains { $0.edge.id == id && $0.edge.label == edge.label && $0.edge.via == edge.via }
            ?? false
    }

    private func line(_ neighbour: Neighbour, of session: Session, closesCircle: Bool) -> StyledText {
        let edge = neighbour.edge
        var line = StyledText(edge.label, .strong) + StyledText(edge.isOutward ? " → " : " ← ")
        line += session[edge.id].map { RecordLine.text($0) } ?? StyledText("\(edge.id)  missing", .bad)
        if !neighbour.isNew { line += StyledText("  (above)", .faint) }
        if closesCircle { line += StyledText("  (circle)", .doubtful) }
        return line
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
