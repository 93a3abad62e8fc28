import DossierModel
import DossierTime

extension Session {
    /// The session without the outcomes that were not known by the end of a day, and the records that had them.
    ///
    /// An outcome counts by `resolved`, else by the time at which the forecast is due. What has neither stays.
    package func withoutOutcomes(after day: When) -> (session: Session, records: [Identifier]) {
        var session = self
        var found: [Identifier] = []
        for kind in [Kind.claim, .note] {
            for row in rows(of: kind, where: .has(.outcome)) {
                guard let old = record(at: row.slot), Forecast.dateOfOutcome(old)?.isBy(day.latest) == .no else {
                    continue
                }
                var new = old
                new[.outcome] = []
                new[.resolved] = []
                session.apply(Change(old: old, new: new))
                found.append(old.id)
            }
        }
        return (session, found)
    }
}
