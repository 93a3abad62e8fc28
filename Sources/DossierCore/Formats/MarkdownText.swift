/// Markdown (CommonMark 0.31.2, with the tables of GitHub Flavored Markdown).
enum MarkdownText {
    /// Text in which nothing is taken for markup.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&":
                escaped += "\\"
                escaped.unicodeScalars.append(scalar)
            case "\n", "\r": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A table of cells.
    static func table(_ columns: [String], _ rows: [[String]]) -> String {
        var lines = ["| " + columns.map(escaped).joined(separator: " | ") + " |"]
        lines.append("|" + columns.map { _ in " --- |" }.joined())
        for row in rows { lines.append("| " + row.map(escaped).joined(separator: " | ") + " |") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The blocks of an answer.
    static func text(of value: Value) -> String {
        var text = ""
        for block in value.blocks {
            switch block {
            case .table(let table):
                text += MarkdownText.table(
                    table.columns.map(\.title), table.rows.map { row in row.cells.map(\.text.plain) })
                for footer in table.footers { text += "\n" + escaped(footer.plain) + "\n" }
            case .heading(let heading): text += "## " + escaped(heading.plain) + "\n\n"
            case .line(let line), .prose(let line, _): text += escaped(line.plain) + "  \n"
            case .fields(let fields):
                for field in fields { text += "- **\(escaped(field.label))**: \(escaped(field.text.plain))\n" }
            case .chart(let chart):
                let lines = RangeChartText(chart: chart, width: 100, ascii: false).lines
                text += "```\n" + lines.map { $0.plain + "\n" }.joined() + "```\n"
            case .document(let document): text += document
            }
        }
        return text
    }
}
