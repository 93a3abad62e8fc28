import DossierLanguage

/// Markdown that CommonMark (0.31.2), GitHub and pandoc read alike, with the tables of GitHub Flavored Markdown.
enum MarkdownText {
    /// Text in which nothing is taken for markup; in one line.
    static func escaped(_ text: String) -> String { MarkdownEscaping.escaped(text) }

    /// An item of a list with a text in which nothing is taken for markup.
    static func item(_ text: String) -> String { "- " + MarkdownEscaping.withoutTaskMark(text) + "\n" }

    /// An address as a link, where it is one that can be followed; else as text.
    static func address(_ text: String) -> String {
        let isLink = ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789-._~:/?#@!$'()*+,=%".unicodeScalars.contains($0))
        }
        return isLink && isPlain ? "<\(text)>" : escaped(text)
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

    /// The blocks of an answer. Those of another sort stand behind an empty line, without which pandoc takes a list or a table
    /// for words of the paragraph before it.
    static func text(of answer: Answer) -> String {
        var text = ""
        var last: Sort?
        for block in answer.blocks {
            let sort = Sort(block)
            let isApart = text.isEmpty || text.hasSuffix("\n\n") || text.hasSuffix("\n  \n")
            if sort != last, sort != .document, !isApart { text += "\n" }
            text += MarkdownText.text(of: block)
            last = sort
        }
        return text
    }

    /// What a block becomes.
    private enum Sort {
        case table, heading, paragraph, list, code, document

        init(_ block: Block) {
            self =
                switch block {
                case .table: .table
                case .heading: .heading
                case .line, .prose: .paragraph
                case .fields: .list
                case .chart: .code
                case .document: .document
                }
        }
    }

    private static func text(of block: Block) -> String {
        switch block {
        case .table(let table):
            let cells = table.rows.map { row in row.cells.map(\.text.plain) }
            let footers = table.footers.map { "\n" + escaped($0.plain) + "\n" }
            return MarkdownText.table(table.columns.map(\.title), cells) + footers.joined()
        case .heading(let heading): return "## " + escaped(heading.plain) + "\n\n"
        case .line(let line), .prose(let line, _): return escaped(line.plain) + "  \n"
        case .fields(let fields):
            return fields.map { field in
                let label = escaped(field.label)
                return item((label.isEmpty ? "" : "**\(label)**: ") + escaped(field.text.plain))
            }.joined()
        case .chart(let chart):
            let lines = RangeChartText(chart: chart, width: 100, ascii: false).lines
            return fenced(lines.map { $0.plain + "\n" }.joined())
        case .document(let document): return document
        }
    }
}
