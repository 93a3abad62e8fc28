import DossierModel

/// The result of evaluating a command: its changes, its answer, and an effect that the engine must carry out.
public struct Outcome: Sendable {
    /// The changes, in order.
    public var changes: [Change] = []
    /// The answer.
    public var answer = Answer()
    /// What the user should know beside the answer.
    public var notices: [String] = []
    /// What is to be done outside the session.
    public var effect: Effect?
    /// Whether the answer is bad news, with which a program ends as failed: a check that found errors.
    public var failed = false

    /// Makes an outcome of its parts.
    public init(
        changes: [Change] = [], answer: Answer = Answer(), notices: [String] = [], effect: Effect? = nil,
        failed: Bool = false
    ) {
        self.failed = failed
        self.notices = notices
        self.changes = changes
        self.answer = answer
        self.effect = effect
    }
}

/// What a command asks the engine to do: it touches files or the log, so no command does it itself.
public enum Effect: Sendable {
    /// Open another session; this one again where no path is given.
    case open(path: String?, trust: Trust)
    /// Save, elsewhere where a path is given.
    case save(Destination?)
    /// Run a script.
    case replay(path: String)
    /// Import a file, as the call of `import` says; rows that are left out go to another where one is named.
    case importFile(path: String, call: Call, rejects: Destination?)
    /// Keep what is typed as a script; nil stops it.
    case record(Destination?)
    /// Take steps back.
    case undo(count: Int)
    /// Take steps again that were taken back.
    case redo(count: Int)
    /// Write a file.
    case write([UInt8], to: Destination)
    /// Write the files of a folder.
    case writeFolder([FolderFile], to: Destination)
    /// Take these settings of the shell.
    case set(Settings)
    /// Show what was typed.
    case history(EntryRequest)
    /// Have a text edited.
    case edit(TextEdit)
    /// Leave.
    case quit
}
