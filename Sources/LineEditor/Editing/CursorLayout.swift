/// Where the terminal puts the cursor when a prompt and a text are written from the left margin.
struct CursorLayout {
    private(set) var row = 0
    private(set) var column = 0

    init(promptWidth: Int, text: String, columns: Int) {
        let columns = max(columns, 2)
        row = promptWidth / columns
        column = promptWidth % columns
        for character in text {
            switch character {
            case "\n":
                row += 1
                column = 0
            case "\t":
                column = min((column / 8 + 1) * 8, columns)
            default:
                let width = displayWidth(of: character)
                if column + width > columns {
                    row += 1
                    column = 0
                }
                column += width
            }
            if column >= columns {
                row += 1
                column = 0
            }
        }
    }
}
