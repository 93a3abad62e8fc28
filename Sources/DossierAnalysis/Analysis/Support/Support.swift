import DossierModel

/// What stands for a record and against it, and where that comes from.
package struct Support {
    /// What stands for it: claims, events, notes, and sources that no claim among them attributes to a speaker.
    package let lines: [Ground]
    /// The origins of each line.
    package let origins: [Origins]
    /// The sources that carry the lines, and the record itself.
    package let sources: [Identifier]
    /// The origins that the record has of itself: of a claim its speaker, of a source what it draws on.
    package let own: Origins

    private let root: Identifier
    private let session: Session

    /// Follows a record's grounds to the end.
    package init(of record: Record, _ grounds: [Ground], in session: Session, for watch: (any WorkWatch)? = nil) {
        var known = Derivation.Known()
        self.init(of: record, grounds, in: session, &known, for: watch)
    }

    /// Follows a record's grounds to the end; what sources draw on is kept for the next record.
    package init(
        of record: Record, _ grounds: [Ground], in session: Session, _ known: inout Derivation.Known,
        for watch: (any WorkWatch)? = nil
    ) {
        (root, self.session) = (record.id, session)
        let isItsOwn = record.kind == .claim || record.kind == .source
        own = isItsOwn ? Origins(of: record.id, root: nil, in: session, &known, withSupport: false) : Origins()
        lines = Support.lines(of: record, grounds, in: session)
        var origins: [Origins] = []
        let work = Work("following lines of support", .records, of: lines.count, stride: 1, for: watch)
        for line in lines.steps(of: work) { origins.append(Origins(of: line.id, root: record.id, in: session, &known)) }
        self.origins = origins
        let speaking = grounds.filter { $0.role == .support || $0.role == .corroboration }.map(\.id)
        let carriers = grounds.filter { $0.role == .source }.map(\.id)
        var seen: Set<Identifier> = []
        sources = (carriers + speaking.flatMap { session[$0]?.references(.source) ?? [] }).filter {
            seen.insert($0).inserted
        }
    }

    /// What stands for a record: of what is not its own, also the sources that no claim among it comes from.
    static func lines(of record: Record, _ grounds: [Ground], in session: Session) -> [Ground] {
        let isItsOwn = record.kind == .claim || record.kind == .source
        let speaking = grounds.filter { $0.role == .support || $0.role == .corroboration }.map(\.id)
        let carriers = grounds.filter { $0.role == .source }.map(\.id)
        let unattributed = isItsOwn ? [] : Support.unattributed(carriers, by: speaking, in: session)
        return grounds.filter { ground in
            ground.role == .support || ground.role == .corroboration
                || (ground.role == .source && unattributed.contains(ground.id))
        }
    }

    /// The sources that none of some claims comes from: what a claim says is the speaker's, not the source's.
    static func unattributed(_ sources: [Identifier], by claims: [Identifier], in session: Session) -> [Identifier] {
        let attributed = Set(
            claims.lazy.compactMap { session[$0] }.filter { $0.kind == .claim }.flatMap { $0.references(.source) })
        return sources.filter { !attributed.contains($0) }
    }

    /// The circles among all that the record rests on, the shortest way round each: from one record to the next and back to
    /// the first.
    package var circles: [[Identifier]] {
        var places = [root: 0]
        var order = [root]
        var successors: [[Int]] = []
        while successors.count < order.count {
            var own: [Int] = []
            let grounds = session[order[successors.count]].map { Ground.of($0, in: session) } ?? []
            for ground in grounds where ground.isForIt && ground.role != .corroboration {
                if places[ground.id] == nil {
                    places[ground.id] = order.count
                    order.append(ground.id)
                }
                if let place = places[ground.id] { own.append(place) }
            }
            successors.append(own)
        }
        return StronglyConnected(successors: successors).ways(successors).map { way in way.map { order[$0] } }
    }
}
