import DossierModel

/// No source and no claim draws on itself, not even over others: reports that cite each other in a circle have no origin.
package struct CirclesCheck: Check {
    private var steps: [Identifier: [Identifier]] = [:]
    private var order: [Identifier] = []

    package static let name = "circles"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .error, of: [.source, .claim, .link], reading: [.derived, .from, .relation, .to],
        "no source or claim draws on itself, directly or through others",
        details: "A record draws on what it names in the field derived and by the relations derived-from and quotes.",
        example: CheckExample(
            .commands([
                "add source s1 \"Agency\"", "add source s2 \"Paper\" derived=s1", "set s1 derived=s2",
            ]), finds: ["s1  it draws on itself: s1 → s2 → s1"], remedy: ["set s1 derived="]))

    /// Begins.
    package init(_ scope: CheckScope) {}

    /// Keeps what a record draws on.
    package mutating func findings(of record: Record) -> [Finding] {
        if record.kind != .link {
            order.append(record.id)
            steps[record.id] = record.references(.derived)
        } else if Derivation.isDrawing(record), let from = record.references(.from).first {
            steps[from]?.append(contentsOf: record.references(.to))
        }
        return []
    }

    /// Follows what everything draws on; one finding a circle, at the first of its records.
    package mutating func findings() -> [Finding] {
        order.circles(steps).map { way in
            let names = way.map(\.text).joined(separator: " → ")
            return Finding(way[0], "it draws on itself: \(names)", others: Array(way.dropFirst().dropLast()))
        }
    }
}

extension [Identifier] {
    /// The circles among records, given where each leads: the shortest way round each, from its first record to itself.
    func circles(_ steps: [Identifier: [Identifier]]) -> [[Identifier]] {
        // What leads nowhere is in no circle.
        let leading = filter { steps[$0]?.isEmpty == false }
        let places = Dictionary(leading.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let successors = leading.map { (steps[$0] ?? []).compactMap { places[$0] } }
        return StronglyConnected(successors: successors).ways(successors).map { way in way.map { leading[$0] } }
    }
}
