/// One entry of the log: a change of the session, who made it and when, or a mark between such entries.
public struct LogEntry: Sendable {
    /// Its number, from 1 on without a gap.
    public let number: Int
    /// When it was written: RFC 3339, UTC.
    public let at: String
    /// Who worked.
    public let by: String
    /// What it is.
    public let action: Action

    /// What an entry may be.
    public enum Action: Sendable {
        /// A command, as it was typed, and what it changed.
        case command(String, changes: [Change])
        /// Steps that were taken back, by the numbers of their entries.
        case undo(Int, changes: [Change])
        /// A step that was taken again: the number of the entry that took it back.
        case redo(Int, changes: [Change])
        /// A group of entries begins, which holds whole or not at all.
        case begin(String)
        /// The group that began at that entry ends.
        case end(Int)
        /// The state was saved.
        case saved(SavedState)
    }

    /// What a person reads of it.
    public var summary: String {
        switch action {
        case .command(let command, _): command
        case .undo(let number, _): "undo \(number)"
        case .redo(let number, _): "redo \(number)"
        case .begin(let what): "begin \(what)"
        case .end(let number): "end \(number)"
        case .saved: "saved"
        }
    }

    /// What it changed.
    public var changes: [Change] {
        switch action {
        case .command(_, let changes), .undo(_, let changes), .redo(_, let changes): changes
        case .begin, .end, .saved: []
        }
    }
}

/// A state as it was saved: what proves that the file beside the log is the one that the log means.
public struct SavedState: Sendable, Hashable {
    /// Its size in bytes.
    public var size: Int
    /// Its time of modification: seconds and nanoseconds since 1970, as `SECONDS.NANOSECONDS`.
    public var modified: String
    /// The SHA-256 of its bytes.
    public var digest: String
    /// The ids that were given before and do not stand in it.
    public var retired: GivenIdentifiers
    /// Whether another than this program wrote it and it is laid out in another way, so that each record must be read.
    public var isForeign = false
}

/// The log as views see it.
public protocol LogReading: Sendable {
    /// How many entries there are.
    var count: Int { get }

    /// The last entries, the oldest of them first; all where no number is given.
    func entries(last limit: Int?) -> [LogEntry]
}
