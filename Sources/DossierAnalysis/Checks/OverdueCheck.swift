import DossierModel
import DossierTime

/// Every forecast whose time is over has an outcome.
package struct OverdueCheck: Check {
    private let day: When?

    package static let name = "overdue"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .warning, of: [.claim, .note], reading: Forecast.fields,
        "every forecast whose time is over has an outcome",
        details:
            "The day is that of as-of=, or else the latest day on which something in the session was certainly said, published or read, as in 'show forecasts'. The clock is not used.",
        example: CheckExample(
            .commands([
                "add note n1 type=forecast due=2024-12-31 likelihood=70% -- Soldiers are reported in combat.",
                "add source s1 published=2025-01-10",
            ]),
            finds: [
                "n1  it was due 2024-12-31, and it is 2025-01-10 or later: record the outcome, yes, no or void: 'set n1 outcome=yes'"
            ], remedy: ["set n1 outcome=yes"]))

    /// Finds out which day it is.
    package init(_ scope: CheckScope) { day = scope.day }

    /// Looks at a forecast.
    package mutating func findings(of record: Record) -> [Finding] {
        guard let day, let forecast = Forecast(record), let due = forecast.due,
            forecast.state(asOf: day) == (.overdue, .certainly)
        else { return [] }
        return [
            Finding(
                record.id,
                "it was due \(due), and it is \(day) or later: record the outcome, yes, no or void: 'set \(record.id) outcome=yes'"
            )
        ]
    }
}
