extension Session {
    /// A session with no more slots than this is counted whole after each change; in a larger one the changed record is looked
    /// at alone, so that a change in a debug build stays as cheap as one.
    private static let smallCount = 64

    /// Whether the session holds what a change that was carried out says, and its indexes say the same of that record: its slot,
    /// who names whom, the names of entities; in a small session also the order and the number of each kind.
    ///
    /// It is asserted after every change of a debug build; a release build does not ask.
    ///
    /// - Complexity: O(*m* log *r*) for a record that names *m* others, each named by *r* records.
    func agrees(with change: Change) -> Bool {
        guard let id = change.id else { return true }
        if id == .session { return header == change.new ?? Record(.session, .session) }
        guard self[id] == change.new else { return false }
        guard let new = change.new, let slot = slot(of: id) else { return countsAgree }
        return wasGiven(id) && kind(at: slot) == new.kind && new.mentions.allSatisfy { isReferrer(slot, of: $0) }
            && (new.kind != .entity || bearsItsNames(new, slot)) && countsAgree
    }

    private func isReferrer(_ slot: Slot, of id: Identifier) -> Bool {
        let referrers = slotsPutReferring(to: id)
        let index = referrers.partitioningIndex { $0 >= slot }
        return index < referrers.count && referrers[index] == slot
    }

    private func bearsItsNames(_ entity: Record, _ slot: Slot) -> Bool {
        ([entity.id.text] + entity.texts(.name) + entity.texts(.alias)).allSatisfy {
            slotsPut(named: $0).contains(slot)
        }
    }

    private var countsAgree: Bool {
        guard slotCount <= Session.smallCount else { return true }
        return Kind.listed.allSatisfy { kind in
            let filled = slots(of: kind).filter { isFilled($0) && self.kind(at: $0) == kind }
            return filled.count == count(of: kind) && Set(filled).count == filled.count
        }
    }
}
