/// Which records of a session had been said or published by a day, and how surely.
///
/// A source counts by the time it was published, else by the time it was read; a claim by the time it was said, else by its
/// sources; an event by the first of its sources and of the claims about it, else by its own time unless it is only expected.
/// A link needs both its ends, and where it has sources or claims about it one of these. An entity stays with what names it,
/// a note with what it is on. What has no date stays.
struct KnownRecords {
    /// What is decided by a date and does not certainly stay.
    private(set) var doubts: [Identifier: Certainty] = [:]
    /// Sources, events and claims that nothing dates.
    private(set) var undated: [Identifier] = []

    private let session: Session
    private let limit: Bound
    private var grounds: [Identifier: Ground] = [:]
    private var claimsAbout: [Identifier: [Identifier]] = [:]

    /// What speaks for a record being known, from nothing to certainty.
    private enum Ground: Int, Comparable {
        case nothing, no, possibly, undated, certainly

        init(_ certainty: Certainty) {
            switch certainty {
            case .no: self = .no
            case .possibly: self = .possibly
            case .certainly: self = .certainly
            }
        }

        /// How surely what rests on it is known: what has no date is left in.
        var certainty: Certainty { self == .no ? .no : self == .possibly ? .possibly : .certainly }

        static func < (left: Ground, right: Ground) -> Bool { left.rawValue < right.rawValue }
    }

    /// Asks every record of a session: by the end of a day.
    init(_ session: Session, by day: When) {
        self.session = session
        limit = day.latest
        gatherSourcesAndClaims()
        gatherEvents()
        for link in session.records(of: .link) { grounds[link.id] = ground(of: support(of: link)) }
        gatherEntities()
        for (id, ground) in grounds where ground.certainty != .certainly { doubts[id] = ground.certainty }
        limitLinksAndNotes()
    }

    /// How surely a record had been said or published.
    func certainty(of id: Identifier) -> Certainty { doubts[id] ?? .certainly }

    private mutating func gatherSourcesAndClaims() {
        for source in session.records(of: .source) {
            note(source, (source.when(.published) ?? source.when(.retrieved)).map { Ground($0.isBy(limit)) })
        }
        for claim in session.records(of: .claim) {
            let said = claim.when(.said).map { Ground($0.isBy(limit)) }
            note(claim, said ?? ground(of: sources(of: claim)))
            for id in claim.references(.about) { claimsAbout[id, default: []].append(claim.id) }
        }
    }

    private mutating func gatherEvents() {
        for event in session.records(of: .event) {
            var own: Ground?
            if event.text(.status) != "expected" { own = event.when(.when).map { Ground($0.isBy(limit)) } }
            let told = ground(of: support(of: event))
            note(event, told == .nothing ? own : told)
        }
    }

    private mutating func note(_ record: Record, _ ground: Ground?) {
        let isDated = ground != nil && ground != .nothing && ground != .undated
        grounds[record.id] = isDated ? ground : .undated
        if !isDated { undated.append(record.id) }
    }

    /// The sources of a record, that of its quote among them.
    private func sources(of record: Record) -> [Identifier] {
        record.references(.source) + (record.quote.map { [$0.source] } ?? [])
    }

    private func support(of record: Record) -> [Identifier] {
        sources(of: record) + claimsAbout[record.id, default: []]
    }

    private func ground(of ids: [Identifier]) -> Ground { ids.map { grounds[$0] ?? .undated }.max() ?? .nothing }

    /// An entity is as well known as the best known of what names it; entities hand this on to those that they name.
    private mutating func gatherEntities() {
        var named: [Identifier: [Identifier]] = [:]
        var changed: [Identifier] = []
        for entity in session.records(of: .entity) { named[entity.id] = entity.mentions }
        for kind in [Kind.event, .claim, .link] {
            for record in session.records(of: kind) {
                guard let ground = grounds[record.id], ground != .nothing else { continue }
                for id in record.mentions where named[id] != nil && grounds[id] ?? .nothing < ground {
                    grounds[id] = ground
                    changed.append(id)
                }
            }
        }
        while let id = changed.popLast() {
            guard let ground = grounds[id] else { continue }
            for other in named[id] ?? [] where grounds[other] ?? .nothing < ground {
                grounds[other] = ground
                changed.append(other)
            }
        }
    }

    /// Links go with the first of their ends, notes with the last of what they are on, until nothing more goes.
    private mutating func limitLinksAndNotes() {
        let links = Array(session.records(of: .link))
        let notes = session.records(of: .note).filter { !$0.mentions.isEmpty }
        var isSettled = false
        while !isSettled {
            isSettled = true
            for link in links {
                let ends = (link.references(.from) + link.references(.to)).map { certainty(of: $0) }
                isSettled = settle(link.id, ends.min() ?? .certainly) && isSettled
            }
            for note in notes {
                isSettled = settle(note.id, note.mentions.map { certainty(of: $0) }.max() ?? .certainly) && isSettled
            }
        }
    }

    private mutating func settle(_ id: Identifier, _ limit: Certainty) -> Bool {
        if certainty(of: id) <= limit { return true }
        doubts[id] = limit
        return false
    }
}

extension Session {
    /// The session with no more than what had certainly or possibly been said or published by a day. What is left out is
    /// named by nothing in it.
    func known(_ known: KnownRecords) -> Session {
        let gone = Set(known.doubts.filter { $0.value == .no }.keys)
        if gone.isEmpty { return self }
        var changes: [Change] = []
        for record in records {
            if gone.contains(record.id) {
                changes.append(Change(old: record, new: nil))
            } else if record.mentions.contains(where: gone.contains) {
                var new = record
                for id in record.mentions where gone.contains(id) { new.forget(id) }
                changes.append(Change(old: record, new: new))
            }
        }
        var session = self
        // The last first: lists of who names whom are shortened at their ends.
        for change in changes.reversed() { session.apply(change) }
        return session
    }
}

extension Record {
    /// Takes a record out of every field that names it.
    fileprivate mutating func forget(_ id: Identifier) {
        for name in fields(naming: id) {
            self[name] = self[name].filter { value in
                switch value {
                case .reference(let other): other != id
                case .quote(let quote): quote.source != id
                default: true
                }
            }
        }
    }
}
