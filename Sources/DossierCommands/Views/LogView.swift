import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierText

/// `show log`: what was done to the session, by whom and when.
package struct LogView: View {
    private let name: Token
    private let filter: LogFilter
    private let showsGroups: Bool
    private let limit: Int?

    package static let name = "log"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "[REF]… [\"WORDS\"]… [limit N] [by=WHO] [since=WHEN] [until=WHEN] [verb=VERB] [groups=open]",
        "what was done, when and by whom, the latest entries at the bottom",
        settings: [
            FieldDefinition(FieldName("by"), .text, "entries of this author"),
            FieldDefinition(FieldName("since"), .when, "entries from this time on, UTC"),
            FieldDefinition(FieldName("until"), .when, "entries up to the end of this time, UTC"),
            FieldDefinition(FieldName("verb"), .word(LogFilter.verbs), "entries of this verb"),
            FieldDefinition(FieldName("groups"), .word(LogView.groups), "how a script that was replayed is shown"),
        ],
        takesReferences: true, reads: .log,
        examples: [
            Example(
                "the last entry", "show log limit 1",
                answer: """
                    entry  at                    by   what
                    ─────  ────────────────────  ───  ─────────────────────────────────────────────────────────────────────────────────────────────────────
                        5  2024-10-23T09:00:00Z  ana  add claim c1 "It is a significant escalation" speaker="Mark Rutte" stance=condemns about=e1 source=s1
                    1 of 5 entries
                    """),
            Example(
                "what was done to a record", "show log e2",
                answer: """
                    entry  at                    by   what
                    ─────  ────────────────────  ───  ────────────────────────────────────────────────────────────────────────────────────────────────
                        4  2024-10-23T09:00:00Z  ana  add event e2 2024-10-21 "Seoul summons the ambassador" place="Seoul" status=confirmed #diplomacy
                    1 of 5 entries
                    """),
            Example(
                "what somebody did in a time", "show log by=ana since=2024-10-01 until=2024-10-31",
                answer: """
                    entry  at                    by   what
                    ─────  ────────────────────  ───  ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                        1  2024-10-23T09:00:00Z  ana  add source s1 "Seoul protests" published=2024-10-22 -- Rutte said that it "represents a significant escalation".
                        2  2024-10-23T09:00:00Z  ana  add entity nis "National Intelligence Service" type=organization alias=NIS
                        3  2024-10-23T09:00:00Z  ana  add event e1 2024-10-08/2024-10-13 "First contingent arrives" actor="North Korea" quantity="~1500 soldiers" #troops
                        4  2024-10-23T09:00:00Z  ana  add event e2 2024-10-21 "Seoul summons the ambassador" place="Seoul" status=confirmed #diplomacy
                        5  2024-10-23T09:00:00Z  ana  add claim c1 "It is a significant escalation" speaker="Mark Rutte" stance=condemns about=e1 source=s1
                    5 entries
                    """),
            Example(
                "every step that was undone", "show log verb=undo", after: ["undo"],
                answer: """
                    entry  at                    by   what
                    ─────  ────────────────────  ───  ──────
                        6  2024-10-23T09:00:00Z  ana  undo 5
                    1 of 6 entries
                    """),
            Example(
                "where words were typed", "show log \"escalation\"",
                answer: """
                    entry  at                    by   what
                    ─────  ────────────────────  ───  ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                        1  2024-10-23T09:00:00Z  ana  add source s1 "Seoul protests" published=2024-10-22 -- Rutte said that it "represents a significant escalation".
                        5  2024-10-23T09:00:00Z  ana  add claim c1 "It is a significant escalation" speaker="Mark Rutte" stance=condemns about=e1 source=s1
                    2 of 5 entries
                    """),
        ])

    private static let groups = Vocabulary(
        "form of a group", ["folded": "as one row, by default", "open": "each entry as a row"])

    /// Reads the filters.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        name = request.name
        var rest = request.arguments
        var words: [String] = []
        var references: [Token] = []
        var limit: Int?
        while let token = rest.popFirst() {
            if token.isWord("limit") {
                guard let number = rest.popFirst() else { throw .missingWord("a number", after: token) }
                guard let count = Int(number.text), count > 0 else { throw .notANumber(number) }
                limit = count
            } else if token.kind == .string {
                words.append(token.text)
            } else if token.kind == .word {
                references.append(token)
            } else {
                throw .unexpectedViewWord(token, after: LogView.definition)
            }
        }
        self.limit = limit
        filter = LogFilter(
            references: try ReferenceParser.parse(Tokens(references)), words: words.map(FoldedText.of),
            author: request.value("by")?.text, since: try request.when("since"), until: try request.when("until"),
            verb: try request.value("verb")?.read(LogFilter.verbs.read))
        showsGroups = try request.value("groups")?.read(LogView.groups.read) == "open"
    }

    /// Lists entries.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        let rows = try rows(in: context)
        let shown = limit.map { Array(rows.suffix($0)) } ?? rows
        var table = Table(
            columns: [
                Table.Column("entry", isNumeric: true, priority: 9), Table.Column("at", priority: 8),
                Table.Column("by", priority: 2), Table.Column("what", priority: 3),
            ], rows: shown.map(\.row))
        let total = context.log.count
        let count = shown.reduce(0) { $0 + $1.entries.count }
        table.footers = [
            StyledText(
                count < total ? "\(count) of \(total) entries" : total == 1 ? "1 entry" : "\(total) entries", .faint)
        ]
        return Answer([.table(table)], json: table.json)
    }

    /// The rows that are asked for; of the last few of all entries no more is read than they need.
    private func rows(in context: Context) throws(Diagnostic) -> [LogRow] {
        if filter.isEmpty, let limit {
            let rows = rows(of: try context.log.entries(last: limit, at: name.place))
            if rows.count == limit, showsGroups || !rows.contains(where: \.isCut) { return rows }
        }
        let entries = try context.log.entries(last: nil, at: name.place)
        let records = try filter.records(in: context, among: entries)
        return rows(of: entries).filter { row in
            row.entries.contains { filter.holds($0, records) }
        }
    }

    private func rows(of entries: [LogEntry]) -> [LogRow] {
        showsGroups ? entries.map { LogRow([$0]) } : LogRow.folded(entries)
    }
}

/// A row of the log: one entry, or a group.
private struct LogRow {
    let entries: [LogEntry]

    init(_ entries: [LogEntry]) { self.entries = entries }

    /// Whether it ends a group of which the beginning is missing.
    var isCut: Bool {
        guard case .end = entries[0].action else { return false }
        return true
    }

    /// The entries, those of a group together.
    static func folded(_ entries: [LogEntry]) -> [LogRow] {
        var rows: [LogRow] = []
        var group: [LogEntry]?
        for entry in entries {
            switch entry.action {
            case .begin: group = [entry]
            case .end:
                rows.append(LogRow((group ?? []) + [entry]))
                group = nil
            default:
                if group == nil { rows.append(LogRow([entry])) } else { group?.append(entry) }
            }
        }
        return rows + (group ?? []).map { LogRow([$0]) }
    }

    var row: Table.Row {
        let entry = entries[0]
        var summary = entry.summary
        var what = StyledText(summary.firstLine)
        if case .begin(let command) = entry.action, entries.count > 1 {
            summary = command
            let commands = entries.count - 2
            what =
                StyledText(command.firstLine)
                + StyledText("  \(commands) \(commands == 1 ? "command" : "commands")", .faint)
        }
        return Table.Row([
            Table.Cell(StyledText(String(entry.number)), json: .number(JSONNumber(entry.number))),
            Table.Cell(StyledText(entry.at, .faint)), Table.Cell(StyledText(entry.by)),
            Table.Cell(
                what, json: .string(summary),
                beside: entries.count > 1
                    ? [JSONMember(key: "entries", value: .number(JSONNumber(entries.count)))] : []),
        ])
    }
}
