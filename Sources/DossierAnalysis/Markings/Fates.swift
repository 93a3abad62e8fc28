import DossierModel

/// Which records of a session go out up to a label.
struct Fates {
    /// The label.
    let limit: Marking
    /// How strict each record is.
    let markings: Markings
    private let session: Session
    private let mentions: SessionMentions
    private var fates: [Fate]

    /// What becomes of a record.
    enum Fate {
        case goes
        case held
        /// It had not been said by the day that is asked for.
        case notYet
    }

    init(of session: Session, upTo limit: Marking, _ known: KnownRecords?, for watch: (any WorkWatch)?) {
        self.session = session
        self.limit = limit
        markings = Markings(session, for: watch)
        mentions = SessionMentions(session)
        fates = Array(repeating: .notYet, count: session.slotCount)
        for slot in 0..<Session.Slot(session.slotCount) where session.isFilled(slot) {
            if mayGo(markings[slot]) {
                fates[Int(slot)] = known?.isGone(slot) == true ? .notYet : .goes
            } else {
                fates[Int(slot)] = .held
            }
        }
    }

    /// What becomes of the record in a slot.
    subscript(slot: Session.Slot) -> Fate { fates[Int(slot)] }

    /// What becomes of a record; nil where it is not there.
    subscript(id: Identifier) -> Fate? {
        guard let slot = session.slot(of: id), session.isFilled(slot) else { return nil }
        return fates[Int(slot)]
    }

    /// Whether something of a label may go out; what is unmarked may.
    func mayGo(_ marking: Marking?) -> Bool { marking.map { $0 <= limit } ?? true }

    /// Holds back the entities and sources that something held back names, and nothing that goes out.
    ///
    /// One that only another such one names is held back with it, in a cycle too: what goes out is reached from a record
    /// that has nothing to do with what is held back.
    mutating func holdBackUnnamed() {
        var isSuspect = [Bool](repeating: false, count: fates.count)
        var waiting: [Session.Slot] = []
        func spread(from slot: Session.Slot, suspecting: Bool) {
            for mention in mentions.of(slot) {
                guard let named = mention.slot, fates[Int(named)] == .goes, isSuspect[Int(named)] != suspecting,
                    [.entity, .source].contains(session.kind(at: named))
                else { continue }
                isSuspect[Int(named)] = suspecting
                waiting.append(named)
            }
        }
        let slots = fates.indices.map { Session.Slot($0) }
        for slot in slots where fates[Int(slot)] == .held { spread(from: slot, suspecting: true) }
        if waiting.isEmpty { return }
        while let slot = waiting.popLast() { spread(from: slot, suspecting: true) }
        let anchors = slots.filter { fates[Int($0)] == .goes && !isSuspect[Int($0)] }
        for slot in anchors { spread(from: slot, suspecting: false) }
        while let slot = waiting.popLast() { spread(from: slot, suspecting: false) }
        for index in fates.indices where isSuspect[index] { fates[index] = .held }
    }
}
