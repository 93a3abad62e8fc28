import DossierModel
import DossierTime

/// Which records of a session had been said or published by a day, and how surely.
///
/// A source counts by the time it was published, else by the time it was read; a claim by the time it was said, else by its
/// sources; an event by the first of its sources and of the claims about it, else by its own time unless it is only expected.
/// A link needs both its ends, and where it has sources or claims about it one of these. An entity stays with what names it,
/// a note with what it is on. What has no date stays.
package struct KnownRecords {
    /// What is left out, in the order in which it was made, kind by kind.
    package private(set) var gone: [Session.Slot] = []
    /// What is only possibly known.
    package private(set) var possible: [Identifier] = []
    /// Sources, events and claims that nothing dates.
    package var undated: some RandomAccessCollection<Identifier> {
        undatedSlots.lazy.map { session.identifier(at: $0) ?? .session }
    }

    private let session: Session
    private let mentions: SessionMentions
    private let limit: Bound
    private let watch: (any WorkWatch)?
    private var undatedSlots: [Session.Slot] = []
    /// What speaks for each record; nil where nothing was found that could.
    private var grounds: [Backing?]
    /// What the claims about each record say for it.
    private var told: [Backing]
    private var certainties: [Certainty]

    /// What speaks for a record being known, from nothing to certainty.
    private enum Backing: Int, Comparable {
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

        static func < (left: Backing, right: Backing) -> Bool { left.rawValue < right.rawValue }
    }

    /// Asks every record of a session: by the end of a day.
    package init(_ session: Session, by day: When, for watch: (any WorkWatch)? = nil) {
        self.session = session
        mentions = SessionMentions(session)
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
    private func dated(_ names: [FieldName], _ slots: [Session.Slot]) -> [Backing?] {
        var found = [Backing?](repeating: nil, count: slots.count)
        for name in names.reversed() {
            let times = SlotValues(name, at: slots, in: session)
            let known = times.values.map { value -> Backing? in
                if case .when(let when) = value.value { return Backing(when.isBy(limit)) }
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
        session.prepare([.published, .retrieved], of: .source)
        let own = dated([.published, .retrieved], slots)
        for (index, slot) in steps(slots) { note(slot, own[index]) }
    }

    private mutating func gatherClaims() {
        let slots = session.filledSlots(of: .claim)
        let said = dated([.said], slots)
        for (index, slot) in steps(slots) {
            note(slot, said[index] ?? carried(slot))
            let own = grounds[Int(slot)] ?? .undated
            for mention in mentions.of(slot) where mention.part == .subject {
                if let subject = mention.slot { told[Int(subject)] = max(told[Int(subject)], own) }
            }
        }
    }

    private mutating func gatherEvents() {
        let slots = session.filledSlots(of: .event)
        session.prepare([.when, .status], of: .event)
        let times = dated([.when], slots)
        let statuses = SlotValues(.status, at: slots, in: session)
        let isExpected = statuses.values.map { $0.value == .text(EventStatus.expected.rawValue) }
        for (index, slot) in steps(slots) {
            let told = max(carried(slot), told[Int(slot)])
            let waits = statuses.numbers(at: index).first.map { isExpected[Int($0)] } ?? false
            note(slot, told == .nothing ? (waits ? nil : times[index]) : told)
        }
    }

    private mutating func gatherLinks() {
        for (_, slot) in steps(session.filledSlots(of: .link)) {
            grounds[Int(slot)] = max(carried(slot), told[Int(slot)])
        }
    }

    private mutating func note(_ slot: Session.Slot, _ ground: Backing?) {
        let isDated = ground != nil && ground != .nothing && ground != .undated
        grounds[Int(slot)] = isDated ? ground : .undated
        if !isDated { undatedSlots.append(slot) }
    }

    /// The best of what the sources of a record are known by.
    private func carried(_ slot: Session.Slot) -> Backing {
        var best = Backing.nothing
        for mention in mentions.of(slot) where mention.part == .source {
            best = max(best, mention.slot.flatMap { grounds[Int($0)] } ?? .undated)
        }
        return best
    }

    /// An entity is as well known as the best known of what names it; entities hand this on to those that they name.
    private mutating func gatherEntities() {
        var isEntity = [Bool](repeating: false, count: session.slotCount)
        for slot in session.filledSlots(of: .entity) { isEntity[Int(slot)] = true }
        var changed: [Session.Slot] = []
        let mentions = mentions
        func hand(_ ground: Backing, from slot: Session.Slot, to grounds: inout [Backing?]) {
            for mention in mentions.of(slot) {
                guard let named = mention.slot, isEntity[Int(named)], grounds[Int(named)] ?? .nothing < ground else {
                    continue
                }
                grounds[Int(named)] = ground
                changed.append(named)
            }
        }
        for kind in [Kind.event, .claim, .link] {
            for (_, slot) in steps(session.filledSlots(of: kind)) {
                guard let ground = grounds[Int(slot)], ground != .nothing else { continue }
                hand(ground, from: slot, to: &grounds)
            }
        }
        while let slot = changed.popLast() {
            if let ground = grounds[Int(slot)] { hand(ground, from: slot, to: &grounds) }
        }
    }

    /// Links go with the first of their ends, notes with the last of what they are on; and so does what is on these.
    private mutating func limitLinksAndNotes() {
        let (links, notes) = (session.filledSlots(of: .link), session.filledSlots(of: .note))
        var isLimited = [Bool](repeating: false, count: session.slotCount)
        for slot in links + notes { isLimited[Int(slot)] = true }
        var limiting: [Session.Slot: [Session.Slot]] = [:]
        for slot in links + notes {
            for mention in mentions.of(slot) {
                if let named = mention.slot, isLimited[Int(named)] { limiting[named, default: []].append(slot) }
            }
        }
        var waiting = Array((links + notes).reversed())
        while let slot = waiting.popLast() {
            let isLink = session.kind(at: slot) == .link
            var limit: Certainty?
            for mention in mentions.of(slot) where !isLink || mention.part == .end {
                let own = certainty(at: mention.slot)
                limit = limit.map { isLink ? min($0, own) : max($0, own) } ?? own
            }
            guard let limit, certainties[Int(slot)] > limit else { continue }
            certainties[Int(slot)] = limit
            waiting += limiting[slot] ?? []
        }
    }

    /// Whether a record that is not left out names one that is.
    fileprivate func namesGone(_ slot: Session.Slot) -> Bool {
        if isGone(slot) { return false }
        for mention in mentions.of(slot) {
            if let named = mention.slot, isGone(named) { return true }
        }
        return false
    }

    private func certainty(at slot: Session.Slot?) -> Certainty { slot.map { certainties[Int($0)] } ?? .certainly }
}

extension Session {
    /// The session with no more than what had certainly or possibly been said or published by a day. What is left out is
    /// named by nothing in it.
    package func known(_ known: KnownRecords) -> Session {
        if known.gone.isEmpty { return self }
        let naming = (0..<Slot(slotCount)).filter { isFilled($0) && known.namesGone($0) }
        var session = self
        // The last first: lists of who names whom are shortened at their ends.
        session.leaveOut(known.gone.reversed())
        for slot in naming.reversed() {
            guard let old = record(at: slot) else { continue }
            var new = old
            for id in old.mentions {
                if let named = self.slot(of: id), known.isGone(named) { new.forget(id) }
            }
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
