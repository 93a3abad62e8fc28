import DossierModel
import DossierTime

/// What rules look at: a session, on a day.
package struct CheckScope: Sendable {
    /// The session.
    package let session: Session
    /// The day that overdue is told from; nil where none is given and the session knows none.
    package var day: When? { given ?? Forecast.latestDay(in: session) }

    /// Who sees how far a rule has come, and may want it to end.
    let watch: (any WorkWatch)?
    private let given: When?

    /// Looks at a session; without a day, on the latest that the session knows.
    package init(_ session: Session, asOf given: When? = nil, for watch: (any WorkWatch)? = nil) {
        self.session = session
        self.given = given
        self.watch = watch
    }

    /// A piece of what a rule does with several records together.
    func work(_ title: String, of total: Int) -> Work {
        Work(title, .records, of: total, stride: 64, for: watch)
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
