/// One entry of the log: a change of the session, with its author and time, or a mark between changes.
public struct LogEntry: Sendable {
    /// Its number, from 1 on without a gap.
    public let number: Int
    /// When it was written: RFC 3339, UTC.
    public let at: String
    /// Who worked.
    public let by: String
    /// What it is.
    public let action: Action

    /// Makes an entry of its parts.
    public init(number: Int, at: String, by: String, action: Action) {
        self.number = number
        self.at = at
        self.by = by
        self.action = action
    }

    /// What an entry may be.
    public enum Action: Sendable {
        /// A command, as it was typed, and what it changed.
        case command(String, changes: [Change])
        /// Steps that were taken back, by the numbers of their entries, the last first.
        case undo([Int], changes: [Change])
        /// Steps that were taken again, by the numbers of the entries that took them back.
        case redo([Int], changes: [Change])
        /// A change that another program made to the state, and that the user accepted.
        case outside(OutsideChange)
        /// A group of entries begins, which holds whole or not at all.
        case begin(String)
        /// The group that began at that entry ends.
        case end(Int)
        /// The state was saved.
        case saved(SavedState)
        /// All before was folded into this state, with which the log begins.
        case base(LogBase)
    }

    /// What sort of entry it is, by the key that says so in the log.
    public enum Sort: String, Sendable {
        case command, undo, redo, outside, begin, end, saved, base

        /// Whether it changes the session, as a command does and what takes it back or again.
        public var isChange: Bool { isStep || self == .undo || self == .redo }

        /// Whether it is a change that can be taken back.
        public var isStep: Bool { self == .command || self == .outside }
    }

    /// What a person reads of it.
    public var summary: String {
        switch action {
        case .command(let command, _): command
        case .undo(let numbers, _): "undo " + numbers.map(String.init).joined(separator: ", ")
        case .redo(let numbers, _): "redo " + numbers.map(String.init).joined(separator: ", ")
        case .outside: "change from outside"
        case .begin(let what): "begin \(what)"
        case .end(let number): "end \(number)"
        case .saved: "saved"
        case .base: "entries 1 to \(number - 1) folded"
        }
    }

    /// What it changed.
    public var changes: [Change] { action.changes }
}

extension LogEntry.Action {
    /// What it changes.
    public var changes: [Change] {
        switch self {
        case .command(_, let changes), .undo(_, let changes), .redo(_, let changes): changes
        case .outside(let change): change.changes
        case .begin, .end, .saved, .base: []
        }
    }

    /// What sort of entry says it.
    public var sort: LogEntry.Sort {
        switch self {
        case .command: .command
        case .undo: .undo
        case .redo: .redo
        case .outside: .outside
        case .begin: .begin
        case .end: .end
        case .saved: .saved
        case .base: .base
        }
    }
}

/// A state as it was saved: what proves that the file beside the log is the one that the log means.
public struct SavedState: Sendable, Hashable {
    /// Its size in bytes.
    public var size: Int
    /// Its time of modification: seconds and nanoseconds since 1970, as `SECONDS.NANOSECONDS`; nothing where the state before
    /// it had the same size and time.
    public var modified: String
    /// The SHA-256 of its bytes.
    public var digest: String
    /// The ids that are not free.
    public var given: GivenIdentifiers
    /// Whether another than this program wrote it and it is laid out in another way, so that each record must be read.
    public var isForeign = false

    /// Makes a mark of a saved state of its parts.
    public init(
        size: Int, modified: String, digest: String, given: GivenIdentifiers, isForeign: Bool = false
    ) {
        self.size = size
        self.modified = modified
        self.digest = digest
        self.given = given
        self.isForeign = isForeign
    }
}

/// The state into which the entries before were folded: the log goes on from it.
public struct LogBase: Sendable {
    /// The state, as its file holds it.
    public var state: JSONValue
    /// The SHA-256 of the file's bytes.
    public var digest: String
    /// The ids that are not free.
    public var given: GivenIdentifiers
    /// The file beside the log that keeps the entries before; nil where they were not kept.
    public var archive: String?

    /// Makes a base of its parts.
    public init(state: JSONValue, digest: String, given: GivenIdentifiers, archive: String? = nil) {
        self.state = state
        self.digest = digest
        self.given = given
        self.archive = archive
    }
}

/// What another program changed in the state of a session, as far as the log did not know it.
public struct OutsideChange: Sendable, Hashable {
    /// The SHA-256 of the file that was accepted.
    public var digest: String
    /// The changes that lead from what the log made to the file.
    public var changes: [Change]
    /// What the file held beside records that this version does not know; nil where that is as before.
    public var members: [JSONMember]?

    /// Makes a change from outside of its parts.
    public init(digest: String, changes: [Change], members: [JSONMember]? = nil) {
        self.digest = digest
        self.changes = changes
        self.members = members
    }

    /// Whether the file held nothing that the log does not make.
    public var isEmpty: Bool { changes.isEmpty && members == nil }
}
