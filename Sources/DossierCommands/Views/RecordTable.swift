import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// Records as rows, with the columns that a query names or that its kind shows by default.
struct RecordTable {
    let context: Context

    /// The table of the rows of a query.
    ///
    /// - Throws: a diagnostic where a column is no field.
    func answer(of query: ShowQuery) throws(Diagnostic) -> Answer {
        let evaluation = try QueryEvaluation(query, context: context)
        let rows = try evaluation.rows(first: query.tally == nil ? query.limit : nil)
        let remarks = LeftoverWords(query, in: context).remarks(isEmpty: rows.isEmpty)
        if let tally = query.tally {
            var answer = try TallyTable(tally, query, rows, in: context.session).answer()
            answer.remarks = remarks
            return answer
        }
        let taken = query.limit.map { rows.prefix($0) } ?? rows[...]
        let surroundings = context.surroundings
        let names = try columns(of: query)
        let selection = query.kind.map { kind in
            FieldProjection(kind, names + [kind.titleField, .published, .due, .from, .relation, .to])
        }
        let session = context.session
        let shown = taken.steps(of: surroundings.work("reading records", .records, of: taken.count)).compactMap { row in
            let record = selection.map { session.record(at: row.slot, $0) } ?? session.record(at: row.slot)
            return record.map { (record: $0, certainty: row.certainty) }
        }
        var table = Table(columns: [Table.Column("id", priority: 9)] + names.map(column), rows: [])
        table.rows = shown.steps(of: surroundings.work("making rows", .rows, of: shown.count)).map { row in
            Table.Row(
                [Table.Cell(StyledText(row.record.id.text, .identifier))] + names.map { cell($0, of: row.record) },
                id: row.record.id, certainty: row.certainty)
        }
        table.footers =
            [RecordTable.footer(rows, shown: shown.count, query.kind)]
            + OtherUnits(evaluation.condition, query.kind, in: context.session).footers
        var answer = Answer(
            rows.isEmpty ? table.footers.map { .line($0) } : [.table(table)], json: table.json,
            selection: shown.map(\.record.id))
        answer.remarks = remarks
        return answer
    }

    /// The columns that a query names, each once, after the id, which always comes first; else those of the kind.
    private func columns(of query: ShowQuery) throws(Diagnostic) -> [FieldName] {
        if query.columns.isEmpty { return RecordTable.columns(of: query.kind) }
        var names: [FieldName] = []
        for token in query.columns {
            let name = try FieldNames.name(token, of: query.kind)
            if name.text != "id", !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The columns that a kind shows by default, after the id.
    static func columns(of kind: Kind?) -> [FieldName] {
        switch kind {
        case .source: [.published, .reliability, .title, .publisher]
        case .entity: [.type, .name, .alias, .country]
        case .event: [.when, .title, .actor, .place, .status]
        case .claim: [.said, .speaker, .stance, .title, .grade]
        case .note: [.type, .text, .target]
        case .link: [.from, .relation, .to, .text]
        case .session, nil: [FieldName("kind"), .when, .title]
        }
    }

    /// Names give way first, titles next; times, words and grades last.
    private func column(_ name: FieldName) -> Table.Column {
        switch name {
        case .title, .text, .name: Table.Column(name.text, priority: 4, minimum: 16)
        case .actor, .target, .place, .speaker, .about, .source, .alias, .from, .to:
            Table.Column(name.text, priority: 3, minimum: 10)
        default: Table.Column(name.text, priority: 6)
        }
    }

    /// What a record holds in a column.
    func cell(_ name: FieldName, of record: Record) -> Table.Cell {
        switch name.text {
        case "id": return Table.Cell(StyledText(record.id.text, .identifier))
        case "kind": return Table.Cell(StyledText(record.kind.rawValue))
        case "title" where record.kind.titleField != .title:
            let title = record.kind == .link ? RecordLine.relation(of: record) : record.title
            return Table.Cell(StyledText(title.firstLine), json: .string(title))
        case "when" where record.kind.definition.field(.when) == nil:
            let when = record.when(.published) ?? record.when(.due)
            return when.map { Table.Cell(StyledText($0.text)) } ?? .empty
        default: break
        }
        let values = record[name]
        guard !values.isEmpty else { return .empty }
        let isMany = record.kind.definition.field(name)?.holdsMany ?? true
        let text = values.map { StyledText($0.typed.firstLine, style(of: name, $0)) }.joined(separator: ", ")
        if name == .when, case .when(let when) = values[0] {
            return Table.Cell(text, beside: RecordJSON.bounds(of: when))
        }
        return Table.Cell(text, json: isMany ? .array(values.map(\.json)) : values[0].json)
    }

    private func style(of name: FieldName, _ value: FieldValue) -> TextStyle {
        guard name == .status, let status = EventStatus(rawValue: value.typed) else { return .plain }
        switch status {
        case .confirmed: return .good
        case .disputed, .expected: return .doubtful
        case .cancelled: return .bad
        case .reported: return .plain
        }
    }

    /// How many rows there are, certainly and possibly.
    static func footer(_ rows: [QueryEvaluation.Row], shown: Int, _ kind: Kind?) -> StyledText {
        let possible = rows.count { $0.certainty == .possibly }
        var text = rows.isEmpty ? "no \(kind?.plural ?? "records")" : Kind.counted(rows.count, of: kind)
        if shown < rows.count { text = "\(shown) of \(text)" }
        if possible > 0 { text += ": \(rows.count - possible) certainly, \(possible) possibly (?)" }
        return StyledText(text, .faint)
    }
}
