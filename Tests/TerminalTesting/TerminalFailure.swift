/// Why a test on a terminal could not go on.
public enum TerminalFailure: Error, CustomStringConvertible {
    /// The program could not be started. The number is the system's.
    case notStarted(Int32)
    /// What was awaited did not come in time. The screen is the one that was there instead.
    case timedOut(awaited: String, screen: Screen)
    /// What was awaited did not come in time in a pane of another program's, which showed these rows instead.
    case notSeen(awaited: String, rows: [String], column: Int?)

    /// What was awaited and what was there.
    public var description: String {
        switch self {
        case .notStarted(let number): "the program could not be started (errno \(number))"
        case .timedOut(let awaited, let screen):
            "waited in vain for \(awaited); cursor at column \(screen.cursorColumn) of row \(screen.cursorRow) on\n"
                + screen.lines.map { "|\($0)" }.joined(separator: "\n")
        case .notSeen(let awaited, let rows, let column):
            "waited in vain for \(awaited); cursor at column \(column.map(String.init) ?? "?") of\n"
                + rows.map { "|\($0)" }.joined(separator: "\n")
        }
    }
}
