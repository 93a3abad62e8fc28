/// How wide each column of a table is, and which are shown at all.
struct TableLayout {
    /// The indices of the columns that are shown, from left to right.
    private(set) var shown: [Int]
    /// The width of every column.
    private(set) var widths: [Int]

    private static let gap = 2

    /// A layout for columns whose cells would take the natural widths, in a total width.
    init(columns: [TextTable.Column], naturalWidths: [Int], width: Int) {
        shown = Array(columns.indices)
        // No column is wider than all of it, so that the last one that is left always fits.
        let capped = naturalWidths.map { min($0, width) }
        widths = capped
        narrow(columns, to: width)
        while total > width {
            let priorities = shown.map { columns[$0].priority }
            guard let lowest = priorities.min(), let last = priorities.lastIndex(of: lowest) else { return }
            shown.remove(at: last)
            widths = capped
            narrow(columns, to: width)
        }
    }

    private var total: Int {
        shown.reduce(Self.gap * (shown.count - 1)) { $0 + widths[$1] }
    }

    /// Takes from the columns, lowest priority first, until they fit or all are at their minimum.
    private mutating func narrow(_ columns: [TextTable.Column], to width: Int) {
        for priority in Set(shown.map { columns[$0].priority }).sorted() {
            let flexible = shown.filter { columns[$0].priority == priority }
            while total > width {
                let wider = flexible.filter { widths[$0] > columns[$0].minimum }
                guard let widest = wider.max(by: { widths[$0] < widths[$1] }) else { break }
                widths[widest] -= 1
            }
        }
    }
}
