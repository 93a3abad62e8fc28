/// Every forecast of the analyst's has a day on which it can be judged.
public struct DueCheck: Check {
    /// The rule as data.
    public static let definition = CheckDefinition(
        "due", .warning, of: [.claim, .note], reading: Forecast.fields,
        "every forecast has a day on which it can be judged",
        details:
            "Found are notes of type forecast without due=, or with one that has no end, and claims that forecast with a likelihood, which would be scored, without a time. A speaker's forecast without a likelihood is as vague as the speaker was. What has an outcome is judged already.",
        example: CheckExample(
            .commands(["add note n1 type=forecast likelihood=70% -- Soldiers are reported in combat."]),
            finds: ["n1  it has no day on which it can be judged: 'set n1 due=DATE' gives one"],
            remedy: ["set n1 due=2024-12-31"]))

    /// Begins.
    public init(_ scope: CheckScope) {}

    /// Looks at a forecast.
    public mutating func findings(of record: Record) -> [Finding] {
        guard let forecast = Forecast(record), forecast.outcome == nil else { return [] }
        if record.kind == .claim, forecast.likelihood == nil { return [] }
        let field = record.kind == .claim ? FieldName.when : .due
        guard let due = forecast.due else {
            return [
                Finding(
                    record.id, "it has no day on which it can be judged: 'set \(record.id) \(field)=DATE' gives one")
            ]
        }
        if case .moment = due.latest { return [] }
        return [
            Finding(
                record.id,
                "the time in which it can be judged has no end (\(due)): 'set \(record.id) \(field)=DATE' gives one")
        ]
    }
}
