import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// `show forecasts`: what was said would be, how it stands, and how good those were who said it.
package struct ForecastsView: QueryingView {
    package let query: ShowQuery
    private let asOf: When?

    package static let name = "forecasts"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "[QUERY] [as-of DATE]",
        "claims and notes that forecast: due, open, overdue or resolved, with Brier scores and calibration",
        settings: [
            FieldDefinition(
                FieldName("as-of"), .when, "the same as as-of DATE: what was said by then, and what is overdue that day"
            )
        ],
        takesQuery: true,
        examples: [
            Example("all forecasts", "show forecasts", answer: "no forecasts"),
            Example(
                "what is overdue on a day", "show forecasts notes as-of 2024-12-31",
                answer: """
                    no forecasts
                    as of 2024-12-31: 0 of 8 records left out
                    """),
        ])

    /// Reads the query and the day.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        query = try QueryParser.parse(request.arguments, after: request.name)
        asOf = request.asOf
    }

    /// Gathers forecasts and scores them.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        let forecasts = try found(in: context)
        let known = asOf ?? Forecast.latestDay(in: context.session)
        let stated = forecasts.map { (forecast: $0, stands: $0.state(asOf: known, isLookingBack: asOf != nil)) }.sorted
        { left, right in
            let ranks = [left, right].map { Forecast.State.allCases.firstIndex(of: $0.stands.state) ?? 0 }
            if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
            guard let mine = left.forecast.due else { return false }
            guard let theirs = right.forecast.due else { return true }
            return When.inOrder(mine, theirs)
        }
        let scores = ForecastScores(forecasts, in: context.session)
        let json: JSONValue = [
            "asOf": known.map { .string($0.text) } ?? .null,
            "asOfFrom": asOf != nil ? "given" : known != nil ? "session" : "unknown",
            "forecasts": table(stated, context.session).json, "scores": scores.table.json,
            "calibration": scores.bands.json,
        ]
        if forecasts.isEmpty { return .line(StyledText("no forecasts", .faint), json: json) }
        var list = table(stated, context.session)
        list.footers = [counts(stated.map(\.stands.state)), basis(known)]
        var blocks: [Block] = [.table(list)]
        if !scores.table.rows.isEmpty {
            blocks += [.line(""), .table(scores.table), .line(""), .table(scores.bands), .chart(scores.chart)]
        }
        return Answer(blocks, json: json, selection: stated.map(\.forecast.record.id))
    }

    private func found(in context: Context) throws(Diagnostic) -> [Forecast] {
        var forecasts: [Forecast] = []
        for kind in query.kind.map({ [$0] }) ?? [Kind.claim, .note] {
            var query = query
            query.kind = kind
            let slots = try QueryEvaluation(query, context: context).rows().map(\.slot)
            let work = context.surroundings.work("reading forecasts", .records, of: slots.count)
            let words = SlotValues(kind == .claim ? .stance : .type, at: slots, in: context.session)
            let isMeant = words.values.map { Forecast.words.contains($0.value) }
            for (index, slot) in slots.enumerated().steps(of: work) {
                guard let word = words.numbers(at: index).first, isMeant[Int(word)] else { continue }
                if let forecast = context.session.record(at: slot).flatMap({ Forecast($0) }) {
                    forecasts.append(forecast)
                }
            }
        }
        return query.limit.map { Array(forecasts.prefix($0)) } ?? forecasts
    }

    private func table(
        _ rows: [(forecast: Forecast, stands: (state: Forecast.State, certainty: Certainty))], _ session: Session
    ) -> Table {
        var table = Table(
            columns: [
                Table.Column("id", priority: 9), Table.Column("by", priority: 4, minimum: 8),
                Table.Column("likelihood", priority: 8), Table.Column("due", priority: 8),
                Table.Column("state", priority: 8),
                Table.Column("brier", isNumeric: true, priority: 6),
                Table.Column("title", priority: 3, minimum: 12),
            ], rows: [])
        table.rows = rows.map { forecast, stands in
            let record = forecast.record
            return Table.Row(
                [
                    Table.Cell(StyledText(record.id.text, .identifier)),
                    Table.Cell(StyledText(ForecastScores.names(of: record).joined(separator: ", "))),
                    forecast.likelihood.map { Table.Cell(StyledText($0.text)) } ?? .empty,
                    forecast.due.map { Table.Cell(StyledText($0.text)) } ?? .empty,
                    ForecastsView.cell(forecast, stands.state),
                    ForecastScores.cell(forecast.score), Table.Cell(StyledText(record.title.firstLine)),
                ], id: record.id, certainty: stands.certainty)
        }
        return table
    }

    /// How a forecast stands, of a resolved one with its outcome.
    private static func cell(_ forecast: Forecast, _ state: Forecast.State) -> Table.Cell {
        let outcome = state == .resolved ? forecast.outcome?.rawValue : nil
        return Table.Cell(
            StyledText(state.rawValue + (outcome.map { ": " + $0 } ?? ""), state == .overdue ? .doubtful : .plain),
            json: .string(state.rawValue),
            beside: outcome.map { [JSONMember(key: "outcome", value: .string($0))] } ?? [])
    }

    private func counts(_ states: [Forecast.State]) -> StyledText {
        let counts = Forecast.State.allCases.compactMap { state -> String? in
            let count = states.count { $0 == state }
            return count > 0 ? "\(count) \(state.rawValue)" : nil
        }
        return StyledText(
            (states.count == 1 ? "1 forecast: " : "\(states.count) forecasts: ") + counts.joined(separator: ", "),
            .faint)
    }

    private func basis(_ known: When?) -> StyledText {
        if let asOf { return StyledText("as of \(asOf), as given", .faint) }
        guard let known else {
            return StyledText("no day is known, so nothing is overdue: give one with as-of DATE", .faint)
        }
        return StyledText(
            "as of \(known), the latest day on which something here was said, published or read; as-of DATE gives another",
            .faint)
    }
}
