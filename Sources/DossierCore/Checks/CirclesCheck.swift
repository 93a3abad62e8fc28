/// No source draws on itself, not even over others: reports that cite each other in a circle have no origin.
public struct CirclesCheck: Check {
    /// The rule as data.
    public static let definition = CheckDefinition(
        name: "circles", severity: .error, summary: "no source draws on itself, not even over others")

    /// Follows what every source draws on; one finding a circle, at the first of its sources.
    public static func findings(in session: Session) -> [Finding] {
        var steps: [Identifier: [Identifier]] = [:]
        var order: [Identifier] = []
        for source in session.records(of: .source) {
            order.append(source.id)
            steps[source.id] = source.references(.derived)
        }
        for link in session.records(of: .link) where Derivation.isDrawing(link) {
            guard let from = link.references(.from).first else { continue }
            steps[from]?.append(contentsOf: link.references(.to))
        }
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        let successors = order.map { (steps[$0] ?? []).compactMap { places[$0] } }
        return StronglyConnected(successors: successors).ways(successors).map { way in
            let names = way.map { order[$0].text }.joined(separator: " → ")
            return Finding(record: order[way[0]], text: "it draws on itself: \(names)")
        }
    }
}
