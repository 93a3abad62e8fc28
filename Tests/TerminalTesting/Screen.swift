/// A terminal's screen: as much of a VT100 (and of xterm beyond it) as a line editor makes use of.
public struct Screen: Sendable {
    /// The number of columns.
    public private(set) var columns: Int
    /// The number of rows.
    public private(set) var rows: Int
    /// The cursor's row, counted from zero.
    public private(set) var cursorRow = 0
    /// The cursor's column, counted from zero.
    public private(set) var cursorColumn = 0
    /// Whether the program asked for bracketed paste.
    public private(set) var takesBracketedPaste = false
    /// How often the bell rang.
    public private(set) var bells = 0
    /// How often a part of the screen was erased.
    public private(set) var erasures = 0
    /// The rows that left the screen at the top, oldest first.
    public private(set) var scrolledOff: [String] = []

    var cells: [[ScreenCell]]
    var isFaint = false
    /// The cursor stands behind the last column: the next character begins a new row.
    private var wrapsNext = false
    /// Whether a row goes on in the next, because a character wrapped there.
    private var isWrapped: [Bool]
    private var saved = (row: 0, column: 0)

    /// A blank screen with the cursor in its first cell.
    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: Array(repeating: .blank, count: columns), count: rows)
        isWrapped = Array(repeating: false, count: rows)
    }

    /// The text of a row, without the blanks at its end.
    public func row(_ index: Int) -> String {
        guard cells.indices.contains(index) else { return "" }
        return Self.text(of: cells[index])
    }

    /// All rows down to the last that is not blank.
    public var lines: [String] {
        let all = cells.indices.map(row)
        return Array(all[...(all.lastIndex { !$0.isEmpty } ?? 0)])
    }

    /// The row where the cursor is, up to the cursor.
    public var textBeforeCursor: String {
        cells[cursorRow][..<cursorColumn].map(\.text).joined()
    }

    /// The row where the cursor is.
    public var cursorLine: String { row(cursorRow) }

    /// What stands in faint type anywhere on the screen.
    public var faintText: String {
        cells.joined().filter(\.isFaint).map(\.text).joined()
    }

    private static func text(of cells: [ScreenCell]) -> String {
        var text = cells.map(\.text).joined()
        while text.last == " " { text.removeLast() }
        return text
    }

    // MARK: What the terminal's commands do

    mutating func print(_ scalar: Unicode.Scalar) {
        let width = screenWidth(of: scalar)
        guard width > 0 else { return combine(scalar) }
        if wrapsNext || cursorColumn + width > columns {
            isWrapped[cursorRow] = true
            carriageReturn()
            lineFeed()
        }
        for column in cursorColumn..<(cursorColumn + width) { separate(column) }
        cells[cursorRow][cursorColumn] = ScreenCell(text: String(scalar), isFaint: isFaint, isWritten: true)
        if width == 2 { cells[cursorRow][cursorColumn + 1] = .covered }
        cursorColumn += width
        wrapsNext = cursorColumn >= columns
        if wrapsNext { cursorColumn = columns - 1 }
    }

    /// A wide character of which one half is written over loses the other half too.
    private mutating func separate(_ column: Int) {
        if cells[cursorRow][column] == .covered && column > 0 { cells[cursorRow][column - 1] = .blank }
        if column + 1 < columns && cells[cursorRow][column + 1] == .covered { cells[cursorRow][column + 1] = .blank }
    }

    private mutating func combine(_ scalar: Unicode.Scalar) {
        var column = wrapsNext ? cursorColumn : cursorColumn - 1
        while column > 0 && cells[cursorRow][column] == .covered { column -= 1 }
        if column >= 0 { cells[cursorRow][column].text.unicodeScalars.append(scalar) }
    }

    mutating func ringBell() { bells += 1 }

    mutating func carriageReturn() {
        cursorColumn = 0
        wrapsNext = false
    }

    mutating func backspace() { moveBy(columns: -1) }

    mutating func tabulate() { moveBy(columns: 8 - cursorColumn % 8) }

    mutating func lineFeed() {
        wrapsNext = false
        if cursorRow + 1 < rows {
            cursorRow += 1
            return
        }
        scrolledOff.append(row(0))
        cells.removeFirst()
        cells.append(Array(repeating: .blank, count: columns))
        isWrapped.removeFirst()
        isWrapped.append(false)
    }

    mutating func moveBy(columns: Int = 0, rows: Int = 0) {
        moveTo(column: cursorColumn + columns, row: cursorRow + rows)
    }

    mutating func moveTo(column: Int? = nil, row: Int? = nil) {
        wrapsNext = false
        if let column { cursorColumn = min(max(column, 0), columns - 1) }
        if let row { cursorRow = min(max(row, 0), rows - 1) }
    }

    mutating func save() { saved = (cursorRow, cursorColumn) }

    mutating func restore() { moveTo(column: saved.column, row: saved.row) }

    mutating func setBracketedPaste(_ on: Bool) { takesBracketedPaste = on }

    /// Erases cells of the cursor's row.
    mutating func erase(columns range: Range<Int>) {
        for column in range.clamped(to: 0..<columns) { cells[cursorRow][column] = .blank }
        if range.upperBound >= columns { isWrapped[cursorRow] = false }
    }

    mutating func erase(rows range: Range<Int>) {
        erasures += 1
        for row in range.clamped(to: 0..<rows) {
            cells[row] = Array(repeating: .blank, count: columns)
            isWrapped[row] = false
        }
    }

    mutating func insertBlanks(_ count: Int) {
        let count = min(count, columns - cursorColumn)
        cells[cursorRow].insert(contentsOf: Array(repeating: .blank, count: count), at: cursorColumn)
        cells[cursorRow].removeLast(count)
    }

    mutating func deleteCells(_ count: Int) {
        let count = min(count, columns - cursorColumn)
        cells[cursorRow].removeSubrange(cursorColumn..<(cursorColumn + count))
        cells[cursorRow] += Array(repeating: .blank, count: count)
    }

    /// Changes the size as most terminals do: rows that wrapped are broken anew, and the cursor stays on its character.
    public mutating func resize(columns newColumns: Int, rows newRows: Int) {
        var resized = Screen(columns: newColumns, rows: newRows)
        resized.takesBracketedPaste = takesBracketedPaste
        resized.bells = bells
        resized.erasures = erasures
        resized.scrolledOff = scrolledOff
        resized.isFaint = isFaint
        var cursor: (row: Int, column: Int)?
        let last = max(cells.lastIndex { !Self.text(of: $0).isEmpty } ?? 0, cursorRow)
        var wrapped = true
        for row in 0...last {
            if !wrapped {
                resized.carriageReturn()
                resized.lineFeed()
                if cursor != nil, resized.scrolledOff.count > scrolledOff.count { cursor?.row -= 1 }
            }
            wrapped = isWrapped[row]
            let length = cells[row].lastIndex { $0 != .blank }.map { $0 + 1 } ?? 0
            let isPadded = wrapped && cells[row][columns - 1] == .blank && cells[row + 1][1] == .covered
            let end = wrapped ? columns - (isPadded ? 1 : 0) : max(length, row == cursorRow ? cursorColumn : 0)
            for column in 0..<end where cells[row][column] != .covered {
                if row == cursorRow && column == cursorColumn { cursor = (resized.cursorRow, resized.cursorColumn) }
                for scalar in cells[row][column].text.unicodeScalars { resized.print(scalar) }
            }
            if row == cursorRow && cursor == nil { cursor = (resized.cursorRow, resized.cursorColumn) }
        }
        if let cursor { resized.moveTo(column: cursor.column, row: cursor.row) }
        self = resized
    }
}
