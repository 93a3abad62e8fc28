/// What rules look at: a session, on a day.
public struct CheckScope: Sendable {
    /// The session.
    public let session: Session
    /// The day that overdue is told from; nil where none is given and the session knows none.
    public var day: When? { given ?? Forecast.latestDay(in: session) }

    private let given: When?

    /// Looks at a session; without a day, on the latest that the session knows.
    init(_ session: Session, asOf given: When? = nil) {
        self.session = session
        self.given = given
    }

    /// A field of all sources, by their ids: read once, since a source's text may be long.
    func sources(_ name: FieldName) -> [Identifier: FieldValue] {
        let slots = Array(session.slots(of: .source))
        let column = SlotValues(name, at: slots, in: session)
        var values: [Identifier: FieldValue] = [:]
        for (index, slot) in slots.enumerated() {
            guard let number = column.numbers(at: index).first else { continue }
            values[session.identifier(at: slot) ?? .session] = column.values[Int(number)].value
        }
        return values
    }
}

extension Record {
    /// The sources that it names and the one that it quotes, each once.
    var carriers: [Identifier] {
        var sources = references(.source)
        if let quote, !sources.contains(quote.source) { sources.append(quote.source) }
        return sources
    }
}
