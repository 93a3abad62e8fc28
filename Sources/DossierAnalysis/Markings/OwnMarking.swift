import DossierModel

extension Record {
    /// The record's own label; nil where it is unmarked.
    package var marking: Marking? { text(.tlp).map { Marking(word: $0) } }
}

extension Session {
    /// How strict one record is, as ``Markings`` says of all; it may stand in no session yet.
    package func marking(of record: Record) -> Marking? {
        var strictest: Marking?
        var seen: Set<Identifier> = [record.id]
        var waiting = [record]
        while let next = waiting.popLast() {
            let own = next.marking
            strictest = [strictest, own ?? header.marking].compactMap(\.self).max()
            let ends = next.kind == .link ? next.references(.from) + next.references(.to) : []
            for id in own == nil ? next.mentions : ends where seen.insert(id).inserted {
                if let named = self[id] { waiting.append(named) }
            }
        }
        return strictest
    }

    /// The strictest label that the session or one of its records has; nil where nothing is marked.
    package var strictestMarking: Marking? {
        let words = Kind.listed.flatMap { kind in valueCounts(.tlp, of: kind).map { $0.value.typed } }
        return (words.map { Marking(word: $0) } + [header.marking].compactMap(\.self)).max()
    }
}
