import DossierAnalysis
import DossierLanguage
import DossierModel

/// `show duplicates`: records that are likely to be the same thing, and by what; it merges nothing.
package struct DuplicatesView: QueryingView {
    package let query: ShowQuery

    package static let name = "duplicates"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "[KIND] [QUERY]",
        "pairs of records of a kind that are likely to be the same thing, with the reason; nothing is merged",
        takesQuery: true,
        examples: [
            Example("all kinds", "show duplicates", answer: "no duplicates"),
            Example("entities only", "show duplicates entities limit 20", answer: "no duplicates"),
        ])

    /// Reads the query.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        query = try QueryParser.parse(request.arguments, after: request.name)
    }

    /// Finds the pairs one of whose records the query finds.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        var pairs = Duplicates(
            of: query.kind.map { [$0] } ?? Kind.listed, in: context.session, for: context.surroundings.watch
        ).pairs
        if !pairs.isEmpty {
            let rows = try QueryEvaluation(query, context: context).rows()
            let found = Set(rows.compactMap { context.session.identifier(at: $0.slot) })
            pairs.removeAll { !found.contains($0.first) && !found.contains($0.second) }
        }
        let json = JSONValue.array(pairs.map(DuplicatesView.json))
        if pairs.isEmpty { return Answer([.line(StyledText("no duplicates", .faint))], json: json, selection: []) }
        let shown = query.limit.map { Array(pairs.prefix($0)) } ?? pairs
        var table = Table(
            columns: [
                Table.Column("first", priority: 9), Table.Column("second", priority: 8),
                Table.Column("reason", priority: 6, minimum: 16), Table.Column("titles", priority: 4, minimum: 12),
            ], rows: shown.map { DuplicatesView.row($0, context.session) })
        table.footers = [
            StyledText(
                (pairs.count == 1 ? "1 pair" : "\(pairs.count) pairs")
                    + (shown.count < pairs.count ? ", \(shown.count) shown" : "")
                    + "; 'merge ID into ID' merges a pair, 'link ID different-from ID' keeps both", .faint)
        ]
        let selection = shown.flatMap { [$0.first, $0.second] }
        return Answer([.table(table)], json: .array(shown.map(DuplicatesView.json)), selection: selection)
    }

    private static func row(_ pair: Duplicates.Pair, _ session: Session) -> Table.Row {
        let titles = [pair.first, pair.second].map { session[$0]?.title.firstLine ?? $0.text }
        return Table.Row([
            Table.Cell(StyledText(pair.first.text, .identifier)), Table.Cell(StyledText(pair.second.text, .identifier)),
            Table.Cell(StyledText(pair.reason)),
            Table.Cell(StyledText(titles[0] == titles[1] ? titles[0] : titles.joined(separator: " / "))),
        ])
    }

    private static func json(_ pair: Duplicates.Pair) -> JSONValue {
        var object: JSONObject = [
            "kind": .string(pair.kind.rawValue), "first": .string(pair.first.text), "second": .string(pair.second.text),
            "reasons": .array(pair.reasons.map { .string($0) }),
        ]
        if let caution = pair.caution { object["caution"] = .string(caution) }
        return .object(object)
    }
}
