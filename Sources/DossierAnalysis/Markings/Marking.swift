import DossierModel

/// A label of the Traffic Light Protocol 2.0, from the most open to the strictest.
package enum Marking: Int, Sendable, CaseIterable, Comparable, CustomStringConvertible {
    /// No limit.
    case clear
    /// The community.
    case green
    /// The organisation and its clients.
    case amber
    /// The organisation only.
    case amberStrict
    /// The recipients only.
    case red

    /// Takes a word of the vocabulary; any other word counts as the strictest label.
    package init(_ word: String) { self = Marking(rawValue: Vocabulary.trafficLight.rank(of: word)) ?? .red }

    /// The label as it is typed.
    package var description: String { Vocabulary.trafficLight.words[rawValue].text }

    /// Orders labels from the most open to the strictest.
    package static func < (left: Marking, right: Marking) -> Bool { left.rawValue < right.rawValue }
}

extension Record {
    /// The record's own label; nil where it is unmarked.
    package var marking: Marking? { text(.tlp).map { Marking($0) } }
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
        return (words.map { Marking($0) } + [header.marking].compactMap(\.self)).max()
    }
}
