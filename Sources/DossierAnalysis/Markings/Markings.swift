import DossierModel

/// How strict each record of a session is.
///
/// A marked record has its own label. An unmarked one is as strict as the session's label and the strictest record that it
/// names; being named makes no record stricter. A link is also as strict as its ends, marked or not, since nothing is left of
/// it without them. Every mention is followed once, so this takes as long as the session is large, cycles included.
package struct Markings {
    private let session: Session
    private var effective: [Marking?]

    /// The label of the session, which its unmarked records inherit.
    var ofSession: Marking? { session.header.marking }

    /// Whether anything is marked.
    package let hasAny: Bool

    /// The strictest label of all, the session's own among them; nil where nothing is marked.
    package var strictest: Marking? { effective.reduce(ofSession) { [$0, $1].compactMap(\.self).max() } }

    /// Looks at a session.
    package init(_ session: Session, for watch: (any WorkWatch)? = nil) {
        self.session = session
        let inherited = session.header.marking
        effective = Array(repeating: nil, count: session.slotCount)
        var waiting = [[Session.Slot]](repeating: [], count: Marking.allCases.count)
        var isMarked = [Bool](repeating: false, count: session.slotCount)
        for kind in Kind.listed {
            let slots = session.filledSlots(of: kind)
            let labels = SlotValues(.tlp, at: slots, in: session)
            let markings = labels.values.map { Marking(word: $0.value.typed) }
            for (index, slot) in slots.enumerated() {
                let own = labels.numbers(at: index).first.map { markings[Int($0)] }
                isMarked[Int(slot)] = own != nil
                guard let marking = own ?? inherited else { continue }
                effective[Int(slot)] = marking
                waiting[marking.strictness].append(slot)
            }
        }
        hasAny = inherited != nil || isMarked.contains(true)
        if isMarked.contains(true) { handOn(&waiting, isMarked, for: watch) }
    }

    /// The label of the record in a slot; nil where there is none, or it is unmarked and inherits nothing.
    subscript(slot: Session.Slot) -> Marking? { effective[Int(slot)] }

    /// The label of a record.
    package subscript(id: Identifier) -> Marking? {
        id == .session ? ofSession : session.slot(of: id).flatMap { effective[Int($0)] }
    }

    /// Hands labels on to the records that inherit them, the strictest label first, so that each record is raised once.
    private mutating func handOn(
        _ waiting: inout [[Session.Slot]], _ isMarked: [Bool], for watch: (any WorkWatch)?
    ) {
        let heirs = Heirs(session, isMarked, for: watch)
        for marking in Marking.allCases.reversed() {
            while let slot = waiting[marking.strictness].popLast() {
                guard effective[Int(slot)] == marking else { continue }
                for heir in heirs.of(slot) where effective[Int(heir)].map({ $0 < marking }) ?? true {
                    effective[Int(heir)] = marking
                    waiting[marking.strictness].append(heir)
                }
            }
        }
    }
}

/// For each record of a session the records that are at least as strict as it is, since they name it.
private struct Heirs {
    /// Where the heirs of each record begin in `slots`; one more than there are records.
    private var starts: [Int32]
    private var slots: [Session.Slot]

    init(_ session: Session, _ isMarked: [Bool], for watch: (any WorkWatch)?) {
        let mentions = SessionMentions(session)
        var pairs: [(named: Session.Slot, heir: Session.Slot)] = []
        let work = Work("following markings", .records, of: session.slotCount, for: watch)
        for slot in (0..<Session.Slot(session.slotCount)).steps(of: work) where session.isFilled(slot) {
            let isMarked = isMarked[Int(slot)]
            if isMarked, session.kind(at: slot) != .link { continue }
            for mention in mentions.of(slot) where !isMarked || mention.part == .end {
                if let named = mention.slot, session.isFilled(named) { pairs.append((named, slot)) }
            }
        }
        starts = Array(repeating: 0, count: session.slotCount + 1)
        for pair in pairs { starts[Int(pair.named) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        slots = Array(repeating: 0, count: pairs.count)
        var ends = starts
        for pair in pairs {
            slots[Int(ends[Int(pair.named)])] = pair.heir
            ends[Int(pair.named)] += 1
        }
    }

    func of(_ slot: Session.Slot) -> ArraySlice<Session.Slot> {
        slots[Int(starts[Int(slot)])..<Int(starts[Int(slot) + 1])]
    }
}
