import DossierLanguage
import DossierModel

/// What an import came to, as the answer tells it.
package struct ImportReport: AnswerContent {
    let kind: Kind
    let file: String
    /// How many records the rows made.
    var count = 0
    /// The first of them.
    var first: [Record] = []
    /// The source of the file; nil where none was made or found.
    var source: Record?
    /// Whether the source was there before.
    var knewSource = false
    /// The entities that were made by the way: how many, and the first.
    var entities: (count: Int, first: [Identifier]) = (0, [])
    /// The columns that no field reads.
    var unread: [String] = []
    /// What the file holds that is in no row, one sentence each.
    var leftBehind: [String] = []
    /// How many lines and rows were blank, and became no record.
    var blankRows = 0
    /// The line of the file in which the first of them stands; nil where there is none.
    var firstBlankLine: Int?
    /// What of the cells was left out of each field, or normalised.
    var cells: [CellTally.Field] = []
    /// The rows that were left out: how many, and what is wrong with the first.
    var bad: (count: Int, first: [String]) = (0, [])
    /// The rows that came in without the cells at fault: how many, and what is wrong with the first.
    var kept: (count: Int, first: [String]) = (0, [])
    /// The file that got the rows that were left out, and how many these are; nil where none was named.
    var rejects: (path: String, count: Int)?
    /// What of the rows the session has already.
    var duplicates = Duplicates()
    /// What each column would become; nil where the import was not tried alone.
    var preview: ImportPreview?

    /// How many records are shown, how many entities beside them, how many columns that are left out, and how many rows that are bad.
    static let shownRecords = 3
    static let shownEntities = 6
    private static let shownColumns = 20
    static let shownBadRows = 10
    /// How much of a cell is shown.
    static let shownScalars = 60

    package var blocks: [Block] {
        let what =
            StyledText(preview == nil ? "imported " : "would import ", .faint)
            + StyledText("\(count) \(count == 1 ? kind.rawValue : kind.plural)")
        var blocks: [Block] = [.line(what + StyledText(" from ", .faint) + StyledText(file))]
        for record in first {
            blocks.append(.line("  " + RecordLine.text(record)))
            if preview != nil { blocks.append(.prose(StyledText("    " + ImportReport.fields(of: record)), indent: 6)) }
        }
        if count > first.count { blocks.append(.line(StyledText("  … and \(count - first.count) more", .faint))) }
        if let source {
            let word = StyledText(knewSource ? "  source, known before: " : "  source ", .faint)
            blocks.append(.line(word + StyledText(source.id.text, .identifier) + StyledText("  \(source.title)")))
        }
        if entities.count > 0 {
            let names = entities.first.map(\.text).joined(separator: ", ")
            let more = entities.count > entities.first.count ? ", …" : ""
            let word = entities.count == 1 ? "entity" : "entities"
            blocks.append(indented(StyledText("\(entities.count) new \(word): ", .faint) + StyledText(names + more)))
        }
        if !unread.isEmpty, preview == nil {
            blocks.append(indented(StyledText("columns left out: ", .faint) + StyledText(shownColumns)))
        }
        blocks += leftBehind.map { indented(StyledText("left behind: ", .faint) + StyledText($0)) }
        blocks += cellBlocks
        if let firstBlankLine {
            let word = blankRows == 1 ? "blank row" : "blank rows"
            let place = blankRows == 1 ? "in line" : "first in line"
            blocks.append(.line(StyledText("  \(blankRows) \(word) left out, \(place) \(firstBlankLine)", .faint)))
        }
        blocks += duplicates.blocks(isDone: preview == nil)
        if let preview { return blocks + previewBlocks(preview) }
        blocks += listed(kept, "kept without the cells at fault, tagged #doubtful:")
        blocks += listed(bad, "left out:")
        if let rejects {
            let word = rejects.count == 1 ? "row" : "rows"
            blocks.append(
                .line(
                    StyledText("  wrote ", .faint) + StyledText(rejects.path)
                        + StyledText("  \(rejects.count) \(word)", .faint)))
        }
        return blocks
    }

    /// The first of some rows with what is wrong with them, under a heading that counts all.
    private func listed(_ rows: (count: Int, first: [String]), _ what: String) -> [Block] {
        if rows.count == 0 { return [] }
        var blocks = [indented(StyledText("\(rows.count) \(rows.count == 1 ? "row" : "rows") \(what)", .bad))]
        blocks += rows.first.map { .prose(StyledText("    " + $0), indent: 6) }
        if rows.count > rows.first.count {
            blocks.append(.line(StyledText("    … and \(rows.count - rows.first.count) more", .faint)))
        }
        return blocks
    }

    /// What each column would become, and which rows would fail.
    private func previewBlocks(_ preview: ImportPreview) -> [Block] {
        var blocks: [Block] = []
        if kept.count > 0 {
            let word = kept.count == 1 ? "row" : "rows"
            blocks.append(
                indented(
                    StyledText("\(kept.count) \(word) would come in without the cells at fault, tagged #doubtful", .bad)
                ))
        }
        if bad.count > 0 {
            let word = bad.count == 1 ? "row" : "rows"
            blocks.append(indented(StyledText("\(bad.count) \(word) would fail", .bad)))
        }
        blocks += preview.faultBlocks
        blocks.append(.table(preview.table))
        blocks.append(.line(StyledText(ImportPlan.dryRunRemark, .faint)))
        return blocks
    }

    /// The fields of a record in the form in which they are typed.
    private static func fields(of record: Record) -> String {
        record.entries.map { entry in
            let values = record[entry.name].map { shortened($0.typed.firstLine) }
            return "\(entry.name): \(values.joined(separator: ", "))"
        }.joined(separator: " · ")
    }

    /// A line for each field that a row left empty, and for each that holds values in another form than they were written in.
    private var cellBlocks: [Block] {
        let leftOut = leftOut.map { field in
            StyledText("\(field.name) left out \(ImportReport.text(of: field.leftOut))", .faint)
        }
        let normalised = normalised.map { field in
            StyledText("\(field.name) normalised \(ImportReport.text(of: field.normalised)): ", .faint)
                + StyledText("'\(ImportReport.shortened(field.first.written))'") + StyledText(" became ", .faint)
                + StyledText("'\(ImportReport.shortened(field.first.became))'")
        }
        return (leftOut + normalised).map(indented)
    }

    private var leftOut: [CellTally.Field] { cells.filter { $0.leftOut.count > 0 } }
    private var normalised: [CellTally.Field] { cells.filter { $0.normalised.count > 0 } }

    private static func text(of rows: CellTally.Rows) -> String {
        "in \(rows.count) \(rows.count == 1 ? "row" : "rows"), first row \(rows.first)"
    }

    static func shortened(_ text: String) -> String {
        text.unicodeScalars.count > shownScalars ? String(text.prefix(shownScalars)) + "…" : text
    }

    private var shownColumns: String {
        let shown = unread.prefix(ImportReport.shownColumns).map { $0.isEmpty ? "(without a name)" : $0 }
        let more = unread.count - shown.count
        return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    private func indented(_ text: StyledText) -> Block { .prose("  " + text, indent: 4) }

    package var json: JSONValue {
        var object: JSONObject = [
            "imported": .number(JSONNumber(count)), "kind": .string(kind.rawValue), "file": .string(file),
            "source": source.map { .string($0.id.text) } ?? .null, "entities": .number(JSONNumber(entities.count)),
            "unread": .array(unread.map { .string($0) }), "leftOut": .array(leftOut.map(ImportReport.leftOut)),
            "normalised": .array(normalised.map(ImportReport.normalised)),
            "blankRows": .number(JSONNumber(blankRows)), "badRows": .number(JSONNumber(bad.count)),
            "bad": .array(bad.first.map { .string($0) }), "leftBehind": .array(leftBehind.map { .string($0) }),
        ]
        // What was not asked for is not told, so that answers stay as they were.
        if kept.count > 0 {
            object["keptRows"] = .number(JSONNumber(kept.count))
            object["kept"] = .array(kept.first.map { .string($0) })
        }
        object.members += duplicates.members
        if let rejects { object["rejects"] = .string(rejects.path) }
        if let preview {
            object["dryRun"] = true
            object["first"] = .array(first.map { $0.json() })
            object["columns"] = preview.columnsJSON
            object["faults"] = preview.faultsJSON
        }
        return .object(object)
    }

    private static func leftOut(_ field: CellTally.Field) -> JSONValue {
        .object([
            "field": .string(field.name), "rows": .number(JSONNumber(field.leftOut.count)),
            "firstRow": .number(JSONNumber(field.leftOut.first)),
        ])
    }

    private static func normalised(_ field: CellTally.Field) -> JSONValue {
        .object([
            "field": .string(field.name), "rows": .number(JSONNumber(field.normalised.count)),
            "firstRow": .number(JSONNumber(field.normalised.first)), "written": .string(field.first.written),
            "became": .string(field.first.became),
        ])
    }
}
