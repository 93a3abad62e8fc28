import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// Comma-separated values for spreadsheets.
package struct CSVExporter: Exporter {
    private let request: ExportRequest
    private let raw: Bool

    package static let name = "csv"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "comma-separated values for spreadsheets, one record per line",
        settings: [
            FieldDefinition(FieldName("raw"), .text, "raw=yes does not escape cells that begin with = + - @")
        ],
        takesTables: true,
        examples: [
            Example(
                "the claims about an event", "export csv claims about:e1",
                answer: """
                    id,title,speaker,said,about,stance,when,earliest,latest,quantity,source,quote,grade,likelihood,outcome,text,tags,tlp
                    c1,It is a significant escalation,mark-rutte,,e1,condemns,,,,,s1,,,,,,,
                    """),
            Example(
                "the table of a view", "export csv central",
                answer: """
                    id,kind,degree,between,share,title
                    c1,claim,3,5.000000,0.238095,It is a significant escalation
                    e1,event,2,3.000000,0.142857,First contingent arrives
                    s1,source,1,0.000000,0.000000,Seoul protests
                    north-korea,entity,1,0.000000,0.000000,North Korea
                    seoul,entity,1,0.000000,0.000000,Seoul
                    mark-rutte,entity,1,0.000000,0.000000,Mark Rutte
                    e2,event,1,0.000000,0.000000,Seoul summons the ambassador
                    nis,entity,0,0.000000,0.000000,National Intelligence Service
                    """),
        ])

    /// Reads the settings.
    package init(_ request: ExportRequest) throws(Diagnostic) {
        self.request = request
        raw = try request.isOn("raw")
    }

    /// Writes records with all fields of their kind, or a view's tables.
    package func export() -> Exported { Exported(.text(text())) }

    private func text() -> String {
        switch request.content {
        case .value(let answer): return CSVExporter.text(of: answer, raw: raw)
        case .session(let records): return text(of: records, kind: nil)
        case .records(let records, let kind): return text(of: records, kind: kind)
        }
    }

    /// The tables of a value; where it is drawn, the table of what is drawn.
    static func text(of answer: Answer, raw: Bool = false) -> String {
        var csv = CSVText(raw: raw)
        for case .table(let table) in answer.blocks {
            csv.row(table.columns.map(\.key))
            for row in table.rows { csv.row(row.cells.map(\.json.cellText)) }
        }
        return csv.text.isEmpty ? text(ofRows: answer.json, raw: raw) : csv.text
    }

    /// Objects as rows, with a column for each member that one of them has.
    private static func text(ofRows rows: JSONValue, raw: Bool) -> String {
        guard case .array(let values) = rows else { return "" }
        var objects: [JSONObject] = []
        var columns: [String] = []
        for case .object(let object) in values {
            objects.append(object)
            for member in object.members where !columns.contains(member.key) { columns.append(member.key) }
        }
        if columns.isEmpty { return "" }
        var csv = CSVText(raw: raw)
        csv.row(columns)
        for object in objects { csv.row(columns.map { object[$0]?.cellText ?? "" }) }
        return csv.text
    }

    private func text(of records: [Record], kind: Kind?) -> String {
        let columns = columns(of: records, kind: kind)
        var csv = CSVText(raw: raw)
        csv.row((kind == nil ? ["kind"] : []) + ["id"] + columns)
        for record in request.steps(records, of: records.count) {
            var cells = (kind == nil ? [record.kind.rawValue] : []) + [record.id.text]
            cells += columns.map { cell($0, of: record) }
            csv.row(cells)
        }
        return csv.text
    }

    private func columns(of records: [Record], kind: Kind?) -> [String] {
        var names: [String] = []
        for kind in kind.map({ [$0] }) ?? Kind.listed {
            for field in kind.definition.fields where field.type != .digest && !(kind == .source && field.name == .text)
            {
                // Few events, claims, notes and links are merged, few outcomes dated: the column comes where one is.
                let isRare = field.name == .merged && kind != .source && kind != .entity || field.name == .resolved
                if isRare, !records.contains(where: { $0.kind == kind && !$0[field.name].isEmpty }) {
                    continue
                }
                if !names.contains(field.name.text) { names.append(field.name.text) }
                if field.name == .when { names += ["earliest", "latest"].filter { !names.contains($0) } }
            }
        }
        for entry in records.lazy.flatMap(\.entries) where entry.name.isCustom && !names.contains(entry.name.text) {
            names.append(entry.name.text)
        }
        return names
    }

    private func cell(_ column: String, of record: Record) -> String {
        switch column {
        case "earliest": return record.when(.when)?.earliestDay ?? ""
        case "latest": return record.when(.when)?.latestDay ?? ""
        default:
            let name = FieldName(column)
            let values = record[name].map(\.typed)
            return record.kind.definition.holdsMany(name) ? CSVList.text(of: values) : values.joined(separator: "; ")
        }
    }
}

extension JSONValue {
    /// The value as the text of a cell: a list with semicolons, nothing for null.
    var cellText: String {
        switch self {
        case .null: ""
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let bool): bool ? "true" : "false"
        case .array(let values): values.map(\.cellText).joined(separator: "; ")
        case .object: text
        }
    }
}
