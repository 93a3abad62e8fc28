/// How the line on the screen was drawn, as far as it must be known when the terminal's width changes.
struct Drawing {
    /// The width for which it was drawn.
    let columns: Int
    /// How many scalars at its end were typed since all of it was drawn.
    private(set) var typedCount = 0
    private var scalarCount = 0
    private var isRedrawn = true

    init(columns: Int) {
        self.columns = columns
    }

    /// A key function asked for all to be drawn.
    mutating func redraw() {
        isRedrawn = true
    }

    /// Compares the line with what it was at the last key.
    mutating func update(for buffer: EditBuffer) {
        let count = buffer.scalarCount
        if !isRedrawn && count == scalarCount + 1 && buffer.isAtEnd {
            typedCount += 1
        } else if isRedrawn || count != scalarCount {
            typedCount = 0
        }
        scalarCount = count
        isRedrawn = false
    }
}
