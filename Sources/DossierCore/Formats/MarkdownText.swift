/// Markdown (CommonMark 0.31.2, with the tables of GitHub Flavored Markdown).
enum MarkdownText {
    /// Text in which nothing is taken for markup, also where a line begins with it; white space around it is left out.
    static func escaped(_ text: String) -> String {
        let scalars = withoutSpaceAround(text)
        let mark = placeOfMark(scalars)
        var escaped = ""
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case _ where index == mark:
                escaped += "\\"
                escaped.unicodeScalars.append(scalar)
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&":
                escaped += "\\"
                escaped.unicodeScalars.append(scalar)
            case "\n", "\r": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// White space at the ends would make code of a line that it indents, and keep `**` from being read.
    private static func withoutSpaceAround(_ text: String) -> Substring.UnicodeScalarView {
        var scalars = text.unicodeScalars[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return scalars
    }

    /// Where the sign stands that makes a list, a rule or a heading of a line that begins so; nil where none does.
    private static func placeOfMark(_ scalars: Substring.UnicodeScalarView) -> Int? {
        let digits = scalars.prefix { "0"..."9" ~= $0 }.count
        let rest = scalars.dropFirst(digits)
        guard let mark = rest.first else { return nil }
        if digits == 0 { return "-+=".unicodeScalars.contains(mark) ? 0 : nil }
        let isList = (mark == "." || mark == ")") && rest.dropFirst().first?.properties.isWhitespace != false
        return isList ? digits : nil
    }

    /// A table of cells.
    static func table(_ columns: [String], _ rows: [[String]]) -> String {
        var lines = ["| " + columns.map(escaped).joined(separator: " | ") + " |"]
        lines.append("|" + columns.map { _ in " --- |" }.joined())
        for row in rows { lines.append("| " + row.map(escaped).joined(separator: " | ") + " |") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A fenced block, its fence longer than all that could end it within.
    private static func fenced(_ lines: String) -> String {
        var longest = 0
        var length = 0
        for byte in lines.utf8 {
            length = byte == UInt8(ascii: "`") ? length + 1 : 0
            longest = max(longest, length)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1)) + "\n"
        return fence + lines + fence
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
                text += fenced(lines.map { $0.plain + "\n" }.joined())
            case .document(let document): text += document
            }
        }
        return text
    }
}
