/// Which records of a session had been said or published by a day, and how surely.
///
/// A source counts by the time it was published, else by the time it was read; a claim by the time it was said, else by its
/// sources; an event by the first of its sources and of the claims about it, else by its own time unless it is only expected.
/// A link needs both its ends, and where it has sources or claims about it one of these. An entity stays with what names it,
/// a note with what it is on. What has no date stays.
struct KnownRecords {
    /// What is left out, in the order in which it was made, kind by kind.
    private(set) var gone: [Session.Slot] = []
    /// What is only possibly known.
    private(set) var possible: [Identifier] = []
    /// Sources, events and claims that nothing dates.
    var undated: [Identifier] { undatedSlots.compactMap { session.identifier(at: $0) } }

    private let session: Session
    private let limit: Bound
    private let watch: (any WorkWatch)?
    private var undatedSlots: [Session.Slot] = []
    /// What speaks for each record; nil where nothing was found that could.
    private var grounds: [Ground?]
    /// What the claims about each record say for it.
    private var told: [Ground]
    private var certainties: [Certainty]

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
    init(_ session: Session, by day: When, for watch: (any WorkWatch)? = nil) {
        self.session = session
        self.watch = watch
        limit = day.latest
        grounds = Array(repeating: nil, count: session.slotCount)
        told = Array(repeating: .nothing, count: session.slotCount)
        certainties = Array(repeating: .certainly, count: session.slotCount)
        gatherSources()
        gatherClaims()
        gatherEvents()
        gatherLinks()
        gatherEntities()
        for (slot, ground) in grounds.enumerated() { certainties[slot] = ground?.certainty ?? .certainly }
        limitLinksAndNotes()
        for kind in Kind.listed {
            for slot in session.slots(of: kind) where certainties[Int(slot)] != .certainly {
                if isGone(slot) {
                    gone.append(slot)
                } else if let id = session.identifier(at: slot) {
                    possible.append(id)
                }
            }
        }
    }

    /// How surely a record had been said or published.
    func certainty(of id: Identifier) -> Certainty { session.slot(of: id).map { certainties[Int($0)] } ?? .certainly }

    /// Whether a record is left out.
    func isGone(_ slot: Session.Slot) -> Bool { certainties[Int(slot)] == .no }

    /// The records of a kind as steps of the work, each with its place among them.
    private func steps(_ slots: [Session.Slot]) -> WorkSteps<EnumeratedSequence<[Session.Slot]>> {
        slots.enumerated().steps(of: Work("looking when things were said", .records, of: slots.count, for: watch))
    }

    /// What each record of some slots says by its own time: the first field that it has.
    private func dated(_ names: [FieldName], _ slots: [Session.Slot]) -> [Ground?] {
        var found = [Ground?](repeating: nil, count: slots.count)
        for name in names.reversed() {
            let times = SlotValues(name, at: slots, in: session)
            let known = times.values.map { value -> Ground? in
                if case .when(let when) = value.value { return Ground(when.isBy(limit)) }
                return nil
            }
            for index in slots.indices {
                if let ground = times.numbers(at: index).first.flatMap({ known[Int($0)] }) { found[index] = ground }
            }
        }
        return found
    }

    private mutating func gatherSources() {
        let slots = session.filledSlots(of: .source)
        let own = dated([.published, .retrieved], slots)
        for (index, slot) in steps(slots) { note(slot, own[index]) }
    }

    private mutating func gatherClaims() {
        let slots = session.filledSlots(of: .claim)
        let said = dated([.said], slots)
        let sources = SlotMentions([.source, .quote], at: slots, in: session)
        let subjects = SlotMentions([.about], at: slots, in: session)
        for (index, slot) in steps(slots) {
            note(slot, said[index] ?? ground(of: sources.slots(at: index)))
            let own = grounds[Int(slot)] ?? .undated
            for case let subject? in subjects.slots(at: index) { told[Int(subject)] = max(told[Int(subject)], own) }
        }
    }

    private mutating func gatherEvents() {
        let slots = session.filledSlots(of: .event)
        let times = dated([.when], slots)
        let statuses = SlotValues(.status, at: slots, in: session)
        let isExpected = statuses.values.map { $0.value == .text("expected") }
        let sources = SlotMentions([.source, .quote], at: slots, in: session)
        for (index, slot) in steps(slots) {
            let told = max(ground(of: sources.slots(at: index)), told[Int(slot)])
            let waits = statuses.numbers(at: index).first.map { isExpected[Int($0)] } ?? false
            note(slot, told == .nothing ? (waits ? nil : times[index]) : told)
        }
    }

    private mutating func gatherLinks() {
        let slots = session.filledSlots(of: .link)
        let sources = SlotMentions([.source, .quote], at: slots, in: session)
        for (index, slot) in steps(slots) {
            grounds[Int(slot)] = max(ground(of: sources.slots(at: index)), told[Int(slot)])
        }
    }

    private mutating func note(_ slot: Session.Slot, _ ground: Ground?) {
        let isDated = ground != nil && ground != .nothing && ground != .undated
        grounds[Int(slot)] = isDated ? ground : .undated
        if !isDated { undatedSlots.append(slot) }
    }

    /// The best of what some records are known by.
    private func ground(of slots: some Sequence<Session.Slot?>) -> Ground {
        var best = Ground.nothing
        for slot in slots { best = max(best, slot.flatMap { grounds[Int($0)] } ?? .undated) }
        return best
    }

    /// An entity is as well known as the best known of what names it; entities hand this on to those that they name.
    private mutating func gatherEntities() {
        let entities = session.filledSlots(of: .entity)
        var places: [Int?] = Array(repeating: nil, count: session.slotCount)
        for (place, slot) in entities.enumerated() { places[Int(slot)] = place }
        var changed: [Session.Slot] = []
        for kind in [Kind.event, .claim, .link] {
            let slots = session.filledSlots(of: kind)
            let mentions = SlotMentions(FieldSelection(naming: kind).names, at: slots, in: session)
            for (index, slot) in steps(slots) {
                guard let ground = grounds[Int(slot)], ground != .nothing else { continue }
                for case let named? in mentions.slots(at: index)
                where places[Int(named)] != nil && grounds[Int(named)] ?? .nothing < ground {
                    grounds[Int(named)] = ground
                    changed.append(named)
                }
            }
        }
        let mentions = SlotMentions(FieldSelection(naming: .entity).names, at: entities, in: session)
        while let slot = changed.popLast() {
            guard let ground = grounds[Int(slot)], let place = places[Int(slot)] else { continue }
            for case let named? in mentions.slots(at: place) where grounds[Int(named)] ?? .nothing < ground {
                grounds[Int(named)] = ground
                changed.append(named)
            }
        }
    }

    /// Links go with the first of their ends, notes with the last of what they are on; and so does what is on these.
    private mutating func limitLinksAndNotes() {
        let (links, notes) = (session.filledSlots(of: .link), session.filledSlots(of: .note))
        let ends = SlotMentions([.from, .to], at: links, in: session)
        let targets = SlotMentions(FieldSelection(naming: .note).names, at: notes, in: session)
        var places: [Int?] = Array(repeating: nil, count: session.slotCount)
        for (place, slot) in links.enumerated() { places[Int(slot)] = place }
        for (place, slot) in notes.enumerated() { places[Int(slot)] = place }
        var waiting = Array((links + notes).reversed())
        while let slot = waiting.popLast() {
            guard let place = places[Int(slot)] else { continue }
            let isLink = session.kind(at: slot) == .link
            let limit =
                isLink
                ? ends.slots(at: place).map { certainty(at: $0) }.min()
                : targets.slots(at: place).map { certainty(at: $0) }.max()
            guard let limit, certainties[Int(slot)] > limit else { continue }
            certainties[Int(slot)] = limit
            if let id = session.identifier(at: slot) { waiting += session.slotsReferring(to: id) }
        }
    }

    private func certainty(at slot: Session.Slot?) -> Certainty { slot.map { certainties[Int($0)] } ?? .certainly }
}

extension Session {
    /// The session with no more than what had certainly or possibly been said or published by a day. What is left out is
    /// named by nothing in it.
    func known(_ known: KnownRecords) -> Session {
        if known.gone.isEmpty { return self }
        var naming: Set<Slot> = []
        for slot in known.gone {
            guard let id = identifier(at: slot) else { continue }
            for other in slotsReferring(to: id) where !known.isGone(other) { naming.insert(other) }
        }
        var session = self
        // The last first: lists of who names whom are shortened at their ends.
        for slot in known.gone.reversed() { session.leaveOut(slot) }
        for slot in naming.sorted(by: >) {
            guard let old = record(at: slot) else { continue }
            var new = old
            for id in old.mentions where self.slot(of: id).map(known.isGone) ?? false { new.forget(id) }
            session.apply(Change(old: old, new: new))
        }
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
