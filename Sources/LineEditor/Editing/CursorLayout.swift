/// Where libedit puts the cursor when it draws a prompt and a text from the left margin.
///
/// It measures scalar by scalar, so this does too: an emoji sequence counts as all its parts.
struct CursorLayout {
    private(set) var row = 0
    private(set) var column = 0

    init(promptWidth: Int, text: String, columns: Int) {
        row = promptWidth / max(columns, 2)
        column = promptWidth % max(columns, 2)
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                breakRow()
                continue
            }
            let width = Self.width(of: scalar, at: column)
            if column + width > columns { breakRow() }
            column += width
            if column >= columns { breakRow() }
        }
    }

    private mutating func breakRow() {
        row += 1
        column = 0
    }

    /// The columns a scalar takes at a place. A tab goes on to the next multiple of eight.
    static func width(of scalar: Unicode.Scalar, at column: Int) -> Int {
        scalar == "\t" ? 8 - column % 8 : libeditWidth(of: scalar)
    }
}
