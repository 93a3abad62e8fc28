import DossierModel
import DossierTime

/// Every forecast of the analyst's has a day on which it can be judged.
package struct DueCheck: Check {
    package static let name = "due"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .warning, of: [.claim, .note], reading: Forecast.fields,
        "every forecast has a day on which it can be judged",
        details:
            "The check finds notes of type forecast whose due= is missing or has no end, and claims without a time that forecast with a likelihood, since these are scored. A speaker's forecast without a likelihood may stay as vague as the speaker was. Forecasts with an outcome are not listed.",
        example: CheckExample(
            .commands(["add note n1 type=forecast likelihood=70% -- Soldiers are reported in combat."]),
            finds: ["n1  it has no day on which it can be judged: add one with 'set n1 due=DATE'"],
            remedy: ["set n1 due=2024-12-31"]))

    /// Begins.
    package init(_ scope: CheckScope) {}

    /// Looks at a forecast.
    package mutating func findings(of record: Record) -> [Finding] {
        guard let forecast = Forecast(record), forecast.outcome == nil else { return [] }
        if record.kind == .claim, forecast.likelihood == nil { return [] }
        let field = record.kind == .claim ? FieldName.when : .due
        guard let due = forecast.due else {
            return [
                Finding(
                    record.id, "it has no day on which it can be judged: add one with 'set \(record.id) \(field)=DATE'")
            ]
        }
        if case .moment = due.latest { return [] }
        return [
            Finding(
                record.id,
                "the time in which it can be judged has no end (\(due)): add one with 'set \(record.id) \(field)=DATE'")
        ]
    }
}
