import DossierLanguage

/// The blocks of an answer for a screen reader: words in the order in which they are heard. Nothing is drawn or cut, and nothing is
/// told by where it stands.
struct PlainBlockText {
    let block: Block

    /// The lines.
    var lines: [StyledText] {
        switch block {
        case .line(let line):
            guard let branch = TreeLines.branch(line) else { return [PlainBlockText.inWords(line)] }
            return [StyledText("level \(branch.level): ") + PlainBlockText.inWords(branch.text)]
        case .heading(let text), .prose(let text, _): return [PlainBlockText.inWords(text)]
        case .fields(let fields): return fields.map { PlainBlockText.labelled($0.label, $0.text) }
        case .table(let table): return lines(of: table)
        case .chart(let chart): return lines(of: chart)
        case .document: return []
        }
    }

    /// A paragraph for each row, which begins with its number and says where it is only possible.
    private func lines(of table: Table) -> [StyledText] {
        var lines: [StyledText] = []
        for (index, row) in table.rows.enumerated() {
            let certainty = row.certainty == .possibly ? ", possibly" : ""
            lines.append(StyledText("row \(index + 1) of \(table.rows.count)\(certainty)"))
            for (column, cell) in zip(table.columns, row.cells) where !cell.text.isEmpty {
                lines.append(PlainBlockText.labelled(column.title, cell.text))
            }
            lines.append("")
        }
        return lines + table.footers.map(PlainBlockText.inWords)
    }

    /// What the chart would draw, a range a line.
    private func lines(of chart: RangeChart) -> [StyledText] {
        var lines: [StyledText] = []
        for lane in chart.lanes {
            if let title = lane.title { lines.append(PlainBlockText.inWords(title)) }
            for row in lane.rows {
                let note = row.note.isEmpty ? row.note : StyledText(": ") + row.note
                lines.append(PlainBlockText.inWords(row.label) + note)
            }
        }
        return lines + chart.footers.map(PlainBlockText.inWords)
    }

    private static func labelled(_ label: String, _ text: StyledText) -> StyledText {
        label.isEmpty ? inWords(text) : StyledText(label + ": ") + inWords(text)
    }

    /// Arrows that a view puts between words, as words; those in a text of the session stand in a run with it and stay.
    private static func inWords(_ text: StyledText) -> StyledText {
        StyledText(
            spans: text.spans.map { span in
                switch span.text {
                case " → ": StyledSpan(" to ", span.style)
                case "→ ": StyledSpan("to ", span.style)
                case " ← ": StyledSpan(" from ", span.style)
                case "← ": StyledSpan("from ", span.style)
                default: span
                }
            })
    }
}
