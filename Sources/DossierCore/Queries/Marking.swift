/// The Traffic Light Protocol marking of what is handed on: the highest of the records and of what they draw on (TLP 2.0).
enum Marking {
    /// The marking of a record: its own, or that of a source that it draws on where that is higher.
    static func of(_ record: Record, in session: Session) -> String? {
        var words = [record.text(.tlp)]
        var sources = record.references(.source) + record.references(.derived)
        if let quote = record.quote { sources.append(quote.source) }
        for source in sources { words.append(session[source]?.text(.tlp)) }
        return highest(words)
    }

    /// The highest marking of records; nil where none is marked.
    static func highest(of ids: some Sequence<Identifier>, in session: Session) -> String? {
        highest(ids.map { session[$0].flatMap { of($0, in: session) } })
    }

    /// The highest marking of a session; what its records draw on is among them.
    static func highest(in session: Session) -> String? {
        highest(
            Kind.listed.flatMap { kind in
                session.valueCounts(.tlp, of: kind).map { $0.value.typed }
            })
    }

    /// Whether a marking is at most another: `green` is at most `amber`.
    static func isAtMost(_ marking: String?, _ limit: String) -> Bool {
        guard let marking else { return true }
        return Vocabulary.trafficLight.rank(of: marking) <= Vocabulary.trafficLight.rank(of: limit)
    }

    private static func highest(_ words: [String?]) -> String? {
        words.compactMap(\.self).max { Vocabulary.trafficLight.rank(of: $0) < Vocabulary.trafficLight.rank(of: $1) }
    }
}
