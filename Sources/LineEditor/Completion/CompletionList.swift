import DossierText

/// The rows that show the candidates of a completion: columns, each a label and where there is one its description.
struct CompletionList {
    private static let gap = 2

    let candidates: [LineEditor.Candidate]
    let columns: Int
    let color: Bool

    private let labels: [String]
    private let details: [String]
    private let labelWidth: Int
    private let detailWidth: Int

    init(candidates: [LineEditor.Candidate], columns: Int, color: Bool) {
        self.candidates = candidates
        self.columns = max(columns, 1)
        self.color = color
        labels = candidates.map { visible($0.label) }
        details = candidates.map { visible($0.detail) }
        labelWidth = min(labels.map { TextWidth.of($0) }.max() ?? 0, max(columns - 1, 1))
        detailWidth = details.map { TextWidth.of($0) }.max() ?? 0
    }

    private var cellWidth: Int {
        detailWidth == 0 ? labelWidth : labelWidth + Self.gap + detailWidth
    }

    /// One cell is left free at the right, so that no row wraps on a terminal with automatic margins.
    private var cellsInRow: Int {
        max(1, (columns - 1 + Self.gap) / (cellWidth + Self.gap))
    }

    var rowCount: Int {
        (candidates.count + cellsInRow - 1) / cellsInRow
    }

    /// A row of the list. Candidates run down the columns, as in a printed index.
    func row(_ row: Int) -> String {
        let cells = stride(from: row, to: candidates.count, by: rowCount)
        var text = ""
        for index in cells {
            let isLast = index + rowCount >= candidates.count
            text += cell(index, padded: !isLast)
            if !isLast { text += spaces(Self.gap) }
        }
        return text
    }

    private func cell(_ index: Int, padded: Bool) -> String {
        let label = truncated(labels[index], to: labelWidth)
        let detailRoom = min(detailWidth, columns - 1 - labelWidth - Self.gap)
        let detail = detailRoom > 0 ? truncated(details[index], to: detailRoom) : ""
        if detail.isEmpty { return label + (padded ? spaces(cellWidth - TextWidth.of(label)) : "") }
        let faintDetail = color ? "\u{1B}[2m\(detail)\u{1B}[0m" : detail
        return label + spaces(labelWidth - TextWidth.of(label) + Self.gap) + faintDetail
            + (padded ? spaces(detailWidth - TextWidth.of(detail)) : "")
    }

    private func spaces(_ count: Int) -> String {
        String(repeating: " ", count: max(count, 0))
    }
}
