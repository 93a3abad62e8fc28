import DossierModel
import DossierTime

/// What somebody said would be: a claim that forecasts, or the analyst's own note.
package struct Forecast {
    package let record: Record
    /// The likelihood that was given.
    package let likelihood: Likelihood?
    /// When it can be judged: of a note its field `due`, of a claim the time that it speaks of.
    package let due: When?
    /// How it came out; nil where that is not said.
    package let outcome: ForecastOutcome?
    /// When the outcome was known, as far as that is said.
    private let resolved: When?

    /// How it stands.
    package enum State: String, CaseIterable {
        case overdue, open, resolved, void
    }

    /// The stance of a claim, and the type of a note, that make it a forecast.
    package static let words: [FieldValue] = [.text(Stance.forecasts.rawValue), .text(NoteType.forecast.rawValue)]

    /// The fields from which it is read.
    static let fields: [FieldName] = [.stance, .when, .type, .due, .likelihood, .outcome, .resolved]

    /// Reads a record; nil where it forecasts nothing.
    package init?(_ record: Record) {
        switch record.kind {
        case .claim where record.stance == .forecasts: due = record.when(.when)
        case .note where record.noteType == .forecast: due = record.when(.due)
        default: return nil
        }
        self.record = record
        if case .likelihood(let given)? = record[.likelihood].first { likelihood = given } else { likelihood = nil }
        outcome = record.outcome
        resolved = record.when(.resolved) ?? due
    }

    /// When the outcome of a record was known: its field `resolved`, else the time at which a forecast is due; nil where neither
    /// is given.
    static func dateOfOutcome(_ record: Record) -> When? { record.when(.resolved) ?? Forecast(record)?.due }

    /// How surely its outcome was known by the end of a day; certainly where nothing dates it.
    func isResolved(by day: When) -> Certainty { resolved?.isBy(day.latest) ?? .certainly }

    /// How it stands on a day, and how surely: it is overdue where all of the time for it lies before the day.
    ///
    /// - Parameter isLookingBack: whether an outcome counts from when it was known.
    package func state(asOf day: When?, isLookingBack: Bool = false) -> (state: State, certainty: Certainty) {
        let isKnown = isLookingBack ? day.map(isResolved) ?? .certainly : .certainly
        if let outcome, isKnown != .no { return (outcome == .void ? .void : .resolved, isKnown) }
        guard let day, let due else { return (.open, .certainly) }
        let isPast = due.before(day)
        return isPast == .no ? (.open, .certainly) : (.overdue, isPast)
    }

    /// The score of one forecast; nil where it is not resolved, or no likelihood was given.
    package var score: BrierScore? {
        guard let likelihood, let outcome, outcome != .void else { return nil }
        return BrierScore(likelihood, cameTrue: outcome == .cameTrue)
    }
}

extension Forecast {
    /// The latest day on which something in a session was surely said, published or read: the earliest that today can be, as
    /// far as the session knows.
    package static func latestDay(in session: Session) -> When? {
        var latest: Moment?
        for (kind, field) in [(Kind.source, FieldName.published), (.source, .retrieved), (.claim, .said)] {
            for value in session.valueCounts(field, of: kind) {
                guard case .when(let when) = value.value, case .moment(let moment) = when.earliest else { continue }
                latest = max(latest ?? moment, moment)
            }
        }
        return latest.flatMap { try? When($0.day.description) }
    }
}
