import DossierAnalysis
import DossierLanguage
import DossierModel

/// Joins records that are the same: what they hold, and all that names them.
struct Merge {
    /// What it comes to so far.
    var draft: Draft
    /// The record that stays.
    let target: Identifier
    let place: Place
    /// What each record that was merged came to.
    private(set) var joined: [MergedRecord] = []
    /// The records that name the target in the place of another now.
    private(set) var moved: [Identifier] = []
    /// Links that said what another says, with the other.
    private(set) var twins: [(link: Identifier, other: Identifier)] = []
    /// Links that would join the target to itself.
    private(set) var loops: [Record] = []

    /// Begins with nothing merged.
    init(into target: Identifier, in context: Context, at place: Place) {
        draft = Draft(context)
        self.target = target
        self.place = place
    }

    /// Merges a record into the target.
    ///
    /// - Throws: a diagnostic where a link would be lost that others refer to.
    mutating func join(_ id: Identifier) throws(Diagnostic) {
        guard let other = draft[id], let record = draft[target] else { return }
        let strictest = [other, record].compactMap { draft.session.marking(of: $0) }.max()
        let merged = MergedRecord(other, before: draft.session[id] ?? other, into: record, strictest: strictest)
        joined.append(merged)
        draft.put(without(id, merged.record))
        try redirect(id, to: target)
        draft.drop(id)
    }

    /// A record does not name itself, as one would that named the other.
    private func without(_ id: Identifier, _ record: Record) -> Record {
        var record = record
        for name in record.fields(naming: id) { record[name] = record[name].filter { $0 != .reference(id) } }
        return record
    }

    /// Has all that names one record name another.
    private mutating func redirect(_ id: Identifier, to other: Identifier) throws(Diagnostic) {
        var links: [Identifier] = []
        for name in draft.session.referrers(of: id).map(\.id) where name != id {
            guard let record = draft[name], record.mentions.contains(id) else { continue }
            draft.put(record.naming(other, insteadOf: id))
            if name != target, !moved.contains(name) { moved.append(name) }
            if record.kind == .link { links.append(name) }
        }
        for link in links.reversed() { try settle(link, after: id) }
    }

    /// Drops a link that would join a record to itself, or says what another link says.
    private mutating func settle(_ id: Identifier, after gone: Identifier) throws(Diagnostic) {
        guard let link = draft[id] else { return }
        if link[.from] == link[.to] {
            if let other = draft.session.referrers(of: id).first(where: { draft[$0.id]?.mentions.contains(id) ?? false }
            ) {
                throw .loopReferredTo(link, target, by: other, at: place)
            }
            loops.append(link)
        } else if let twin = twin(of: link, after: gone) {
            try redirect(id, to: twin)
            twins.append((id, twin))
        } else {
            return
        }
        moved.removeAll { $0 == id }
        draft.drop(id)
    }

    /// Another link that says the same: all of its fields are the same, its ends turned round where the relation is symmetric.
    private func twin(of link: Record, after gone: Identifier) -> Identifier? {
        let relation = draft.session.relations.first { $0.name == link.text(.relation) }
        var turned = link
        turned[.from] = link[.to]
        turned[.to] = link[.from]
        for end in link.references(.from) + link.references(.to) + [gone] {
            for known in draft.session.links(of: end) where known.id != link.id {
                guard let other = draft[known.id] else { continue }
                if other.entries == link.entries { return other.id }
                if relation?.isSymmetric == true, other.entries == turned.entries { return other.id }
            }
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func loopReferredTo(
        _ link: Record, _ target: Identifier, by other: Record, at place: Place
    ) -> Diagnostic {
        Diagnostic(
            .cannotMerge, "the link \(link.id) would join '\(target)' to itself, and '\(other.id)' names it", at: place,
            notes: ["drop or change '\(other.id)' or '\(link.id)' first"])
    }
}
