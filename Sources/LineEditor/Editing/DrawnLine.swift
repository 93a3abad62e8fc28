/// A prompt and a text as they stand on the screen, to tell where they begin after the terminal was made wider or narrower.
///
/// A terminal breaks anew only a row that wrapped by itself. libedit ends a row by a line feed instead where a wide
/// character did not fit or where the row ends in blanks, except in what was typed at the end of the line: that is
/// written straight on.
struct DrawnLine {
    private struct Cell {
        var width: Int
        var isBlank = false
    }

    /// What stands between one line feed and the next. Blanks before a line feed were never written.
    private var pieces: [[Cell]] = [[]]
    private var cursor = (piece: 0, index: 0)

    /// - Parameters:
    ///   - cursorIndex: the cursor's place in `text`, in scalars.
    ///   - typedCount: how many scalars at the end of `text` were typed since libedit drew all of it.
    ///   - columns: the width when it was drawn.
    init(promptWidth: Int, text: String, cursorIndex: Int, typedCount: Int, columns: Int) {
        let scalars = Array(text.unicodeScalars)
        let firstTyped = scalars.count - typedCount
        var column = promptWidth % max(columns, 2)
        pieces[0] = Array(repeating: Cell(width: 1), count: promptWidth)
        for (index, scalar) in scalars.enumerated() {
            let width = scalar == "\n" ? 0 : CursorLayout.width(of: scalar, at: column)
            if column + width > columns {
                if index < firstTyped { breakLine() } else { pad(columns - column) }
                column = 0
            }
            if index == cursorIndex { markCursor() }
            if scalar == "\n" {
                breakLine()
                column = 0
                continue
            }
            pieces[pieces.count - 1].append(Cell(width: width, isBlank: scalar == " " || scalar == "\t"))
            column += width
            if column >= columns {
                if scalar == " " && index < firstTyped { breakLine() }
                column = 0
            }
        }
        if cursorIndex >= scalars.count { markCursor() }
    }

    private mutating func pad(_ count: Int) {
        pieces[pieces.count - 1] += Array(repeating: Cell(width: 1, isBlank: true), count: max(count, 0))
    }

    private mutating func breakLine() {
        while pieces[pieces.count - 1].last?.isBlank == true { pieces[pieces.count - 1].removeLast() }
        pieces.append([])
    }

    private mutating func markCursor() {
        cursor = (pieces.count - 1, pieces[pieces.count - 1].count)
    }

    /// How many rows above the cursor's the prompt begins on a terminal of another width.
    func rowsAboveCursor(columns: Int) -> Int {
        let before = pieces[..<cursor.piece].reduce(0) {
            $0 + Self.place(in: $1, upTo: $1.count - 1, columns: columns) + 1
        }
        return before + Self.place(in: pieces[cursor.piece], upTo: cursor.index, columns: columns)
    }

    /// The row, from zero, in which a character of a piece stands, or the cursor behind the last.
    private static func place(in cells: [Cell], upTo index: Int, columns: Int) -> Int {
        var row = 0
        var column = 0
        for cell in cells.prefix(index + 1) {
            if column + cell.width > columns {
                row += 1
                column = 0
            }
            column += cell.width
        }
        return row
    }
}
