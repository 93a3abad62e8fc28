import DossierModel

/// Whom each record of a session names, by slots, and in what sort of field.
///
/// Of records that stand as they were saved this is gathered once, and no record is read for it; others are read.
struct SessionMentions {
    /// The sort of field in which a record is named.
    enum Part: Int32, CaseIterable {
        /// What carries the record: `source`, or the source of its `quote`.
        case source
        /// What a claim is about.
        case subject
        /// An end of a link.
        case end
        /// Any other.
        case other

        init(_ name: FieldName) {
            switch name {
            case .source, .quote: self = .source
            case .about: self = .subject
            case .from, .to: self = .end
            default: self = .other
            }
        }
    }

    /// A record that is named.
    struct Mention {
        /// Its slot; nil where it is not there.
        let slot: Session.Slot?
        let part: Part
    }

    private let session: Session
    /// What the saved records name, where there are such, those left out that name one that was not saved.
    private let starts: ContiguousArray<Int32>
    private let saved: [SavedMentions.Mention]
    private let strays: Set<Session.Slot>
    /// By the numbers of the saved labels; those of the parts themselves follow.
    private let parts: [Part]

    /// Takes up a session.
    init(_ session: Session) {
        self.session = session
        let known = session.saved?.mentions
        starts = known?.starts ?? [0]
        saved = known?.mentions ?? []
        strays = known.map { $0.strays.union(session.slotsNamingLeft) } ?? []
        parts = (known?.labels ?? []).map { Part(FieldName($0)) } + Part.allCases
    }

    /// The records that the one in a slot names.
    func of(_ slot: Session.Slot) -> some Sequence<Mention> {
        // It holds no more than it needs: it is made for every record.
        let parts = parts
        return mentions(of: slot).lazy.map { mention in
            Mention(slot: mention.other < 0 ? nil : mention.other, part: parts[Int(mention.label)])
        }
    }

    private func mentions(of slot: Session.Slot) -> ArraySlice<SavedMentions.Mention> {
        if session.isAsSaved(slot), strays.isEmpty || !strays.contains(slot) {
            return saved[Int(starts[Int(slot)])..<Int(starts[Int(slot) + 1])]
        }
        guard let record = session.record(at: slot) else { return [] }
        let first = Int32(parts.count - Part.allCases.count)
        return record.entries.reduce(into: []) { mentions, entry in
            guard case .values(let values) = entry.content else { return }
            for id in values.compactMap(\.named) {
                mentions.append(
                    SavedMentions.Mention(
                        other: session.slot(of: id) ?? -1, label: first + Part(entry.name).rawValue))
            }
        }
    }
}
