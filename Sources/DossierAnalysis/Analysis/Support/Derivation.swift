import DossierModel

/// What sources draw on, and what these draw on, to the end: by the field `derived` and by links `derived-from` and `quotes`.
package struct Derivation {
    /// The sources that draw on no other, each alone, and the circles that draw on nothing outside: the origins.
    let ends: [[Identifier]]

    /// What sources draw on, one step each, as far as it was asked for: half a session may draw on one source, which is then
    /// read once.
    package struct Known {
        private var steps: [Identifier: [Identifier]] = [:]
        /// Where other records lead, with what supports them.
        var walked: [Identifier: OriginWalk.Step] = [:]

        /// Nothing is known yet.
        package init() {}

        /// The sources that a source draws on.
        mutating func step(from id: Identifier, in session: Session) -> [Identifier] {
            if let known = steps[id] { return known }
            let step = session[id].map { Derivation.step(from: $0, in: session) } ?? []
            steps[id] = step
            return step
        }
    }

    /// Follows some sources.
    init(of sources: [Identifier], in session: Session, _ known: inout Known) {
        var places: [Identifier: Int] = [:]
        var order: [Identifier] = []
        for source in sources where places[source] == nil {
            places[source] = order.count
            order.append(source)
        }
        var successors: [[Int]] = []
        var index = 0
        while index < order.count {
            var own: [Int] = []
            for next in known.step(from: order[index], in: session) {
                if let place = places[next] {
                    own.append(place)
                } else {
                    places[next] = order.count
                    own.append(order.count)
                    order.append(next)
                }
            }
            successors.append(own)
            index += 1
        }
        let found = order
        ends = StronglyConnected(successors: successors).ends(successors).map { end in end.map { found[$0] } }
    }

    /// The sources, or the claims, that a source or a claim draws on.
    static func step(from record: Record, in session: Session) -> [Identifier] {
        var found = record.references(.derived)
        for link in Ground.links(of: record.id, in: session) where link.references(.from).first == record.id {
            guard isDrawing(link) else { continue }
            found += link.references(.to).filter { !found.contains($0) }
        }
        return found
    }

    /// Whether a link says that its beginning draws on its end.
    static func isDrawing(_ link: Record) -> Bool {
        link.relation == .derivedFrom || link.relation == .quotes
    }
}
