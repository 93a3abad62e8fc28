/// `show log`: what was done to the session, by whom and when.
public struct LogView: View {
    private let limit: Int?

    /// The view as data.
    public static let definition = ViewDefinition(
        "log", usage: "[limit N]", "what was done, when and by whom, the last entries at the bottom",
        examples: [Example("the last entry", "show log limit 1")])

    /// Reads the limit.
    public init(_ request: ViewRequest) throws(Diagnostic) {
        var rest = request.arguments
        guard let word = rest.popFirst() else {
            limit = nil
            return
        }
        guard word.isWord("limit") else { throw .unexpectedViewWord(word, request.name) }
        guard let number = rest.popFirst() else { throw .missingWord("a number", after: word) }
        guard let limit = Int(number.text), limit > 0 else { throw .notANumber(number) }
        if let extra = rest.first { throw .unexpectedViewWord(extra, request.name) }
        self.limit = limit
    }

    /// Lists entries.
    public func evaluate(in context: Context) -> Value {
        let entries = context.log.entries(last: limit)
        let shown = entries
        var table = Table(
            columns: [
                Table.Column("entry", isNumeric: true, priority: 9), Table.Column("at", priority: 8),
                Table.Column("by", priority: 2), Table.Column("what", priority: 3),
            ], rows: [])
        table.rows = shown.map { entry in
            Table.Row([
                Table.Cell(StyledText(String(entry.number)), json: .number(JSONNumber(entry.number))),
                Table.Cell(StyledText(entry.at, .faint)), Table.Cell(StyledText(entry.by)),
                Table.Cell(StyledText(entry.summary.firstLine), json: .string(entry.summary)),
            ])
        }
        let total = context.log.count
        table.footers = [
            StyledText(
                shown.count < total
                    ? "\(shown.count) of \(total) entries" : total == 1 ? "1 entry" : "\(total) entries", .faint)
        ]
        return Value([.table(table)], json: table.json)
    }
}
