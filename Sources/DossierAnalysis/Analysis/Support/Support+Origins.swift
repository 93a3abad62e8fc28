import DossierModel

extension Support {
    /// The least and the most independent origins of all that stands for the record.
    package var independent: ClosedRange<Int> { Origins.independent(origins) }

    /// The origins that are behind several lines, with these.
    package var shared: [(origin: Identifier, lines: [Identifier])] {
        var bearers: [Identifier: [Identifier]] = [:]
        for (line, origins) in zip(lines, origins) {
            for origin in origins.all where origin != line.id { bearers[origin, default: []].append(line.id) }
        }
        return bearers.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Why the only evidence is its own origin; nil where it is not.
    package var selfEvidence: String? {
        let others = origins.reduce(into: Set<Identifier>()) { $0.formUnion($1.all) }
        if lines.isEmpty {
            return own.all.isEmpty ? nil : "nothing supports it but its own origin: \(Support.names(own.all))"
        }
        if !own.all.isEmpty, !others.isEmpty, others.isSubset(of: own.all) {
            return "the only evidence for it is its own origin: \(Support.names(own.all))"
        }
        let rest = origins.allSatisfy { $0.own.isEmpty && $0.unknown.isEmpty }
        if others.isEmpty, rest, origins.contains(where: \.leadsBack) {
            return "the only evidence for it leads back to itself"
        }
        return nil
    }

    private static func names(_ ids: Set<Identifier>) -> String { ids.sorted().map(\.text).joined(separator: ", ") }
}
