import DossierLanguage
import DossierModel
import DossierText
import DossierTime

/// Makes text for a person of a command's answer: fitted to a width, coloured by meaning or plain.
package struct Renderer: Sendable {
    /// The columns there are; nil where lines may be as long as they are.
    package var width: Int?
    /// How meanings look.
    package var palette: Palette

    /// Whether the text goes to a terminal, which a document must not drive.
    package var isTerminal: Bool

    /// Whether charts and rules are drawn with ASCII only.
    package var isASCII: Bool

    /// Whether a long cell of a table goes on in the next line; else it is cut.
    package var wrapsCells: Bool

    /// Whether all is said in words, for a screen reader.
    package var isPlain = false

    /// Who sees how far a long answer is laid out, and may want that to end: then the text is not whole.
    package var watch: (any WorkWatch)?

    /// Makes a renderer.
    package init(
        width: Int? = nil, palette: Palette, isTerminal: Bool = false, isASCII: Bool = false, wrapsCells: Bool = false
    ) {
        self.isASCII = isASCII
        self.wrapsCells = wrapsCells
        self.width = width
        self.palette = palette
        self.isTerminal = isTerminal
    }

    /// The lines of an answer, each ended.
    package func text(of answer: Answer) -> String {
        var text = ""
        for block in answer.blocks {
            if case .document(let document) = block {
                text += isTerminal ? VisibleText.escaping(document, keepingNewlines: true) : document
            } else {
                let lines = lines(of: block)
                let work = Work("writing rows", .rows, of: lines.count, for: watch)
                for line in lines.steps(of: work) { text += palette.render(line) + "\n" }
            }
        }
        return text
    }

    private func lines(of block: Block) -> [StyledText] {
        if isPlain { return PlainBlockText(block: block).lines }
        return switch block {
        case .line(let line): [width.map { line.cut(toWidth: $0) } ?? line]
        case .heading(let line):
            [StyledText(spans: line.spans.map { StyledSpan($0.text, $0.style == .plain ? .heading : $0.style) })]
        case .prose(let text, let indent): wrapped(text, indent: indent)
        case .fields(let fields): lines(of: fields)
        case .table(let table): lines(of: table)
        case .chart(let chart): RangeChartText(chart: chart, width: max(60, width ?? 100), ascii: isASCII).lines
        case .document: []
        }
    }

    private func lines(of fields: [Block.Labelled]) -> [StyledText] {
        let column = min(fields.map { TextWidth.of($0.label) }.max() ?? 0, 28)
        return fields.flatMap { field -> [StyledText] in
            let label = StyledText("  " + field.label.padded(toWidth: column, alignment: .left) + "  ", .faint)
            let room = width.map { max(10, $0 - column - 4) }
            let parts = wrapped(field.text, width: room)
            let margin = StyledText(String(repeating: " ", count: column + 4))
            return parts.enumerated().map { index, part in (index == 0 ? label : margin) + part }
        }
    }

    private func wrapped(_ text: StyledText, indent: Int) -> [StyledText] {
        guard let width, text.width > width else { return [text] }
        let parts = wrapped(text, width: max(10, width - indent))
        let margin = StyledText(String(repeating: " ", count: indent))
        return parts.enumerated().map { index, part in index == 0 ? part : margin + part }
    }

    private func wrapped(_ text: StyledText, width: Int?) -> [StyledText] {
        guard let width, text.width > width else { return [text] }
        return text.wrapped(toWidth: width)
    }

    /// The table, with a column of row numbers for `%3`, and marks at rows that are only possible.
    private func lines(of table: Table) -> [StyledText] {
        let isNumbered = table.rows.contains { $0.id != nil }
        let isMarked = table.rows.contains { $0.certainty == .possibly }
        var columns: [TextTable.Column] = []
        if isNumbered { columns.append(TextTable.Column("%", alignment: .right, minimum: 2, priority: 8)) }
        if isMarked { columns.append(TextTable.Column("?", minimum: 2, priority: 10)) }
        let least = max(6, (width ?? 100) / 3)
        columns += table.columns.map { column in
            TextTable.Column(
                column.title, alignment: column.isNumeric ? .right : .left, minimum: min(column.minimum, least),
                priority: column.priority, wraps: wrapsCells && !column.isNumeric)
        }
        let work = Work("reading rows", .rows, of: table.rows.count, for: watch)
        let rows = table.rows.enumerated().steps(of: work).map { index, row in
            var cells: [StyledText] = []
            if isNumbered { cells.append(StyledText(String(index + 1), .faint)) }
            if isMarked { cells.append(row.certainty == .possibly ? StyledText("?", .doubtful) : "") }
            return cells + row.cells.map(\.text)
        }
        let lines = TextTable(columns: columns, rows: rows).lines(width: width, ascii: isASCII, watch: watch)
        return lines + table.footers.flatMap { wrapped($0, width: width) }
    }
}
