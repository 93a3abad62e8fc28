/// Applies what a program writes to a screen (ECMA-48 and the sequences of xterm).
public struct ScreenParser: Sendable {
    private enum State {
        case text
        case escape
        case control(parameters: String)
        case operatingSystemCommand
    }

    /// The screen as it is after all that was fed.
    public private(set) var screen: Screen
    private var state = State.text
    private var undecoded: [UInt8] = []

    /// A parser that draws on a screen.
    public init(screen: Screen) {
        self.screen = screen
    }

    /// Changes the size of the screen.
    public mutating func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
    }

    /// Takes in bytes. A character whose bytes come in pieces is kept until it is whole.
    public mutating func feed(_ bytes: some Sequence<UInt8>) {
        undecoded += bytes
        let whole = undecoded.count - incompleteTail
        for scalar in String(decoding: undecoded[..<whole], as: UTF8.self).unicodeScalars { feed(scalar) }
        undecoded.removeFirst(whole)
    }

    private var incompleteTail: Int {
        for (index, byte) in undecoded.reversed().prefix(3).enumerated() where byte & 0xC0 == 0xC0 {
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            return index + 1 < length ? index + 1 : 0
        }
        return 0
    }

    private mutating func feed(_ scalar: Unicode.Scalar) {
        switch state {
        case .text: feedText(scalar)
        case .escape: feedEscape(scalar)
        case .control(let parameters):
            if ("\u{40}"..."\u{7E}").contains(scalar) {
                state = .text
                control(scalar, parameters)
            } else {
                state = .control(parameters: parameters + String(scalar))
            }
        case .operatingSystemCommand: if scalar == "\u{7}" { state = .text }
        }
    }

    private mutating func feedText(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\u{1B}": state = .escape
        case "\u{7}": screen.ringBell()
        case "\u{8}": screen.backspace()
        case "\t": screen.tabulate()
        case "\n", "\u{B}", "\u{C}": screen.lineFeed()
        case "\r": screen.carriageReturn()
        case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": break
        default: screen.print(scalar)
        }
    }

    private mutating func feedEscape(_ scalar: Unicode.Scalar) {
        state = .text
        switch scalar {
        case "[": state = .control(parameters: "")
        case "]": state = .operatingSystemCommand
        case "7": screen.save()
        case "8": screen.restore()
        case "(", ")": state = .control(parameters: "(")
        default: break
        }
    }

    private mutating func control(_ final: Unicode.Scalar, _ parameters: String) {
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let first = numbers.first ?? 0
        let count = max(first, 1)
        switch final {
        case "A": screen.moveBy(rows: -count)
        case "B": if !parameters.hasPrefix("(") { screen.moveBy(rows: count) }
        case "C": screen.moveBy(columns: count)
        case "D": screen.moveBy(columns: -count)
        case "G": screen.moveTo(column: count - 1)
        case "d": screen.moveTo(row: count - 1)
        case "H", "f": screen.moveTo(column: max(numbers.dropFirst().first ?? 1, 1) - 1, row: count - 1)
        case "J": eraseDisplay(first)
        case "K": eraseLine(first)
        case "X": screen.erase(columns: screen.cursorColumn..<(screen.cursorColumn + count))
        case "@": screen.insertBlanks(count)
        case "P": screen.deleteCells(count)
        case "m": numbers.forEach { selectRendition($0) }
        case "h", "l": if parameters == "?2004" { screen.setBracketedPaste(final == "h") }
        default: break
        }
    }

    private mutating func selectRendition(_ number: Int) {
        switch number {
        case 2: screen.isFaint = true
        case 0, 22: screen.isFaint = false
        default: break
        }
    }

    private mutating func eraseDisplay(_ part: Int) {
        switch part {
        case 0:
            eraseLine(0)
            screen.erase(rows: (screen.cursorRow + 1)..<max(screen.rows, screen.cursorRow + 1))
        case 1:
            eraseLine(1)
            screen.erase(rows: 0..<screen.cursorRow)
        default: screen.erase(rows: 0..<screen.rows)
        }
    }

    private mutating func eraseLine(_ part: Int) {
        switch part {
        case 0: screen.erase(columns: screen.cursorColumn..<screen.columns)
        case 1: screen.erase(columns: 0..<(screen.cursorColumn + 1))
        default: screen.erase(columns: 0..<screen.columns)
        }
    }
}
