import DossierModel

/// Direct evidence for or against a record.
package struct Ground {
    package let id: Identifier
    package let role: Role
    /// The relation, the stance or the field that says so.
    package let reason: String

    /// What one record is to another.
    package enum Role {
        /// Who says it.
        case speaker
        /// What carries it.
        case source
        /// What it draws on.
        case derivation
        /// What speaks for it.
        case support
        /// What says the same, without resting on it or it on this.
        case corroboration
        /// What speaks against it.
        case contradiction
        /// What limits it.
        case limit
        /// What judges it, and takes it to be so.
        case attitude
    }

    /// Whether the record rests on it.
    package var isForIt: Bool {
        switch role {
        case .speaker, .source, .derivation, .support, .corroboration: true
        case .contradiction, .limit, .attitude: false
        }
    }

    /// The fields of a record that name what it stands on.
    static let fields: [FieldName] = [.speaker, .source, .quote, .derived, .type, .target]

    /// The steps from a record: its own fields first, then links, then the claims about it.
    package static func of(_ record: Record, in session: Session) -> [Ground] {
        var grounds = record.references(.speaker).map { Ground(id: $0, role: .speaker, reason: "speaker") }
        var sources = record.references(.source)
        if let quote = record.quote, !sources.contains(quote.source) { sources.append(quote.source) }
        grounds += sources.map { Ground(id: $0, role: .source, reason: "source") }
        grounds += record.references(.derived).map { Ground(id: $0, role: .derivation, reason: "derived") }
        if record.noteType == .judgement || record.noteType == .forecast {
            grounds += record.references(.target).map { Ground(id: $0, role: .support, reason: "rests on") }
        }
        if record.kind == .entity { return grounds }
        let referrers = session.slotsReferring(to: record.id)
        for slot in referrers where session.kind(at: slot) == .link {
            guard let link = session.record(at: slot, Ground.linking) else { continue }
            if let ground = Ground(link: link, to: record.id, in: session) { grounds.append(ground) }
        }
        for slot in referrers where session.kind(at: slot) == .claim {
            guard let claim = session.record(at: slot, Ground.claiming) else { continue }
            if let ground = Ground(claim: claim, about: record.id) { grounds.append(ground) }
        }
        var seen: Set<Identifier> = []
        return grounds.filter { seen.insert($0.id).inserted }
    }

    /// The links that begin or end at a record, with no more than their ends and relation.
    static func links(of id: Identifier, in session: Session) -> some Sequence<Record> {
        session.slotsReferring(to: id).lazy.filter { session.kind(at: $0) == .link }.compactMap {
            session.record(at: $0, linking)
        }.filter { link in link.references(.from).contains(id) || link.references(.to).contains(id) }
    }

    /// What is read of a link, and of a claim, to tell what it makes of a record.
    private static let linking = FieldProjection(.link, [.from, .relation, .to])
    private static let claiming = FieldProjection(.claim, [.about, .stance])

    private init(id: Identifier, role: Role, reason: String) {
        (self.id, self.role, self.reason) = (id, role, reason)
    }

    /// What a link makes of its other end; nil where it says nothing of whether the record is so.
    ///
    /// What a record says of the analyst's notes does not turn back on it: a claim that contradicts a hypothesis has not the
    /// hypothesis against it.
    private init?(link: Record, to id: Identifier, in session: Session) {
        guard let from = link.references(.from).first, let to = link.references(.to).first else { return nil }
        let reason = link.text(.relation) ?? ""
        let other = from == id ? to : from
        let isOfNote = from == id && session.kind(of: to) == .note
        switch link.relation {
        case .supports where to == id: self.init(id: other, role: .support, reason: reason)
        case .qualifies where to == id: self.init(id: other, role: .limit, reason: reason)
        case .corroborates where !isOfNote: self.init(id: other, role: .corroboration, reason: reason)
        case .contradicts where !isOfNote: self.init(id: other, role: .contradiction, reason: reason)
        default:
            guard from == id, Derivation.isDrawing(link) else { return nil }
            self.init(id: other, role: .derivation, reason: reason)
        }
    }

    /// What a claim about the record makes of it; one without a stance says that it is so.
    private init?(claim: Record, about id: Identifier) {
        guard claim.references(.about).contains(id) else { return nil }
        let reason = claim.text(.stance) ?? Stance.unstated
        switch Stance(rawValue: reason) {
        case .asserts, .estimates, .forecasts: self.init(id: claim.id, role: .support, reason: reason)
        case .denies: self.init(id: claim.id, role: .contradiction, reason: reason)
        case nil where reason == Stance.unstated: self.init(id: claim.id, role: .support, reason: reason)
        case .demands, .condemns, .justifies, nil: self.init(id: claim.id, role: .attitude, reason: reason)
        }
    }
}
