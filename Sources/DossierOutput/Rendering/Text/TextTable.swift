import DossierLanguage
import DossierModel

/// Rows under headings, in columns two spaces apart, made to fit a width.
///
/// Where there is too little room the columns of lowest priority give way first, the widest of them before the others, down
/// to their minimum; then whole columns are left out, and a last line names them.
package struct TextTable: Sendable, Hashable {
    /// The columns, from left to right.
    package var columns: [Column]
    /// The cells of each row; a cell that is missing is empty, one without a column is not shown.
    package var rows: [[StyledText]]

    /// A table of rows under columns.
    package init(columns: [Column], rows: [[StyledText]] = []) {
        self.columns = columns
        self.rows = rows
    }

    /// The lines of the table: headings, a rule, the rows; none where there are no columns.
    ///
    /// No line ends in a space, and none is wider than the width.
    ///
    /// - Parameters:
    ///   - width: the columns of the terminal, of which two are the least; nil for as wide as the cells are.
    ///   - ascii: whether the rule and the mark of a cut are ASCII.
    ///   - watch: who may want it to end; then rows are missing.
    package func lines(
        width: Int? = nil, ascii: Bool = false, watch: (any WorkWatch)? = nil
    ) -> [StyledText] {
        let measuring = Work("measuring rows", .rows, of: rows.count, for: watch)
        let cells = rows.steps(of: measuring).map { row in
            columns.indices.map { row.indices.contains($0) ? visible(row[$0], in: columns[$0]) : StyledText() }
        }
        let layout = TableLayout(
            columns: columns, naturalWidths: naturalWidths(of: cells), width: width.map { max(2, $0) } ?? .max)
        guard !layout.shown.isEmpty else { return [] }
        let ending = ascii ? "..." : "…"
        let headings = columns.map { StyledText($0.title, .heading) }
        var lines = [layout.shown.map { fitted(headings[$0], to: layout.widths[$0], column: $0, ending: ending) }]
        lines.append(layout.shown.map { rule(layout.widths[$0], ascii: ascii) })
        for row in cells.steps(of: Work("laying out rows", .rows, of: cells.count, for: watch)) {
            lines += linesOfRow(row, layout: layout, ending: ending)
        }
        return lines.map { $0.joined(separator: "  ").withoutTrailingSpaces() } + noticeOfHidden(layout, width: width)
    }

    private func visible(_ cell: StyledText, in column: Column) -> StyledText {
        cell.visible(keepingNewlines: column.wraps)
    }

    private func naturalWidths(of cells: [[StyledText]]) -> [Int] {
        columns.indices.map { index in
            cells.reduce(StyledText(columns[index].title).width) { widest, row in
                let lines = columns[index].wraps ? row[index].wrapped(toWidth: .max) : [row[index]]
                return lines.reduce(widest) { max($0, $1.width) }
            }
        }
    }

    private func linesOfRow(_ row: [StyledText], layout: TableLayout, ending: String) -> [[StyledText]] {
        let cells = layout.shown.map { index in
            let width = layout.widths[index]
            let lines = columns[index].wraps ? row[index].wrapped(toWidth: width) : [row[index]]
            return lines.map { fitted($0, to: width, column: index, ending: ending) }
        }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { line in
            layout.shown.indices.map { position in
                line < cells[position].count
                    ? cells[position][line] : StyledText().padded(toWidth: layout.widths[layout.shown[position]])
            }
        }
    }

    private func fitted(_ text: StyledText, to width: Int, column: Int, ending: String) -> StyledText {
        text.cut(toWidth: width, ending: ending).padded(toWidth: width, alignment: columns[column].alignment)
    }

    private func rule(_ width: Int, ascii: Bool) -> StyledText {
        StyledText(String(repeating: ascii ? "-" : "─", count: width), .faint)
    }

    private func noticeOfHidden(_ layout: TableLayout, width: Int?) -> [StyledText] {
        let hidden = columns.indices.filter { !layout.shown.contains($0) }.map { columns[$0].title }
        guard !hidden.isEmpty, let width else { return [] }
        let notice = StyledText("not shown: \(hidden.joined(separator: ", "))", .faint)
        return notice.wrapped(toWidth: max(2, width)).map { $0.cut(toWidth: max(2, width), ending: "") }
    }
}
