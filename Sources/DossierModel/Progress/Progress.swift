/// How far a piece of long work has come.
public struct Progress: Sendable, Hashable {
    /// What is done, with what: `replaying march.dossier`. It may hold names that came from outside.
    public let title: String
    /// What its steps are.
    public let unit: Unit
    /// How many steps are done.
    public let done: Int
    /// How many there are.
    public let total: Int

    /// What the steps of a piece of work are.
    public enum Unit: String, Sendable {
        case bytes, records, rows, entries, commands, searches, pairs
    }

    /// Makes progress from its parts.
    public init(title: String, unit: Unit, done: Int, total: Int) {
        self.title = title
        self.unit = unit
        self.done = done
        self.total = total
    }
}

/// Observes the progress of a long task, and may cancel it. The program implements it for a terminal.
public protocol WorkWatch: AnyObject, Sendable {
    /// Whether the user wants what runs to end.
    var isCancelled: Bool { get }

    /// Takes note of how far a piece of work has come.
    func note(_ progress: Progress)
}
