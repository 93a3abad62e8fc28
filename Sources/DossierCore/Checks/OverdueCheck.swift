/// Every forecast whose time is over has an outcome.
public struct OverdueCheck: Check {
    private let day: When?

    /// The rule as data.
    public static let definition = CheckDefinition(
        "overdue", .warning, of: [.claim, .note], reading: Forecast.fields,
        "every forecast whose time is over has an outcome",
        details:
            "No clock is read: it is the day of as-of=, or else the latest on which something here was surely said, published or read, as for 'show forecasts'.",
        example: CheckExample(
            .commands([
                "add note n1 type=forecast due=2024-12-31 likelihood=70% -- Soldiers are reported in combat.",
                "add source s1 published=2025-01-10",
            ]),
            finds: [
                "n1  it was due 2024-12-31, and it is 2025-01-10 or later: 'set n1 outcome=yes', no or void, says how it came out"
            ], remedy: ["set n1 outcome=yes"]))

    /// Finds out which day it is.
    public init(_ scope: CheckScope) { day = scope.day }

    /// Looks at a forecast.
    public mutating func findings(of record: Record) -> [Finding] {
        guard let day, let forecast = Forecast(record), let due = forecast.due,
            forecast.state(asOf: day) == (.overdue, .certainly)
        else { return [] }
        return [
            Finding(
                record.id,
                "it was due \(due), and it is \(day) or later: 'set \(record.id) outcome=yes', no or void, says how it came out"
            )
        ]
    }
}
