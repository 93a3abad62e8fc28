import DossierLanguage

/// Draws a chart of ranges for a terminal: names to the left, ranges on an axis to the right.
///
/// A span is a bar, "one of" a dotted range, an open end an arrow; what is only approximate is drawn soft.
struct RangeChartText {
    let chart: RangeChart
    let width: Int
    let ascii: Bool

    /// The signs that ranges are drawn with.
    struct Signs {
        let bar: Character
        let softBar: Character
        let dotted: Character
        let softDotted: Character
        let point: Character
        let softPoint: Character
        let openLeft: Character
        let openRight: Character
        let tick: Character
        let rule: Character

        static let unicode = Signs(
            bar: "━", softBar: "╍", dotted: "┄", softDotted: "┈", point: "●", softPoint: "○", openLeft: "◀",
            openRight: "▶", tick: "┬",
            rule: "─")
        static let ascii = Signs(
            bar: "=", softBar: "~", dotted: ".", softDotted: ":", point: "*", softPoint: "o", openLeft: "<",
            openRight: ">", tick: "+",
            rule: "-")
    }

    private var signs: Signs { ascii ? .ascii : .unicode }

    /// The lines of the chart.
    var lines: [StyledText] {
        let rows = chart.lanes.flatMap(\.rows)
        let values = rows.compactMap(\.range).flatMap(\.limits)
        let widest = (rows.map(\.label.width).max() ?? 0) + (chart.lanes.contains { $0.title != nil } ? 2 : 0)
        let label = min(max(widest, 8), max(12, width * 2 / 5))
        let room = max(20, width - label - 2)
        let axis = ChartAxis(chart.scale, values, columns: room)
        let margin = StyledText(String(repeating: " ", count: label + 2))
        var lines = [margin + labels(axis, room), margin + rule(axis, room)]
        for lane in chart.lanes {
            if let title = lane.title { lines.append(title.cut(toWidth: width, ending: ascii ? "..." : "…")) }
            for row in lane.rows {
                let indent = StyledText(lane.title == nil ? "" : "  ")
                let name =
                    (indent + row.label).cut(toWidth: label, ending: ascii ? "..." : "…").padded(toWidth: label) + "  "
                lines.append((name + drawn(row, axis, room)).withoutTrailingSpaces())
            }
        }
        return lines + chart.footers.flatMap { $0.wrapped(toWidth: width) }
    }

    private func labels(_ axis: ChartAxis, _ room: Int) -> StyledText {
        var text = ""
        for tick in axis.ticks {
            let column = axis.column(of: tick.place, columns: room)
            let start = min(column, room - tick.label.utf8.count)
            if start < 0 || (!text.isEmpty && start < text.count + 1) { continue }
            text += String(repeating: " ", count: start - text.count) + tick.label
        }
        return StyledText(text, .faint)
    }

    private func rule(_ axis: ChartAxis, _ room: Int) -> StyledText {
        var cells = [Character](repeating: signs.rule, count: room)
        for tick in axis.ticks { cells[axis.column(of: tick.place, columns: room)] = signs.tick }
        return StyledText(String(cells), .faint)
    }

    private func drawn(_ row: RangeChart.Row, _ axis: ChartAxis, _ room: Int) -> StyledText {
        guard let range = row.range else { return row.note }
        var cells = [Character](repeating: " ", count: room)
        func column(_ place: Double?, _ open: Int) -> Int { place.map { axis.column(of: $0, columns: room) } ?? open }
        let start = column(range.earliestStart, 0)
        let end = column(range.latestEnd, room - 1)
        if range.isOneOf {
            let isOneDay = range.best == nil && (range.latestEnd ?? .infinity) - (range.earliestStart ?? 0) < 86_400
            if !isOneDay || chart.scale != .time {
                fill(&cells, start, end, range.isSoft ? signs.softDotted : signs.dotted)
            }
            if start == end || (isOneDay && chart.scale == .time) {
                cells[start] = range.isSoft ? signs.softPoint : signs.point
            }
        } else {
            fill(&cells, start, end, range.isSoft ? signs.softDotted : signs.dotted)
            let innerStart = column(range.latestStart, start)
            let innerEnd = column(range.earliestEnd, end)
            fill(&cells, innerStart, innerEnd, range.isSoft ? signs.softBar : signs.bar)
        }
        if let best = range.best { cells[column(best, start)] = range.isSoft ? signs.softPoint : signs.point }
        if range.earliestStart == nil { cells[0] = signs.openLeft }
        if range.latestEnd == nil { cells[room - 1] = signs.openRight }
        return StyledText(String(cells), range.isSoft ? .doubtful : .plain)
    }

    private func fill(_ cells: inout [Character], _ start: Int, _ end: Int, _ sign: Character) {
        guard start <= end else { return }
        for column in start...end { cells[column] = sign }
    }
}
