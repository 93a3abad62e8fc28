import DossierModel

/// What of a session may go out up to a label.
///
/// Every export goes through this one place, so that no format or view has to know of markings: the session that they are
/// given holds nothing above the label.
package struct Release {
    /// What may go out.
    package let session: Session
    /// What was held back.
    package let held: HeldBack
    /// How many records may go out, but had not been said by the day that was asked for.
    package let countNotYetSaid: Int

    /// Decides on every record.
    ///
    /// - Parameter known: what had been said by a day; what had not goes out under no label.
    package init(of whole: Session, upTo limit: Marking, known: KnownRecords? = nil, for watch: (any WorkWatch)? = nil)
    {
        var fates = Fates(of: whole, upTo: limit, known, for: watch)
        fates.holdBackUnnamed()
        var session = Session()
        var held = HeldBack()
        var notYetSaid = 0
        let work = Work("leaving out what is marked", .records, of: whole.count, for: watch)
        for slot in Kind.listed.lazy.flatMap({ whole.filledSlots(of: $0) }).steps(of: work) {
            switch fates[slot] {
            case .goes:
                guard let record = whole.record(at: slot) else { continue }
                session.apply(.put(held.trimming(record, fates)))
            case .held: held.count(whole.kind(at: slot))
            case .notYet: notYetSaid += 1
            }
        }
        let header = ReleasedHeader(of: whole, fates)
        held.holdsHeader = header.isHeld
        if !header.record.entries.isEmpty { session.apply(.put(header.record)) }
        self.session = session
        self.held = held
        countNotYetSaid = notYetSaid
    }
}

/// What is told of what was held back: how much, and no word of it.
package struct HeldBack {
    /// Whether the session's title and fields are above the label.
    fileprivate(set) var holdsHeader = false
    private var counts = PerKind(repeating: 0)
    private var trimmed = 0
    private var unknown = 0

    fileprivate mutating func count(_ kind: Kind) { counts[kind] += 1 }

    /// The record as it goes out.
    fileprivate mutating func trimming(_ record: Record, _ fates: Fates) -> Record {
        let trimmed = TrimmedRecord(record, fates)
        if trimmed.lacksNamed { self.trimmed += 1 }
        if trimmed.lacksUnknown { unknown += 1 }
        return trimmed.record
    }

    /// The remark beside the export.
    package func remark(upTo limit: Marking) -> String {
        var parts: [String] = []
        let kinds = Kind.listed.filter { counts[$0] > 0 }.map { $0.counted(counts[$0]) }
        let all = (holdsHeader ? ["the session's own title and fields"] : []) + kinds
        parts.append(all.isEmpty ? "nothing held back" : "held back: " + all.joined(separator: ", "))
        if trimmed > 0 { parts.append(HeldBack.goOut(trimmed, "what is above it")) }
        if unknown > 0 { parts.append(HeldBack.goOut(unknown, "fields that this version does not know")) }
        return "tlp=\(limit): " + parts.joined(separator: "; ")
    }

    private static func goOut(_ count: Int, _ what: String) -> String {
        (count == 1 ? "1 record goes" : "\(count) records go") + " out without \(what)"
    }
}
